using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Mentoring;

namespace IntegrationPortal.Domain.Tests.Mentoring;

/// <summary>What the clock does with tandems: one reminder in a quiet spell, and forgetting what is long over.</summary>
public sealed class UpkeepTests
{
    private static readonly DateOnly Began = Initiative.Today;

    [Fact]
    public void The_mentor_of_a_quiet_tandem_is_reminded_once_in_a_quiet_spell()
    {
        var tandem = new Initiative().OnTrial();
        Assert.False(tandem.RemindOfQuiet(null, Initiative.Rules, Began.AddDays(20)));
        Assert.True(tandem.RemindOfQuiet(null, Initiative.Rules, Began.AddDays(21)));
        Assert.False(tandem.RemindOfQuiet(null, Initiative.Rules, Began.AddDays(60)));

        // A meeting ends the spell, also one written down late.
        var met = Began.AddDays(20);
        Assert.False(tandem.RemindOfQuiet(met, Initiative.Rules, met.AddDays(20)));
        Assert.True(tandem.RemindOfQuiet(met, Initiative.Rules, met.AddDays(21)));
        Assert.False(tandem.RemindOfQuiet(met, Initiative.Rules, met.AddDays(22)));
    }

    [Fact]
    public void A_tandem_that_is_ending_is_not_quiet()
    {
        var initiative = new Initiative();
        var tandem = initiative.OnTrial();
        Assert.Equal(Began, tandem.QuietSince(null, Initiative.Rules, Began.AddDays(30)));
        tandem.BeginEnding(null, initiative.Coordinator, Initiative.Now);
        Assert.Null(tandem.QuietSince(null, Initiative.Rules, Began.AddDays(30)));
    }

    [Fact]
    public void Meetings_are_forgotten_twelve_months_after_the_end_and_not_before()
    {
        var initiative = new Initiative();
        var tandem = initiative.OnTrial();
        Assert.False(tandem.ForgetsMeetingsOn(Began.AddYears(5), Initiative.Rules));
        tandem.End(Began, TandemEndReason.GoalReached, null, [], initiative.Coordinator, Initiative.Now);
        Assert.False(tandem.ForgetsMeetingsOn(Began.AddMonths(12).AddDays(-1), Initiative.Rules));
        Assert.True(tandem.ForgetsMeetingsOn(Began.AddMonths(12), Initiative.Rules));
    }

    [Fact]
    public void A_year_of_engagement_adds_up_meetings_of_one_volunteer_in_one_year()
    {
        var initiative = new Initiative();
        var tandem = initiative.OnTrial();
        var year = EngagementYear.Begin(Meeting(initiative, tandem, Initiative.Now, 3));
        year.Add(Meeting(initiative, tandem, Initiative.Now.AddDays(2), 4));
        Assert.Equal((2, 1.75m, Began, Began.AddDays(2)), (year.Meetings, year.Hours, year.FirstOn, year.LastOn));
        Assert.Throws<ArgumentException>(() => year.Add(Meeting(initiative, tandem, Initiative.Now.AddYears(1), 4)));
    }

    private static MentoringSession Meeting(Initiative initiative, Tandem tandem, DateTimeOffset at, int quarterHours) => MentoringSession.Log(
        Guid.NewGuid(), tandem, initiative.Volunteer,
        new SessionEntry(GermanTime.DayOf(at), quarterHours, SessionPlace.Public, SessionActivities.Language, null, TrafficLight.Good),
        initiative.Mentor, at);
}
