using IntegrationPortal.Domain.Evaluation;
using IntegrationPortal.Domain.Indicators;
using IntegrationPortal.Web.Data.Indicators;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Evaluation;

/// <summary>An outcome that should be there by now and is not: nothing was supplied. A hidden number is there.</summary>
public sealed record MissingOutcome(int Wave, PilotPlace Place, string Code);

/// <summary>Looks at 12 and 24 months which pilot has no number for which indicator of the plan.</summary>
public sealed class MissingOutcomes(PortalDbContext db, IndicatorReader reader)
{
    public Task<EvaluationPlan?> CurrentPlanAsync(CancellationToken cancellation) => db.EvaluationPlans.AsNoTracking()
        .Include(p => p.Questions).Include(p => p.Indicators)
        .Where(p => p.RegisteredAt != null).OrderByDescending(p => p.RegisteredAt).FirstOrDefaultAsync(cancellation);

    public async Task<IReadOnlyList<MissingOutcome>> OfAsync(EvaluationPlan plan, DateOnly today, CancellationToken cancellation)
    {
        // In the month after, the numbers of the wave are published.
        var due = EvaluationPlan.OutcomeWaves.Where(w => plan.MonthOf(w).AddMonths(2) <= today).ToList();
        if (due.Count == 0 || plan.RegisteredAt is null)
            return [];
        var places = await db.PilotPlacesAsync(cancellation);
        var codes = plan.Indicators.Select(i => i.Code).Distinct().Order(StringComparer.Ordinal).ToList();
        var missing = new List<MissingOutcome>();
        foreach (var wave in due)
        {
            var month = plan.MonthOf(wave);
            var there = (await reader.CellsAsync(new CellQuestion(codes, [.. places.Select(p => p.Key)], month, month), cancellation))
                .Where(c => c.Basis != CellBasis.None).Select(c => (c.MunicipalityKey, c.Code)).ToHashSet();
            missing.AddRange(from place in places from code in codes where !there.Contains((place.Key, code)) select new MissingOutcome(wave, place, code));
        }

        return missing;
    }
}
