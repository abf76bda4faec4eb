namespace IntegrationPortal.Domain.Knowledge;

/// <summary>
/// An organisation elsewhere whose good practice and lessons the handbook carries. It is the source of what belongs to it, under its own
/// name and in its own language; it has no account and writes nothing itself.
/// </summary>
public sealed class HandbookPartner
{
    public const int KeyLength = 40;

    public required string Key { get; init; }

    public int Position { get; init; }

    /// <summary>A proper name, the same in all languages.</summary>
    public required string Name { get; init; }

    /// <summary>Its page, with scheme.</summary>
    public required string Home { get; init; }

    /// <summary>The language in which it writes, such as "en".</summary>
    public required string Language { get; init; }

    public required string CountryDe { get; init; }

    public required string CountryEn { get; init; }

    public Bilingual Country => new(CountryDe, CountryEn);

    public required string AboutDe { get; init; }

    public required string AboutEn { get; init; }

    /// <summary>What it is and what it collects.</summary>
    public Bilingual About => new(AboutDe, AboutEn);

    public required string TermsDe { get; init; }

    public required string TermsEn { get; init; }

    /// <summary>What of it the handbook may carry.</summary>
    public Bilingual Terms => new(TermsDe, TermsEn);

    /// <summary>Where all this is known from.</summary>
    public required string Source { get; init; }

    /// <summary>Processes, formats, news and figures are the project's own.</summary>
    public static bool Carries(HandbookKind kind) => kind is HandbookKind.GoodPractice or HandbookKind.Lesson;
}
