using IntegrationPortal.Web.Security;
using IntegrationPortal.Web.Security.SignIn;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Accounts;

/// <summary>Whose account it is that an organisation vouches for.</summary>
public sealed class LinkedSignIns(PortalDbContext db)
{
    /// <summary>Asked before anybody is signed in, when the walls show nobody's links: the database answers this one question.</summary>
    public async Task<PortalUser?> WhoseAsync(VouchedIdentity identity, CancellationToken cancellation)
    {
        var found = await db.Database.SqlQuery<Guid?>($"""select reading.whose_sign_in({identity.Issuer}, {identity.Subject}) as "Value" """).ToListAsync(cancellation);
        return found.Single() is { } id ? await db.Users.SingleAsync(u => u.Id == id, cancellation) : null;
    }

    public IQueryable<LinkedSignIn> Own(Guid userId, VouchedIdentity identity) =>
        db.LinkedSignIns.Where(l => l.UserId == userId && l.Issuer == identity.Issuer && l.Subject == identity.Subject);
}
