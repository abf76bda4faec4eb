using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Web.Data.Erasure;

/// <summary>
/// That a case was erased, and nothing of it: an id that the case never had, the day on which it was due and by which rule, and how many rows of each
/// table went. Written by the database itself, in the transaction that erases (Tenancy/Sql/erasing.sql); nobody changes it.
/// </summary>
public sealed class ErasedCase : ITenantScoped
{
    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    public DateTimeOffset ErasedAt { get; private set; }

    public DateOnly DueOn { get; private set; }

    /// <summary>The key of the rule in reference data, such as "closed-case".</summary>
    public string Rule { get; private set; } = "";

    /// <summary>Rows by table, as JSON: {"person": 1, "case_event": 48}.</summary>
    public string Rows { get; private set; } = "";
}
