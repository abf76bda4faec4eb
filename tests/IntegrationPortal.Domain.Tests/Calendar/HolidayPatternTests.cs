using IntegrationPortal.Domain.Calendar;

namespace IntegrationPortal.Domain.Tests.Calendar;

public sealed class HolidayPatternTests
{
    [Theory]
    [InlineData("05-01", 2026, "2026-05-01")]
    [InlineData("02-29", 2024, "2024-02-29")]
    [InlineData("02-29", 2026, null)]
    [InlineData("easter+60", 2026, "2026-06-04")]
    [InlineData("easter-2", 2026, "2026-04-03")]
    [InlineData("easter+0", 2026, "2026-04-05")]
    [InlineData("wednesday before 11-23", 2026, "2026-11-18")]
    [InlineData("wednesday before 11-23", 2022, "2022-11-16")] // the 23rd is itself a Wednesday
    public void A_pattern_names_the_day(string pattern, int year, string? expected) =>
        Assert.Equal(expected is null ? null : DateOnly.Parse(expected, null), HolidayPattern.Parse(pattern).In(year));

    [Theory]
    [InlineData("13-01")]
    [InlineData("easter")]
    [InlineData("1 May")]
    [InlineData("")]
    public void An_unknown_pattern_is_refused(string pattern) => Assert.Throws<FormatException>(() => HolidayPattern.Parse(pattern));
}
