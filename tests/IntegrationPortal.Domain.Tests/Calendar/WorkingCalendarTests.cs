using CsCheck;
using IntegrationPortal.Domain.Calendar;

namespace IntegrationPortal.Domain.Tests.Calendar;

public sealed class WorkingCalendarTests
{
    private static readonly Gen<DateOnly> Day = Gen.Int[0, 40_000].Select(n => new DateOnly(1990, 1, 1).AddDays(n));
    private static readonly WorkingCalendar[] Places =
        [Rules.For("NW"), Rules.For("BY"), Rules.For("SN"), Rules.For("BY", "09761000"), Rules.For("TH", "16061045")];
    private static readonly Gen<WorkingCalendar> Place = Gen.Int[0, Places.Length - 1].Select(i => Places[i]);

    [Theory]
    [InlineData("NW", null, "2026-06-04", false)] // Fronleichnam
    [InlineData("NI", null, "2026-06-04", true)]
    [InlineData("NW", null, "2024-11-01", false)] // Allerheiligen, a Friday
    [InlineData("HE", null, "2024-11-01", true)]
    [InlineData("SN", null, "2026-11-18", false)] // Buß- und Bettag
    [InlineData("NW", null, "2026-11-18", true)]
    [InlineData("NW", null, "2017-10-31", false)] // once in all states
    [InlineData("NW", null, "2018-10-31", true)]
    [InlineData("BY", null, "2025-08-08", true)]
    [InlineData("BY", "09761000", "2025-08-08", false)] // Augsburg alone
    [InlineData("BY", "09761", "2025-08-08", true)]
    [InlineData("TH", "16061045", "2026-06-04", false)] // a municipality of Eichsfeld
    [InlineData("TH", "16061", "2026-06-04", false)]
    [InlineData("TH", "16053000", "2026-06-04", true)]
    [InlineData("NW", null, "2026-11-21", true, true)]
    public void A_working_day_is_neither_weekend_nor_holiday_of_the_place(string state, string? place, string day, bool worked, bool weekend = false) =>
        Assert.Equal(worked && !weekend, Rules.For(state, place).IsWorkingDay(DateOnly.Parse(day, null)));

    [Theory]
    [InlineData("2026-11-20", 1, "2026-11-23")] // Friday to Monday
    [InlineData("2026-11-21", 1, "2026-11-23")] // a Saturday as event
    [InlineData("2026-06-03", 1, "2026-06-05")] // over Fronleichnam
    [InlineData("2026-06-03", 2, "2026-06-08")]
    [InlineData("2026-12-23", 3, "2026-12-29")] // 24 and 31 December are working days
    [InlineData("2026-12-30", 2, "2027-01-04")]
    [InlineData("2026-11-22", 0, "2026-11-22")]
    [InlineData("2026-06-08", -2, "2026-06-03")]
    public void The_day_of_the_event_is_not_counted(string start, int days, string end) =>
        Assert.Equal(DateOnly.Parse(end, null), Rules.For("NW").Add(DateOnly.Parse(start, null), days));

    [Theory]
    [InlineData("2026-11-20", 3, "2026-11-23")]
    [InlineData("2026-11-23", 5, "2026-11-30")] // ends on a Saturday, a working day after five of those
    [InlineData("2026-05-11", 3, "2026-05-15")] // ends on Ascension
    public void Calendar_days_end_on_that_day_or_the_next_working_day(string start, int days, string end) =>
        Assert.Equal(DateOnly.Parse(end, null), Rules.For("NW").Add(DateOnly.Parse(start, null), new LawPeriod(days, LawUnit.Day)));

    [Theory]
    [InlineData("2026-04-20", 1, "2026-04-27")]
    [InlineData("2026-04-24", 1, "2026-05-04")] // ends on 1 May, a Friday
    public void Weeks_end_on_the_same_weekday_or_the_next_working_day(string start, int weeks, string end) =>
        Assert.Equal(DateOnly.Parse(end, null), Rules.For("NW").Add(DateOnly.Parse(start, null), new LawPeriod(weeks, LawUnit.Week)));

    [Theory]
    [InlineData("2026-01-30", 1, "2026-03-02")] // 28 February is a Saturday
    [InlineData("2024-01-31", 1, "2024-02-29")]
    [InlineData("2026-08-31", 3, "2026-11-30")]
    [InlineData("2026-02-19", 3, "2026-05-19")]
    public void Months_end_on_the_same_number_or_the_last_day(string start, int months, string end) =>
        Assert.Equal(DateOnly.Parse(end, null), Rules.For("NW").Add(DateOnly.Parse(start, null), new LawPeriod(months, LawUnit.Month)));

    [Fact]
    public void A_holiday_is_known_by_its_name()
    {
        Assert.Equal("corpus-christi", Rules.For("NW").HolidayOn(new(2026, 6, 4))?.Key);
        Assert.Null(Rules.For("NI").HolidayOn(new(2026, 6, 4)));
    }

    [Fact]
    public void Two_holidays_on_one_day_are_one_day_off()
    {
        // Ascension fell on Labour Day.
        Assert.False(Rules.For("NW").IsWorkingDay(new(2008, 5, 1)));
        Assert.Equal(new DateOnly(2008, 5, 2), Rules.For("NW").Add(new(2008, 4, 30), 1));
    }

    [Fact]
    public void Counting_forward_is_undone_by_counting_what_lies_between() =>
        Gen.Select(Place, Day, Gen.Int[0, 300]).Sample((c, day, n) => c.Between(day, c.Add(day, n)) == n);

    [Fact]
    public void A_deadline_always_ends_on_a_working_day() =>
        Gen.Select(Place, Day, Gen.Int[1, 300]).Sample((c, day, n) =>
            Enum.GetValues<LawUnit>().All(u => c.IsWorkingDay(c.Add(day, new LawPeriod(n, u)))) && c.IsWorkingDay(c.Add(day, n)) && c.IsWorkingDay(c.Add(day, -n)) && c.IsWorkingDay(c.NextWorkingDay(day)));

    [Fact]
    public void No_period_of_the_law_has_more_working_days_than_it_says_at_most() =>
        Gen.Select(Place, Day, Gen.Int[1, 30]).Sample((c, day, n) =>
            Enum.GetValues<LawUnit>().Select(u => new LawPeriod(n, u)).All(p => c.Between(day, c.Add(day, p)) <= p.MostWorkingDays));

    [Fact]
    public void Adding_in_two_steps_is_adding_at_once() =>
        Gen.Select(Place, Day, Gen.Int[0, 100], Gen.Int[0, 100]).Sample((c, day, a, b) => c.Add(c.Add(day, a), b) == c.Add(day, a + b));

    [Fact]
    public void Past_deadlines_count_negative() =>
        Gen.Select(Place, Day, Day).Sample((c, a, b) => c.Between(a, b) == -c.Between(b, a));

    [Fact]
    public void Days_between_add_up() =>
        Gen.Select(Place, Day, Gen.Int[0, 500], Gen.Int[0, 500]).Sample((c, day, a, b) =>
            c.Between(day, day.AddDays(a)) + c.Between(day.AddDays(a), day.AddDays(a + b)) == c.Between(day, day.AddDays(a + b)));

    [Fact]
    public void The_next_working_day_is_the_day_itself_or_the_first_after_it() =>
        Gen.Select(Place, Day).Sample((c, day) =>
            c.NextWorkingDay(day) == (c.IsWorkingDay(day) ? day : c.Add(day, 1)));

    [Fact]
    public void A_year_outside_the_calendar_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Rules.For("NW").IsWorkingDay(new(1899, 12, 31)));
}
