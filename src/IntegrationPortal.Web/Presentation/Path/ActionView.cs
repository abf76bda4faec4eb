namespace IntegrationPortal.Web.Presentation.Path;

/// <summary>One action on a page: a link to where it is done, or a form that does it at once.</summary>
/// <param name="Label">The deed: "Übergabe ansehen".</param>
/// <param name="Href">Address of the page or of the deed.</param>
/// <param name="Kind">primary, secondary or tertiary.</param>
public sealed record ActionView(string Label, string Href, string Kind = "secondary")
{
    /// <summary>Posts with an antiforgery token instead of following a link.</summary>
    public bool Posts { get; init; }

    /// <summary>Hidden fields of the post, such as the version that the page was drawn from.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    /// <summary>For a deed that is seldom needed, beside what matters more.</summary>
    public bool Small { get; init; }

    /// <summary>What it is about, for screen readers, where several actions of a page have the same words.</summary>
    public string? About { get; init; }
}
