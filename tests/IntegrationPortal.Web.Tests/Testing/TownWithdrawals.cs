using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Consents;
using IntegrationPortal.Web.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Testing;

/// <summary>Consents of a town are withdrawn through the domain, with what follows, as by the page.</summary>
public static class TownWithdrawals
{
    /// <summary>The newest consent for this recipient that stands.</summary>
    public static Task<Guid> ConsentForAsync(this TownCase path, TestUser recipient) => path.Town.Portal.AsAsync(path.OpenedBy.Officer, db => db.Consents
        .Where(c => c.CaseId == path.Id && c.RecipientActorId == recipient.Actor!.Id && c.WithdrawnAt == null).OrderByDescending(c => c.Id).Select(c => c.Id).FirstAsync());

    /// <returns>The id of the consent.</returns>
    public static async Task<Guid> WithdrawAsync(this TownCase path, TestUser by, TestUser recipient)
    {
        var id = await path.ConsentForAsync(recipient);
        return await path.Town.Portal.AsAsync(by.Officer, async db =>
        {
            var now = path.Town.Now;
            await using var transaction = await db.Database.BeginTransactionAsync();
            var row = (await db.FindPathAsync(path.Id))!;
            var consent = await db.Consents.SingleAsync(c => c.CaseId == path.Id && c.Id == id);
            consent.Withdraw(row, new WithdrawalDetails(GermanTime.DayOf(now), WithdrawnAs.Spoken, "fa", null), by.Officer, now);
            await db.SaveChangesAsync();
            foreach (var handover in await db.Handovers.Include(h => h.Steps).Include(h => h.Grounds).RestingOn(consent).ToListAsync())
                handover.Recall(id, now);
            if (DeletionRequest.After(consent, row, now) is { } request)
                db.Add(request);
            row.WithdrawConsent(consent, by.Officer, path.Town.Calendar, now);
            await db.SaveChangesAsync();
            row.Forget(consent, now);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            return id;
        });
    }
}
