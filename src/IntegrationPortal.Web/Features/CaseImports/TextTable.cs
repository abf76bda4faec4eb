using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using IntegrationPortal.Domain;

namespace IntegrationPortal.Web.Features.CaseImports;

/// <summary>A table as text (CSV), as spreadsheets save it in this country and elsewhere: in any of the usual encodings, with any of the usual separators.</summary>
internal static class TextTable
{
    private static readonly char[] Separators = [';', '\t', ','];

    public static (List<TableRow> Rows, string[] OtherSheets, Refusal? No) Read(byte[] file)
    {
        var text = Text(file);
        if (text.Contains('\0', StringComparison.Ordinal))
            return ([], [], new Refusal("table-no-table"));
        // Excel's own way of telling the separator.
        var said = text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 4 ? text[4] : (char?)null;
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = (said ?? Separator(text)).ToString(), HasHeaderRecord = false, BadDataFound = null, MissingFieldFound = null, IgnoreBlankLines = false, DetectColumnCountChanges = false,
        };
        using var csv = new CsvParser(new StringReader(text), configuration);
        var rows = new List<TableRow>();
        // A spreadsheet counts rows, not lines: a break within a cell begins no row.
        for (var number = 1; csv.Read(); number++)
        {
            if (said is null || number > 1)
                rows.Add(new TableRow(said is null ? number : number - 1, [.. (csv.Record ?? []).Select(ReadTable.Cell)]));
        }

        return (rows, [], null);
    }

    /// <summary>
    /// Without a mark at its beginning a file is UTF-8 if it can be; otherwise Windows-1252, in which German spreadsheets save by themselves and in which
    /// every byte is a letter.
    /// </summary>
    private static string Text(byte[] file) => file switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(file.AsSpan(3)),
        [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(file.AsSpan(2)),
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(file.AsSpan(2)),
        // Latin letters in UTF-16 have every other byte empty.
        [not 0, 0, not 0, 0, ..] => Encoding.Unicode.GetString(file),
        [0, not 0, 0, not 0, ..] => Encoding.BigEndianUnicode.GetString(file),
        _ => IsUtf8(file) ? Encoding.UTF8.GetString(file) : CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(file),
    };

    private static bool IsUtf8(byte[] file)
    {
        try
        {
            _ = new UTF8Encoding(false, throwOnInvalidBytes: true).GetCharCount(file);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>What stands most often outside quotation marks in the first lines; the line above the headings may hold none.</summary>
    private static char Separator(string text)
    {
        const int LooksAt = 4000;
        var (counts, quoted) = (new int[Separators.Length], false);
        foreach (var letter in text.AsSpan(0, Math.Min(LooksAt, text.Length)))
        {
            if (letter == '"')
                quoted = !quoted;
            else if (!quoted && Array.IndexOf(Separators, letter) is >= 0 and var place)
                counts[place]++;
        }

        // Commas also stand within cells; whoever separates by semicolon or tab has more than one of them.
        return counts[1] > counts[0] ? '\t' : counts[0] > 0 && counts[0] * 2 >= counts[2] ? ';' : counts[2] > 0 ? ',' : ';';
    }
}
