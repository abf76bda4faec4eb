using IntegrationPortal.Domain.Indicators;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Evaluation;
using IntegrationPortal.Web.Data.Indicators;
using IntegrationPortal.Web.Presentation.Files;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Indicators;

/// <summary>The numbers behind the pages as files: one line a number, and why where there is none.</summary>
public sealed class FiguresFiles(PortalDbContext db, IndicatorReader reader, FigureSight sight, IndicatorWords numbers, TimeWords time, IStringLocalizer<IndicatorsTexts> words)
{
    /// <summary>The head of the file, by the names of its words.</summary>
    private static readonly string[] Columns =
        ["indicator", "name", "version-head", "municipality-key", "municipality", "month", "part", "value", "amount", "denominator", "basis"];

    public async Task<byte[]?> WriteAsync(IReadOnlyCollection<string>? codes, Func<PilotPlace, bool> which, bool withSums, string? dimension, CancellationToken cancellation)
    {
        var definitions = (await reader.DefinitionsAsync(cancellation)).Where(d => codes is null || codes.Contains(d.Code)).ToDictionary(d => (d.Code, d.Version));
        if (definitions.Count == 0)
            return null;
        var all = (await db.PilotPlacesAsync(cancellation)).Where(which).ToList();
        var seen = (await sight.PlacesAsync(all, cancellation)).ToDictionary(p => p.Key);
        var last = new DateOnly(time.Today.Year, time.Today.Month, 1);
        var cells = await reader.CellsAsync(new CellQuestion(
            [.. definitions.Keys.Select(d => d.Code).Distinct()], [.. all.Select(p => p.Key)], last.AddMonths(1 - FigureBook.Months), last, dimension ?? ""), cancellation);
        var file = SafeCsv.ForPeople().Line([.. Columns.Select(w => words[w].Value)]);
        foreach (var cell in cells.Where(c => seen.ContainsKey(c.MunicipalityKey)))
        {
            var definition = definitions[(cell.Code, cell.Version)];
            file.Line(cell.Code, definition.Name, cell.Version, cell.MunicipalityKey, seen[cell.MunicipalityKey].Name, cell.Month, cell.Part, Rounded(cell.Value), cell.Amount, cell.Denominator,
                cell.Basis == CellBasis.Shown ? "" : numbers.WhyNone(cell.Basis));
        }

        if (withSums)
        {
            var sees = seen.Keys.ToHashSet();
            foreach (var group in cells.GroupBy(c => (c.Code, c.Version, c.Month, c.Part)))
            {
                var definition = definitions[(group.Key.Code, group.Key.Version)];
                var sum = Domain.Evaluation.PilotSum.Of(definition.Kind, [.. group], sees);
                file.Line(
                    group.Key.Code, definition.Name, group.Key.Version, "", words["places-of", sum.Shown, all.Count].Value, group.Key.Month, group.Key.Part,
                    Rounded(sum.Value), sum.Amount, sum.Denominator, sum.Value is null ? numbers.WhyNone(sum) : "");
            }
        }

        return file.ToFile();
    }

    private static decimal? Rounded(decimal? value) => value is { } v ? Math.Round(v, 4) : null;
}
