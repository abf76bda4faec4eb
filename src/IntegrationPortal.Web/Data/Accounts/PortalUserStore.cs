using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Accounts;

/// <summary>
/// Where Identity looks for accounts, and for the passkeys that its check of WebAuthn asks for. Writing is a deed of the portal, saved with its mail; the
/// check only reads.
/// </summary>
public sealed class PortalUserStore(PortalDbContext db, IdentityErrorDescriber? words = null) : UserOnlyStore<PortalUser, PortalDbContext, Guid>(db, words)
{
    public override async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(PortalUser user, CancellationToken cancellationToken) =>
        [.. (await Context.Passkeys.AsNoTracking().Where(p => p.UserId == user.Id).ToListAsync(cancellationToken)).Select(p => p.ForCheck())];

    /// <summary>The walls show nobody's, so the database is asked whose this one is.</summary>
    public override async Task<PortalUser?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken)
    {
        var found = await Context.Database.SqlQuery<Guid?>($"""select reading.whose_passkey({credentialId}) as "Value" """).ToListAsync(cancellationToken);
        return found.Single() is { } id ? await Context.Users.SingleAsync(u => u.Id == id, cancellationToken) : null;
    }

    /// <summary>Before anybody is signed in, in a session of whom the passkey says to be of; who checks leaves it when it was not.</summary>
    public override async Task<UserPasskeyInfo?> FindPasskeyAsync(PortalUser user, byte[] credentialId, CancellationToken cancellationToken)
    {
        if (Context.Session.UserId is null)
            Context.Session.Enter(user.Id);
        return (await Context.Passkeys.AsNoTracking().SingleOrDefaultAsync(p => p.UserId == user.Id && p.CredentialId == credentialId, cancellationToken))?.ForCheck();
    }

    public override Task AddOrUpdatePasskeyAsync(PortalUser user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw new NotSupportedException();

    public override Task RemovePasskeyAsync(PortalUser user, byte[] credentialId, CancellationToken cancellationToken) => throw new NotSupportedException();
}
