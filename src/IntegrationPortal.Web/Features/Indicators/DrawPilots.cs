using System.Globalization;
using System.Text;
using IntegrationPortal.Domain.Evaluation;
using IntegrationPortal.Domain.Indicators;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Evaluation;
using IntegrationPortal.Web.Data.Indicators;
using IntegrationPortal.Web.Presentation.Charts;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Maps;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Indicators;

/// <summary>The pilots beside each other, one pilot with all its indicators, and the pilots of a region.</summary>
public sealed class DrawPilots(
    PortalDbContext db, IndicatorReader reader, FigureSight sight, DrawIndicators draw, IndicatorWords numbers, TimeWords time, IStringLocalizer<IndicatorsTexts> words)
{
    /// <summary>What an overview begins with, and a region's report is about: one each for handing over, arriving, language, work and company.</summary>
    public static IReadOnlyList<string> Leading { get; } = ["P2", "P1", "P5", "L1S", "V1"];

    public async Task<OverviewPage?> OverviewAsync(FigureFilter filter, CancellationToken cancellation)
    {
        var definitions = await reader.NewestDefinitionsAsync(cancellation);
        if (definitions.Count == 0)
            return null;
        var definition = definitions.Find(d => d.Code == filter.Code) ?? definitions.Find(d => d.Code == Leading[0]) ?? definitions[0];
        var pilots = await db.PilotPlacesAsync(cancellation);
        var all = pilots.Where(filter.Fits).ToList();
        var seen = await sight.PlacesAsync(all, cancellation);
        var aimed = definitions.Where(d => Leading.Contains(d.Code)).ToList();
        var book = (await FigureBook.ReadAsync(reader, [.. aimed.Select(d => d.Code).Append(definition.Code).Distinct()], all, time.Today, cancellation)).SeenBy(seen);
        var month = book.Latest(definition, all);
        var lights = seen.Select(p => new LightRow(p, [.. aimed.Select(d => book.Light(d, p.Key, book.Latest(d, all)))])).ToList();
        var top = seen.SelectMany(p => book.Period.Select(m => book.Cell(definition, p.Key, m)?.Value ?? 0)).DefaultIfEmpty(0).Max();
        var good = seen.Count(p => book.Light(definition, p.Key, month) == Light.Good);
        var withAim = seen.Count(p => book.Light(definition, p.Key, month) != Light.Open);
        var sum = month is { } at ? book.Sum(definition, all, at) : default;
        return new OverviewPage(
            filter, [.. definitions.Where(d => d.Supply != IndicatorSupply.Missing).Select(d => new Choice(d.Code, $"{d.Code} {d.Name}"))],
            draw.States(pilots), draw.Tracks(pilots), definition, month,
            Map(seen, definition, book, month), [.. seen.Select(p => Small(p, definition, book, month, top))], aimed, lights,
            month is null ? words["overview-none", definition.Name]
                : withAim == 0 ? words["overview-no-aim", definition.Name, time.Month(month.Value)]
                : words["overview", definition.Name, good, withAim, time.Month(month.Value)],
            sum.Value is { } value ? words["sum-now", numbers.Number(definition, value), sum.Shown, all.Count] : words["sum-none"]);
    }

    public async Task<PilotFiguresPage?> PilotAsync(string key, string? code, CancellationToken cancellation)
    {
        var pilots = await db.PilotPlacesAsync(cancellation);
        var seen = await sight.PlacesAsync(pilots, cancellation);
        if (seen.FirstOrDefault(p => p.Key == key) is not { } place)
            return null;
        var definitions = await reader.NewestDefinitionsAsync(cancellation);
        var book = (await FigureBook.ReadOneAsync(reader, definitions, place, pilots, time.Today, cancellation)).SeenBy(seen);
        var lines = definitions.Where(d => d.Supply != IndicatorSupply.Missing).Select(d => Line(d, book, place, pilots)).ToList();
        var chosen = definitions.Find(d => d.Code == code) ?? lines.Find(l => l.Month is not null)?.Definition;
        return new PilotFiguresPage(
            place, lines, chosen is null ? null : Trend(chosen, book, place), [.. lines.Select(l => new Choice(l.Definition.Code, $"{l.Definition.Code} {l.Definition.Name}"))], chosen?.Code);
    }

    /// <returns>Null for a state without a pilot.</returns>
    public async Task<RegionPage?> RegionAsync(string state, CancellationToken cancellation)
    {
        var places = (await db.PilotPlacesAsync(cancellation)).Where(p => p.StateCode == state).ToList();
        if (places.Count == 0)
            return null;
        var definitions = (await reader.NewestDefinitionsAsync(cancellation)).Where(d => d.Supply != IndicatorSupply.Missing).ToList();
        var drawn = definitions.Where(d => Leading.Contains(d.Code)).ToList();
        var book = (await FigureBook.ReadDrawnAsync(reader, [.. drawn.Select(d => d.Code)], [.. definitions.Except(drawn).Select(d => d.Code)], places, time.Today, cancellation))
            .SeenBy(await sight.PlacesAsync(places, cancellation));
        return new RegionPage(
            state, words["state." + state], places, [.. definitions.Select(d => RegionLine(d, book, places))],
            [.. drawn.Select(d => draw.Trend([d], book, places, $"/programme/regions/{state}.csv") with { Id = "trend-" + d.Code })]);
    }

    private RegionLine RegionLine(IndicatorDefinition d, FigureBook book, List<PilotPlace> places)
    {
        var month = book.Latest(d, places);
        var now = month is { } at ? book.Sum(d, places, at) : default;
        var before = month is { } then ? book.Sum(d, places, then.AddMonths(-12)) : default;
        return new RegionLine(
            d, month, numbers.Sum(d, now), numbers.Sum(d, before), words["places-of", now.Shown, places.Count]);
    }

    private PilotLine Line(IndicatorDefinition d, FigureBook book, PilotPlace place, IReadOnlyList<PilotPlace> pilots)
    {
        var month = book.Latest(d, [place]);
        var latest = month ?? book.Latest(d, pilots);
        var aim = book.Aim(place.Key, d.Code, latest ?? book.Period[^1]);
        var sum = latest is { } at ? book.Sum(d, pilots, at) : default;
        return new PilotLine(
            d, latest,
            numbers.Cell(d, latest is { } m ? book.Cell(d, place.Key, m) : null),
            numbers.Cell(d, latest is { } n ? book.Cell(d, place.Key, n.AddMonths(-12)) : null),
            aim is null ? words["no-aim"] : words["aim", numbers.Number(d, aim.Baseline), numbers.Number(d, aim.Target), time.Month(aim.TargetMonth)], aim is not null,
            book.Light(d, place.Key, month),
            sum.Value is { } value ? words["of-places", numbers.Number(d, value), sum.Shown, pilots.Count] : numbers.WhyNone(sum),
            aim is not null && d.Direction == IndicatorDirection.None ? words["aim-without-direction"].Value : null);
    }

    private ChartView Trend(IndicatorDefinition d, FigureBook book, PilotPlace place)
    {
        var points = book.Period.Select(m => book.Cell(d, place.Key, m)).Select(c => new ChartPoint(c?.Value, numbers.Cell(d, c), c?.Basis == CellBasis.Hidden)).ToList();
        var shown = points.Zip(book.Period).Where(p => p.First.Value is not null).ToList();
        var title = shown.Count < 2 ? words["trend-none", d.Name].Value
            : words["trend-pilot", d.Name, place.Name, shown[0].First.Words, time.Month(shown[0].Second), shown[^1].First.Words, time.Month(shown[^1].Second)].Value;
        return new ChartView(
            "trend", title, words["month"], numbers.Unit(d), [.. book.Period.Select(time.Month)], [new ChartSeries(place.Name, points)],
            $"/programme/indicators/pilots/{place.Key}.csv?code={d.Code}")
        { InPercent = d.Unit == IndicatorUnit.Share, Target = book.Aim(place.Key, d.Code, book.Period[^1])?.Target };
    }

    private PlaceMap Map(IEnumerable<PilotPlace> places, IndicatorDefinition definition, FigureBook book, DateOnly? month) => new(
        words["map", definition.Name],
        [
            .. places.Where(p => p is { Latitude: not null, Longitude: not null }).Select(p => (Place: p, Light: book.Light(definition, p.Key, month)))
                .Select(p => new MappedPlace($"{p.Place.Name}: {words["light." + p.Light]}", GermanyMap.Place(p.Place.Latitude!.Value, p.Place.Longitude!.Value), p.Light is not Light.Good)),
        ])
    { FilledMeans = words["map-good"], RingMeans = words["map-other"] };

    private SmallLine Small(PilotPlace place, IndicatorDefinition definition, FigureBook book, DateOnly? month, decimal top)
    {
        var (path, marks, goesOn) = (new StringBuilder(), new StringBuilder(), false);
        for (var i = 0; i < book.Period.Count; i++)
        {
            if (book.Cell(definition, place.Key, book.Period[i])?.Value is not { } value)
            {
                goesOn = false;
                continue;
            }

            var at = string.Create(CultureInfo.InvariantCulture, $"{100m * i / (book.Period.Count - 1):0.##} {100 - (top == 0 ? 0 : value / top * 100):0.##}");
            path.Append(goesOn ? 'L' : 'M').Append(at);
            marks.Append('M').Append(at).Append("h0");
            goesOn = true;
        }

        return new SmallLine(
            place, path.ToString(), marks.ToString(), numbers.Cell(definition, month is { } m ? book.Cell(definition, place.Key, m) : null),
            numbers.Cell(definition, month is { } n ? book.Cell(definition, place.Key, n.AddMonths(-12)) : null), book.Light(definition, place.Key, month));
    }
}
