using IntegrationPortal.Domain;
using IntegrationPortal.Web.Data.Indicators;
using IntegrationPortal.Web.Presentation.Charts;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.Analysis;

/// <summary>What the address asks for; a process that it does not know is ignored.</summary>
public sealed class AnalysisFilter
{
    /// <summary>Key of the municipality; that of a coordination is its own.</summary>
    public string? Place { get; set; }

    public string? Process { get; set; }
}

/// <summary>A municipality whose process somebody may see.</summary>
public sealed record AnalysedPlace(string Key, string Name);

/// <summary>One process of one municipality as it really went.</summary>
/// <param name="Run">Null when it was never counted.</param>
/// <param name="Body">Null when there is nothing to tell.</param>
public sealed record AnalysisPage(
    AnalysisFilter Filter, AnalysedPlace? Place, IReadOnlyList<Choice> Places, IReadOnlyList<Choice> Processes, Bilingual? Process, ProcessRun? Run, AnalysisBody? Body);

/// <summary>The five parts of the page.</summary>
public sealed record AnalysisBody(
    ProcessMapView Map, IReadOnlyList<StepLine> Steps, IReadOnlyList<WayLine> Ways, IReadOnlyList<HandoffLine> Handoffs, IReadOnlyList<string> Reasons,
    IReadOnlyList<BottleneckLine> Bottlenecks, IReadOnlyList<RuleTable> Rules, IReadOnlyList<PageLink> Reading);

/// <param name="AsOf">Said where these numbers are of earlier months than the others.</param>
public sealed record StepLine(string Key, string Title, string Actor, string Cases, string Days, string Most, string Blocks, string? AsOf);

public sealed record WayLine(string From, string To, string Kind, string Cases, string Days, string Most, string? AsOf);

public sealed record HandoffLine(
    string From, string To, string Sent, string Accept, string Arrive, string Asked, string Declined, string Expired, string? AsOf);

/// <summary>A place where days are lost, and where to go on.</summary>
public sealed record BottleneckLine(string Sentence, string Lost, string? Blocks, IReadOnlyList<PageLink> Links);

/// <summary>Rules of one sort, those kept least first.</summary>
/// <param name="Kept">Those that nearly all cases keep: nobody has to mend anything there.</param>
/// <param name="Unknown">How many rules have too few cases.</param>
public sealed record RuleTable(string Title, string Means, IReadOnlyList<RuleLine> Rules, IReadOnlyList<string> Kept, int Unknown);

public sealed record RuleLine(string Rule, string Source, string Kept, string? AsOf);

public sealed record PageLink(string Words, string Href);
