using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Web.Data.Queries;

namespace IntegrationPortal.Web.Features.Cases;

/// <summary>What stands in the address of the list: filters, order, place, and a sealed search. Anything unreadable counts as not chosen.</summary>
public sealed class CaseListForm
{
    /// <summary>"all": the coordination's list of all paths of its municipality.</summary>
    public string? View { get; set; }

    [Display(Name = "filter-template")]
    public string? Template { get; set; }

    [Display(Name = "filter-lead")]
    public LeadIs? Lead { get; set; }

    [Display(Name = "filter-step")]
    public StepIs? Step { get; set; }

    /// <summary>Those that run, where nothing is chosen.</summary>
    [Display(Name = "filter-state")]
    public StateIs? State { get; set; }

    [Display(Name = "sort")]
    public CaseSort? Sort { get; set; }

    /// <summary>The sealed words of a search.</summary>
    public string? S { get; set; }

    /// <summary>Open words of a search, for addresses from elsewhere; the portal itself never writes them into one.</summary>
    public string? Q { get; set; }

    /// <summary>The cursor.</summary>
    public string? At { get; set; }

    public bool IsFiltered => Template is { Length: > 0 } || Lead is not null || Step is not null || State is not null;

    /// <summary>How many of the choices are made, for the line behind which a phone has them.</summary>
    public int Chosen => new object?[] { Template is { Length: > 0 } ? Template : null, Lead, Step, State, Sort }.Count(c => c is not null);

    public bool All => View == "all";

    /// <summary>The same list at another place.</summary>
    public string Href(CaseCursor? at) => "/cases" + QueryString.Create(
        new (string Name, string? Value)[]
            {
                ("view", All ? "all" : null), ("template", Template), ("lead", Lead?.ToString()), ("step", Step?.ToString()), ("state", State?.ToString()),
                ("sort", Sort?.ToString()), ("s", S), ("at", at?.ToString()),
            }
            .Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => KeyValuePair.Create(p.Name, p.Value)));
}
