using IntegrationPortal.Domain.Knowledge.Adoptions;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Worklist;

/// <summary>What is mine to do today.</summary>
/// <param name="Mentoring">Only for whoever coordinates volunteers.</param>
public sealed record WorklistPage(Greeting Greeting, IReadOnlyList<Tile> Tiles, IReadOnlyList<Section> Sections, MentoringCounts? Mentoring)
{
    /// <summary>What a coordination adopted a year ago and has said nothing about since.</summary>
    public IReadOnlyList<Adoption> Adoptions { get; init; } = [];

    /// <summary>What the own actor is asked to delete after a consent was withdrawn.</summary>
    public IReadOnlyList<Row> Deletions { get; init; } = [];

    /// <summary>What persons asked from their own page and nobody has answered.</summary>
    public IReadOnlyList<Row> Persons { get; init; } = [];

    /// <summary>What of the programme waits for the coordination of a pilot.</summary>
    public IReadOnlyList<Row> Programme { get; init; } = [];

    /// <summary>What of the handbook waits for a coordination.</summary>
    public IReadOnlyList<Row> Handbook { get; init; } = [];

    /// <summary>The sections of the page that no number leads to, in their order.</summary>
    public IEnumerable<Jump> Jumps(IStringLocalizer words)
    {
        foreach (var part in Sections.Where(s => s.Rows.Count > 0 && Tiles.All(t => t.Which != s.Which)))
            yield return new Jump($"list-{part.Which}", part.Count, words.Count($"tile.{part.Which}", part.Count));
        if (Programme.Count > 0)
            yield return new Jump("programme-tasks", Programme.Count, words["programme-tasks"]);
        if (Handbook.Count > 0)
            yield return new Jump("handbook-tasks", Handbook.Count, words["handbook-tasks"]);
        if (Adoptions.Count > 0)
            yield return new Jump("adoptions", Adoptions.Count, words["adoptions"]);
    }

    public bool NothingToDo => Deletions.Count == 0 && Persons.Count == 0 && Adoptions.Count == 0 && Handbook.Count == 0 && Programme.Count == 0 && Sections.All(s => s.Rows.Count == 0);
}

/// <summary>The first lines of the page: whom it is for, which day it is, which hat is on.</summary>
public sealed record Greeting(string Words, string Day, string Hat);

/// <summary>A number with the way to what it counts.</summary>
/// <param name="Begins">The list begins on this page, where the rest of it is one step further.</param>
public sealed record Tile(WorkList Which, int Count, bool Late, bool Begins)
{
    public string Href => Begins && Count > 0 ? $"#list-{Which}" : Lists.Href(Which);
}

/// <summary>A section further down: its id, and in words how much stands there.</summary>
public sealed record Jump(string Id, int Count, string Label);

/// <summary>The beginning of a list on the page.</summary>
public sealed record Section(WorkList Which, int Count, IReadOnlyList<Row> Rows)
{
    public bool GoesOn => Count > Rows.Count;

    public string Href => Lists.Href(Which);
}

/// <summary>One thing to do, in finished words, with its one action.</summary>
public sealed record Row(string Title, string? About, string? Detail, string? Due, string? DueNote, bool Late, string Href, string Action)
{
    /// <summary>Not mine to act on, only to look at.</summary>
    public bool Quiet { get; init; }

    /// <summary>Whose case, with its number to say on the phone; the number alone where the name is not shared.</summary>
    public static string? AboutCase(string? person, string? number) => person is null ? number : number is null ? person : $"{person} · {number}";
}

/// <summary>One list, page by page.</summary>
public sealed record ListPage(WorkList Which, IReadOnlyList<Row> Rows, bool IsFirst, string? NextHref);

/// <summary>Which list has which address.</summary>
public static class Lists
{
    private static readonly Dictionary<string, WorkList> BySlug = Enum.GetValues<WorkList>().ToDictionary(Slug, StringComparer.Ordinal);

    public static string Href(WorkList list) => "/worklist/" + Slug(list);

    public static WorkList? Find(string slug) => BySlug.TryGetValue(slug, out var list) ? list : null;

    private static string Slug(WorkList list) => list switch
    {
        WorkList.CameBack => "came-back",
        _ => list.ToString().ToLowerInvariant(),
    };
}
