using IntegrationPortal.Domain.Calendar;

namespace IntegrationPortal.Domain.Tests.Calendar;

/// <summary>How long something is kept is counted from the day on which it ended, or from the end of its year.</summary>
public sealed class LastDayTests
{
    [Theory]
    [InlineData(DeadlineUnit.FullYear, 3, "2026-01-01", "2029-12-31")]
    [InlineData(DeadlineUnit.FullYear, 3, "2026-12-31", "2029-12-31")]
    [InlineData(DeadlineUnit.Month, 3, "2026-11-30", "2027-02-28")]
    [InlineData(DeadlineUnit.Day, 14, "2026-12-20", "2027-01-03")]
    public void It_is_kept_until_this_day(DeadlineUnit unit, int value, string ended, string last) =>
        Assert.Equal(DateOnly.ParseExact(last, "O"), new DeadlineRule { Key = "x-kept", Value = value, Unit = unit, DescriptionDe = "", DescriptionEn = "", Source = "" }.LastDay(DateOnly.ParseExact(ended, "O")));
}
