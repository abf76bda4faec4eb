using System.Globalization;

namespace IntegrationPortal.Domain.Persons;

/// <summary>
/// A birth date as far as it is known: a year, a year and month, or the full day. Documents of many countries know no more, and
/// an invented 1 January would be taken for a fact.
/// </summary>
public readonly record struct PartialDate : IComparable<PartialDate>
{
    public const int EarliestYear = 1900;

    /// <exception cref="ArgumentOutOfRangeException">No such date, a day without a month, or before 1900.</exception>
    public PartialDate(int year, int? month = null, int? day = null)
    {
        if (!Exists(year, month, day) || year < EarliestYear)
            throw new ArgumentOutOfRangeException(nameof(year), $"{year}-{month}-{day} is no date since {EarliestYear}.");
        (Year, Month, Day) = (year, month, day);
    }

    public int Year { get; }

    public int? Month { get; }

    public int? Day { get; }

    /// <summary>The first day it can mean.</summary>
    public DateOnly Earliest => new(Year, Month ?? 1, Day ?? 1);

    /// <summary>The last day it can mean.</summary>
    public DateOnly Latest => new(Year, Month ?? 12, Day ?? DateTime.DaysInMonth(Year, Month ?? 12));

    /// <summary>As it is stored: <c>1990</c>, <c>1990-03</c> or <c>1990-03-12</c> (ISO 8601); sorts as text.</summary>
    public override string ToString() => this switch
    {
        { Month: null } => $"{Year:0000}",
        { Day: null } => $"{Year:0000}-{Month:00}",
        _ => $"{Year:0000}-{Month:00}-{Day:00}",
    };

    /// <summary>As a reader sees it: <c>12.03.1990</c>, <c>März 1990</c>, <c>1990</c>; in English <c>12 March 1990</c>, so that day and month cannot be swapped.</summary>
    public string Show(CultureInfo culture)
    {
        if (Month is null)
            return Year.ToString(CultureInfo.InvariantCulture);
        var format = Day is null ? "MMMM yyyy" : culture.TwoLetterISOLanguageName == "de" ? "dd.MM.yyyy" : "d MMMM yyyy";
        return Earliest.ToString(format, culture);
    }

    /// <summary>Whole years on that day. Where the day is not known, the middle of what it can mean counts.</summary>
    public int AgeOn(DateOnly day)
    {
        var born = Earliest.AddDays((Latest.DayNumber - Earliest.DayNumber) / 2);
        var age = day.Year - born.Year;
        return Math.Max(0, day < born.AddYears(age) ? age - 1 : age);
    }

    /// <summary>The age in a band such as <c>25–34</c>, for those who need to know about whom, but not who. The bands follow school, coming of age and pension.</summary>
    public string AgeBandOn(DateOnly day) => AgeOn(day) switch
    {
        <= 5 => "0–5",
        <= 15 => "6–15",
        <= 17 => "16–17",
        <= 24 => "18–24",
        <= 34 => "25–34",
        <= 44 => "35–44",
        <= 54 => "45–54",
        <= 66 => "55–66",
        _ => "67+",
    };

    /// <summary>What is known less precisely comes first.</summary>
    public int CompareTo(PartialDate other) => (Year, Month ?? 0, Day ?? 0).CompareTo((other.Year, other.Month ?? 0, other.Day ?? 0));

    public static bool operator <(PartialDate a, PartialDate b) => a.CompareTo(b) < 0;

    public static bool operator >(PartialDate a, PartialDate b) => a.CompareTo(b) > 0;

    public static bool operator <=(PartialDate a, PartialDate b) => a.CompareTo(b) <= 0;

    public static bool operator >=(PartialDate a, PartialDate b) => a.CompareTo(b) >= 0;

    /// <summary>Reads what <see cref="ToString()"/> wrote. For the database; people's input goes through <see cref="PartialDateInput"/>.</summary>
    /// <exception cref="FormatException">The text is not of that form.</exception>
    public static PartialDate FromStored(string text)
    {
        var parts = text.Split('-');
        return parts.Length is >= 1 and <= 3
            ? new(Part(0) ?? 0, Part(1), Part(2))
            : throw new FormatException($"'{text}' is no stored partial date.");

        int? Part(int index) => index < parts.Length ? int.Parse(parts[index], NumberStyles.None, CultureInfo.InvariantCulture) : null;
    }

    internal static bool Exists(int year, int? month, int? day) =>
        year is >= 1 and <= 9999 && (month, day) switch
        {
            (null, null) => true,
            (null, _) => false,
            ({ } m, null) => m is >= 1 and <= 12,
            ({ } m, { } d) => m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(year, m),
        };
}
