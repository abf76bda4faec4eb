using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.CasePaths;

/// <summary>One step of a case: copied from the version of a template that the case follows, or added by hand.</summary>
public sealed partial class CaseStep : IBelongsToCase
{
    public const int TitleLength = 300;
    public const int ReasonLength = 500;

    /// <summary>Some eight years: what takes longer is a slip.</summary>
    public const int MaxWorkingDays = 2000;

    private CaseStep()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid CaseId { get; private set; }

    public Guid Id { get; private set; }

    public DataCategory Category => DataCategory.None;

    public int Position { get; private set; }

    /// <summary>Key of the step in its template, e.g. T2.8; null for a step added by hand.</summary>
    public string? TemplateKey { get; private set; }

    /// <summary>Key of the further template in whose line it stands, also where it was added by hand; null in the line with which the case was opened.</summary>
    public string? FurtherKey { get; private set; }

    public string StageDe { get; private set; } = "";

    public string? StageEn { get; private set; }

    public Bilingual Stage => new(StageDe, StageEn ?? StageDe);

    public string TitleDe { get; private set; } = "";

    /// <summary>Null for a step that somebody added in their own words.</summary>
    public string? TitleEn { get; private set; }

    public Bilingual Title => new(TitleDe, TitleEn ?? TitleDe);

    /// <summary>The kind of actor that is responsible, e.g. jobcenter.</summary>
    public string ResponsibleKind { get; private set; } = "";

    /// <summary>The one actor that answers for the step now; never nobody.</summary>
    public Guid ResponsibleActorId { get; private set; }

    /// <summary>True while the lead actor only stands in, until an actor of the responsible kind has accepted.</summary>
    public bool StandsIn { get; private set; }

    /// <summary>The handover that gave the step to its actor, with the lead or by itself; a return takes back what it gave.</summary>
    public Guid? GivenByHandoverId { get; private set; }

    /// <summary>The kind of actor that receives the person afterwards.</summary>
    public string? ReceivingKind { get; private set; }

    /// <summary>Working days of the state the step may take.</summary>
    public int ExpectedWorkingDays { get; private set; }

    public DeadlineKind DeadlineKind { get; private set; }

    /// <summary>Paragraph or source of the deadline, as the template or whoever added the step gives it.</summary>
    public string? LegalBasis { get; private set; }

    public StepState State { get; private set; }

    /// <summary>Begun, the first open one of its process, or one whose deadline of the law runs already: somebody's turn now. The days of the other open steps move with it.</summary>
    public bool IsCurrent { get; private set; }

    public DateOnly? StartedOn { get; private set; }

    public DateOnly? EndedOn { get; private set; }

    public BlockReason? BlockReason { get; private set; }

    /// <summary>Why the step was skipped, or more about what blocks it.</summary>
    public string? Reason { get; private set; }

    /// <summary>How it ended: a code of the results that its template gives it; null while it is open and for steps without results.</summary>
    public string? Result { get; private set; }

    internal void Turn(bool isCurrent) => IsCurrent = isCurrent;

    internal void Assign(Guid actorId, bool standsIn, Guid? givenBy = null) =>
        (ResponsibleActorId, StandsIn, GivenByHandoverId) = (actorId, standsIn, givenBy);

    internal void Start(DateOnly today, WorkingCalendar calendar)
    {
        MoveTo(StepState.Active);
        (BlockReason, Reason) = (null, null);
        Begin(today, calendar);
    }

    internal void Finish(string? result, DateOnly day)
    {
        MoveTo(StepState.Done);
        // What was done earlier than anybody wrote down that it was begun, had begun by then.
        (StartedOn, EndedOn, BlockReason, Reason, Result) = (StartedOn < day ? StartedOn : day, day, null, null, result);
    }

    /// <summary>As before its end, begun or not; of its end nothing is left but what the timeline tells.</summary>
    internal void Reopen() =>
        (State, EndedOn, BlockReason, Reason, Result) = (StartedOn is null ? StepState.Planned : StepState.Active, null, null, null, null);

    internal void Skip(string reason, DateOnly today)
    {
        MoveTo(StepState.Skipped);
        (EndedOn, BlockReason, Reason) = (today, null, reason);
    }

    internal void Block(BlockReason why, string? more, DateOnly today, WorkingCalendar calendar)
    {
        MoveTo(StepState.Blocked);
        Begin(today, calendar);
        (BlockReason, Reason) = (why, more);
    }

    internal void Move(int position) => Position = position;

    private void MoveTo(StepState to)
    {
        if (!StepMoves.Allow(State, to))
            Refusal.If(new Refusal("step-cannot-move", Title, State, to));
        State = to;
    }
}
