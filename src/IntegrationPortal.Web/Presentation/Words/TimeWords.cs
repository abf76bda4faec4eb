using System.Globalization;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Web.Presentation.Resources;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Presentation.Words;

/// <summary>Time in people's words, always beside the date: "noch 4 Arbeitstage", "seit 6 Arbeitstagen", "heute".</summary>
public sealed class TimeWords(IStringLocalizer<TimeTexts> words, TimeProvider clock)
{
    /// <summary>Today in Germany, the same for a whole page.</summary>
    public DateOnly Today { get; } = GermanTime.DayOf(clock.GetUtcNow());

    /// <summary>How long there is still time: "noch 4 Arbeitstage", "heute", "überfällig seit 3 Arbeitstagen".</summary>
    /// <param name="workingDays">Working days from today to the deadline; negative when it has passed.</param>
    public string Left(int workingDays) => workingDays switch
    {
        > 1 => words["left-many", workingDays],
        1 => words["left-one"],
        0 => words["today"],
        -1 => words["overdue-one"],
        _ => words["overdue-many", -workingDays],
    };

    /// <summary>The same until the end of a day. One that has passed is late, also on a Saturday before any working day has passed.</summary>
    public string Left(WorkingCalendar calendar, DateOnly due)
    {
        var left = calendar.Between(Today, due);
        return Left(due < Today ? Math.Min(left, -1) : left);
    }

    /// <summary>How many days there are still until the last one, not counting whether anybody works: "noch 5 Tage", "heute".</summary>
    public string DaysLeft(int days) => days switch
    {
        > 1 => words["days-left-many", days],
        1 => words["days-left-one"],
        _ => words["today"],
    };

    /// <summary>How long something has waited: "seit 6 Arbeitstagen".</summary>
    public string Since(int workingDays) => workingDays switch
    {
        <= 0 => words["since-today"],
        1 => words["since-one"],
        _ => words["since-many", workingDays],
    };

    /// <summary>A length of time in working days: "10 Arbeitstage".</summary>
    public string Length(int workingDays) => workingDays == 1 ? words["length-one"] : words["length-many", workingDays];

    /// <summary>A length of time as a law states it: "3 Monate".</summary>
    public string Period(LawPeriod period) =>
        words[$"period-{period.Unit}-{(period.Value == 1 ? "one" : "many")}", period.Value];

    /// <summary>"Fr, 27.11."; with its year when that is not this one.</summary>
    public string Brief(DateOnly day) => Format(day, day.Year == Today.Year ? "short" : "short-year");

    /// <summary>"Freitag, 27. November 2026".</summary>
    public string Full(DateOnly day) => Format(day, "full");

    /// <summary>"27.11.2026".</summary>
    public string Plain(DateOnly day) => Format(day, "plain");

    /// <summary>A moment from which something goes again: the minute after, so that nobody comes back some seconds early.</summary>
    public static string From(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at.AddSeconds(59), GermanTime.Zone).ToString("g", CultureInfo.CurrentCulture);

    /// <summary>"November 2026", for what is only known or planned by month.</summary>
    public string Month(DateOnly day) => Format(day, "month");

    public string Plain(DateTimeOffset moment) => Plain(GermanTime.DayOf(moment));

    public string Brief(DateTimeOffset moment) => Brief(GermanTime.DayOf(moment));

    /// <summary>A moment near now: "heute 07:41", "gestern 16:02", "Fr, 20.11. 09:15".</summary>
    public string Moment(DateTimeOffset moment) => Moment(moment, Brief);

    /// <summary>The same on pages whose days are all written alike: "heute 07:41", "20.11.2026 09:15".</summary>
    public string PlainMoment(DateTimeOffset moment) => Moment(moment, Plain);

    private string Moment(DateTimeOffset moment, Func<DateOnly, string> write)
    {
        var day = GermanTime.DayOf(moment);
        var time = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, GermanTime.Zone).DateTime).ToString("HH:mm", CultureInfo.InvariantCulture);
        if (day == Today)
            return words["moment-today", time];
        return day == Today.AddDays(-1) ? words["moment-yesterday", time] : words["moment", write(day), time];
    }

    /// <summary>For the <c>datetime</c> attribute of a time element.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Format(DateOnly day, string pattern)
        => day.ToString(words["format-" + pattern].Value, CultureInfo.CurrentCulture);
}
