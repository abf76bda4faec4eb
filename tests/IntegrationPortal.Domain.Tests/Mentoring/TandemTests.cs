using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Domain.Tests.CasePaths;

namespace IntegrationPortal.Domain.Tests.Mentoring;

public sealed class TandemTests
{
    private readonly Initiative _initiative = new();

    [Fact]
    public void A_tandem_goes_from_the_request_to_its_end()
    {
        var tandem = _initiative.Requested();
        Assert.Equal(RequestState.InTandem, _initiative.Request.State);
        tandem.Screen(_initiative.Coordinator, Initiative.Now);
        tandem.Propose(_initiative.Volunteer, _initiative.Coordinator, Initiative.Now);
        tandem.Agree(_initiative.Volunteer, _initiative.Mentor, Initiative.Now);
        tandem.AgreeForMentees(_initiative.Coordinator, Initiative.Now);
        tandem.BeginTrial(_initiative.Volunteer, _initiative.Coordinator, Initiative.Now);
        tandem.Confirm("Passt.", 3, _initiative.Coordinator, Initiative.Rules, Initiative.Now);
        tandem.Pause(_initiative.Coordinator, Initiative.Now);
        tandem.Resume(_initiative.Volunteer, _initiative.Coordinator, Initiative.Now);
        tandem.BeginEnding(null, _initiative.Coordinator, Initiative.Now);
        tandem.End(Initiative.Today, TandemEndReason.GoalReached, null, [_initiative.Request], _initiative.Coordinator, Initiative.Now);
        Assert.Equal((TandemState.Ended, Initiative.Today, TandemEndReason.GoalReached), (tandem.State, tandem.EndedOn!.Value, tandem.EndReason!.Value));
        Assert.Equal(RequestState.Closed, _initiative.Request.State);
        Assert.Null(tandem.Mentor);
        Assert.Equal(9, tandem.Events.Count);
    }

    [Fact]
    public void Both_sides_agree_before_the_trial_begins()
    {
        var tandem = _initiative.Proposed();
        Refused.With("tandem-mentor-not-agreed", () => Begin(tandem));
        tandem.Agree(_initiative.Volunteer, _initiative.Mentor, Initiative.Now);
        Refused.With("tandem-mentee-not-agreed", () => Begin(tandem));
        tandem.AgreeForMentees(_initiative.Coordinator, Initiative.Now);
        Begin(tandem);
        Assert.Equal(TandemState.Trial, tandem.State);
    }

    [Fact]
    public void No_trial_begins_without_the_declaration_of_confidentiality()
    {
        var tandem = _initiative.Agreed();
        _initiative.Volunteer.Note(new VolunteerFacts(Initiative.Today, null), _initiative.Coordinator, Initiative.Today);
        Refused.With("tandem-confidentiality-missing", () => Begin(tandem));
    }

    [Fact]
    public void With_minors_nothing_begins_without_a_clear_certificate_that_still_holds()
    {
        var initiative = new Initiative(minor: true);
        var tandem = initiative.Agreed();
        Assert.True(tandem.WithMinors);
        void Start() => tandem.BeginTrial(initiative.Volunteer, initiative.Coordinator, Initiative.Now);
        Refused.With("tandem-certificate-missing", Start);
        initiative.Volunteer.NoteCertificate(Initiative.Today, false, initiative.Coordinator, Initiative.Rules, Initiative.Today);
        Refused.With("tandem-certificate-missing", Start);
        initiative.Volunteer.NoteCertificate(Initiative.Today.AddYears(-6), true, initiative.Coordinator, Initiative.Rules, Initiative.Today);
        Refused.With("tandem-certificate-missing", Start);
        initiative.Volunteer.NoteCertificate(Initiative.Today, true, initiative.Coordinator, Initiative.Rules, Initiative.Today);
        Start();
        Assert.Equal(TandemState.Trial, tandem.State);
    }

    [Fact]
    public void A_pause_with_minors_does_not_end_without_a_certificate_that_still_holds()
    {
        var initiative = new Initiative(minor: true);
        var (mentor, lead) = (initiative.Volunteer, initiative.Coordinator);
        mentor.NoteCertificate(Initiative.Today, true, lead, Initiative.Rules, Initiative.Today);
        var tandem = initiative.Active();
        Assert.False(tandem.LacksCertificateOn(Initiative.Today, mentor));
        Assert.True(tandem.LacksCertificateOn(Initiative.Today.AddMonths(61), mentor));
        Assert.True(tandem.LacksCertificateOn(Initiative.Today, null));
        tandem.Pause(lead, Initiative.Now);
        mentor.NoteCertificate(Initiative.Today, false, lead, Initiative.Rules, Initiative.Today);
        Assert.Null(mentor.CertificateNextOn);
        Assert.True(tandem.LacksCertificateOn(Initiative.Today, mentor));
        Refused.With("tandem-certificate-missing", () => tandem.Resume(mentor, lead, Initiative.Now));
        mentor.NoteCertificate(Initiative.Today, true, lead, Initiative.Rules, Initiative.Today);
        tandem.Resume(mentor, lead, Initiative.Now);
        Assert.False(_initiative.Active().LacksCertificateOn(Initiative.Today, _initiative.Volunteer));
    }

    [Fact]
    public void A_trial_lasts_three_meetings_or_four_weeks()
    {
        var tandem = _initiative.OnTrial();
        Refused.With("tandem-trial-too-early", () => tandem.Confirm("Gut.", 2, _initiative.Coordinator, Initiative.Rules, Initiative.Now.AddDays(27)));
        Assert.Null(tandem.WhyNotConfirm(3, _initiative.Coordinator, Initiative.Rules, Initiative.Today));
        tandem.Confirm("Gut.", 2, _initiative.Coordinator, Initiative.Rules, Initiative.Now.AddDays(28));
        Assert.Equal("Gut.", tandem.Events[^1].Text);
    }

    [Fact]
    public void Only_an_active_volunteer_of_the_organisation_is_proposed_and_only_once()
    {
        var tandem = _initiative.Requested();
        Refused.With("tandem-volunteer-not-active", () => tandem.Propose(_initiative.Interested(), _initiative.Coordinator, Initiative.Now));
        Refused.With("tandem-volunteer-of-others", () => tandem.Propose(new Initiative().Volunteer, _initiative.Coordinator, Initiative.Now));
        Refused.With("mentoring-coordination-only", () => tandem.Propose(_initiative.Volunteer, _initiative.Mentor, Initiative.Now));
        var active = _initiative.NewRequest();
        var other = Tandem.Open(Guid.CreateVersion7(), TandemForm.OneToOne, [active], _initiative.Coordinator, Initiative.Now);
        other.Propose(_initiative.Volunteer, _initiative.Coordinator, Initiative.Now);
        Assert.Equal("tandem-cannot-move", other.WhyNotPropose(_initiative.Volunteer, _initiative.Coordinator)?.Code);
    }

    [Fact]
    public void A_change_of_mentor_keeps_who_it_was_and_asks_both_sides_again()
    {
        var tandem = _initiative.Active();
        Refused.With("tandem-mentor-already", () => tandem.Propose(_initiative.Volunteer, _initiative.Coordinator, Initiative.Now));
        var next = _initiative.Admitted();
        tandem.Propose(next, _initiative.Coordinator, Initiative.Now.AddDays(10));
        Assert.Equal((next.Id, 2), (tandem.Mentor!.VolunteerId, tandem.Mentors.Count));
        Assert.Equal(Initiative.Today.AddDays(10), tandem.Mentors[0].Until);
        Assert.Null(tandem.Mentees[0].AgreedOn);
        Assert.Equal("tandem-mentor-not-agreed", tandem.WhyNotBeginTrial(next, _initiative.Coordinator, Initiative.Today)?.Code);
    }

    [Fact]
    public void Who_turns_a_proposal_down_is_not_named()
    {
        var tandem = _initiative.Proposed();
        tandem.TurnDown(_initiative.Coordinator, Initiative.Now);
        Assert.Equal(TandemState.Screening, tandem.State);
        Assert.Null(tandem.Mentor);
        Assert.Null(tandem.Events[^1].Text);
    }

    [Fact]
    public void The_mentor_ends_at_any_time_and_no_other_volunteer_does()
    {
        var tandem = _initiative.Active();
        var other = Case.For(_initiative.Organisation, Domain.Tenancy.Role.Volunteer);
        Refused.With("mentoring-coordination-only", () => tandem.BeginEnding(_initiative.Admitted(other.UserId), other, Initiative.Now));
        tandem.BeginEnding(_initiative.Volunteer, _initiative.Mentor, Initiative.Now);
        Assert.Equal(TandemState.Ending, tandem.State);
        Refused.With("tandem-cannot-move", () => tandem.BeginEnding(_initiative.Volunteer, _initiative.Mentor, Initiative.Now));
    }

    [Fact]
    public void A_tandem_ends_on_a_day_that_has_been_and_after_it_began()
    {
        var tandem = _initiative.Active();
        void End(DateOnly on) => tandem.End(on, TandemEndReason.NoTime, null, [], _initiative.Coordinator, Initiative.Now);
        Refused.With("mentoring-date-in-future", () => End(Initiative.Today.AddDays(1)));
        Refused.With("tandem-ends-before-it-began", () => End(Initiative.Today.AddDays(-1)));
        End(Initiative.Today);
        Refused.With("tandem-cannot-move", () => End(Initiative.Today));
    }

    [Fact]
    public void A_tandem_ends_neither_before_its_trial_nor_before_its_last_meeting()
    {
        var tandem = _initiative.Agreed();
        var (trial, now) = (Initiative.Today.AddDays(10), Initiative.Now.AddDays(30));
        tandem.BeginTrial(_initiative.Volunteer, _initiative.Coordinator, Initiative.Now.AddDays(10));
        void End(DateOnly on, DateOnly? met) => tandem.End(on, TandemEndReason.NoTime, null, [], _initiative.Coordinator, now, null, met);
        Refused.With("tandem-ends-before-it-began", () => End(trial.AddDays(-1), null));
        Refused.With("tandem-ends-before-it-met", () => End(trial.AddDays(4), trial.AddDays(5)));
        Assert.Equal((trial, trial.AddDays(5)), (tandem.FirstEnd(null), tandem.FirstEnd(trial.AddDays(5))));
        End(trial.AddDays(5), trial.AddDays(5));
        Assert.Equal(new InsuredTime(trial, trial.AddDays(5)), InsuredTime.Of(tandem.Mentors[0], [trial]));
    }

    [Fact]
    public void A_meeting_is_of_the_mentor_of_its_day_and_of_nobody_only_proposed()
    {
        var tandem = _initiative.Active();
        var (next, change) = (_initiative.Admitted(), Initiative.Today.AddDays(10));
        tandem.Propose(next, _initiative.Coordinator, Initiative.Now.AddDays(10));
        Assert.Equal(_initiative.Volunteer.Id, tandem.MentorOn(change)!.VolunteerId);
        Assert.Null(tandem.MentorOn(change.AddDays(1)));
        Assert.Equal("session-outside-period", tandem.WhyNotLog(next, change, _initiative.Coordinator, change)?.Code);
        tandem.Agree(next, _initiative.Coordinator, Initiative.Now.AddDays(11));
        Assert.Equal((_initiative.Volunteer.Id, next.Id), (tandem.MentorOn(change)!.VolunteerId, tandem.MentorOn(change.AddDays(1))!.VolunteerId));
    }

    [Fact]
    public void At_the_end_something_is_said_of_each_goal_or_of_none()
    {
        var tandem = _initiative.Active();
        void End(params GoalResult[] goals) => tandem.End(Initiative.Today, TandemEndReason.NoTime, null, [], _initiative.Coordinator, Initiative.Now, goals);
        Refused.With("tandem-goals-other", () => End(GoalResult.Reached, GoalResult.Partly));
        Assert.Empty(tandem.GoalResults);
        End(GoalResult.Partly);
        Assert.Equal([GoalResult.Partly], tandem.GoalResults);
    }

    [Fact]
    public void Where_nothing_is_said_nobody_knows_and_of_a_tandem_that_never_met_there_is_nothing_to_say()
    {
        var met = _initiative.Active();
        met.End(Initiative.Today, TandemEndReason.MentorUnreachable, null, [], _initiative.Coordinator, Initiative.Now);
        Assert.Equal([GoalResult.Unknown], met.GoalResults);

        var never = new Initiative();
        var tandem = never.Proposed();
        Refused.With("tandem-goals-other", () => tandem.End(Initiative.Today, TandemEndReason.NoTime, null, [], never.Coordinator, Initiative.Now, [GoalResult.Reached]));
        tandem.End(Initiative.Today, TandemEndReason.NoTime, null, [], never.Coordinator, Initiative.Now);
        Assert.Empty(tandem.GoalResults);
    }

    [Fact]
    public void Several_persons_are_a_group_or_a_family_and_each_request_is_taken_up_once()
    {
        var siblings = new[] { _initiative.NewRequest("Amina"), _initiative.NewRequest("Samir", true, "Hausaufgaben") };
        Refused.With("tandem-one-to-one", () => Tandem.Open(Guid.CreateVersion7(), TandemForm.OneToOne, siblings, _initiative.Coordinator, Initiative.Now));
        Refused.With("tandem-without-request", () => Tandem.Open(Guid.CreateVersion7(), TandemForm.Group, [], _initiative.Coordinator, Initiative.Now));
        Refused.With("mentoring-coordination-only", () => Tandem.Open(Guid.CreateVersion7(), TandemForm.Family, siblings, Initiative.Stranger, Initiative.Now));
        var family = Tandem.Open(Guid.CreateVersion7(), TandemForm.Family, siblings, _initiative.Coordinator, Initiative.Now);
        Assert.Equal(["Deutsch sprechen", "Hausaufgaben"], family.Goals);
        Assert.True(family.WithMinors);
        Refused.With("request-not-waiting", () => Tandem.Open(Guid.CreateVersion7(), TandemForm.Family, siblings, _initiative.Coordinator, Initiative.Now));
    }

    private void Begin(Tandem tandem) => tandem.BeginTrial(_initiative.Volunteer, _initiative.Coordinator, Initiative.Now);
}
