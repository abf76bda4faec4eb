namespace IntegrationPortal.Domain.Programme;

/// <summary>
/// A municipality in the programme: what was agreed, the path of its support cycle, what it does about it and who accompanies it.
/// The foundation steers all; a facilitator and the coordination keep their own.
/// </summary>
public sealed partial class Pilot : IOfPilot
{
    public const int LineLength = 200;
    public const int TextLength = 2000;

    /// <summary>Key of the process template that is its path.</summary>
    public const string Cycle = "T13-PILOT";

    private readonly List<PilotAgreement> agreements = [];
    private readonly List<PilotAssignment> assignments = [];
    private readonly List<Milestone> milestones = [];

    private Pilot()
    {
    }

    public Guid PilotId { get; private set; }

    /// <summary>The cohort it came with.</summary>
    public int Phase { get; private set; }

    /// <summary>Takes part in the track on work and training.</summary>
    public bool IsInLabourTrack { get; private set; }

    public PilotFields Fields { get; private set; }

    public DateOnly AppliedOn { get; private set; }

    /// <summary>What it wants to reach, as it said when it applied.</summary>
    public string Interest { get; private set; } = "";

    public DateOnly? WithdrawnOn { get; private set; }

    /// <summary>Why the programme ended early for it, and what stays of it there; both null while it takes part.</summary>
    public string? WithdrawalReason { get; private set; }

    public string? WithdrawalLeaves { get; private set; }

    /// <summary>Version of the template that its path was planned by; null before.</summary>
    public int? CycleVersion { get; private set; }

    /// <summary>The municipality lets the programme see the result of its latest self-assessment as one number.</summary>
    public bool SharesAssessment { get; private set; }

    public IReadOnlyList<PilotAgreement> Agreements => agreements;

    public IReadOnlyList<PilotAssignment> Assignments => assignments;

    public IReadOnlyList<Milestone> Milestones => milestones;

    public PilotState State =>
        WithdrawnOn is not null ? PilotState.Withdrawn
        : milestones.Count == 0 ? (agreements.Count == 0 ? PilotState.Interested : PilotState.Agreed)
        : milestones.TrueForAll(m => m.ReachedOn is not null) ? PilotState.Completed
        : PilotState.Running;

    public static Refusal? WhyNotApply(DateOnly on, ProgrammeMember by, DateOnly today) =>
        !by.Steers ? new Refusal("programme-not-yours") : on > today ? new Refusal("pilot-day-in-future") : null;

    /// <summary>The foundation writes down that a municipality wants to take part.</summary>
    public static Pilot Apply(
        Guid municipality, int phase, bool labourTrack, PilotFields fields, string interest, DateOnly on, ProgrammeMember by, DateOnly today)
    {
        Refusal.If(WhyNotApply(on, by, today));
        return new Pilot { PilotId = municipality, Phase = phase, IsInLabourTrack = labourTrack, Fields = fields, Interest = interest, AppliedOn = on };
    }

    public PilotAssignment? AssignmentOn(DateOnly day) => assignments.Find(a => a.HoldsOn(day));

    public bool IsAccompaniedBy(ProgrammeMember by, DateOnly today) => by.Facilitates && AssignmentOn(today)?.UserId == by.UserId;

    /// <summary>The foundation, whoever accompanies it today, and its own coordination.</summary>
    public Refusal? WhyNotKeep(ProgrammeMember by, DateOnly today) =>
        !(by.Steers || by.CoordinatesIn(PilotId) || IsAccompaniedBy(by, today)) ? new Refusal("pilot-not-yours")
        : WithdrawnOn is not null ? new Refusal("pilot-withdrawn")
        : null;

    public Refusal? WhyNotSteer(ProgrammeMember by) =>
        !by.Steers ? new Refusal("programme-not-yours") : WithdrawnOn is not null ? new Refusal("pilot-withdrawn") : null;

    /// <param name="corrected">The agreement whose days these are to be; null for a new one.</param>
    public Refusal? WhyNotAgree(DateOnly signedOn, DateOnly fromOn, DateOnly untilOn, ProgrammeMember by, DateOnly today, PilotAgreement? corrected = null) =>
        WhyNotSteer(by)
        ?? (signedOn > today ? new Refusal("pilot-day-in-future")
        : untilOn < fromOn ? new Refusal("period-ends-before")
        : agreements.Find(a => a != corrected && a.FromOn <= untilOn && fromOn <= a.UntilOn) is { } other ? new Refusal("agreement-overlaps", other.FromOn, other.UntilOn)
        : null);

    public PilotAgreement Agree(Guid id, DateOnly signedOn, DateOnly fromOn, DateOnly untilOn, string signedFor, ProgrammeMember by, DateOnly today)
    {
        Refusal.If(WhyNotAgree(signedOn, fromOn, untilOn, by, today));
        var agreement = new PilotAgreement(this, id, signedOn, fromOn, untilOn, signedFor);
        agreements.Add(agreement);
        return agreement;
    }

    /// <summary>What was agreed was written down wrongly; something newly agreed is an agreement of its own.</summary>
    public void Correct(PilotAgreement agreement, DateOnly signedOn, DateOnly fromOn, DateOnly untilOn, string signedFor, ProgrammeMember by, DateOnly today)
    {
        Refusal.If(WhyNotAgree(signedOn, fromOn, untilOn, by, today, agreement));
        agreement.Correct(signedOn, fromOn, untilOn, signedFor);
    }

    public Refusal? WhyNotAssign(DateOnly fromOn, ProgrammeMember by) =>
        WhyNotSteer(by)
        ?? (assignments.Find(a => a.FromOn >= fromOn || (a.UntilOn is { } until && until >= fromOn)) is { } other
            ? new Refusal("assignment-overlaps", other.FromOn) : null);

    /// <summary>From that day on; whoever accompanied it until then does so for the last time on the day before.</summary>
    public PilotAssignment Assign(Guid id, Guid facilitator, DateOnly fromOn, ProgrammeMember by)
    {
        Refusal.If(WhyNotAssign(fromOn, by));
        assignments.Find(a => a.UntilOn is null)?.End(fromOn.AddDays(-1));
        var assignment = new PilotAssignment(this, id, facilitator, fromOn);
        assignments.Add(assignment);
        return assignment;
    }

    /// <summary>From that day on nobody accompanies it; the pilot closes to whoever did.</summary>
    public void AccompanyNoLonger(DateOnly fromOn, ProgrammeMember by)
    {
        Refusal.If(WhyNotAssign(fromOn, by));
        assignments.Find(a => a.UntilOn is null)?.End(fromOn.AddDays(-1));
    }

    /// <summary>The fields of action may turn out to be others than those it applied with.</summary>
    public void ChangeFields(PilotFields fields, ProgrammeMember by)
    {
        Refusal.If(WhyNotSteer(by));
        Fields = fields;
    }

    public Refusal? WhyNotWithdraw(DateOnly on, ProgrammeMember by, DateOnly today) =>
        WhyNotSteer(by)
        ?? (on > today ? new Refusal("pilot-day-in-future") : on < AppliedOn ? new Refusal("withdrawal-before-application") : null);

    /// <summary>The programme ends early for it, for good; everything stays readable.</summary>
    public void Withdraw(Withdrawal withdrawal, ProgrammeMember by, DateOnly today)
    {
        Refusal.If(WhyNotWithdraw(withdrawal.On, by, today));
        (WithdrawnOn, WithdrawalReason, WithdrawalLeaves) = (withdrawal.On, withdrawal.Reason, withdrawal.Leaves);
    }

    /// <summary>The same was written down already: the form was sent twice.</summary>
    public bool IsWithdrawnBy(Withdrawal withdrawal) => withdrawal == new Withdrawal(WithdrawnOn ?? default, WithdrawalReason ?? "", WithdrawalLeaves ?? "");

    public Refusal? WhyNotShareAssessment(ProgrammeMember by) => by.CoordinatesIn(PilotId) ? null : new Refusal("pilot-not-yours");

    /// <summary>Only the municipality itself says so, and takes it back at any time.</summary>
    public void ShareAssessment(bool shares, ProgrammeMember by)
    {
        Refusal.If(WhyNotShareAssessment(by));
        SharesAssessment = shares;
    }
}
