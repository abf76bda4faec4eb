namespace IntegrationPortal.Domain.Persons;

/// <summary>A country of birth or nationality after the list of the Federal Statistical Office, with "stateless" and "unclarified".</summary>
public sealed class Country
{
    /// <summary>Three digits of the Federal Statistical Office.</summary>
    public required string Code { get; init; }

    public string? Iso2 { get; init; }

    public string? Iso3 { get; init; }

    public required string NameDe { get; init; }

    public required string NameEn { get; init; }

    public string? NameAr { get; init; }

    public string? NameUk { get; init; }

    public string? NameFa { get; init; }

    public Bilingual Name => new(NameDe, NameEn);

    /// <summary>False for states that no longer are; old documents name them, new records are not offered them.</summary>
    public bool IsOffered { get; init; }
}
