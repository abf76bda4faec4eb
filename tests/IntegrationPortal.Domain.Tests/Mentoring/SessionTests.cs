using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Domain.Tests.CasePaths;

namespace IntegrationPortal.Domain.Tests.Mentoring;

public sealed class SessionTests
{
    private readonly Initiative _initiative = new();

    [Fact]
    public void The_mentor_writes_down_a_meeting_under_the_id_that_the_phone_made()
    {
        var tandem = _initiative.Active();
        var id = Guid.NewGuid();
        var session = MentoringSession.Log(id, tandem, _initiative.Volunteer, Initiative.Entry(goal: "Deutsch sprechen"), _initiative.Mentor, Initiative.Now);
        Assert.Equal((id, _initiative.Volunteer.Id, 1.5m), (session.Id, session.VolunteerId, session.Hours));
    }

    [Fact]
    public void What_does_not_make_sense_is_said()
    {
        var tandem = _initiative.Active();
        Refused.With("session-in-future", () => Log(tandem, Initiative.Entry(Initiative.Today.AddDays(1))));
        Refused.With("session-outside-period", () => Log(tandem, Initiative.Entry(Initiative.Today.AddDays(-1))));
        Refused.With("session-duration", () => Log(tandem, Initiative.Entry(quarters: 0)));
        Refused.With("session-duration", () => Log(tandem, Initiative.Entry(quarters: 49)));
        Refused.With("session-activity-missing", () => Log(tandem, Initiative.Entry(activities: SessionActivities.None)));
        Refused.With("session-next-before", () => Log(tandem, Initiative.Entry(next: Initiative.Today.AddDays(-1))));
        Refused.With("session-goal-unknown", () => Log(tandem, Initiative.Entry(goal: "Etwas anderes")));
    }

    [Fact]
    public void Only_the_mentor_of_today_writes_and_only_while_the_tandem_runs()
    {
        Refused.With("tandem-not-running", () => Log(_initiative.Agreed(), Initiative.Entry()));
        var initiative = new Initiative();
        var tandem = initiative.Active();
        var other = Case.For(initiative.Organisation, Role.Volunteer);
        Refused.With("tandem-not-mentor", () => MentoringSession.Log(Guid.NewGuid(), tandem, initiative.Admitted(other.UserId), Initiative.Entry(), other, Initiative.Now));
        Refused.With("tandem-not-mentor", () => MentoringSession.Log(Guid.NewGuid(), tandem, initiative.Volunteer, Initiative.Entry(), other, Initiative.Now));
        tandem.End(Initiative.Today, TandemEndReason.NoTime, null, [], initiative.Coordinator, Initiative.Now);
        Refused.With("tandem-not-mentor", () => MentoringSession.Log(Guid.NewGuid(), tandem, initiative.Volunteer, Initiative.Entry(), initiative.Mentor, Initiative.Now));
    }

    [Fact]
    public void The_coordination_writes_for_a_mentor_who_only_telephones_also_after_the_end()
    {
        var tandem = _initiative.Active();
        tandem.End(Initiative.Today, TandemEndReason.NoTime, null, [], _initiative.Coordinator, Initiative.Now);
        var session = MentoringSession.Log(Guid.NewGuid(), tandem, _initiative.Volunteer, Initiative.Entry(), _initiative.Coordinator, Initiative.Now);
        Assert.Equal(_initiative.Coordinator.UserId, session.RecordedByUserId);
        Refused.With("session-outside-period", () => MentoringSession.Log(
            Guid.NewGuid(), tandem, _initiative.Volunteer, Initiative.Entry(Initiative.Today.AddDays(2)), _initiative.Coordinator, Initiative.Now.AddDays(3)));
    }

    [Fact]
    public void For_seven_days_an_entry_is_changed_and_later_corrected_with_the_earlier_words_kept()
    {
        var tandem = _initiative.Active();
        var session = _initiative.Logged(tandem);
        Change(session, tandem, 8, Initiative.Now.AddDays(7));
        Assert.Equal((8, 0), (session.QuarterHours, session.Versions.Count));
        Change(session, tandem, 4, Initiative.Now.AddDays(8));
        var before = Assert.Single(session.Versions);
        Assert.Equal((4, 8, 0, 1), (session.QuarterHours, before.QuarterHours, before.Version, session.Version));
        Refused.With("tandem-not-mentor", () => session.Change(tandem, _initiative.Volunteer, Initiative.Entry(), Case.For(_initiative.Organisation, Role.Volunteer), Initiative.Rules, Initiative.Now));
    }

    [Fact]
    public void The_coordination_answers_and_nobody_else()
    {
        var tandem = _initiative.Active();
        var session = _initiative.Logged(tandem);
        session.Answer(Guid.NewGuid(), tandem, AnswerKind.Thanks, "Danke!", _initiative.Colleague, Initiative.Now);
        Assert.Equal("Danke!", Assert.Single(session.Answers).Text);
        Refused.With("mentoring-coordination-only", () => session.Answer(Guid.NewGuid(), tandem, AnswerKind.Thanks, "x", _initiative.Mentor, Initiative.Now));
    }

    [Fact]
    public void A_tandem_is_quiet_after_21_days_and_a_volunteer_has_too_much_beyond_5_hours_or_3_tandems()
    {
        Assert.False(Initiative.Rules.IsQuiet(Initiative.Today.AddDays(-20), Initiative.Today));
        Assert.True(Initiative.Rules.IsQuiet(Initiative.Today.AddDays(-21), Initiative.Today));
        Assert.False(Initiative.Rules.IsTooMuch(5, 3));
        Assert.True(Initiative.Rules.IsTooMuch(5.25m, 1));
        Assert.True(Initiative.Rules.IsTooMuch(0, 4));
    }

    private MentoringSession Log(Tandem tandem, SessionEntry entry) =>
        MentoringSession.Log(Guid.NewGuid(), tandem, _initiative.Volunteer, entry, _initiative.Mentor, Initiative.Now);

    private void Change(MentoringSession session, Tandem tandem, int quarters, DateTimeOffset at) =>
        session.Change(tandem, _initiative.Volunteer, Initiative.Entry(quarters: quarters), _initiative.Mentor, Initiative.Rules, at);
}
