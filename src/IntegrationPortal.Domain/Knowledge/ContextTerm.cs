namespace IntegrationPortal.Domain.Knowledge;

/// <summary>What a term of another country is called in Germany, and what is different about it.</summary>
public sealed record ContextTerm
{
    /// <summary>Its anchor on the page, for good.</summary>
    public required string Key { get; init; }

    public required ContextGroup Group { get; init; }

    /// <summary>As people say elsewhere, in English; the most usual first.</summary>
    public required IReadOnlyList<string> There { get; init; }

    public required string UsedDe { get; init; }

    public required string UsedEn { get; init; }

    /// <summary>Where they say so.</summary>
    public Bilingual Used => new(UsedDe, UsedEn);

    public required string HereDe { get; init; }

    public required string HereEn { get; init; }

    /// <summary>The institution, title or course in Germany.</summary>
    public Bilingual Here => new(HereDe, HereEn);

    public required string DiffersDe { get; init; }

    public required string DiffersEn { get; init; }

    public Bilingual Differs => new(DiffersDe, DiffersEn);

    /// <summary>The norms of the German side, as they are quoted; null where no norm says so.</summary>
    public string? Basis { get; init; }

    /// <summary>Code of the term of the glossary that knows the same word, so that the search finds entries by it; a test holds both together, nothing else reads it.</summary>
    public string? Glossary { get; init; }
}

/// <summary>In the order of the page.</summary>
public enum ContextGroup
{
    Advice,
    Work,
    State,
    Residence,
    Language,
    Civil,
}
