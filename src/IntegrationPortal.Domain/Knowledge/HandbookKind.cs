namespace IntegrationPortal.Domain.Knowledge;

/// <summary>The kinds of content of the handbook; each is a chapter.</summary>
public enum HandbookKind
{
    /// <summary>Drawn from the process templates; never written as an entry.</summary>
    Process,

    GoodPractice,

    /// <summary>A workshop format of the Modulkoffer.</summary>
    Format,

    /// <summary>What went otherwise than thought, and what follows from it.</summary>
    Lesson,

    /// <summary>News and stories for the public, written by the foundation.</summary>
    News,

    /// <summary>Figures with their day and their source, put together by the foundation.</summary>
    Fact,
}

/// <summary>The chapters as their addresses write them.</summary>
public static class Chapters
{
    private static readonly Dictionary<string, HandbookKind> Kinds = new(StringComparer.Ordinal)
    {
        ["processes"] = HandbookKind.Process,
        ["good-practice"] = HandbookKind.GoodPractice,
        ["formats"] = HandbookKind.Format,
        ["lessons"] = HandbookKind.Lesson,
        ["news"] = HandbookKind.News,
        ["facts"] = HandbookKind.Fact,
    };

    public static HandbookKind? Of(string? chapter) => chapter is not null && Kinds.TryGetValue(chapter, out var kind) ? kind : null;

    public static string Chapter(this HandbookKind kind) => Kinds.First(k => k.Value == kind).Key;

    /// <summary>What only the foundation writes: it speaks for the project, not for a municipality.</summary>
    public static bool IsOfTheFoundation(this HandbookKind kind) => kind is HandbookKind.News or HandbookKind.Fact;

    /// <summary>Where a page of the handbook lies, for good.</summary>
    public static string Address(this HandbookKind kind, string slug) => $"/handbook/{kind.Chapter()}/{slug}";
}
