namespace IntegrationPortal.Domain.Persons;

/// <summary>A residence status and what it opens. It decides which process applies, never what a person deserves.</summary>
public sealed class ResidenceStatus
{
    public required string Code { get; init; }

    /// <summary>Place in lists; as statuses usually follow one another.</summary>
    public int Position { get; init; }

    public required string NameDe { get; init; }

    public required string NameEn { get; init; }

    public Bilingual Name => new(NameDe, NameEn);

    public required string LegalBasis { get; init; }

    public string? WorkDe { get; init; }

    public string? WorkEn { get; init; }

    /// <summary>Whether work is allowed.</summary>
    public Bilingual Work => new(WorkDe ?? "", WorkEn ?? "");

    public string? CourseDe { get; init; }

    public string? CourseEn { get; init; }

    /// <summary>Which way leads to a language course.</summary>
    public Bilingual Course => new(CourseDe ?? "", CourseEn ?? "");

    public string? BenefitsDe { get; init; }

    public string? BenefitsEn { get; init; }

    /// <summary>Which law provides for the livelihood.</summary>
    public Bilingual Benefits => new(BenefitsDe ?? "", BenefitsEn ?? "");

    public string? SettlementDe { get; init; }

    public string? SettlementEn { get; init; }

    /// <summary>Which way leads to a permanent right to stay.</summary>
    public Bilingual Settlement => new(SettlementDe ?? "", SettlementEn ?? "");

    /// <summary>As a fact says it: the statuses are a list like those of other kinds, only with more to tell.</summary>
    public FactCode ToFactCode() => new()
    {
        Kind = FactKind.ResidenceStatus,
        Code = Code,
        Position = Position,
        NameDe = NameDe,
        NameEn = NameEn,
        Source = LegalBasis,
    };
}
