using System.Globalization;

namespace IntegrationPortal.Domain.Persons;

/// <summary>Reads a birth date as people write it: <c>1990</c>, <c>03.1990</c>, <c>12.03.1990</c>, <c>00.00.1990</c>, <c>1990-03-12</c>.</summary>
public static class PartialDateInput
{
    private const int MaxLength = 20;

    /// <summary>
    /// The date, or why not: <c>date-unreadable</c>, <c>date-impossible</c> (30 February, a day without a month),
    /// <c>date-too-early</c> ({0} is 1900), <c>date-in-future</c>.
    /// </summary>
    /// <param name="text">Zeros stand for what is not known. Digits of any script.</param>
    /// <param name="today">The day in Germany; a birth cannot lie after it.</param>
    /// <param name="date">Only meaningful when nothing was refused.</param>
    public static Refusal? Read(string? text, DateOnly today, out PartialDate date)
    {
        date = default;
        if (Parts(text) is not { } parts)
            return new("date-unreadable");
        var (year, month, day) = parts;
        if (!PartialDate.Exists(year, month, day))
            return new("date-impossible");
        if (year < PartialDate.EarliestYear)
            return new("date-too-early", PartialDate.EarliestYear);
        var read = new PartialDate(year, month, day);
        if (read.Earliest > today)
            return new("date-in-future");
        date = read;
        return null;
    }

    private static (int Year, int? Month, int? Day)? Parts(string? text)
    {
        if (text is null || Digits(text.Trim()) is not { Length: > 0 and <= MaxLength } plain)
            return null;
        var dashed = plain.Contains('-', StringComparison.Ordinal);
        var parts = plain.Split(dashed ? '-' : '.');

        // 03/12/1990 is not read: nobody knows whether it means March or December.
        if (parts.Length > 3 || !parts.All(p => p.Trim() is { Length: >= 1 and <= 4 } t && t.All(char.IsAsciiDigit)))
            return null;
        if (!dashed)
            Array.Reverse(parts);
        var numbers = parts.Select(p => int.Parse(p, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture)).ToArray();
        return parts[0].Trim().Length == 4 ? (numbers[0], Known(1), Known(2)) : null;

        int? Known(int index) => index < numbers.Length && numbers[index] > 0 ? numbers[index] : null;
    }

    private static string Digits(string text) => string.Concat(
        text.Select(c => CharUnicodeInfo.GetDecimalDigitValue(c) is >= 0 and var digit ? (char)('0' + digit) : c));
}
