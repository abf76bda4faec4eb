using IntegrationPortal.Domain.Calendar;

namespace IntegrationPortal.Domain.Tests.Calendar;

public sealed class EasterTests
{
    [Theory]
    [InlineData(1818, 3, 22)] // the earliest possible day
    [InlineData(1900, 4, 15)]
    [InlineData(1943, 4, 25)] // the latest possible day
    [InlineData(1981, 4, 19)]
    [InlineData(2000, 4, 23)]
    [InlineData(2008, 3, 23)]
    [InlineData(2011, 4, 24)]
    [InlineData(2016, 3, 27)]
    [InlineData(2024, 3, 31)]
    [InlineData(2025, 4, 20)]
    [InlineData(2026, 4, 5)]
    [InlineData(2027, 3, 28)]
    [InlineData(2038, 4, 25)]
    public void Easter_falls_on_the_known_day(int year, int month, int day) =>
        Assert.Equal(new DateOnly(year, month, day), Easter.Sunday(year));

    [Fact]
    public void Easter_is_always_a_Sunday_between_22_March_and_25_April()
    {
        for (var year = 1583; year <= 9999; year++)
        {
            var sunday = Easter.Sunday(year);
            Assert.Equal(DayOfWeek.Sunday, sunday.DayOfWeek);
            Assert.InRange(sunday, new DateOnly(year, 3, 22), new DateOnly(year, 4, 25));
        }
    }
}
