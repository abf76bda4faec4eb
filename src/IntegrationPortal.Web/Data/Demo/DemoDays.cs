using IntegrationPortal.Domain.Calendar;

namespace IntegrationPortal.Web.Data.Demo;

/// <summary>Offices of the demo work on working days: what has happened is moved back to one, what is planned moves on to one.</summary>
internal static class DemoDays
{
    /// <summary>The day itself when it is worked, otherwise the last before it that was.</summary>
    public static DateOnly LastWorkingDay(this WorkingCalendar calendar, DateOnly day) => calendar.IsWorkingDay(day) ? day : calendar.Add(day, -1);

    /// <summary>The same hour of that day, or of the last working day before it.</summary>
    public static DateTimeOffset LastWorked(this WorkingCalendar calendar, DateTimeOffset at)
    {
        var day = GermanTime.DayOf(at);
        return at.AddDays(calendar.LastWorkingDay(day).DayNumber - day.DayNumber);
    }
}
