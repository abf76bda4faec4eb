namespace IntegrationPortal.Domain.Programme;

/// <summary>
/// A step of the support cycle (T13) for one pilot. The planned day stays as it was planned; what became of it says the day it was
/// reached, or a delay with its reason.
/// </summary>
public sealed class Milestone : IOfPilot
{
    private readonly List<MilestoneDelay> delays = [];

    private Milestone()
    {
    }

    internal Milestone(Pilot pilot, string stepKey, int position, DateOnly plannedOn) =>
        (PilotId, StepKey, Position, PlannedOn) = (pilot.PilotId, stepKey, position, plannedOn);

    public Guid PilotId { get; private set; }

    /// <summary>Such as <c>T13.4</c>; its words stand in the template.</summary>
    public string StepKey { get; private set; } = "";

    public int Position { get; private set; }

    public DateOnly PlannedOn { get; private set; }

    public DateOnly? ReachedOn { get; private set; }

    public IReadOnlyList<MilestoneDelay> Delays => delays;

    public MilestoneDelay? LastDelay => delays.MaxBy(d => (d.ReportedAt, d.Id));

    /// <summary>The day on which it is expected now.</summary>
    public DateOnly ExpectedOn => LastDelay?.ExpectedOn ?? PlannedOn;

    /// <summary>Neither reached nor put off to a later day.</summary>
    public bool IsLateOn(DateOnly day) => ReachedOn is null && ExpectedOn < day;

    /// <summary>Expected later than it was planned.</summary>
    public bool IsPutOff => ReachedOn is null && ExpectedOn > PlannedOn;

    internal void Reach(DateOnly? on) => ReachedOn = on;

    internal void Delay(MilestoneDelay delay) => delays.Add(delay);
}

/// <summary>Somebody said that a milestone comes later, why, and when it is expected then. It is never rewritten.</summary>
public sealed class MilestoneDelay : IOfPilot
{
    private MilestoneDelay()
    {
    }

    internal MilestoneDelay(Milestone of, Guid id, DelayReason reason, string text, DateOnly expectedOn, ProgrammeMember by, DateTimeOffset now) =>
        (PilotId, StepKey, Id, Reason, Text, ExpectedOn, ByUserId, ReportedAt) = (of.PilotId, of.StepKey, id, reason, text, expectedOn, by.UserId, now);

    public Guid PilotId { get; private set; }

    public string StepKey { get; private set; } = "";

    public Guid Id { get; private set; }

    public DelayReason Reason { get; private set; }

    public string Text { get; private set; } = "";

    public DateOnly ExpectedOn { get; private set; }

    public Guid ByUserId { get; private set; }

    public DateTimeOffset ReportedAt { get; private set; }
}
