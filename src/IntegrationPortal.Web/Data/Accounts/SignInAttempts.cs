using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Accounts;

/// <summary>
/// Failed sign-ins for one address that somebody typed, whether or not an account has it, so that a lockout tells nobody which
/// accounts exist. The address itself is not kept, only its hash.
/// </summary>
public sealed class SignInAttempt
{
    public byte[] AddressHash { get; private set; } = [];

    /// <summary>Attempts since the last successful one; an attempt counts before its password is checked.</summary>
    public int Attempts { get; private set; }

    public DateTimeOffset LastAt { get; private set; }

    public DateTimeOffset? LockedUntil { get; private set; }
}

/// <summary>Counts sign-ins per address: from the fifth failure on each one closes the address, for 1, 2, 4, 8 … minutes up to a day.</summary>
public sealed class SignInAttempts(PortalDbContext db, TimeProvider clock)
{
    public const int Free = 5;

    /// <summary>A failed attempt is forgotten after this time, and no lock is longer.</summary>
    public static readonly TimeSpan LongestLock = TimeSpan.FromHours(24);

    /// <summary>
    /// Counts an attempt, in one statement, before the password is looked at: a thousand guesses at the same moment are a thousand
    /// attempts. <see cref="Attempt.Refused"/> means that the address was closed already and the password must not be checked.
    /// </summary>
    public async Task<Attempt> BeginAsync(string normalizedAddress, CancellationToken cancellation)
    {
        var hash = Hash(normalizedAddress);
        var now = clock.GetUtcNow();
        var forgetBefore = now - LongestLock;
        var rows = await db.Database.SqlQuery<Counted>($"""
            insert into sign_in_attempt as a (address_hash, attempts, last_at)
            values ({hash}, 1, {now})
            on conflict (address_hash) do update set
                attempts = case when a.locked_until > {now} then a.attempts
                                when a.last_at < {forgetBefore} then 1
                                else a.attempts + 1 end,
                last_at = case when a.locked_until > {now} then a.last_at else {now} end,
                locked_until = case when a.locked_until > {now} then a.locked_until
                                    when a.last_at >= {forgetBefore} and a.attempts + 1 >= {Free}
                                    then {now} + interval '1 minute' * least(power(2, least(a.attempts + 1 - {Free}, 20)), {LongestLock.TotalMinutes})
                                    end
            returning old.locked_until as closed_until, new.locked_until as locked_until
            """).ToListAsync(cancellation);
        var row = rows.Single();
        return new Attempt(row.LockedUntil, Refused: row.ClosedUntil > now);
    }

    /// <summary>After a successful sign-in or a password set through a mail.</summary>
    public Task ForgetAsync(string normalizedAddress, CancellationToken cancellation)
    {
        var hash = Hash(normalizedAddress);
        return db.Database.ExecuteSqlAsync($"delete from sign_in_attempt where address_hash = {hash}", cancellation);
    }

    /// <summary>Housekeeping: rows that no longer mean anything.</summary>
    public Task<int> ForgetOldAsync(CancellationToken cancellation)
    {
        var before = clock.GetUtcNow() - LongestLock;
        return db.Database.ExecuteSqlAsync(
            $"delete from sign_in_attempt where last_at < {before}", cancellation);
    }

    private static byte[] Hash(string normalizedAddress) => SHA256.HashData(Encoding.UTF8.GetBytes(normalizedAddress));

    private sealed record Counted(DateTimeOffset? ClosedUntil, DateTimeOffset? LockedUntil);
}

/// <param name="LockedUntil">Set when this attempt, if it fails, or an earlier one has closed the address.</param>
/// <param name="Refused">The address was closed before this attempt.</param>
public sealed record Attempt(DateTimeOffset? LockedUntil, bool Refused);
