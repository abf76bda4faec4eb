using System.Globalization;

namespace IntegrationPortal.Domain.Calendar;

/// <summary>
/// On which day of a year a holiday falls. Written as <c>05-01</c> (month and day), <c>easter+39</c> or <c>easter-2</c>
/// (days from Easter Sunday), or <c>wednesday before 11-23</c>.
/// </summary>
public sealed class HolidayPattern
{
    private readonly Func<int, DateOnly?> _day;

    private HolidayPattern(Func<int, DateOnly?> day) => _day = day;

    /// <summary>The day in that year; null where the year has none (29 February).</summary>
    public DateOnly? In(int year) => _day(year);

    /// <exception cref="FormatException">The text is none of the three forms.</exception>
    public static HolidayPattern Parse(string text)
    {
        if (text.StartsWith("easter", StringComparison.Ordinal))
        {
            var offset = int.Parse(text.AsSpan("easter".Length), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            return new(year => Easter.Sunday(year).AddDays(offset));
        }

        if (text.Split(" before ") is [var weekdayName, var limit])
        {
            var weekday = Enum.Parse<DayOfWeek>(weekdayName, ignoreCase: true);
            var before = MonthAndDay(limit);
            return new(year => before(year) is { } end ? LastBefore(end, weekday) : null);
        }

        return new(MonthAndDay(text));
    }

    private static DateOnly LastBefore(DateOnly end, DayOfWeek weekday)
    {
        var day = end.AddDays(-1);
        while (day.DayOfWeek != weekday)
            day = day.AddDays(-1);
        return day;
    }

    private static Func<int, DateOnly?> MonthAndDay(string text)
    {
        // 2000 is a leap year, so that 02-29 can be written.
        var sample = DateOnly.ParseExact("2000-" + text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return year => sample.Day <= DateTime.DaysInMonth(year, sample.Month) ? new DateOnly(year, sample.Month, sample.Day) : null;
    }
}
