using IntegrationPortal.Domain.Indicators;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Indicators;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.IndicatorData;

/// <summary>What the own office has entered and set, and beside a number that another one, or none, is published instead.</summary>
public sealed class DrawEntered(PortalDbContext db, IndicatorReader reader, Places places, IndicatorWords numbers, TimeWords time, IStringLocalizer<IndicatorDataTexts> words)
{
    private const int Shown = 50;

    public async Task<IndicatorDataPage> PageAsync(CancellationToken cancellation)
    {
        var names = (await reader.NewestDefinitionsAsync(cancellation)).ToDictionary(d => d.Code);
        // The wall lets through what the own office has written.
        var entries = await db.IndicatorEntries.AsNoTracking().OrderByDescending(e => e.RecordedAt).ThenByDescending(e => e.Id).Take(Shown).ToListAsync(cancellation);
        var targets = await db.IndicatorTargets.AsNoTracking().OrderByDescending(t => t.SetAt).ThenBy(t => t.Id).Take(Shown).ToListAsync(cancellation);
        var towns = await places.NamesAsync([.. entries.Select(e => e.MunicipalityKey).Concat(targets.Select(t => t.MunicipalityKey)).Distinct()], cancellation);
        var published = await PublishedAsync(entries, cancellation);
        return new IndicatorDataPage(
            [
                .. entries.Select(e => new EnteredRow(
                    names[e.Code].Name.ToString(), towns.GetValueOrDefault(e.MunicipalityKey), e.MunicipalityKey, e.Month, Number(e.Amount, e.Denominator),
                    e.SourceName, e.SourceDate) { Published = published.GetValueOrDefault(e.Id) })
                    .OrderBy(r => r.Indicator, StringComparer.CurrentCulture).ThenBy(r => r.Town, StringComparer.CurrentCulture).ThenByDescending(r => r.Month),
            ],
            [
                .. targets.Select(t => new TargetRow(
                    t.WhyNotCorrect(time.Today) is null ? $"/indicator-data/targets/{t.Id}" : null, names[t.Code].Name.ToString(), towns.GetValueOrDefault(t.MunicipalityKey), t.MunicipalityKey,
                    numbers.Number(names[t.Code], t.Baseline), t.BaselineMonth, numbers.Number(names[t.Code], t.Target), t.TargetMonth))
                    .OrderBy(r => r.Indicator, StringComparer.CurrentCulture).ThenBy(r => r.Town, StringComparer.CurrentCulture),
            ]);
    }

    /// <summary>Of the latest entry for a place and month, what is published where that is not the same number.</summary>
    private async Task<Dictionary<Guid, string>> PublishedAsync(List<IndicatorEntry> entries, CancellationToken cancellation)
    {
        if (entries.Count == 0)
            return [];
        var cells = (await reader.CellsAsync(
                new CellQuestion(
                    [.. entries.Select(e => e.Code).Distinct()], [.. entries.Select(e => e.MunicipalityKey).Distinct()],
                    entries.Min(e => e.Month), entries.Max(e => e.Month), Dimension: null), cancellation))
            .ToLookup(c => (c.Code, c.Version, c.MunicipalityKey, c.Month, c.Part));
        return entries.GroupBy(e => (e.Code, e.Version, e.MunicipalityKey, e.Month, e.Part)).Select(g => (Entry: g.First(), Cell: cells[g.Key].FirstOrDefault()))
            .Where(p => p.Cell is { } cell && p.Entry.Amount is not null
                && (cell.Amount != p.Entry.Amount || (cell.Denominator is { } of && of != p.Entry.Denominator)))
            .ToDictionary(p => p.Entry.Id, p => p.Cell!.Amount is null ? words["not-published"].Value : words["published-is", Number(p.Cell.Amount, p.Cell.Denominator)].Value);
    }

    private string Number(decimal? amount, decimal? denominator) => amount is null ? words["nothing"]
        : denominator is { } of ? words["of", $"{amount:#,0.##}", $"{of:#,0.##}"] : $"{amount:#,0.##}";
}
