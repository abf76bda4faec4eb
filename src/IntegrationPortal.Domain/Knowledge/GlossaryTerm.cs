namespace IntegrationPortal.Domain.Knowledge;

/// <summary>A term of the field in German and English; the search knows all its words as one.</summary>
public sealed class GlossaryTerm
{
    /// <summary>The identifier in the code.</summary>
    public required string Code { get; init; }

    public required string NameDe { get; init; }

    public required string NameEn { get; init; }

    public Bilingual Name => new(NameDe, NameEn);

    public string? NoteDe { get; init; }

    /// <summary>All that people call it, abbreviations and both languages included.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];
}
