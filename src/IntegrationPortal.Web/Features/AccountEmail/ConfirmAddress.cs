using IntegrationPortal.Domain;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Security;
using IntegrationPortal.Web.Security.SignIn;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Features.AccountEmail;

/// <summary>The new address becomes the account's: every other session ends, links in mails to the old one lapse, and the old one is told.</summary>
public sealed class ConfirmAddress(PortalDbContext db, ILookupNormalizer normalizer, SignInAttempts attempts, TimeProvider clock)
{
    /// <returns>False when the same link was used at this very moment.</returns>
    /// <exception cref="RefusedException">Somebody else's account has got the address meanwhile.</exception>
    public async Task<bool> RunAsync(PortalUser user, EmailChange change, SessionTicket? by, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var (before, normalized) = (user.Email!, normalizer.NormalizeEmail(change.Address));
        Refusal.If(await db.Users.AnyAsync(u => u.Id != user.Id && u.NormalizedEmail == normalized, cancellation) ? new Refusal("email-taken") : null);

        (user.Email, user.NormalizedEmail) = (change.Address, normalized);
        (user.UserName, user.NormalizedUserName) = (change.Address, normalizer.NormalizeName(change.Address));
        // Of two changes confirmed at once, the version Identity compares lets one through.
        user.EndOtherSessions(by);
        change.Confirm(now);
        foreach (var reset in await db.PasswordResets.Where(r => r.UserId == user.Id && r.UsedAt == null).ToListAsync(cancellation))
            reset.Use(now);
        db.OutboxMails.Add(OutboxMail.ForAddress(before, user.Language, MailTemplate.EmailChanged, now));
        if (!await db.SaveInTimeAsync(cancellation))
            return false;

        // Who holds the mailbox is the owner; a lockout by somebody else's guesses must not outlast that.
        await attempts.ForgetAsync(normalized!, cancellation);
        return true;
    }
}
