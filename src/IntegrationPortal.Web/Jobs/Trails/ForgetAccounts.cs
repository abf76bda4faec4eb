using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Jobs.Trails;

/// <summary>
/// Every night: an account that was closed long ago loses its name and address, and so do the invitations it accepted (leaving.sql). Its id stays, so
/// that rows which name it still say that one person did it all.
/// </summary>
public sealed class ForgetAccounts(PortalDbContext db, Session session, TenantRounds rounds)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        // Accounts belong to no municipality.
        session.EnterAsClock();
        await RunHereAsync(cancellation);
        await rounds.RunAsync<ForgetAccounts>(j => j.RunHereAsync(cancellation), cancellation);
    }

    /// <summary>The round in the municipality that this scope has entered as the clock, or outside of all.</summary>
    public Task RunHereAsync(CancellationToken cancellation) => db.Database.SqlQuery<int>($"select reading.forget_accounts() as \"Value\"").SingleAsync(cancellation);
}
