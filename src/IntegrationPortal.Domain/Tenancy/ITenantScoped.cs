using IntegrationPortal.Domain.Persons;

namespace IntegrationPortal.Domain.Tenancy;

/// <summary>A row that belongs to one municipality. Key, filter, stamp and the tenant wall in the database follow from this.</summary>
public interface ITenantScoped
{
    Guid TenantId { get; }
}

/// <summary>
/// A row of case data. It is visible to an actor only while an active participation of that actor covers
/// <see cref="Category"/>; <see cref="DataCategory.None"/> means the path itself, which every participant sees.
/// </summary>
public interface IBelongsToCase : ITenantScoped
{
    Guid CaseId { get; }

    DataCategory Category { get; }
}
