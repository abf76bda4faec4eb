namespace IntegrationPortal.Domain.Mentoring;

/// <summary>When somebody has time to meet, as coarse as people plan.</summary>
[Flags]
public enum MeetingTimes
{
    None = 0,
    WeekdayMornings = 1,
    WeekdayAfternoons = 2,
    WeekdayEvenings = 4,
    Weekends = 8,
}
