using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Reference;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Jobs.Mail;

/// <summary>Every night: that a mail was sent, or given up, is forgotten after a while. One that still waits is not.</summary>
public sealed class ForgetMails(PortalDbContext db, ReferenceCatalogue catalogue, TimeProvider clock)
{
    private const int Batch = 5000;

    public async Task RunAsync(CancellationToken cancellation)
    {
        var before = catalogue.KeptSince(DeadlineRule.MailKept, clock.GetUtcNow());
        while (await db.Database.ExecuteSqlAsync(
            $"""
            delete from outbox_mail where id in (select id from outbox_mail where coalesce(sent_at, given_up_at) < {before} limit {Batch})
            """,
            cancellation) == Batch)
            cancellation.ThrowIfCancellationRequested();
    }
}
