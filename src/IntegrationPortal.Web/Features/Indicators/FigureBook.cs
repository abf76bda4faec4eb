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

    public IndicatorCell? Cell(IndicatorDefinition definition, string key, DateOnly month) => cells.GetValueOrDefault((definition.Code, definition.Version, key, month));

    public PilotSum Sum(IndicatorDefinition definition, IEnumerable<PilotPlace> places, DateOnly month) =>
        PilotSum.Of(definition.Kind, [.. places.Select(p => Cell(definition, p.Key, month)).OfType<IndicatorCell>()]);

    /// <summary>The latest month in which at least one of the places has a number; null when none has.</summary>
    public DateOnly? Latest(IndicatorDefinition definition, IReadOnlyCollection<PilotPlace> places) => Period.Reverse()
        .Select(m => (DateOnly?)m).FirstOrDefault(m => places.Any(p => Cell(definition, p.Key, m!.Value)?.Value is not null));

    public PublishedTarget? Target(string key, string code) => targets[(key, code)].MaxBy(t => t.BaselineMonth);

    public Aim? Aim(string key, string code) => Target(key, code) is { } t ? new Aim(t.Baseline, t.BaselineMonth, t.Target, t.TargetMonth) : null;

    public Light Light(IndicatorDefinition definition, string key, DateOnly? month) => month is { } at
        ? Lights.Of(Cell(definition, key, at)?.Value, Aim(key, definition.Code), definition.Direction, at) : Domain.Evaluation.Light.Open;
}
