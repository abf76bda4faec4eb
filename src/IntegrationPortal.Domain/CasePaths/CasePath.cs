using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.CasePaths;

/// <summary>
/// One person or household in one municipality on its way through one process or several. At every moment exactly one
/// actor leads; nothing moves to another before that other has accepted.
/// </summary>
public sealed partial class CasePath : ITenantScoped
{
    public const int NumberLength = 20;

    private readonly List<CaseStep> steps = [];
    private readonly List<Participation> participations = [];
    private readonly List<CaseEvent> events = [];

    private CasePath()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>The number people say on the phone, e.g. K-2026-0412; unique in the municipality.</summary>
    public string Number { get; private set; } = "";

    /// <summary>The process with which the case was opened; those added since are <see cref="FurtherTemplates"/>.</summary>
    public string TemplateKey { get; private set; } = "";

    /// <summary>A running case keeps the version of the template it started with.</summary>
    public int TemplateVersion { get; private set; }

    public Guid LeadActorId { get; private set; }

    public DateOnly LeadSince { get; private set; }

    /// <summary>The actor that collected the data from the person; its own record is its legal ground.</summary>
    public Guid OpenedByActorId { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }

    public DateTimeOffset LastActivityAt { get; private set; }

    /// <summary>The next deadline of any open step; null when nothing is open.</summary>
    public DateOnly? NextDueOn { get; private set; }

    public IReadOnlyList<CaseStep> Steps => steps;

    public IReadOnlyList<Participation> Participations => participations;

    /// <summary>What this visit has added; earlier events are read from the timeline, never loaded here.</summary>
    public IReadOnlyList<CaseEvent> Events => events;

    /// <summary>An actor opens a case and leads it; its own participation covers every category it collects.</summary>
    public static CasePath Open(Guid id, string number, ProcessTemplate template, Officer by, WorkingCalendar calendar, DateTimeOffset now)
    {
        var today = GermanTime.DayOf(now);
        var path = new CasePath
        {
            TenantId = by.TenantId,
            Id = id,
            Number = number,
            TemplateKey = template.Key,
            TemplateVersion = template.Version,
            LeadActorId = by.ActorId,
            LeadSince = today,
            OpenedByActorId = by.ActorId,
            OpenedAt = now,
            LastActivityAt = now,
        };
        foreach (var step in template.Steps.OrderBy(s => s.Position))
            path.steps.Add(CaseStep.From(path, path.steps.Count + 1, step, Guid.CreateVersion7(now)));
        foreach (var step in path.steps)
            step.Assign(by.ActorId, standsIn: step.ResponsibleKind != by.ActorKind);
        path.participations.Add(Participation.Lead(path, by.ActorId, by.ActorKind, today, now));
        path.Project(today, calendar);
        path.Record(CaseEventKind.CaseOpened, by, now, subject: template.Key);
        return path;
    }

    /// <summary>The participation of an actor, ended or not.</summary>
    public Participation? ParticipationOf(Guid actorId) => participations.SingleOrDefault(p => p.ActorId == actorId);

    /// <summary>May this officer write on the case at all? Whoever takes part may, while the case runs; an emergency is there to read.</summary>
    public Refusal? WhyNotWrite(Officer by) => WhyNotTakingPart(by) ?? WhyNotRunning();

    /// <summary>What may be done in a closed case too, by whoever takes part and not in an emergency.</summary>
    public Refusal? WhyNotTakingPart(Officer by) => ParticipationOf(by.ActorId) switch
    {
        { IsActive: true, IsEmergency: false } => null,
        { IsActive: true } => new Refusal("break-glass-reads-only"),
        _ => new Refusal("case-not-taking-part"),
    };

    public CaseStep Step(Guid id) => steps.Single(s => s.Id == id);

    /// <summary>
    /// Each process runs on its own: it is the turn of its first open step, and of each whose deadline of the law runs already. Every
    /// participant's list knows the next deadline of all.
    /// </summary>
    private void Project(DateOnly today, WorkingCalendar calendar)
    {
        foreach (var step in steps)
            step.Turn(step.State is StepState.Active or StepState.Blocked || step is { State: StepState.Planned, EventOn: not null });
        foreach (var line in steps.Where(s => s.State.IsOpen()).GroupBy(s => s.FurtherKey))
        {
            Project(line, today, calendar);
            line.MinBy(s => s.Position)!.Turn(true);
        }

        NextDueOn = steps.Where(s => s.State.IsOpen()).Min(s => s.DueOn);
    }

    /// <summary>Deadlines of steps not begun follow those before them in the line of their process.</summary>
    private static void Project(IEnumerable<CaseStep> line, DateOnly today, WorkingCalendar calendar)
    {
        var cursor = today;
        var open = line.OrderBy(s => s.Position).ToList();
        if (open.FirstOrDefault() is { State: StepState.Planned } first)
            first.ComeUp(today);
        foreach (var step in open)
        {
            step.Project(cursor, calendar);
            if (step.DueOn > cursor)
                cursor = step.DueOn.Value;
        }
    }

    private void Record(
        CaseEventKind kind, Officer? by, DateTimeOffset now, Guid? stepId = null, Guid? handoverId = null,
        Guid? otherActorId = null, string? subject = null, string? reason = null, DataCategory category = DataCategory.None, DateTimeOffset? happenedAt = null)
    {
        events.Add(CaseEvent.Record(TenantId, Id, kind, by, now, new CaseEventDetail(stepId, handoverId, otherActorId, subject, reason, category, HappenedAt: happenedAt)));
        LastActivityAt = now;
        foreach (var participation in participations)
            participation.Touch(now, NextDueOn, ClosedOn);
    }
}
