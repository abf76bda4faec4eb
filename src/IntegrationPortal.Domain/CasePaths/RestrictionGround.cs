namespace IntegrationPortal.Domain.CasePaths;

/// <summary>
/// A reason for which the law lets a person ask that data are stored and nothing else (GDPR Art. 18 (1) a to d). Reference data: a row ends with the
/// law and is not removed.
/// </summary>
public sealed class RestrictionGround
{
    public const int KeyLength = 30;

    public required string Key { get; init; }

    public int Position { get; init; }

    /// <summary>Such as "Art. 18 Abs. 1 a DSGVO".</summary>
    public required string Norm { get; init; }

    public required string NameDe { get; init; }

    public required string NameEn { get; init; }

    public Bilingual Name => new(NameDe, NameEn);

    public required string MeansDe { get; init; }

    public required string MeansEn { get; init; }

    /// <summary>What the ground asks for, and how long it holds.</summary>
    public Bilingual Means => new(MeansDe, MeansEn);

    public DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }

    /// <summary>Where the wording was read.</summary>
    public required string Source { get; init; }

    public bool IsInForceOn(DateOnly day) => ValidFrom <= day && (ValidTo is null || day <= ValidTo);
}
