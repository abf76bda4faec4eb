using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Handovers;

/// <summary>
/// A handover that somebody has begun to write and not sent. Only its writer finds it again, under the hat they wore; it becomes
/// the handover with its id, is discarded, or is forgotten.
/// </summary>
public sealed class UnsentHandover : IBelongsToCase
{
    private UnsentHandover()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid CaseId { get; private set; }

    /// <summary>The id that the handover will have.</summary>
    public Guid Id { get; private set; }

    public DataCategory Category => DataCategory.None;

    public Guid ToActorId { get; private set; }

    public Guid ActorId { get; private set; }

    public Guid UserId { get; private set; }

    /// <summary>The form as it was left, unfinished and unchecked.</summary>
    public string Written { get; private set; } = "";

    public DateTimeOffset KeptAt { get; private set; }

    public static UnsentHandover Begin(Guid id, Guid caseId, Guid toActorId, Officer by) => new()
    {
        TenantId = by.TenantId,
        CaseId = caseId,
        Id = id,
        ToActorId = toActorId,
        ActorId = by.ActorId,
        UserId = by.UserId,
    };

    public void Keep(string written, DateTimeOffset now) => (Written, KeptAt) = (written, now);
}
