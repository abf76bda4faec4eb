using System.Globalization;
using System.Text.Json;
using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Evaluation;
using IntegrationPortal.Domain.Indicators;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Evaluation;
using IntegrationPortal.Web.Data.Indicators;
using IntegrationPortal.Web.Presentation.Charts;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.ProgrammeReport;

/// <summary>Draws the figures of a year from what is published: sums over pilots and regions, never a single pilot.</summary>
public sealed class DrawReport(PortalDbContext db, IndicatorReader reader, IndicatorWords numbers, TimeWords time, IStringLocalizer<ProgrammeReportTexts> words)
{
    private static readonly string[] Charted = ["P2", "P1", "P5", "L1S", "V1"];

    /// <summary>States that fund pilots (domain research 1.1).</summary>
    private static readonly string[] Funders = ["HE", "NW"];

    /// <summary>A released report as it was, a draft as the numbers are now.</summary>
    public async Task<ReportFigures> FiguresAsync(ProgressReport report, CancellationToken cancellation) => report.Figures is { } kept
        ? JsonSerializer.Deserialize<Dictionary<string, ReportFigures>>(kept)![CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? "en" : "de"]
        : await DrawAsync(report.Year, cancellation);

    /// <summary>In both languages, to be kept with the report.</summary>
    public async Task<string> KeptAsync(int year, CancellationToken cancellation)
    {
        var (culture, texts) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        var both = new Dictionary<string, ReportFigures>();
        foreach (var (language, name) in new[] { ("de", "de-DE"), ("en", "en-GB") })
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(name);
            both[language] = await DrawAsync(year, cancellation);
        }

        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, texts);
        return JsonSerializer.Serialize(both);
    }

    /// <summary>First month with a number of a pilot.</summary>
    public async Task<DateOnly?> NumbersSinceAsync(CancellationToken cancellation) => await reader.EarliestAsync(
        [.. (await reader.DefinitionsAsync(cancellation)).Select(d => d.Code).Distinct()], [.. (await db.PilotPlacesAsync(cancellation)).Select(p => p.Key)], cancellation);

    /// <summary>First words of a section in both languages, from which people go on.</summary>
    public Func<string, Bilingual> FirstWords(int year, int pilots)
    {
        Bilingual Both(string key)
        {
            var before = CultureInfo.CurrentUICulture;
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("de-DE");
            var german = words[key, year, pilots].Value;
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-GB");
            var english = words[key, year, pilots].Value;
            CultureInfo.CurrentUICulture = before;
            return new Bilingual(german, english);
        }

        return section => Both("first-words." + section);
    }

    private async Task<ReportFigures> DrawAsync(int year, CancellationToken cancellation)
    {
        var first = new DateOnly(year, 1, 1);
        var last = new[] { new DateOnly(year, 12, 1), new DateOnly(time.Today.Year, time.Today.Month, 1) }.Min();
        var definitions = (await reader.NewestDefinitionsAsync(cancellation)).Where(d => d.Supply != IndicatorSupply.Missing).ToList();
        var places = await db.PilotPlacesAsync(cancellation);
        var cells = (await reader.CellsAsync(new CellQuestion(null, [.. places.Select(p => p.Key)], first.AddYears(-1), last), cancellation))
            .ToLookup(c => (c.Code, c.Version));
        var snapshots = await db.EvaluationPlans.AsNoTracking().Where(p => p.RegisteredAt != null).OrderByDescending(p => p.RegisteredAt)
            .Select(p => new { p.Title, p.RegisteredAt, p.Hash, Taken = db.EvaluationSnapshots.Count(s => s.PlanId == p.Id) }).FirstOrDefaultAsync(cancellation);
        return new ReportFigures(
            words["period", time.Month(first), time.Month(last)], Rows(definitions, cells, places, first, last),
            [.. definitions.Where(d => Charted.Contains(d.Code)).Select(d => Chart(d, cells, places, first, last)).Where(c => !c.IsEmpty)],
            [
                .. Funders.Select(s => (State: s, Places: places.Where(p => p.StateCode == s).ToList())).Where(r => r.Places.Count > 0)
                    .Select(r => new RegionRows(words["state." + r.State], string.Join(", ", r.Places.Select(p => p.Name)), Rows(definitions, cells, r.Places, first, last))),
            ],
            snapshots is null ? [] : [words["plan", snapshots.Title, time.Plain(snapshots.RegisteredAt!.Value), snapshots.Taken], words["plan-hash", snapshots.Hash!]]);
    }

    /// <summary>The latest month of the year with a number, and the same month a year before.</summary>
    private List<ReportRow> Rows(
        IEnumerable<IndicatorDefinition> definitions, ILookup<(string, int), IndicatorCell> cells, IReadOnlyCollection<PilotPlace> places, DateOnly first, DateOnly last)
    {
        var rows = new List<ReportRow>();
        foreach (var d in definitions)
        {
            var own = cells[(d.Code, d.Version)].Where(c => places.Any(p => p.Key == c.MunicipalityKey)).ToList();
            if (own.Where(c => c.Value is not null && c.Month >= first && c.Month <= last).Select(c => (DateOnly?)c.Month).Max() is not { } month)
                continue;
            var (now, before) = (Sum(d, own, month), Sum(d, own, month.AddYears(-1)));
            rows.Add(new ReportRow(
                d.Code, d.Name.ToString(), time.Month(month), numbers.Number(d, now.Value!.Value), numbers.Sum(d, before),
                words["places-of", now.Shown, places.Count]));
        }

        return rows;
    }

    private ChartView Chart(IndicatorDefinition d, ILookup<(string, int), IndicatorCell> cells, IReadOnlyCollection<PilotPlace> places, DateOnly first, DateOnly last)
    {
        var months = Enumerable.Range(0, 24).Select(i => first.AddYears(-1).AddMonths(i)).Where(m => m <= last).ToList();
        var points = months.Select(m => Sum(d, cells[(d.Code, d.Version)], m))
            .Select(s => new ChartPoint(
                s.Value, s.Value is { } v ? words["of-places", numbers.Number(d, v), s.Shown, places.Count] : numbers.WhyNone(s), s.Value is null && s.Hidden > 0))
            .ToList();
        var shown = points.Zip(months).Where(p => p.First.Value is not null).ToList();
        var title = shown.Count == 0 ? d.Name.ToString()
            : words[
                "finding", d.Name, numbers.Number(d, shown[0].First.Value!.Value), time.Month(shown[0].Second),
                numbers.Number(d, shown[^1].First.Value!.Value), time.Month(shown[^1].Second)].Value;
        return new ChartView(
            "report-" + d.Code, title, words["month"], numbers.Unit(d), [.. months.Select(time.Month)], [new ChartSeries(words["all-pilots"], points)],
            $"/programme/indicators/{d.Code}.csv")
        { InPercent = d.Unit == IndicatorUnit.Share };
    }

    private static PilotSum Sum(IndicatorDefinition d, IEnumerable<IndicatorCell> cells, DateOnly month) => PilotSum.Of(d.Kind, [.. cells.Where(c => c.Month == month)]);
}
