using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.CasePaths;

/// <summary>
/// The data protection officer keeps a case from being erased, as long as a claim runs or the person wants it restricted and not deleted
/// (GDPR Art. 18 (1) b and c), and lifts that again. It opens nothing of the case to anybody.
/// </summary>
public sealed class ErasureHold : ITenantScoped
{
    public const int ReasonLength = 300;

    private ErasureHold()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    public Guid CaseId { get; private set; }

    /// <summary>For the officers who come after; without names of persons.</summary>
    public string Reason { get; private set; } = "";

    public DateTimeOffset HeldAt { get; private set; }

    public Guid HeldByUserId { get; private set; }

    public DateTimeOffset? LiftedAt { get; private set; }

    public Guid? LiftedByUserId { get; private set; }

    /// <param name="id">Comes from the form, so that sending it twice holds once.</param>
    /// <param name="caseId">A case of the officer's municipality.</param>
    public static ErasureHold Hold(Guid id, Guid caseId, string reason, Officer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotDecide(by));
        return new ErasureHold { TenantId = by.TenantId, Id = id, CaseId = caseId, Reason = reason, HeldAt = now, HeldByUserId = by.UserId };
    }

    public static Refusal? WhyNotDecide(Officer by) => by.Role == Role.DataProtectionOfficer ? null : new Refusal("erasure-hold-officer-only");

    public Refusal? WhyNotLift(Officer by) => WhyNotDecide(by) ?? (LiftedAt is not null ? new Refusal("erasure-hold-lifted") : null);

    public void Lift(Officer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotLift(by));
        (LiftedAt, LiftedByUserId) = (now, by.UserId);
    }
}
