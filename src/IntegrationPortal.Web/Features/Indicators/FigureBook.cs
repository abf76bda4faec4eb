using IntegrationPortal.Domain.Evaluation;
using IntegrationPortal.Domain.Indicators;
using IntegrationPortal.Web.Data.Evaluation;
using IntegrationPortal.Web.Data.Indicators;

namespace IntegrationPortal.Web.Features.Indicators;

/// <summary>Published totals of some indicators and places over the last months, looked up by what pages ask.</summary>
public sealed class FigureBook
{
    /// <summary>Two years, and the month before them.</summary>
    public const int Months = 25;

    private readonly Dictionary<(string Code, int Version, string Key, DateOnly Month), IndicatorCell> cells;
    private readonly ILookup<(string Key, string Code), PublishedTarget> targets;
    private IReadOnlySet<string>? sees;

    private FigureBook(IReadOnlyList<DateOnly> months, IEnumerable<IndicatorCell> read, IEnumerable<PublishedTarget> aims)
    {
        Period = months;
        cells = read.ToDictionary(c => (c.Code, c.Version, c.MunicipalityKey, c.Month));
        targets = aims.ToLookup(t => (t.MunicipalityKey, t.Code));
    }

    /// <summary>First days of the months, earliest first.</summary>
    public IReadOnlyList<DateOnly> Period { get; }

    public static async Task<FigureBook> ReadAsync(
        IndicatorReader reader, IReadOnlyCollection<string> codes, IEnumerable<PilotPlace> places, DateOnly today, CancellationToken cancellation)
    {
        var last = new DateOnly(today.Year, today.Month, 1);
        var keys = places.Select(p => p.Key).ToList();
        var months = Enumerable.Range(1 - Months, Months).Select(i => last.AddMonths(i)).ToList();
        return new FigureBook(
            months, await reader.CellsAsync(new CellQuestion(codes, keys, months[0], last), cancellation), await reader.TargetsAsync(codes, keys, cancellation));
    }

    /// <summary>
    /// For the page of one place: all its numbers, and of the others only the month that stands beside them, which is the latest of the
    /// place or, where it has none, of any. All months of all would be tens of thousands of numbers for a column of sums.
    /// </summary>
    public static async Task<FigureBook> ReadOneAsync(
        IndicatorReader reader, IReadOnlyList<IndicatorDefinition> definitions, PilotPlace place, IReadOnlyList<PilotPlace> others, DateOnly today, CancellationToken cancellation)
    {
        var own = await ReadAsync(reader, [.. definitions.Select(d => d.Code)], [place], today, cancellation);
        var keys = others.Select(p => p.Key).Where(k => k != place.Key).ToList();
        var beside = definitions.Select(d => (d.Code, Month: own.Latest(d, [place]))).ToList();
        var latest = await reader.LatestAsync([.. beside.Where(b => b.Month is null).Select(b => b.Code)], keys, own.Period[0], own.Period[^1], cancellation);
        var asked = beside.Select(b => (b.Code, Month: b.Month ?? (latest.TryGetValue(b.Code, out var month) ? month : null)))
            .Where(b => b.Month is not null).Select(b => (b.Code, b.Month!.Value));
        return own.With(await reader.CellsOfMonthsAsync([.. asked], keys, cancellation));
    }

    /// <summary>
    /// For the page of a region: all months of the indicators that are drawn, and of the others the two months that stand in its table,
    /// the latest one with a number and the one a year before.
    /// </summary>
    public static async Task<FigureBook> ReadDrawnAsync(
        IndicatorReader reader, IReadOnlyCollection<string> drawn, IReadOnlyCollection<string> others, IReadOnlyList<PilotPlace> places, DateOnly today, CancellationToken cancellation)
    {
        var book = await ReadAsync(reader, drawn, places, today, cancellation);
        var keys = places.Select(p => p.Key).ToList();
        var latest = await reader.LatestAsync(others, keys, book.Period[0], book.Period[^1], cancellation);
        var asked = latest.SelectMany(l => new[] { (l.Key, l.Value!.Value), (l.Key, l.Value.Value.AddMonths(-12)) });
        return book.With(await reader.CellsOfMonthsAsync([.. asked], keys, cancellation));
    }

    private FigureBook With(IEnumerable<IndicatorCell> more)
    {
        foreach (var cell in more)
            cells[(cell.Code, cell.Version, cell.MunicipalityKey, cell.Month)] = cell;
        return this;
    }

    /// <summary>Sums are then told as far as they are not the number of one municipality that the reader does not see.</summary>
    public FigureBook SeenBy(IEnumerable<PilotPlace> seen)
    {
        sees = seen.Select(p => p.Key).ToHashSet();
        return this;
    }

    public IndicatorCell? Cell(IndicatorDefinition definition, string key, DateOnly month) => cells.GetValueOrDefault((definition.Code, definition.Version, key, month));

    public PilotSum Sum(IndicatorDefinition definition, IEnumerable<PilotPlace> places, DateOnly month) =>
        PilotSum.Of(definition.Kind, [.. places.Select(p => Cell(definition, p.Key, month)).OfType<IndicatorCell>()], sees);

    /// <summary>The latest month in which at least one of the places has a number; null when none has.</summary>
    public DateOnly? Latest(IndicatorDefinition definition, IReadOnlyCollection<PilotPlace> places) => Period.Reverse()
        .Select(m => (DateOnly?)m).FirstOrDefault(m => places.Any(p => Cell(definition, p.Key, m!.Value)?.Value is not null));

    /// <summary>The target that has begun last by that month; before the first one, the first.</summary>
    public Aim? Aim(string key, string code, DateOnly month)
    {
        var all = targets[(key, code)];
        return (all.Where(t => t.BaselineMonth <= month).MaxBy(t => t.BaselineMonth) ?? all.MinBy(t => t.BaselineMonth)) is { } t
            ? new Aim(t.Baseline, t.BaselineMonth, t.Target, t.TargetMonth) : null;
    }

    public Light Light(IndicatorDefinition definition, string key, DateOnly? month) => month is { } at
        ? Lights.Of(Cell(definition, key, at)?.Value, Aim(key, definition.Code, at), definition.Direction, at) : Domain.Evaluation.Light.Open;
}
