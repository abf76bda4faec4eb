using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.CasePaths;

/// <summary>What can happen to a case, in the words of the business.</summary>
public enum CaseEventKind
{
    CaseOpened,
    StepStarted,
    StepFinished,
    StepSkipped,
    StepBlocked,
    StepAdded,
    StepReopened,
    TemplateAdded,
    HandoverSent,
    ClarificationRequested,
    ClarificationAnswered,
    HandoverAccepted,
    HandoverDeclined,
    HandoverWithdrawn,
    HandoverReminded,
    HandoverEscalated,
    HandoverExpired,
    HandoverArrived,
    HandoverCompleted,
    HandoverReturned,
    LeadMoved,
    FactRecorded,
    FactWithdrawn,
    ConsentRecorded,
    PersonChanged,
    GroundsLapsed,
    AccessBroken,
    CaseClosed,
    CaseReopened,
    ParticipationEnded,
    ConsentWithdrawn,
    PersonLinkPrinted,
    PersonLinkRevoked,
    ProcessingRestricted,
    RestrictionLifted,
}

/// <summary>
/// Append-only: what happened to a case, when it happened and when it was recorded, by whom and on behalf of which
/// actor. Timeline and process analysis read it; nothing changes it but the retention run. Holds no name of a person.
/// </summary>
public sealed class CaseEvent : IBelongsToCase
{
    public const int SubjectLength = 300;
    public const int ReasonLength = 500;

    private CaseEvent()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid CaseId { get; private set; }

    public Guid Id { get; private set; }

    public DataCategory Category { get; private set; }

    public CaseEventKind Kind { get; private set; }

    public DateTimeOffset HappenedAt { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>Null when the portal's clock acted, which is no actor, an actor without an account, or the person.</summary>
    public Guid? UserId { get; private set; }

    public Guid? ActorId { get; private set; }

    public Guid? StepId { get; private set; }

    public Guid? HandoverId { get; private set; }

    public Guid? OtherActorId { get; private set; }

    /// <summary>Title of the step or code of the thing; never a person's name.</summary>
    public string? Subject { get; private set; }

    /// <summary>Code or words of the reason.</summary>
    public string? Reason { get; private set; }

    /// <summary>The absent colleague for whom a manager acted.</summary>
    public Guid? InsteadOfUserId { get; private set; }

    internal static CaseEvent Record(
        Guid tenantId, Guid caseId, CaseEventKind kind, Officer? by, DateTimeOffset now, CaseEventDetail detail) => new()
        {
            TenantId = tenantId,
            CaseId = caseId,
            Id = Guid.CreateVersion7(now),
            Category = detail.Category,
            Kind = kind,
            HappenedAt = detail.HappenedAt ?? now,
            RecordedAt = now,
            UserId = by?.Account,
            ActorId = by?.ActorId,
            StepId = detail.StepId,
            HandoverId = detail.HandoverId,
            OtherActorId = detail.OtherActorId,
            Subject = detail.Subject,
            Reason = detail.Reason,
            InsteadOfUserId = detail.InsteadOfUserId,
        };
}

/// <summary>What an event is about.</summary>
internal sealed record CaseEventDetail(
    Guid? StepId = null, Guid? HandoverId = null, Guid? OtherActorId = null, string? Subject = null, string? Reason = null,
    DataCategory Category = DataCategory.None, Guid? InsteadOfUserId = null, DateTimeOffset? HappenedAt = null);
