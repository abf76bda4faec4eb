namespace IntegrationPortal.Domain.Persons;

/// <summary>A language that persons speak or are spoken to in.</summary>
public sealed class Language
{
    /// <summary>ISO 639-1, or 639-2/3 where that has none.</summary>
    public required string Code { get; init; }

    /// <summary>Place in lists; the languages most needed first.</summary>
    public int Position { get; init; }

    public required string NameDe { get; init; }

    public required string NameEn { get; init; }

    public Bilingual Name => new(NameDe, NameEn);

    /// <summary>As its speakers write it, where known.</summary>
    public string? NativeName { get; init; }

    public bool IsRightToLeft { get; init; }
}
