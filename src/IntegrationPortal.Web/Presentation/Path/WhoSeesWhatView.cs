namespace IntegrationPortal.Web.Presentation.Path;

/// <summary>"Wer sieht was": every actor that takes part, with the data categories it sees and why it may.</summary>
public sealed record WhoSeesWhatView(IReadOnlyList<Seer> Seers);

/// <summary>One actor and what it sees.</summary>
public sealed record Seer(string Name, IReadOnlyList<PillView> Pills)
{
    /// <summary>"Federführung".</summary>
    public string? Badge { get; init; }

    /// <summary>Only for who may end the participation.</summary>
    public ActionView? End { get; init; }

    /// <summary>Said behind the categories: "sonst nichts", or "keine Angaben" where there are none.</summary>
    public string? Rest { get; init; }

    /// <summary>"erst nach Annahme", "bis 31.03.2027".</summary>
    public string? Note { get; init; }

    /// <summary>"Einwilligung vom 09.11.2026", "SGB X § 69 Abs. 1".</summary>
    public string? Basis { get; init; }
}

/// <summary>A data category, shown or withheld.</summary>
public sealed record PillView(string Text, bool Withheld = false);
