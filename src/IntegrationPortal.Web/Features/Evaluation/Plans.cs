using IntegrationPortal.Domain.Evaluation;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Indicators;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Features.Evaluation;

/// <summary>A plan of the evaluation with its questions, and what has been frozen for it.</summary>
internal static class Plans
{
    /// <summary>To be read.</summary>
    public static Task<EvaluationPlan?> SeePlanAsync(this PortalDbContext db, Guid id, CancellationToken cancellation) =>
        Whole(db.EvaluationPlans.AsNoTracking()).SingleOrDefaultAsync(p => p.Id == id, cancellation);

    /// <summary>To be changed and saved.</summary>
    public static Task<EvaluationPlan?> TakePlanAsync(this PortalDbContext db, Guid id, CancellationToken cancellation) =>
        Whole(db.EvaluationPlans.AsTracking()).SingleOrDefaultAsync(p => p.Id == id, cancellation);

    public static Task<List<EvaluationSnapshot>> SnapshotsAsync(this PortalDbContext db, Guid planId, CancellationToken cancellation) =>
        db.EvaluationSnapshots.AsNoTracking().Where(s => s.PlanId == planId).OrderBy(s => s.Wave).ToListAsync(cancellation);

    /// <summary>The definitions in force on that day, each with its hash.</summary>
    public static async Task<IReadOnlyList<DefinitionSeal>> SealsAsync(this IndicatorReader reader, DateOnly day, CancellationToken cancellation) =>
        [.. (await reader.DefinitionsAsync(cancellation)).Where(d => d.IsInForceOn(day)).Select(d => new DefinitionSeal(d.Code, d.Version, d.Hash))];

    private static IQueryable<EvaluationPlan> Whole(IQueryable<EvaluationPlan> plans) =>
        plans.Include(p => p.Questions).Include(p => p.Indicators);
}
