namespace IntegrationPortal.Web.Presentation.Forms;

/// <summary>One answer of a radio list, a list of check boxes or a select.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Label">What is read.</param>
/// <param name="Hint">A muted line below the label.</param>
/// <param name="Aside">Words at the end of the line, such as the legal basis of a data category.</param>
public sealed record Choice(string Value, string Label, string? Hint = null, string? Aside = null)
{
    /// <summary>Why this answer cannot be given; it then stands where the tick would be, and nothing can be ticked.</summary>
    public string? Barrier { get; init; }

    /// <summary>
    /// The button that leads to where the barrier can be removed: its name in the form and its words; its value is the answer's. A
    /// button and no link, so that the form can keep what was typed.
    /// </summary>
    public (string Name, string Text)? Remedy { get; init; }

    /// <summary>Heading under which a select groups its answers.</summary>
    public string? Group { get; init; }
}
