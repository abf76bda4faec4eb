using IntegrationPortal.Web.Security.SignIn;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Accounts;

/// <summary>A session that was ended by signing out: a copy of its cookie opens nothing any more.</summary>
public sealed class EndedSession
{
    public Guid Id { get; private set; }

    /// <summary>From then on the cookie has lapsed by itself, and this row says nothing any more.</summary>
    public DateTimeOffset LapsesAt { get; private set; }
}

/// <summary>Ends sessions at the server. Whether one has ended is asked by <see cref="SignedInAccounts"/>, in the query it runs anyway.</summary>
public sealed class EndedSessions(PortalDbContext db, TimeProvider clock)
{
    /// <summary>Twice is once: two tabs sign out.</summary>
    public Task EndAsync(SessionTicket ticket, CancellationToken cancellation)
    {
        var lapses = ticket.SignedInAt + SessionCookie.Longest;
        return db.Database.ExecuteSqlAsync(
            $"insert into ended_session (id, lapses_at) values ({ticket.SessionId}, {lapses}) on conflict do nothing", cancellation);
    }

    /// <summary>Housekeeping: rows that no longer mean anything.</summary>
    public Task<int> ForgetOldAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return db.Database.ExecuteSqlAsync($"delete from ended_session where lapses_at <= {now}", cancellation);
    }
}
