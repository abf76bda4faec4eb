using IntegrationPortal.Domain.CaseImports;
using IntegrationPortal.Web.Data.Cases;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.CaseImports;

/// <summary>A file may be uploaded; tables of before are still there.</summary>
public sealed record StartPage(UploadForm Form, IReadOnlyList<ImportLine> Before, int KeptDays);

/// <summary>One table of before.</summary>
public sealed record ImportLine(string Href, string When, int Rows, int Opened, bool Runs);

/// <summary>One column of a file with the first of what stands in it.</summary>
public sealed record ColumnLine(string Header, string Examples);

/// <summary>What the columns of a file mean.</summary>
public sealed record ColumnsPage(ColumnsForm Form, int Rows, IReadOnlyList<ColumnLine> Columns, IReadOnlyList<Choice> Fields, IReadOnlyList<Choice> Templates, IReadOnlyList<string> OtherSheets);

/// <summary>A table that was looked through: what becomes of its rows.</summary>
public sealed record ImportPage(CaseImport Import, string Href, string When, IReadOnlyDictionary<ImportRowState, int> Counts)
{
    public required string Template { get; init; }

    /// <summary>Rows that may be somebody who is there already, here or in the table.</summary>
    public required IReadOnlyList<LikeLine> Like { get; init; }

    public required IReadOnlyList<WrongLine> Wrong { get; init; }

    public required IReadOnlyList<OpenedLine> Opened { get; init; }

    public string? MoreLikeHref { get; init; }

    public required int KeptDays { get; init; }

    public int All => Counts.Values.Sum();

    public int Of(ImportRowState state) => Counts.GetValueOrDefault(state);

    public int NotOpened => All - Of(ImportRowState.Opened) - Of(ImportRowState.Queued);

    public bool Runs => Import.State == ImportState.Running;
}

/// <summary>A row that may be somebody else's: whom it says, and who may be the same.</summary>
public sealed record LikeLine(int Number, string Name, string Born, IReadOnlyList<TwinLine> Cases, int? SameAsRow);

/// <summary>A case that may be of the same person.</summary>
public sealed record TwinLine(string Href, string Number, string Name, string Born)
{
    public static TwinLine Of(Twin twin, System.Globalization.CultureInfo culture) => new($"/cases/{twin.CaseId}", twin.Number, twin.Name, twin.Born?.Show(culture) ?? "");
}

/// <summary>A row that cannot become a case, with all that is wrong with it.</summary>
public sealed record WrongLine(int Number, IReadOnlyList<WrongCell> Cells);

/// <summary>One cell, what stands in it, and what is wrong with that.</summary>
public sealed record WrongCell(string Column, string Says, string Why);

/// <summary>A row that has become a case.</summary>
public sealed record OpenedLine(int Number, string Href, string CaseNumber, string? Name);
