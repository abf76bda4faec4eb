using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Features.CaseClosing;

/// <summary>Takes up again a case that was closed, and tells everybody who has it back by that.</summary>
public sealed class ReopenCase(PortalDbContext db, TownCalendars calendars, TimeProvider clock)
{
    /// <returns>False when somebody else has reopened it in this moment.</returns>
    public async Task<bool> RunAsync(CasePath path, string reason, Officer by, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var back = path.ComingBack(GermanTime.DayOf(now)).Select(p => p.ActorId).ToList();
        path.Reopen(reason, by, await calendars.OfAsync(db, by.TenantId, cancellation), now);
        foreach (var actor in back)
            await db.TellOfCaseAsync(actor, MailTemplate.CaseReopened, path, now, cancellation);
        // Whoever leads hears of it too, when the coordination reopens.
        if (path.LeadActorId != by.ActorId)
            await db.TellOfCaseAsync(path.LeadActorId, MailTemplate.CaseReopened, path, now, cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            if (await db.SeePathAsync(path.Id, cancellation) is not { ClosedOn: null })
                throw;
            return false;
        }
    }
}
