using System.Globalization;
using IntegrationPortal.Domain.Evaluation;
using IntegrationPortal.Domain.Indicators;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Evaluation;
using IntegrationPortal.Web.Data.Indicators;
using IntegrationPortal.Web.Presentation.Charts;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Indicators;

/// <summary>One indicator across the pilots: its course, a comparison fair to small places, and its parts.</summary>
public sealed class DrawIndicators(
    PortalDbContext db, IndicatorReader reader, FigureSight sight, IndicatorWords numbers, TimeWords time, IStringLocalizer<IndicatorsTexts> words)
{
    private const int PerInhabitants = 10_000;

    /// <returns>Null for a code that nobody has defined.</returns>
    public async Task<IndicatorPage?> DrawAsync(string code, FigureFilter filter, CancellationToken cancellation)
    {
        var versions = (await reader.DefinitionsAsync(cancellation)).Where(d => d.Code == code).ToList();
        if (versions.Count == 0)
            return null;
        var definition = versions[^1];
        var pilots = await db.PilotPlacesAsync(cancellation);
        var all = pilots.Where(filter.Fits).ToList();
        var seen = await sight.PlacesAsync(all, cancellation);
        var book = (await FigureBook.ReadAsync(reader, [code], all, time.Today, cancellation)).SeenBy(seen);
        var month = book.Latest(definition, all);
        var address = $"/programme/indicators/{code}";
        return new IndicatorPage(
            filter, definition, versions, States(pilots), Tracks(pilots), Trend(versions, book, all, $"{address}.csv{filter.Query}"),
            seen.Count > 1 && month is { } at ? Compared(definition, book, seen, at, $"{address}.csv{filter.Query}") : null,
            [.. definition.Dimensions.Select(d => new Choice(d, words["dimension." + d]))],
            filter.Dimension is { } dimension && definition.Dimensions.Contains(dimension) ? await PartsAsync(definition, dimension, seen, $"{address}.csv{filter.Query}", cancellation) : null,
            words[Method(definition), PerInhabitants.ToString("#,0", CultureInfo.CurrentCulture)]);
    }

    /// <summary>A line for each version of the definition: where two overlap, both are shown.</summary>
    public ChartView Trend(IReadOnlyList<IndicatorDefinition> versions, FigureBook book, IReadOnlyList<PilotPlace> places, string csv)
    {
        var definition = versions[^1];
        var series = versions.TakeLast(ChartView.MostSeries).Select(v => new ChartSeries(
            versions.Count == 1 ? words["all-pilots"] : words["version", v.Version], [.. book.Period.Select(m => PointOf(definition, book.Sum(v, places, m), places.Count))])).ToList();
        var (first, last) = (Ends(series[^1], book.Period, first: true), Ends(series[^1], book.Period, first: false));
        var title = last is null || first is null || first.Value.Month == last.Value.Month
            ? words["trend-none", definition.Name].Value
            : words[
                "trend-" + Way(definition, last.Value.Value - first.Value.Value), definition.Name, numbers.Number(definition, first.Value.Value),
                time.Month(first.Value.Month), numbers.Number(definition, last.Value.Value), time.Month(last.Value.Month)].Value;
        var note = words[definition.Kind == IndicatorKind.Median ? "sum-median" : "sum-shown", last is null ? 0 : book.Sum(definition, places, last.Value.Month).Shown, places.Count];
        return new ChartView("trend", title, words["month"], numbers.Unit(definition), [.. book.Period.Select(time.Month)], series, csv)
        { InPercent = definition.Unit == IndicatorUnit.Share, Note = note };
    }

    private ChartView Compared(IndicatorDefinition definition, FigureBook book, IReadOnlyList<PilotPlace> places, DateOnly month, string csv)
    {
        var rows = places.Select(p => (Place: p, Point: Fair(definition, book.Cell(definition, p.Key, month), p)))
            .OrderBy(r => r.Point.Value is null).ThenByDescending(r => r.Point.Value).ToList();
        var shown = rows.Where(r => r.Point.Value is not null).ToList();
        var title = shown.Count < 2 ? words["compared-none", definition.Name].Value
            : words["compared", definition.Name, shown[0].Place.Name, shown[0].Point.Words, shown[^1].Place.Name, shown[^1].Point.Words, time.Month(month)].Value;
        return new ChartView(
            "compared", title, words["municipality"],
            IsPerInhabitants(definition) ? words["per", numbers.Unit(definition), PerInhabitants.ToString("#,0", CultureInfo.CurrentCulture)] : numbers.Unit(definition),
            [.. rows.Select(r => r.Place.Name)], [new ChartSeries(time.Month(month), [.. rows.Select(r => r.Point)])], csv)
        { Kind = ChartKind.Bars, InPercent = definition.Unit == IndicatorUnit.Share };
    }

    /// <summary>Sums of the shown parts over the municipalities; a part that few have anywhere stays hidden.</summary>
    private async Task<ChartView> PartsAsync(IndicatorDefinition definition, string dimension, IReadOnlyList<PilotPlace> places, string csv, CancellationToken cancellation)
    {
        var last = new DateOnly(time.Today.Year, time.Today.Month, 1);
        var read = (await reader.CellsAsync(new CellQuestion([definition.Code], [.. places.Select(p => p.Key)], last.AddMonths(-12), last, dimension), cancellation))
            .Where(c => c.Version == definition.Version).ToList();
        var month = read.Where(c => c.Value is not null).Select(c => (DateOnly?)c.Month).Max();
        var parts = (await reader.PartsAsync(cancellation)).Where(p => p.Dimension == dimension && read.Exists(c => c.Part == p.Part)).ToList();
        var points = parts.Select(p => PointOf(definition, PilotSum.Of(definition.Kind, [.. read.Where(c => c.Part == p.Part && c.Month == month)]), places.Count)).ToList();
        var most = parts.Zip(points).Where(p => p.Second.Value is not null).OrderByDescending(p => p.Second.Value).FirstOrDefault();
        return new ChartView(
            "parts", month is null || most.First is null ? words["parts-none"] : words["parts", definition.Name, most.First.Name, most.Second.Words, time.Month(month.Value)],
            words["dimension." + dimension], numbers.Unit(definition), [.. parts.Select(p => p.Name.ToString())], [new ChartSeries(month is { } at ? time.Month(at) : "", points)], csv)
        { Kind = ChartKind.Bars, InPercent = definition.Unit == IndicatorUnit.Share };
    }

    private ChartPoint PointOf(IndicatorDefinition definition, PilotSum sum, int places)
    {
        if (sum.Value is not { } value)
            return new ChartPoint(null, numbers.WhyNone(sum), sum.Hidden > 0);
        var sure = Intervals.OfNumber(sum.Amount, sum.Denominator);
        return new ChartPoint(value, words["of-places", numbers.Number(definition, value), sum.Shown, places], false, sure?.Low, sure?.High);
    }

    /// <summary>Counts by inhabitants, shares with how sure they are, medians as they are.</summary>
    private ChartPoint Fair(IndicatorDefinition definition, IndicatorCell? cell, PilotPlace place)
    {
        if (cell?.Value is not { } value)
            return new ChartPoint(null, numbers.WhyNone(cell?.Basis), cell?.Basis == CellBasis.Hidden);
        if (definition.Kind == IndicatorKind.Share && Intervals.OfNumber(cell.Amount, cell.Denominator) is { } sure)
            return new ChartPoint(value, numbers.Number(definition, value), false, sure.Low, sure.High);
        if (!IsPerInhabitants(definition))
            return new ChartPoint(value, numbers.Number(definition, value));
        return place.Population == 0 ? new ChartPoint(null, numbers.WhyNone(basis: null))
            : new ChartPoint(value * PerInhabitants / place.Population, numbers.Number(definition, value * PerInhabitants / place.Population));
    }

    private static bool IsPerInhabitants(IndicatorDefinition definition) =>
        definition is { Kind: IndicatorKind.Count or IndicatorKind.Sum or IndicatorKind.Stock, Unit: IndicatorUnit.Count or IndicatorUnit.Hours or IndicatorUnit.Persons };

    private static string Method(IndicatorDefinition definition) =>
        IsPerInhabitants(definition) ? "fair-count" : definition.Kind == IndicatorKind.Share ? "fair-share" : "fair-median";

    private static string Way(IndicatorDefinition definition, decimal change) =>
        change == 0 ? "same"
        : definition.Direction == IndicatorDirection.None ? change > 0 ? "more" : "less"
        : (change > 0) == (definition.Direction == IndicatorDirection.Up) ? "better" : "worse";

    private static (DateOnly Month, decimal Value)? Ends(ChartSeries series, IReadOnlyList<DateOnly> months, bool first)
    {
        var shown = series.Points.Zip(months).Where(p => p.First.Value is not null).Select(p => (p.Second, p.First.Value!.Value)).ToList();
        return shown.Count == 0 ? null : first ? shown[0] : shown[^1];
    }

    public IReadOnlyList<Choice> States(IEnumerable<PilotPlace> places) =>
        [.. places.Select(p => p.StateCode).Distinct().Order(StringComparer.Ordinal).Select(s => new Choice(s, words["state." + s]))];

    public IReadOnlyList<Choice> Tracks(IEnumerable<PilotPlace> places) =>
        [.. places.Select(p => p.Track).OfType<string>().Distinct().Order(StringComparer.Ordinal).Select(t => new Choice(t, words["track." + t]))];
}
