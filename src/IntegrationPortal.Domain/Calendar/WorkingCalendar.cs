using System.Numerics;

namespace IntegrationPortal.Domain.Calendar;

/// <summary>
/// Working days (Arbeitstage: Monday to Friday without public holidays) of one place. Deadlines are counted as the law
/// counts them: the day of the event is not counted (BGB § 187 Abs. 1), and an end on a day off moves on (BGB § 193).
/// </summary>
public sealed class WorkingCalendar
{
    private const int FirstYear = 1900;
    private const int LastYear = 2199;
    private readonly HolidayRule[] _rules;

    // One set of days off per year, filled when first asked for. Two threads may fill the same one: both write the same.
    private readonly Dictionary<DateOnly, HolidayRule>?[] _holidays = new Dictionary<DateOnly, HolidayRule>?[LastYear - FirstYear + 1];
    private readonly ulong[]?[] _worked = new ulong[LastYear - FirstYear + 1][];

    /// <param name="rules">All rules; those of other places are left out here.</param>
    /// <param name="stateCode">The state, such as <c>NW</c>.</param>
    /// <param name="placeKey">Key of the municipality, district or association, for holidays of single places.</param>
    public WorkingCalendar(IEnumerable<HolidayRule> rules, string stateCode, string? placeKey = null) =>
        _rules = [.. rules.Where(r => r.HoldsIn(stateCode, placeKey))];

    public bool IsWorkingDay(DateOnly day)
    {
        var index = day.DayOfYear - 1;
        return (Worked(day.Year)[index >> 6] >> (index & 63) & 1) != 0;
    }

    /// <summary>The public holiday on that day, if it is one.</summary>
    public HolidayRule? HolidayOn(DateOnly day) => Holidays(day.Year).GetValueOrDefault(day);

    /// <summary>The day itself when it is worked, otherwise the next that is (BGB § 193, SGB X § 26 Abs. 3).</summary>
    public DateOnly NextWorkingDay(DateOnly day)
    {
        while (!IsWorkingDay(day))
            day = day.AddDays(1);
        return day;
    }

    /// <summary>The last day of a period of working days; <paramref name="start"/>, the day of the event, is not counted. Negative counts back.</summary>
    public DateOnly Add(DateOnly start, int workingDays)
    {
        var step = Math.Sign(workingDays);
        for (var left = Math.Abs(workingDays); left > 0;)
        {
            start = start.AddDays(step);
            if (IsWorkingDay(start))
                left--;
        }

        return start;
    }

    /// <summary>The last day of a period of the law, moved on from a day off (BGB § 193, SGB X § 26 Abs. 3, VO 1182/71 Art. 3 Abs. 4).</summary>
    public DateOnly Add(DateOnly eventOn, LawPeriod period) =>
        NextWorkingDay(period.LastDay(eventOn));

    /// <summary>How many working days lie after <paramref name="from"/> up to and including <paramref name="to"/>; negative when it is past.</summary>
    public int Between(DateOnly from, DateOnly to)
    {
        if (to < from)
            return -Between(to, from);
        var count = InYearUntil(to) - InYearUntil(from);
        for (var year = from.Year; year < to.Year; year++)
            count += InYearUntil(new DateOnly(year, 12, 31));
        return count;
    }

    // Lists ask this for every line: days are counted by the word of their bits, not one by one.
    private int InYearUntil(DateOnly day)
    {
        var (worked, days) = (Worked(day.Year), day.DayOfYear);
        var count = BitOperations.PopCount(worked[days >> 6] & ((1UL << (days & 63)) - 1));
        for (var word = 0; word < days >> 6; word++)
            count += BitOperations.PopCount(worked[word]);
        return count;
    }

    private Dictionary<DateOnly, HolidayRule> Holidays(int year) => _holidays[Slot(year)] ??= Compute(year);

    private Dictionary<DateOnly, HolidayRule> Compute(int year)
    {
        var days = new Dictionary<DateOnly, HolidayRule>();
        foreach (var rule in _rules)
        {
            // Two holidays may meet (Ascension on 1 May 2008); the first rule names the day.
            if (rule.In(year) is { } day)
                days.TryAdd(day, rule);
        }

        return days;
    }

    private ulong[] Worked(int year)
    {
        if (_worked[Slot(year)] is { } known)
            return known;
        var bits = new ulong[6];
        var holidays = Holidays(year);
        for (var day = new DateOnly(year, 1, 1); day.Year == year; day = day.AddDays(1))
        {
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.ContainsKey(day))
                bits[(day.DayOfYear - 1) >> 6] |= 1UL << ((day.DayOfYear - 1) & 63);
        }

        return _worked[Slot(year)] = bits;
    }

    private static int Slot(int year) =>
        year is >= FirstYear and <= LastYear ? year - FirstYear : throw new ArgumentOutOfRangeException(nameof(year), year, "The calendar knows 1900 to 2199.");
}
