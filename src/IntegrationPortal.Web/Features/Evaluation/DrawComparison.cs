using System.Globalization;
using IntegrationPortal.Domain.Evaluation;
using IntegrationPortal.Domain.Indicators;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Evaluation;
using IntegrationPortal.Web.Data.Indicators;
using IntegrationPortal.Web.Presentation.Charts;
using IntegrationPortal.Web.Presentation.Files;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Evaluation;

/// <summary>The first snapshot beside the latest, pilot by pilot and for all together, with how sure the change is.</summary>
public sealed class DrawComparison(PortalDbContext db, IndicatorReader reader, IndicatorWords numbers, IStringLocalizer<EvaluationTexts> words)
{
    /// <returns>Null for an indicator that is not in the plan.</returns>
    public async Task<ComparisonPage?> DrawAsync(EvaluationPlan plan, IReadOnlyList<EvaluationSnapshot> taken, string? code, CancellationToken cancellation)
    {
        var planned = plan.Indicators.DistinctBy(i => i.Code).OrderBy(i => i.Code, StringComparer.Ordinal).ToList();
        var (first, last) = (taken.MinBy(s => s.Wave), taken.Count < 2 ? null : taken.MaxBy(s => s.Wave));
        // Whoever asks for none sees the first that can be compared.
        code ??= (planned.Find(i => CanBeCompared(Totals(first, i.Code), Totals(last, i.Code))) ?? planned[0]).Code;
        if (planned.Find(i => i.Code == code) is not { } measure)
            return null;
        var definitions = await reader.DefinitionsAsync(cancellation);
        var definition = definitions.Single(d => d.Code == measure.Code && d.Version == measure.Version);
        var choices = planned.Select(i => new Choice(i.Code, $"{i.Code} {definitions.First(d => d.Code == i.Code).Name}")).ToList();
        var places = await db.PilotPlacesAsync(cancellation);
        var before = Totals(first, code);
        var after = Totals(last, code);
        var lines = places.Select(p => Line(p, before.GetValueOrDefault(p.Key), after.GetValueOrDefault(p.Key))).ToList();
        var changes = lines.Where(l => l.Change is not null).Select(l => l.Change!.Value).ToList();
        var interval = Intervals.OfMeanChange(changes);
        var summary = taken.Count < 2 ? words["compare-one-snapshot"].Value : Summary(definition, changes, interval, places.Count);
        return new ComparisonPage(
            plan, definition, choices, lines, summary,
            words[definition.Unit == IndicatorUnit.Share ? "method-share" : "method-other", Intervals.FewestPairs],
            changes.Count == 0 ? null : Chart(plan, definition, lines, summary, taken));
    }

    public byte[] File(ComparisonPage page)
    {
        var file = SafeCsv.ForPeople().Line(words["municipality"].Value, words["before"].Value, words["after"].Value, words["change"].Value, words["from"].Value, words["to"].Value);
        foreach (var line in page.Lines)
            file.Line(line.Place.Name, Field(line.Before), Field(line.After), line.Change, line.Interval?.Low, line.Interval?.High);
        return file.ToFile();
    }

    private object Field(FrozenCell? cell) => cell?.Value is { } value ? Math.Round(value, 4) : numbers.WhyNone(cell?.Basis);

    private static Dictionary<string, FrozenCell> Totals(EvaluationSnapshot? snapshot, string code) => snapshot is null ? [] : SnapshotContent.Read(snapshot.Content)
        .Where(c => c.Code == code && c.Dimension.Length == 0).GroupBy(c => c.MunicipalityKey).ToDictionary(g => g.Key, g => g.Last());

    private static bool CanBeCompared(Dictionary<string, FrozenCell> before, Dictionary<string, FrozenCell> after) =>
        before.Any(b => b.Value.Value is not null && after.GetValueOrDefault(b.Key)?.Value is not null);

    private static ChangeLine Line(PilotPlace place, FrozenCell? before, FrozenCell? after)
    {
        Interval? interval = IsShare(before) && IsShare(after)
            ? Intervals.OfDifference(before!.Amount!.Value, before.Denominator!.Value, after!.Amount!.Value, after.Denominator!.Value) : null;
        return new ChangeLine(place, before, after, after?.Value - before?.Value, interval);
    }

    private static bool IsShare(FrozenCell? cell) => Intervals.OfNumber(cell?.Amount, cell?.Denominator) is not null;

    private string Summary(IndicatorDefinition definition, List<decimal> changes, Interval? interval, int places)
    {
        if (changes.Count == 0)
            return words["compare-none"];
        var mean = numbers.Change(definition, changes.Average());
        if (interval is not { } lies)
            return words["compare-few", changes.Count, places, mean, Intervals.FewestPairs];
        return words[lies.Holds(0) ? "compare-unsure" : "compare-sure", changes.Count, places, mean, numbers.Change(definition, lies.Low), numbers.Change(definition, lies.High)];
    }

    private ChartView Chart(EvaluationPlan plan, IndicatorDefinition definition, IReadOnlyList<ChangeLine> lines, string summary, IReadOnlyList<EvaluationSnapshot> taken)
    {
        ChartPoint Point(FrozenCell? cell)
        {
            var sure = Intervals.OfNumber(cell?.Amount, cell?.Denominator);
            return new ChartPoint(
                cell?.Value, cell?.Value is { } value ? numbers.Number(definition, value) : numbers.WhyNone(cell?.Basis), cell?.Basis == CellBasis.Hidden,
                sure?.Low, sure?.High);
        }

        return new ChartView(
            "comparison", summary, words["municipality"], numbers.Unit(definition), [.. lines.Select(l => l.Place.Name)],
            [
                new ChartSeries(words["wave", taken.Min(s => s.Wave)], [.. lines.Select(l => Point(l.Before))]),
                new ChartSeries(words["wave", taken.Max(s => s.Wave)], [.. lines.Select(l => Point(l.After))]),
            ],
            string.Create(CultureInfo.InvariantCulture, $"/evaluation/plans/{plan.Id}/comparison.csv?code={definition.Code}"))
        { Kind = ChartKind.Bars, InPercent = definition.Unit == IndicatorUnit.Share };
    }
}
