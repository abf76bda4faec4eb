using IntegrationPortal.Domain;
using IntegrationPortal.Domain.CaseImports;

namespace IntegrationPortal.Web.Features.CaseImports;

/// <summary>
/// Reads a file by what it contains and not by what it is called, and says in one sentence why it cannot: too large, not a table, protected by a password.
/// Nothing of it is stored here.
/// </summary>
public static class ReadTable
{
    public const int LargestFile = 5 * 1024 * 1024;

    /// <summary>A cell with more lines is no cell: a quotation mark begins in it and nowhere ends.</summary>
    private const int MostLines = 20;

    public static async Task<(UploadedTable? Table, Refusal? No)> RunAsync(IFormFile? file, CancellationToken cancellation)
    {
        if (file is null or { Length: 0 })
            return (null, new Refusal("table-missing"));
        if (file.Length > LargestFile)
            return (null, new Refusal("table-too-large", LargestFile / 1024 / 1024));
        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancellation);
        var (rows, others, no) = Read(content.ToArray());
        if (no is not null)
            return (null, no);
        var table = UploadedTable.Of(rows) with { OtherSheets = others };
        return WhyNotTake(table) is { } refused ? (null, refused) : (table, null);
    }

    private static (List<TableRow> Rows, string[] OtherSheets, Refusal? No) Read(byte[] file) => file switch
    {
        [0x50, 0x4B, 0x03, 0x04, ..] => SheetTable.Read(file),
        // The old format of Excel, and the new one behind a password.
        [0xD0, 0xCF, 0x11, 0xE0, ..] => ([], [], new Refusal("table-old-or-locked")),
        [0x25, 0x50, 0x44, 0x46, ..] => ([], [], new Refusal("table-no-table")),
        _ => TextTable.Read(file),
    };

    private static Refusal? WhyNotTake(UploadedTable table)
    {
        if (table.Rows.Count == 0)
            return new("table-no-rows");
        if (table.Rows.Count > CaseImport.MostRows)
            return new("table-too-many-rows", CaseImport.MostRows);
        if (table.Headers.Length > CaseImport.MostColumns)
            return new("table-too-many-columns", CaseImport.MostColumns);
        foreach (var row in table.Rows)
        {
            if (row.Cells.Any(c => c.AsSpan().Count('\n') > MostLines))
                return new("table-open-quote", row.Number);
            if (row.Cells.Any(c => c.Length > CaseImport.CellLength))
                return new("table-cell-too-long", row.Number, CaseImport.CellLength);
        }

        return table.Headers.Any(h => h.Length > CaseImport.HeaderLength) ? new("table-heading-too-long", CaseImport.HeaderLength) : null;
    }

    /// <summary>
    /// As it is compared and stored: no blanks around it. The portal's own files put an apostrophe before what a spreadsheet would take for a formula; it
    /// goes again where such a file comes back.
    /// </summary>
    internal static string Cell(string? text)
    {
        var cell = (text ?? "").ReplaceLineEndings("\n").Trim();
        return cell is ['\'', '=' or '+' or '-' or '@', ..] ? cell[1..] : cell;
    }
}
