using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Presentation.Forms;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Features.Handovers;

/// <summary>Reports that it is done and closes the steps that were handed over, in one save.</summary>
public sealed class CompleteHandover(PortalDbContext db, TownCalendars calendars, ReferenceCatalogue catalogue, TimeProvider clock)
{
    /// <summary>The steps that completing finishes and that have results; none where the receiver no longer sees the steps.</summary>
    public async Task<IReadOnlyList<StepAsked>> AskedAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.Handovers.AsNoTracking().Include(h => h.Steps).SingleOrDefaultAsync(h => h.Id == id, cancellation) is not { } handover
            || await db.CasePaths.AsNoTracking().Include(p => p.Steps).Include(p => p.FurtherTemplates).SingleOrDefaultAsync(p => p.Id == handover.CaseId, cancellation) is not { } path)
            return [];
        return
        [
            .. path.OpenStepsOf(handover).Where(s => catalogue.AsksForResult(path, s)).Select(s => new StepAsked(
                s.Id, s.Title.ToString(), [.. catalogue.TemplateOf(path, s).ResultsOf(s).Select(r => new Choice(r.Code, r.Name.ToString()))])),
        ];
    }

    /// <param name="results">How each of the steps asked about ended.</param>
    /// <returns>False when there is no such handover for this officer.</returns>
    public async Task<bool> RunAsync(Guid id, string report, IReadOnlyDictionary<Guid, string> results, Officer by, CancellationToken cancellation)
    {
        var calendar = await calendars.OfAsync(db, by.TenantId, cancellation);
        if (await db.TakeHandoverAsync(id, cancellation) is not { } handover)
            return false;
        var now = clock.GetUtcNow();
        handover.Complete(report, by, now);
        // Where the consent has ended meanwhile the receiver no longer sees the steps; the report is still told.
        if (await db.TakePathAsync(handover.CaseId, cancellation) is { } path)
            path.Conclude(handover, results, s => catalogue.TemplateOf(path, s), by, calendar, now);
        await db.TellActorAsync(handover.FromActorId, MailTemplate.HandoverCompleted, handover, now, cancellation);
        await db.SaveChangesAsync(cancellation);
        return true;
    }
}
