using Microsoft.AspNetCore.Identity;
using Npgsql;

namespace IntegrationPortal.Web.Data.Accounts;

/// <summary>
/// How an installation begins: the address of the setting <c>Portal:Administrator</c> gets an account for operations, once. It has
/// no password; its owner sets one through "Passwort vergessen", so that nobody else ever knows it.
/// </summary>
public static class FirstAdministrator
{
    /// <summary>
    /// False when there is an administrator already, or when the account with this address was closed, which is for good. Run by the role that
    /// migrates.
    /// </summary>
    public static async Task<bool> CreateAsync(string ownerConnectionString, string address, TimeProvider clock, CancellationToken cancellation)
    {
        await using var owner = NpgsqlDataSource.Create(ownerConnectionString);
        await using var command = owner.CreateCommand("""
            with missing as (
                select where not exists (
                    select from membership m join portal_user u on u.id = m.user_id
                    where m.role = 'Administrator' and m.ended_at is null and u.closed_at is null)
                  and not exists (select from portal_user where normalized_email = $3 and closed_at is not null)
            ), created as (
                insert into portal_user (id, display_name, language, is_demo, created_at, user_name, normalized_user_name, email,
                    normalized_email, email_confirmed, security_stamp, two_factor_enabled, lockout_enabled, access_failed_count)
                select $1, $2, 'de', false, $4, $2, $3, $2, $3, true, $6, false, true, 0 from missing
                on conflict (normalized_email) do nothing
            )
            insert into membership (id, user_id, role, valid_from)
            select $5, coalesce((select id from portal_user where normalized_email = $3), $1), 'Administrator', $4 from missing
            """);
        var now = clock.GetUtcNow();
        var normalized = new UpperInvariantLookupNormalizer().NormalizeEmail(address.Trim());
        foreach (var value in new object[] { Guid.CreateVersion7(now), address.Trim(), normalized, now, Guid.CreateVersion7(now), Guid.NewGuid().ToString("N") })
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return await command.ExecuteNonQueryAsync(cancellation) > 0;
    }
}
