using IntegrationPortal.Domain;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>The lists of a working day. Each is one query; the number on a tile is the length of the same list.</summary>
public enum WorkList
{
    /// <summary>Handovers to my actor that nobody has answered, and questions to my actor as sender.</summary>
    Answers,

    /// <summary>Open handovers of which my actor is one side and whose answer is late.</summary>
    Overdue,

    /// <summary>Current steps of my actor that are due within the week.</summary>
    Deadlines,

    /// <summary>Current steps of my actor whose deadline has passed.</summary>
    Missed,

    /// <summary>Open cases that my actor leads in which an entitlement or a title ends within four weeks.</summary>
    Ending,

    /// <summary>Steps of my actor that cannot go on.</summary>
    Blocked,

    /// <summary>Accepted handovers whose first free date has come: was the person there?</summary>
    Arrivals,

    /// <summary>Handovers and questions of my actor that another has not answered yet.</summary>
    Others,

    /// <summary>Handovers of my actor that were declined, returned or ran out lately, until the case is handed over anew.</summary>
    CameBack,

    /// <summary>For the coordination: handovers between others in the municipality that nobody answers.</summary>
    Stuck,
}

/// <summary>What the rows of a list of a working day are.</summary>
internal enum RowKind
{
    Handover,
    Step,
    Case,
}

/// <summary>A handover in one of the lists. Number and name are there only where the walls let the reader see the case.</summary>
public sealed record HandoverTask(
    Guid Id, Guid CaseId, string? CaseNumber, string? Person, HandoverKind Kind, HandoverState State, Guid FromActorId, Guid ToActorId,
    string From, string To, Bilingual Subject, string? Question, DateTimeOffset SentAt, DateTimeOffset ChangedAt, DateOnly ClockSince,
    DateOnly AnswerBy, DateOnly? FirstFreeDate, DeclineReason? DeclineReason, DateTimeOffset? ReadAt)
{
    /// <summary>What the receiver reads of the person in the preview, before it knows who it is; null where the walls do not show the preview.</summary>
    public UnnamedPerson? Unnamed { get; init; }
}

/// <summary>A step in one of the lists.</summary>
public sealed record StepTask(
    Guid CaseId, Guid StepId, string? CaseNumber, string? Person, Bilingual Title, StepState State, DateOnly? DueOn, DateOnly? StartedOn,
    DeadlineKind DeadlineKind, string? LegalBasis, BlockReason? BlockReason, string? Reason, bool IsIrrevocable);

/// <summary>A case in which something ends by itself.</summary>
/// <param name="What">What ends on that day; empty where the walls do not let the reader know it.</param>
public sealed record EndingTask(Guid CaseId, string CaseNumber, string? Person, DateOnly EndsOn, IReadOnlyList<(FactKind Kind, string? Code)> What);

/// <summary>One list: how long it is, and its first rows. Of the kinds of rows a list has only one.</summary>
/// <param name="Count">Counted up to <see cref="MostCounted"/>; nobody works through more in a day.</param>
public sealed record TaskList(WorkList Which, int Count, IReadOnlyList<HandoverTask> Handovers, IReadOnlyList<StepTask> Steps, IReadOnlyList<EndingTask> Endings)
{
    /// <summary>From this number on pages say "99+".</summary>
    public const int MostCounted = 100;

    public int Shown => Handovers.Count + Steps.Count + Endings.Count;

    /// <summary>No more than so many rows.</summary>
    public TaskList First(int rows) => this with { Handovers = [.. Handovers.Take(rows)], Steps = [.. Steps.Take(rows)], Endings = [.. Endings.Take(rows)] };

    public static TaskList Empty(WorkList which) => new(which, 0, [], [], []);
}

/// <summary>Where a page of a list goes on: after the row with this day or moment and id.</summary>
public sealed record ListPosition(DateOnly Day, DateTimeOffset Moment, Guid Id)
{
    /// <summary>Before every row of a list that begins with the earliest day.</summary>
    public static ListPosition First { get; } = new(DateOnly.MinValue, DateTimeOffset.MaxValue, Guid.Empty);
}
