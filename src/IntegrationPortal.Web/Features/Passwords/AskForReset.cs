using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Features.Passwords;

/// <summary>Somebody forgot the password. The page says the same whether or not there is such an account; only the mail knows.</summary>
public sealed class AskForReset(PortalDbContext db, UserManager<PortalUser> users, TimeProvider clock)
{
    /// <summary>Nobody's mailbox is to be filled by others: at most this many links in the time one is valid.</summary>
    public const int MostLinks = 3;

    public async Task SendAsync(string email, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var user = await users.FindByEmailAsync(email.Trim());
        if (user is null || user.IsShut(now))
            return;
        var since = now - PasswordReset.Validity;
        if (await db.PasswordResets.CountAsync(r => r.UserId == user.Id && r.AskedAt > since, cancellation) >= MostLinks)
            return;

        var reset = PasswordReset.Ask(user.Id, now);
        db.PasswordResets.Add(reset);
        db.OutboxMails.Add(OutboxMail.For(user.Id, MailTemplate.PasswordReset, now, aboutId: reset.Id));
        await db.SaveChangesAsync(cancellation);
    }
}
