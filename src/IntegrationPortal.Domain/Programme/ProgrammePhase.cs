namespace IntegrationPortal.Domain.Programme;

/// <summary>A cohort of the programme, as it was announced.</summary>
public sealed class ProgrammePhase
{
    public int Number { get; init; }

    public required string NameDe { get; init; }

    public required string NameEn { get; init; }

    public Bilingual Name => new(NameDe, NameEn);

    public required string AboutDe { get; init; }

    public required string AboutEn { get; init; }

    public Bilingual About => new(AboutDe, AboutEn);

    public required string Source { get; init; }
}

/// <summary>Somebody who pays for the programme or works with it.</summary>
public sealed class ProgrammePartner
{
    public required string Key { get; init; }

    public int Position { get; init; }

    public PartnerKind Kind { get; init; }

    public required string NameDe { get; init; }

    public required string NameEn { get; init; }

    public Bilingual Name => new(NameDe, NameEn);

    public required string RoleDe { get; init; }

    public required string RoleEn { get; init; }

    /// <summary>What it does here.</summary>
    public Bilingual Role => new(RoleDe, RoleEn);

    /// <summary>The state whose municipalities it is for; null for all.</summary>
    public string? StateCode { get; init; }

    public required string Source { get; init; }
}

/// <summary>What a partner is to the programme.</summary>
public enum PartnerKind
{
    Carrier,
    Funder,
    Cooperation,
    Evaluation,
}

/// <summary>A key of the official register that ended because the place became part of another.</summary>
public sealed class KeySuccessor
{
    /// <summary>The key that ended.</summary>
    public required string Key { get; init; }

    /// <summary>The key that holds since.</summary>
    public required string NextKey { get; init; }

    public required string NextName { get; init; }

    /// <summary>The first day of the new key.</summary>
    public DateOnly FromOn { get; init; }

    public required string Source { get; init; }
}
