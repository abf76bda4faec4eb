using System.Globalization;
using System.IO.Compression;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using IntegrationPortal.Domain;
using IntegrationPortal.Domain.CaseImports;

namespace IntegrationPortal.Web.Features.CaseImports;

/// <summary>
/// A workbook (.xlsx): its first visible sheet that says anything. Of a formula the result counts that was saved with it; nothing is ever reckoned. What a file
/// says about its own size is not believed: it is unpacked once, up to a limit, before anything reads it.
/// </summary>
internal static class SheetTable
{
    /// <summary>Ten thousand rows of text unpack to about a tenth of this.</summary>
    private const long MostUnpacked = 100 * 1024 * 1024;

    /// <summary>A row says its own number, and the library makes an empty row of every one before it.</summary>
    private const int LastRow = 200_000;

    public static (List<TableRow> Rows, string[] OtherSheets, Refusal? No) Read(byte[] file)
    {
        try
        {
            if (WhyNotUnpack(file) is { } no)
                return ([], [], no);
            using var book = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(file));
            var (rows, others) = (new List<TableRow>(), new List<string>());
            do
            {
                if (book.VisibleState != "visible")
                    continue;
                if (Rows(book, rows.Count == 0 ? CaseImport.MostRows * 2 : 1) is not { } sheet)
                    return ([], [], new Refusal("table-unpacks-too-large"));
                if (rows.Count == 0)
                    rows = sheet;
                else if (sheet.Count > 0)
                    others.Add(book.Name);
            }
            while (book.NextResult());
            return (rows, [.. others], null);
        }
        catch (Exception broken) when (broken is ExcelReaderException or InvalidDataException or System.Xml.XmlException or FormatException or ArgumentException
            or InvalidOperationException or IndexOutOfRangeException or OverflowException or NotSupportedException or KeyNotFoundException or NullReferenceException)
        {
            // The library throws whatever it stumbles over; a file that it cannot read is no fault of the portal.
            return ([], [], new Refusal("table-broken"));
        }
    }

    private static Refusal? WhyNotUnpack(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        if (zip.GetEntry("mimetype") is not null || zip.Entries.Any(e => e.FullName.StartsWith("word/", StringComparison.Ordinal)))
            return new("table-other-office");
        if (zip.Entries.All(e => !e.FullName.StartsWith("xl/", StringComparison.OrdinalIgnoreCase)))
            return new("table-no-table");
        var (buffer, left) = (new byte[81920], MostUnpacked);
        foreach (var entry in zip.Entries)
        {
            using var unpacked = entry.Open();
            int read;
            while ((read = unpacked.Read(buffer)) > 0)
            {
                left -= read;
                if (left < 0)
                    return new("table-unpacks-too-large");
            }
        }

        return null;
    }

    /// <returns>Null where rows go on further than in any list of people.</returns>
    private static List<TableRow>? Rows(IExcelDataReader sheet, int most)
    {
        var rows = new List<TableRow>();
        for (var number = 1; rows.Count < most && sheet.Read(); number++)
        {
            if (number > LastRow)
                return null;
            // Somebody who formats a whole row makes sixteen thousand cells of it.
            string[] cells = [.. Enumerable.Range(0, Math.Min(sheet.FieldCount, CaseImport.MostColumns * 2)).Select(i => ReadTable.Cell(Text(sheet, i)))];
            if (cells.Any(c => c.Length > 0))
                rows.Add(new TableRow(number, cells));
        }

        return rows;
    }

    /// <summary>As somebody would type it: a day without its time, a number without a decimal point that it does not have.</summary>
    private static string? Text(IExcelDataReader sheet, int column) => sheet.GetValue(column) switch
    {
        null => null,
        DateTime moment => moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        bool yes => yes ? "ja" : "nein",
        double number => number.ToString("0.##########", CultureInfo.InvariantCulture),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture),
    };
}
