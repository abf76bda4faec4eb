using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Walls;

/// <summary>A hole in the portal neither reads nor makes anybody else a way into their account.</summary>
public sealed class SignInWallTests(PortalHost host)
{
    private const string Link = "insert into linked_sign_in (id, user_id, provider, issuer, subject, since) values ($1, $2, 'stadt', 'https://stadt.example', $3, now())";
    private const string Add =
        "insert into passkey (id, user_id, credential_id, public_key, sign_count, transports, is_backup_eligible, is_backed_up, name, since) "
        + "values ($1, $2, convert_to($3, 'UTF8'), '\\x01', 0, array[]::text[], false, false, 'Telefon', now())";

    [Theory]
    [InlineData("linked_sign_in", Link, "update linked_sign_in set subject = 'thief'")]
    [InlineData("passkey", Add, "update passkey set public_key = '\\x02'")]
    public async Task Nobody_but_the_owner_sees_adds_or_removes_one_and_nobody_turns_it_into_another(string table, string add, string bend)
    {
        var (owner, subject) = (await TestUser.CreateAsync(host.Portal, Role.FoundationStaff), Guid.NewGuid().ToString());
        // Kept, so that others could see it.
        var kept = add.Replace("$1", "{0}", StringComparison.Ordinal).Replace("$2", "{1}", StringComparison.Ordinal).Replace("$3", "{2}", StringComparison.Ordinal);
        Assert.Equal(1, await host.Portal.InScopeAsync(s => s.Enter(owner.Id), db => db.Database.ExecuteSqlRawAsync(kept, Guid.NewGuid(), owner.Id, subject)));
        await using var own = await Prompt.OpenAsync(host.Database.Application, null, null, owner.Id, "");
        Assert.Equal(1L, await own.AskAsync<long>($"select count(*) from {table}"));
        await Assert.ThrowsAsync<PostgresException>(() => own.RunAsync(bend));
        foreach (var role in Enum.GetValues<Role>().Cast<Role?>().Append(null))
        {
            await using var other = await Prompt.OpenAsync(host.Database.Application, null, null, Guid.NewGuid(), role?.ToString() ?? "");
            await Assert.ThrowsAsync<PostgresException>(() => other.RunAsync(add, Guid.NewGuid(), owner.Id, subject + role));
            if (role == Role.Administrator)
                continue;
            Assert.Equal(0L, await other.AskAsync<long>($"select count(*) from {table}"));
            Assert.Equal(0, await other.RunAsync($"delete from {table}"));
        }

        await using var nobody = await Prompt.OpenAsync(host.Database.Application);
        Assert.Equal(0L, await nobody.AskAsync<long>($"select count(*) from {table}"));
        await Assert.ThrowsAsync<PostgresException>(() => nobody.RunAsync(add, Guid.NewGuid(), owner.Id, subject + "nobody"));
        // Whose one is that somebody knows already is the one thing that is answered.
        var question = table == "passkey" ? $"reading.whose_passkey(convert_to('{subject}', 'UTF8'))" : $"reading.whose_sign_in('https://stadt.example', '{subject}')";
        Assert.Equal(owner.Id, await nobody.AskAsync<Guid>($"select {question}"));
        await using var operations = await Prompt.OpenAsync(host.Database.Application, null, null, Guid.NewGuid(), nameof(Role.Administrator));
        Assert.Equal(1, await operations.RunAsync($"delete from {table} where user_id = $1", owner.Id));
    }
}
