using System.Text.RegularExpressions;
using IntegrationPortal.Domain.Knowledge;

namespace IntegrationPortal.Web.Presentation.PublicPages;

/// <summary>What a public page says about itself to those who link to it.</summary>
/// <param name="Title">As the page's heading.</param>
/// <param name="Summary">One or two sentences.</param>
/// <param name="Address">Without language and filters.</param>
/// <param name="IsArticle">An entry, not a list.</param>
public sealed record PublicCard(string Title, string Summary, string Address, bool IsArticle = false)
{
    /// <summary>The page's own picture; without one, the motif of its chapter.</summary>
    public CardPicture? Picture { get; init; }

    /// <summary>The motif (wwwroot/cards, drawn by Cards/draw.mjs): of the chapter that the address names, else of the whole handbook.</summary>
    public string Motif => Chapters.Of(Address.Split('/').ElementAtOrDefault(2))?.Chapter() ?? "handbook";
}

/// <summary>A picture of the portal itself, with words for those who do not see it.</summary>
public sealed partial record CardPicture(string Address, string Alt)
{
    /// <summary>The first that a text shows; what lies elsewhere is none of the portal's.</summary>
    public static CardPicture? In(IEnumerable<string> texts) =>
        texts.Select(t => Shown().Match(t)).Where(m => m.Success).Select(m => new CardPicture(m.Groups[2].Value, m.Groups[1].Value)).FirstOrDefault();

    [GeneratedRegex(@"!\[([^\]]+)\]\((/handbook/pictures/[0-9a-f-]{36})\)")]
    private static partial Regex Shown();
}
