using IntegrationPortal.Domain.CaseImports;

namespace IntegrationPortal.Web.Features.CaseImports;

/// <summary>A row as it was written, with the number that a spreadsheet shows beside it.</summary>
public sealed record TableRow(int Number, string[] Cells);

/// <summary>What a file says, whatever its format: headings, rows below them, and what of the file was not read.</summary>
public sealed record UploadedTable(string[] Headers, List<TableRow> Rows)
{
    /// <summary>Further sheets of the file that hold something.</summary>
    public string[] OtherSheets { get; init; } = [];

    /// <summary>
    /// Headings are often not in the first row: above them stands what the list is called. The first row in which two columns are known is taken for them,
    /// or one that tells a name; otherwise the first that says anything.
    /// </summary>
    public static UploadedTable Of(List<TableRow> rows)
    {
        const int LooksAt = 10;
        rows.RemoveAll(r => r.Cells.All(c => c.Length == 0));
        if (rows.Count == 0)
            return new([], []);
        var head = rows.Take(LooksAt).ToList().FindIndex(r => r.Cells.Count(c => ImportHeaders.Guess(c) is not null) >= 2);
        if (head < 0)
            head = rows.Take(LooksAt).ToList().FindIndex(r => r.Cells.Any(c => ImportHeaders.Guess(c) is ImportField.OfficialName));
        head = Math.Max(0, head);
        var below = rows[(head + 1)..];
        // As many columns as say anything; one without a heading is called by its letter.
        var width = rows[head..].Max(r => Array.FindLastIndex(r.Cells, c => c.Length > 0) + 1);
        string[] headers = [.. Enumerable.Range(0, width).Select(i => At(rows[head], i) is { Length: > 0 } heading ? heading : $"({Letters(i)})")];
        return new(headers, [.. below.Select(r => new TableRow(r.Number, [.. Enumerable.Range(0, width).Select(i => At(r, i))]))]);
    }

    private static string At(TableRow row, int column) => column < row.Cells.Length ? row.Cells[column] : "";

    private static string Letters(int column) => column < 26 ? $"{(char)('A' + column)}" : Letters((column / 26) - 1) + Letters(column % 26);
}
