using IntegrationPortal.Domain;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Features.AccountEmail;

/// <summary>
/// Somebody asks for another address. The page says the same whether or not another account has it; only the mail to that address knows.
/// The address that holds is told at once, without a link: who sits at an open screen cannot hide it from the owner.
/// </summary>
public sealed class AskForAddress(PortalDbContext db, UserManager<PortalUser> users, TimeProvider clock)
{
    /// <summary>Nobody's mailbox is to be filled by others: at most this many in the time one is valid.</summary>
    public const int MostAsked = 5;

    /// <returns>What is to be saved once the owner has proved to be it.</returns>
    /// <exception cref="RefusedException">Too many were asked for.</exception>
    public async Task<IReadOnlyList<object>> PrepareAsync(PortalUser user, AddressForm form, CancellationToken cancellation)
    {
        if (await db.EmailChanges.AnyAsync(c => c.Id == form.Id, cancellation))
            return [];
        var now = clock.GetUtcNow();
        var since = now - EmailChange.Validity;
        Refusal.If(await db.EmailChanges.CountAsync(c => c.UserId == user.Id && c.AskedAt > since, cancellation) >= MostAsked
            ? new Refusal("email-asked-too-often")
            : null);

        var change = EmailChange.Ask(form.Id, user, form.NewAddress, now);
        return
        [
            change,
            await users.FindByEmailAsync(change.Address) is { } other
                ? OutboxMail.ForAddress(change.Address, other.Language, MailTemplate.EmailTaken, now)
                : OutboxMail.ForAddress(change.Address, user.Language, MailTemplate.EmailChange, now, aboutId: change.Id),
            OutboxMail.ForAddress(user.Email!, user.Language, MailTemplate.EmailChangeAsked, now),
        ];
    }
}
