using System.Globalization;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace IntegrationPortal.Web.Tests.Presentation;

public sealed class TimeWordsTests
{
    // Half past eleven in the evening of the 22nd in UTC is already the 23rd in Krefeld.
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 23, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(4, "noch 4 Arbeitstage", "4 working days left")]
    [InlineData(1, "noch 1 Arbeitstag", "1 working day left")]
    [InlineData(0, "heute", "today")]
    [InlineData(-1, "überfällig seit 1 Arbeitstag", "overdue for 1 working day")]
    [InlineData(-3, "überfällig seit 3 Arbeitstagen", "overdue for 3 working days")]
    public void Says_how_much_time_is_left(int days, string german, string english)
    {
        Assert.Equal(german, In("de-DE", t => t.Left(days)));
        Assert.Equal(english, In("en-GB", t => t.Left(days)));
    }

    [Theory]
    [InlineData("2026-11-20", "überfällig seit 1 Arbeitstag")]
    [InlineData("2026-11-21", "überfällig seit 1 Arbeitstag")]
    [InlineData("2026-11-18", "überfällig seit 2 Arbeitstagen")]
    [InlineData("2026-11-22", "heute")]
    [InlineData("2026-11-24", "noch 2 Arbeitstage")]
    public void On_a_Sunday_what_ended_on_Friday_or_Saturday_is_late_though_nobody_has_worked_since(string due, string said) =>
        Assert.Equal(said, In("de-DE", t => t.Left(new WorkingCalendar([], "NW"), DateOnly.Parse(due, CultureInfo.InvariantCulture)), new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero)));

    [Fact]
    public void Today_is_the_day_in_Germany()
        => Assert.Equal(new DateOnly(2026, 11, 23), Words().Today);

    [Fact]
    public void A_day_of_another_year_says_its_year()
    {
        Assert.Equal("Fr, 27.11.", In("de-DE", t => t.Brief(new DateOnly(2026, 11, 27))));
        Assert.Equal("Fr, 05.02.2027", In("de-DE", t => t.Brief(new DateOnly(2027, 2, 5))));
        Assert.Equal("Fri 5 Feb 2027", In("en-GB", t => t.Brief(new DateOnly(2027, 2, 5))));
    }

    [Fact]
    public void A_moment_near_now_is_told_by_its_day()
    {
        Assert.Equal("heute 00:15", In("de-DE", t => t.Moment(new DateTimeOffset(2026, 11, 22, 23, 15, 0, TimeSpan.Zero))));
        Assert.Equal("gestern 23:15", In("de-DE", t => t.Moment(new DateTimeOffset(2026, 11, 22, 22, 15, 0, TimeSpan.Zero))));
        Assert.Equal("Fr, 20.11. 09:15", In("de-DE", t => t.Moment(new DateTimeOffset(2026, 11, 20, 8, 15, 0, TimeSpan.Zero))));
    }

    private static string In(string culture, Func<TimeWords, string> words, DateTimeOffset? now = null)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        return words(Words(now));
    }

    private static TimeWords Words(DateTimeOffset? now = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(new FakeTimeProvider(now ?? Now));
        services.AddLocalization();
        services.AddScoped<TimeWords>();
        return services.BuildServiceProvider().CreateScope().ServiceProvider.GetRequiredService<TimeWords>();
    }
}
