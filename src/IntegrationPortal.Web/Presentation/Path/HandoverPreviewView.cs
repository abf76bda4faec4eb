namespace IntegrationPortal.Web.Presentation.Path;

/// <summary>What the other side will see: before it accepts, and additionally afterwards. Sender and receiver get the same drawing.</summary>
/// <param name="Title">"So sieht es das Jobcenter".</param>
/// <param name="Before">Without the name.</param>
/// <param name="After">Exactly the categories that are shared; the others say that they are not.</param>
public sealed record HandoverPreviewView(string Title, IReadOnlyList<PreviewRow> Before, IReadOnlyList<PreviewRow> After)
{
    public string? BeforeHeading { get; init; }

    public string? AfterHeading { get; init; }

    /// <summary>Level of the title in the page.</summary>
    public int Level { get; init; } = 2;
}

/// <summary>One line of the preview; several values stand below each other.</summary>
public sealed record PreviewRow(string Key, IReadOnlyList<string> Values)
{
    public PreviewRow(string key, string value)
        : this(key, [value])
    {
    }

    /// <summary>Not shown to the other side; the value says so.</summary>
    public bool Withheld { get; init; }
}
