using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.CasePaths;

/// <summary>Why data categories may be seen: a consent or a norm, never neither (GDPR Art. 6, SGB X § 67d).</summary>
/// <param name="Covers">The categories this ground opens.</param>
/// <param name="ConsentId">The consent, when that is the ground.</param>
/// <param name="Norm">Key of the statutory basis, or one of the two words below, when no consent is needed.</param>
/// <param name="Until">Last day on which the ground holds; null without an end.</param>
public sealed record LegalGround(DataCategory Covers, Guid? ConsentId, string? Norm, DateOnly? Until)
{
    /// <summary>The actor collected the data from the person itself (SGB X § 67a, GDPR Art. 6).</summary>
    public const string Own = "own-record";

    /// <summary>Break-glass access with a reason.</summary>
    public const string BreakGlass = "break-glass";

    public static LegalGround OwnRecord(DataCategory covers) => new(covers, null, Own, null);

    public static LegalGround Emergency(DateOnly today) => new(DataCategories.Everything, null, BreakGlass, today.AddDays(1));

    public bool HoldsOn(DateOnly day) => Until is null || day <= Until;
}

/// <summary>One legal ground of a participation, kept when it ends so that the history can be shown.</summary>
public sealed class ParticipationGround : IBelongsToCase
{
    public const int NormLength = 100;

    private ParticipationGround()
    {
    }

    internal ParticipationGround(Participation participation, LegalGround ground, Guid? handoverId, DateOnly today)
    {
        (TenantId, CaseId, ActorId) = (participation.TenantId, participation.CaseId, participation.ActorId);
        (Id, Covers, ConsentId, Norm) = (Guid.CreateVersion7(), ground.Covers, ground.ConsentId, ground.Norm);
        (HandoverId, Since, Until) = (handoverId, today, ground.Until);
    }

    public Guid TenantId { get; private set; }

    public Guid CaseId { get; private set; }

    public Guid ActorId { get; private set; }

    public Guid Id { get; private set; }

    public DataCategory Category => DataCategory.None;

    public DataCategory Covers { get; private set; }

    public Guid? ConsentId { get; private set; }

    public string? Norm { get; private set; }

    public Guid? HandoverId { get; private set; }

    public DateOnly Since { get; private set; }

    /// <summary>Last day on which the ground holds; null without an end.</summary>
    public DateOnly? Until { get; private set; }

    public DateOnly? EndedOn { get; private set; }

    internal void End(DateOnly day) => EndedOn ??= day;
}
