using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Security;
using IntegrationPortal.Web.Security.SignIn;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Accounts;

/// <summary>Gives an account a new password: every other session ends, open reset links lapse, and a mail tells the owner.</summary>
public sealed class NewPassword(PortalDbContext db, UserManager<PortalUser> users, TimeProvider clock)
{
    /// <summary>Prepares the change in the context without saving; the errors of the password rules when it is refused.</summary>
    /// <param name="by">The session that goes on; none for a link in a mail.</param>
    public async Task<IReadOnlyList<IdentityError>> SetAsync(PortalUser user, string password, SessionTicket? by, CancellationToken cancellation)
    {
        var errors = new List<IdentityError>();
        foreach (var rule in users.PasswordValidators)
            errors.AddRange((await rule.ValidateAsync(users, user, password)).Errors);
        if (errors.Count > 0)
            return errors;

        var now = clock.GetUtcNow();
        user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
        user.EndOtherSessions(by);
        foreach (var reset in await db.PasswordResets.Where(r => r.UserId == user.Id && r.UsedAt == null).ToListAsync(cancellation))
            reset.Use(now);
        db.OutboxMails.Add(OutboxMail.For(user.Id, MailTemplate.PasswordChanged, now));
        return [];
    }

    /// <summary>Whether this password is the account's already: the same form that was faster has set it.</summary>
    public Task<bool> IsAsync(PortalUser user, string password) => users.CheckPasswordAsync(user, password);
}
