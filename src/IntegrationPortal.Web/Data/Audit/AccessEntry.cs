using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Web.Data.Audit;

/// <summary>In which way a person's record left the database.</summary>
public enum AccessKind
{
    Read,
    Print,
    Export,
    BreakGlass,
}

/// <summary>Somebody opened a person's record. Append-only; the source of read receipts and of the person's own log.</summary>
public sealed class AccessEntry : ITenantScoped
{
    public required Guid Id { get; init; }

    public required Guid TenantId { get; init; }

    public required Guid CaseId { get; init; }

    public Guid? HandoverId { get; init; }

    public required Guid UserId { get; init; }

    public required Guid? ActorId { get; init; }

    public required AccessKind Kind { get; init; }

    public required DateTimeOffset At { get; init; }
}
