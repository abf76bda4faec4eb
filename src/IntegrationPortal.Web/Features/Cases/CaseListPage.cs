using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.Cases;

/// <summary>The list of cases as it is drawn.</summary>
public sealed record CaseListPage(CaseListForm Form, IReadOnlyList<CaseLine> Lines)
{
    /// <summary>The words that were searched; null when nobody searched.</summary>
    public string? Searched { get; init; }

    /// <summary>The search found more than it gives back.</summary>
    public bool TooMany { get; init; }

    /// <summary>The address held a search that can no longer be opened; the list is the whole one.</summary>
    public bool SearchLapsed { get; init; }

    public string? NewerHref { get; init; }

    public string? OlderHref { get; init; }

    public bool MayOpen { get; init; }

    public bool MayImport { get; init; }

    public bool MayAnalyse { get; init; }

    /// <summary>The coordination can look at all paths of its municipality.</summary>
    public bool MaySeeAll { get; init; }

    /// <summary>Nothing chosen, nothing searched: the form of the filter is the one that everybody gets first.</summary>
    public bool IsFilterEmpty => Searched is null && !Form.IsFiltered && Form.Sort is null;

    // The choices are made only where the form is drawn anew.
    public IEnumerable<Choice> Templates { get; init; } = [];

    public IEnumerable<Choice> Leads { get; init; } = [];

    public IEnumerable<Choice> Steps { get; init; } = [];

    public IEnumerable<Choice> States { get; init; } = [];

    public IEnumerable<Choice> Sorts { get; init; } = [];

    /// <summary>How many, in words, as far as somebody reads it: "99+"; where there are several pages also how many this one has.</summary>
    public string Count { get; init; } = "";
}

/// <summary>One case in the list.</summary>
/// <param name="Name">Null where the name is not shared or not shown.</param>
public sealed record CaseLine(string Href, string? Name, string Number)
{
    public string? Template { get; init; }

    public string? Step { get; init; }

    /// <summary>"blockiert".</summary>
    public string? StepState { get; init; }

    /// <summary>The day it was closed; null while it runs.</summary>
    public string? Closed { get; init; }

    public string? Responsible { get; init; }

    public string? Due { get; init; }

    public string? DueNote { get; init; }

    public bool Late { get; init; }

    public string Lead { get; init; } = "";

    public bool LeadIsUs { get; init; }

    /// <summary>Where a quiet case that we lead is closed.</summary>
    public string? CloseHref { get; init; }
}
