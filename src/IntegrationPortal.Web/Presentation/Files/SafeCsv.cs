using System.Globalization;
using System.Text;

namespace IntegrationPortal.Web.Presentation.Files;

/// <summary>
/// Tables as text (RFC 4180). A word that begins like a formula is kept from being one when a spreadsheet opens it; numbers stay numbers.
/// </summary>
public sealed class SafeCsv(char separator)
{
    private readonly StringBuilder text = new();

    /// <summary>For people: spreadsheets of this country separate with semicolons.</summary>
    public static SafeCsv ForPeople() => new(';');

    /// <summary>For programs: commas, decimal points, and days as ISO 8601.</summary>
    public static SafeCsv ForPrograms() => new(',');

    public SafeCsv Line(params IEnumerable<object?> fields)
    {
        text.AppendJoin(separator, fields.Select(Field)).Append("\r\n");
        return this;
    }

    public override string ToString() => text.ToString();

    /// <summary>With the mark by which spreadsheets know UTF-8.</summary>
    public byte[] ToFile() => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())];

    private string Field(object? value) => value switch
    {
        null => "",
        decimal or double or int or long => ((IFormattable)value).ToString(null, separator == ';' ? CultureInfo.CurrentCulture : CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        bool yes => yes ? "true" : "false",
        _ => '"' + Harmless(value.ToString()!).Replace("\"", "\"\"", StringComparison.Ordinal) + '"',
    };

    private static string Harmless(string word) => word is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + word : word;
}
