using IntegrationPortal.Web.Data.Audit;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>Somebody opened a person's record. The case has its number and nothing else.</summary>
public sealed record Reading(
    Guid Id, DateTimeOffset At, string? User, string? Actor, AccessKind Kind, Guid CaseId, string? CaseNumber, bool OfHandover);

/// <summary>The coordination opened a case without taking part, and why.</summary>
public sealed record GlassBroken(Guid Id, DateTimeOffset At, string? User, string? Actor, Guid CaseId, string? CaseNumber, string? Reason);

/// <summary>Somebody changed a row: which columns, never what stood in them.</summary>
/// <param name="RowKey">The row's key without the tenant; a step's own id stands last.</param>
public sealed record Change(Guid Id, DateTimeOffset At, string? User, string? Actor, string Table, string RowKey, string Kind, string? Columns);

/// <summary>Which readings are shown.</summary>
/// <param name="First">First day, in Germany.</param>
/// <param name="Last">Last day, included.</param>
public sealed record AccessFilter(DateOnly? First = null, DateOnly? Last = null, Guid? UserId = null, Guid? ActorId = null, Guid? CaseId = null);

/// <summary>Where a page of a log goes on: before the entry of this moment and id.</summary>
public sealed record AccessPosition(DateTimeOffset At, Guid Id)
{
    public static AccessPosition Latest { get; } = new(DateTimeOffset.MaxValue, Guid.AllBitsSet);
}
