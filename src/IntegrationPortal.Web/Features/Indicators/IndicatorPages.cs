using IntegrationPortal.Domain.Evaluation;
using IntegrationPortal.Domain.Indicators;
using IntegrationPortal.Web.Data.Evaluation;
using IntegrationPortal.Web.Presentation.Charts;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Maps;

namespace IntegrationPortal.Web.Features.Indicators;

/// <summary>What the address asks for; anything it does not know is ignored.</summary>
public sealed class FigureFilter
{
    public string? Code { get; set; }

    public string? State { get; set; }

    public string? Track { get; set; }

    public string? Dimension { get; set; }

    public bool Fits(PilotPlace place) => (string.IsNullOrEmpty(State) || place.StateCode == State) && (string.IsNullOrEmpty(Track) || place.Track == Track);

    public string Query => string.Concat(new[] { ("code", Code), ("state", State), ("track", Track), ("dimension", Dimension) }
        .Where(p => !string.IsNullOrEmpty(p.Item2)).Select((p, i) => $"{(i == 0 ? '?' : '&')}{p.Item1}={Uri.EscapeDataString(p.Item2!)}"));
}

/// <summary>All pilots that somebody sees, by one indicator in small, and by the lights of those with targets.</summary>
public sealed record OverviewPage(
    FigureFilter Filter, IReadOnlyList<Choice> Codes, IReadOnlyList<Choice> States, IReadOnlyList<Choice> Tracks, IndicatorDefinition Definition, DateOnly? Month,
    PlaceMap Map, IReadOnlyList<SmallLine> Lines, IReadOnlyList<IndicatorDefinition> Aimed, IReadOnlyList<LightRow> Lights, string Finding, string BehindSum);

/// <summary>One pilot in small: 24 months on the scale of all.</summary>
/// <param name="Path">As SVG writes it, of a hundred by a hundred.</param>
public sealed record SmallLine(PilotPlace Place, string Path, string Marks, string Now, string Then, Light Light);

public sealed record LightRow(PilotPlace Place, IReadOnlyList<Light> Lights)
{
    /// <summary>Whether there is anything to compare: a number and a target.</summary>
    public bool IsLit => Lights.Any(l => l != Light.Open);
}

public sealed record IndicatorPage(
    FigureFilter Filter, IndicatorDefinition Definition, IReadOnlyList<IndicatorDefinition> Versions, IReadOnlyList<Choice> States, IReadOnlyList<Choice> Tracks,
    ChartView Trend, ChartView? Comparison,
    IReadOnlyList<Choice> Dimensions, ChartView? Breakdown, string ComparisonMeans);

public sealed record PilotFiguresPage(PilotPlace Place, IReadOnlyList<PilotLine> Lines, ChartView? Trend, IReadOnlyList<Choice> Codes, string? Code);

/// <param name="Month">Null when neither the place nor any pilot has a number.</param>
/// <param name="HasAim">A target was agreed, whether or not there is a number.</param>
public sealed record PilotLine(
    IndicatorDefinition Definition, DateOnly? Month, string Now, string YearBefore, string Aim, bool HasAim, Light Light, string AllPilots, string? Problem)
{
    /// <summary>The others are only named.</summary>
    public bool TellsSomething => Month is not null || HasAim;
}

/// <summary>What a funder is told of its region.</summary>
public sealed record RegionPage(string StateCode, string State, IReadOnlyList<PilotPlace> Places, IReadOnlyList<RegionLine> Lines, IReadOnlyList<ChartView> Charts);

public sealed record RegionLine(IndicatorDefinition Definition, DateOnly? Month, string Now, string YearBefore, string Behind);
