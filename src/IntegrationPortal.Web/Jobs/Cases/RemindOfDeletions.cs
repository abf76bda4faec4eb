using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Data.Reference;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Jobs.Cases;

/// <summary>
/// Every morning: whoever was asked to delete its copies after a withdrawal and has not answered in time is asked again, and once more whenever as
/// much time has gone by since the last mail.
/// </summary>
public sealed class RemindOfDeletions(PortalDbContext db, TenantRounds rounds, ReferenceCatalogue catalogue, TimeProvider clock)
{
    public Task RunAsync(CancellationToken cancellation) => rounds.RunAsync<RemindOfDeletions>(j => j.RunHereAsync(cancellation), cancellation);

    /// <summary>The round in the municipality that this scope has entered as the clock.</summary>
    public async Task RunHereAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var today = GermanTime.DayOf(now);
        var open = await db.DeletionRequests.AsNoTracking().Where(r => r.AnsweredAt == null).ToListAsync(cancellation);
        var late = open.Where(r => catalogue.DeletionAnswerBy(r.AskedAt) < today).ToDictionary(r => r.ConsentId);
        var reminded = await db.OutboxMails.Where(m => m.Template == MailTemplate.DeletionReminder && late.Keys.Contains(m.AboutId!.Value))
            .GroupBy(m => m.AboutId!.Value).Select(g => new { g.Key, Last = g.Max(m => m.CreatedAt) }).ToDictionaryAsync(m => m.Key, m => m.Last, cancellation);
        foreach (var request in late.Values.Where(r => !reminded.TryGetValue(r.ConsentId, out var last) || catalogue.DeletionAnswerBy(last) < today))
            await db.RemindOfDeletionAsync(request, now, cancellation);
        await db.SaveChangesAsync(cancellation);
    }
}
