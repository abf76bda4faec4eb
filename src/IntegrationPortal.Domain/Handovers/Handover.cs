using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Handovers;

/// <summary>
/// One actor asks another to take part in a case or to lead it, for one or more steps. Nothing moves before the
/// receiver accepts; until then the sender is responsible.
/// </summary>
public sealed partial class Handover : IBelongsToCase
{
    /// <summary>Code of the reason where the portal withdrew it (<see cref="Recall"/>).</summary>
    public const string ConsentWithdrawn = "consent-withdrawn";

    private readonly List<HandoverStep> steps = [];
    private readonly List<HandoverGround> grounds = [];
    private readonly List<HandoverMessage> messages = [];
    private readonly List<CaseEvent> events = [];

    private Handover()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid CaseId { get; private set; }

    public Guid Id { get; private set; }

    public DataCategory Category => DataCategory.None;

    public HandoverKind Kind { get; private set; }

    public HandoverState State { get; private set; }

    public Guid FromActorId { get; private set; }

    public Guid ToActorId { get; private set; }

    /// <summary>The categories the receiver will see after accepting.</summary>
    public DataCategory Categories { get; private set; }

    public DateTimeOffset SentAt { get; private set; }

    public Guid SentByUserId { get; private set; }

    /// <summary>Who led when it was sent; a return gives the lead back to it.</summary>
    public Guid PreviousLeadActorId { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Who moved it last; null when the portal's clock did, or the receiver without an account.</summary>
    public Guid? ChangedByUserId { get; private set; }

    /// <summary>The colleague of the receiver who looks after it; null while nobody has taken it.</summary>
    public Guid? AssigneeUserId { get; private set; }

    /// <summary>The clock of whoever has to act: the receiver, or the sender after a question.</summary>
    public RunningClock Clock { get; private set; } = null!;

    /// <summary>Working days the receiver had used before it asked back.</summary>
    public int UsedDays { get; private set; }

    /// <summary>The loudest alarm raised on the running clock.</summary>
    public HandoverAlarm Alarm { get; private set; }

    public DateOnly? FirstFreeDate { get; private set; }

    public DeclineReason? DeclineReason { get; private set; }

    public DateTimeOffset? AcceptedAt { get; private set; }

    public DateTimeOffset? ArrivedAt { get; private set; }

    /// <summary>A copy of the path's, kept by the database for those who no longer see the path: on a closed case nothing is answered.</summary>
    public DateOnly? CaseClosedOn { get; private set; }

    /// <summary>Null when the reader is neither side: the content is not loaded for others.</summary>
    public HandoverContent? Content { get; private set; }

    /// <summary>Null while nothing was printed for a receiver without an account.</summary>
    public HandoverSheet? Sheet { get; private set; }

    public IReadOnlyList<HandoverStep> Steps => steps;

    public IReadOnlyList<HandoverGround> Grounds => grounds;

    public IReadOnlyList<HandoverMessage> Messages => messages;

    /// <summary>What this visit has added to the case's events.</summary>
    public IReadOnlyList<CaseEvent> Events => events;

    /// <summary>What the steps are called, in one line.</summary>
    public Bilingual Subject => new(string.Join(", ", steps.Select(s => s.Title.De)), string.Join(", ", steps.Select(s => s.Title.En)));

    /// <summary>Sends a handover. The path must have its steps and participations loaded.</summary>
    /// <param name="sharing">For each category that shall go along, its ground, or null when there is none.</param>
    /// <param name="receiverIsStaffed">Somebody works there who could open and answer it.</param>
    public static Handover Send(
        CasePath path, Actor receiver, HandoverDraft draft, IReadOnlyDictionary<DataCategory, LegalGround?> sharing,
        bool otherTransferOpen, bool receiverIsStaffed, Officer by, HandoverClock clock, WorkingCalendar calendar, DateTimeOffset now)
    {
        Refusal.If(WhyNotSend(path, receiver, draft, sharing, otherTransferOpen, receiverIsStaffed, by, GermanTime.DayOf(now)));
        var handover = new Handover
        {
            TenantId = path.TenantId,
            CaseId = path.Id,
            Id = draft.Id,
            Kind = draft.Kind,
            State = HandoverState.Sent,
            FromActorId = by.ActorId,
            ToActorId = receiver.Id,
            Categories = sharing.Keys.Aggregate(DataCategory.None, (sum, c) => sum | c),
            SentAt = now,
            SentByUserId = by.UserId,
            PreviousLeadActorId = path.LeadActorId,
            ChangedAt = now,
            ChangedByUserId = by.UserId,
            Clock = RunningClock.Start(clock, calendar, GermanTime.DayOf(now)),
        };
        handover.steps.AddRange(draft.StepIds.Distinct().Select(id => new HandoverStep(handover, path.Step(id))));
        handover.grounds.AddRange(sharing.Values.Select(g => new HandoverGround(handover, g!)));
        handover.Content = HandoverContent.Of(handover, draft);
        handover.Record(CaseEventKind.HandoverSent, by, now, handover.Kind.ToString());
        return handover;
    }

    private void MoveTo(HandoverDeed deed, Officer? by, DateTimeOffset now)
    {
        Refusal.If(by is null ? WhyNotMove(deed) : WhyNot(deed, by));
        (State, ChangedAt, ChangedByUserId) = (HandoverMoves.Table[deed].To, now, by?.Account);
        Alarm = HandoverAlarm.None;
        if (by is { Account: null })
            Sheet?.Answer(by, now);
    }

    private void Record(CaseEventKind kind, Officer? by, DateTimeOffset now, string? reason = null)
    {
        var other = by?.ActorId == ToActorId ? FromActorId : ToActorId;
        var absent = by is not null && by.ActorId == ToActorId && AssigneeUserId != by.Account ? AssigneeUserId : null;
        var subject = Subject.De.Length > CaseEvent.SubjectLength ? Subject.De[..CaseEvent.SubjectLength] : Subject.De;
        var detail = new CaseEventDetail(null, Id, other, subject, reason, InsteadOfUserId: absent);
        events.Add(CaseEvent.Record(TenantId, CaseId, kind, by, now, detail));
    }
}
