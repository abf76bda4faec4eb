using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Mentoring;

/// <summary>The rules, asked by the page and enforced by the deed.</summary>
public sealed partial class Tandem
{
    /// <summary>May this officer do this now? First whether it is theirs to do, then whether the state allows it.</summary>
    public Refusal? WhyNot(TandemDeed deed, Officer by) =>
        by.LeadsVolunteersOf(ActorId) ? WhyNotMove(deed) : new Refusal("mentoring-coordination-only");

    public Refusal? WhyNotPropose(Volunteer volunteer, Officer by) =>
        WhyNot(TandemDeed.Propose, by)
        ?? (volunteer.ActorId != ActorId ? new Refusal("tandem-volunteer-of-others")
        : volunteer.State != VolunteerState.Active ? new Refusal("tandem-volunteer-not-active", volunteer.State)
        : volunteer.Id == Mentor?.VolunteerId ? new Refusal("tandem-mentor-already")
        : null);

    /// <summary>Only the mentor, or the coordination that has asked them on the telephone, says yes for the mentor.</summary>
    public Refusal? WhyNotAgree(Volunteer volunteer, Officer by) =>
        State != TandemState.Proposed ? new Refusal("tandem-nothing-proposed")
        : volunteer.Id != Mentor?.VolunteerId ? new Refusal("tandem-not-mentor")
        : IsSelf(volunteer, by) || by.LeadsVolunteersOf(ActorId) ? null
        : new Refusal("tandem-not-mentor");

    public Refusal? WhyNotAgreeForMentees(Officer by) =>
        !by.LeadsVolunteersOf(ActorId) ? new Refusal("mentoring-coordination-only")
        : State != TandemState.Proposed ? new Refusal("tandem-nothing-proposed")
        : null;

    /// <summary>
    /// Both sides have agreed, the mentor is bound to confidentiality, and where minors are, somebody has seen the certificate of
    /// conduct (SGB VIII § 72a).
    /// </summary>
    public Refusal? WhyNotBeginTrial(Volunteer volunteer, Officer by, DateOnly today) =>
        WhyNot(TandemDeed.BeginTrial, by)
        ?? (volunteer.Id != Mentor?.VolunteerId ? new Refusal("tandem-not-mentor")
        : volunteer.State != VolunteerState.Active ? new Refusal("tandem-volunteer-not-active", volunteer.State)
        : Mentor.AgreedOn is null ? new Refusal("tandem-mentor-not-agreed")
        : mentees.Exists(m => m.AgreedOn is null) ? new Refusal("tandem-mentee-not-agreed")
        : volunteer.ConfidentialityOn is null ? new Refusal("tandem-confidentiality-missing")
        : WithMinors && !volunteer.HasCertificateOn(today) ? new Refusal("tandem-certificate-missing")
        : null);

    /// <summary>While the two meet and a minor is with them, a clear certificate of the mentor was seen and still holds.</summary>
    public bool LacksCertificateOn(DateOnly day, Volunteer? mentor) =>
        WithMinors && State.IsRunning() && !(mentor is not null && mentor.Id == Mentor?.VolunteerId && mentor.HasCertificateOn(day));

    /// <summary>A pause with minors does not end without what their beginning needed.</summary>
    public Refusal? WhyNotResume(Volunteer? mentor, Officer by, DateOnly today) =>
        WhyNot(TandemDeed.Resume, by) ?? (LacksCertificateOn(today, mentor) ? new Refusal("tandem-certificate-missing") : null);

    /// <param name="meetings">How many meetings there were since the trial began.</param>
    public Refusal? WhyNotConfirm(int meetings, Officer by, MentoringRules rules, DateOnly today)
    {
        if (WhyNot(TandemDeed.Confirm, by) is { } no)
            return no;
        var over = TrialSince!.Value.AddDays(7 * rules.TrialWeeks);
        return meetings >= rules.TrialMeetings || today >= over ? null : new Refusal("tandem-trial-too-early", rules.TrialMeetings, over);
    }

    /// <summary>Either side ends at any time: the mentor says it here, the persons say it to the coordination.</summary>
    public Refusal? WhyNotBeginEnding(Volunteer? self, Officer by) =>
        self is not null && IsSelf(self, by) && self.Id == Mentor?.VolunteerId ? WhyNotMove(TandemDeed.BeginEnding) : WhyNot(TandemDeed.BeginEnding, by);

    /// <summary>The first day that can be its last: until their last meeting, and since the trial began, the mentor is insured.</summary>
    public DateOnly FirstEnd(DateOnly? lastMeeting) => new[] { Day(OpenedAt), TrialSince ?? default, lastMeeting ?? default }.Max();

    /// <summary>It ended on a day that has been, not before it began and not before the two met last.</summary>
    public Refusal? WhyNotEndOn(DateOnly on, DateOnly? lastMeeting, DateOnly today) =>
        on > today ? new Refusal("mentoring-date-in-future")
        : on < FirstEnd(null) ? new Refusal("tandem-ends-before-it-began", FirstEnd(null))
        : on < lastMeeting ? new Refusal("tandem-ends-before-it-met", lastMeeting.Value)
        : null;

    /// <summary>Have mentor and persons met, so that something can have become of the goals?</summary>
    public bool HasMet => TrialSince is not null;

    /// <summary>Either nothing is said of the goals or something of each, and only of a tandem that has met.</summary>
    public Refusal? WhyNotJudge(IReadOnlyList<GoalResult> goals) =>
        goals.Count == 0 || (HasMet && goals.Count == Goals.Count) ? null : new Refusal("tandem-goals-other");

    /// <summary>May a meeting of that day be written down? By the mentor while the tandem runs, by the coordination also afterwards.</summary>
    public Refusal? WhyNotLog(Volunteer volunteer, DateOnly heldOn, Officer by, DateOnly today) =>
        WhyNotWrite(volunteer, by)
        ?? (heldOn > today ? new Refusal("session-in-future")
        : TrialSince is null ? new Refusal("tandem-not-running")
        : !mentors.Exists(m => m.VolunteerId == volunteer.Id && m.MetOn(heldOn)) ? new Refusal("session-outside-period")
        : null);

    /// <summary>May somebody write down meetings of this mentor at all?</summary>
    public Refusal? WhyNotWrite(Volunteer volunteer, Officer by) =>
        by.LeadsVolunteersOf(ActorId) ? null
        : !IsSelf(volunteer, by) || volunteer.Id != Mentor?.VolunteerId ? new Refusal("tandem-not-mentor")
        : State.IsRunning() ? null
        : new Refusal("tandem-not-running");

    private Refusal? WhyNotMove(TandemDeed deed) =>
        TandemMoves.Table[deed].From.Contains(State) ? null : new Refusal("tandem-cannot-move", State);

    private bool IsSelf(Volunteer volunteer, Officer by) =>
        by.Role == Role.Volunteer && by.TenantId == TenantId && volunteer.UserId == by.UserId;
}
