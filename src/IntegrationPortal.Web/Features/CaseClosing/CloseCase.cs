using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Features.CaseClosing;

/// <summary>Closes a case and tells everybody who loses it by that.</summary>
public sealed class CloseCase(PortalDbContext db, TimeProvider clock)
{
    /// <summary>Is the case closed already, as this form wishes? Then it was sent twice; another one hears that somebody was faster.</summary>
    public static bool IsDone(CasePath path, CloseForm form) => path.Closure is { } closure && (closure.On, closure.Reason) == (form.On, form.Reason);

    /// <summary>The actors that coordinate the municipality: they go on reading.</summary>
    public Task<List<Guid>> CoordinationsAsync(CancellationToken cancellation) =>
        db.Actors.AsNoTracking().Where(a => a.Kind == Actor.Coordination).Select(a => a.Id).ToListAsync(cancellation);

    /// <returns>False when the same form has closed it in this moment.</returns>
    public async Task<bool> RunAsync(CasePath path, CloseForm form, DateOnly eraseOn, Officer by, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var coordinations = await CoordinationsAsync(cancellation);
        var pending = await db.PendingOfCaseAsync(path.Id, cancellation);
        var ending = path.EndingWithClosure(coordinations).Select(p => p.ActorId).ToList();
        path.Close(form.Details(eraseOn), coordinations, pending.All(), by, now);
        foreach (var actor in ending)
            await db.TellOfCaseAsync(actor, MailTemplate.CaseClosed, path, now, cancellation);
        // Whoever leads hears of it too, when the coordination closes.
        if (path.LeadActorId != by.ActorId)
            await db.TellOfCaseAsync(path.LeadActorId, MailTemplate.CaseClosedForLead, path, now, cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            if (await db.SeePathAsync(path.Id, cancellation) is not { } stored || !IsDone(stored, form))
                throw;
            return false;
        }
    }
}
