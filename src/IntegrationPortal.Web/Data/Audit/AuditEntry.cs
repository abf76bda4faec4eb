namespace IntegrationPortal.Web.Data.Audit;

/// <summary>One changed row: who, when, which, and which columns; never the content (SGB X § 79 Abs. 4 as model). Append-only.</summary>
public sealed class AuditEntry
{
    public const int ColumnsLength = 1000;

    public required Guid Id { get; init; }

    public required Guid? TenantId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid? UserId { get; init; }

    public required Guid? ActorId { get; init; }

    public required string Table { get; init; }

    /// <summary>The row's key without the tenant.</summary>
    public required string RowKey { get; init; }

    public required Guid? CaseId { get; init; }

    /// <summary>Added, Modified or Deleted.</summary>
    public required string Change { get; init; }

    public required string? Columns { get; init; }
}
