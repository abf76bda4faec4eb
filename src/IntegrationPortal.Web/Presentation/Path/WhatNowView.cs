namespace IntegrationPortal.Web.Presentation.Path;

/// <summary>The first card of a page: who has to act, until when, and who is responsible until then.</summary>
/// <param name="Title">"Jobcenter Krefeld ist dran: Übergabe „Potenzialanalyse“".</param>
/// <param name="Text">The sentence below.</param>
/// <param name="Actions">At most one primary action.</param>
public sealed record WhatNowView(string Title, string Text, IReadOnlyList<ActionView> Actions)
{
    /// <summary>By when, said before all else: "Frist: 18.12.2026 (noch 4 Arbeitstage)."</summary>
    public string? Until { get; init; }

    public bool Late { get; init; }

    /// <summary>Leads down to where it is done on this page, where that does not stand beside what is read first.</summary>
    public ActionView? Jump { get; init; }

    /// <summary>Nothing is asked of anybody: the card is drawn without accent.</summary>
    public bool Quiet { get; init; }
}
