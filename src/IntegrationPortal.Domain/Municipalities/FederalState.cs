namespace IntegrationPortal.Domain.Municipalities;

/// <summary>One of the sixteen states (Länder); it decides holidays and state law.</summary>
public sealed class FederalState
{
    /// <summary>Suffix of ISO 3166-2, such as <c>NW</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The first two digits of every key in the state.</summary>
    public required string Key { get; init; }

    public required string NameDe { get; init; }

    public required string NameEn { get; init; }

    public Bilingual Name => new(NameDe, NameEn);
}
