namespace IntegrationPortal.Domain.Calendar;

/// <summary>The day it is in Germany: deadlines are days there, not in UTC.</summary>
public static class GermanTime
{
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime);
}
