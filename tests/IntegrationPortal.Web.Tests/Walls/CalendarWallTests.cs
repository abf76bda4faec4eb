using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Walls;

/// <summary>A hole in the portal neither reads nor moves the address of somebody's calendar.</summary>
public sealed class CalendarWallTests(PortalHost host)
{
    private const string Make = "insert into calendar_link (user_id, number, token_hash, stamp, two_factors, since) values ($1, 1, convert_to($2, 'UTF8'), 's', false, now())";

    [Fact]
    public async Task Nobody_but_the_owner_sees_makes_or_changes_it_and_it_becomes_nobody_elses()
    {
        var (owner, token) = (await TestUser.CreateAsync(host.Portal, Role.Volunteer), Guid.NewGuid().ToString());
        var kept = Make.Replace("$1", "{0}", StringComparison.Ordinal).Replace("$2", "{1}", StringComparison.Ordinal);
        Assert.Equal(1, await host.Portal.InScopeAsync(s => s.Enter(owner.Id), db => db.Database.ExecuteSqlRawAsync(kept, owner.Id, token)));
        await using var own = await Prompt.OpenAsync(host.Database.Application, null, null, owner.Id, "");
        Assert.Equal(1L, await own.AskAsync<long>("select count(*) from calendar_link"));
        await Assert.ThrowsAsync<PostgresException>(() => own.RunAsync("update calendar_link set user_id = gen_random_uuid()"));
        await Assert.ThrowsAsync<PostgresException>(() => own.RunAsync("delete from calendar_link"));
        foreach (var role in Enum.GetValues<Role>().Cast<Role?>().Append(null))
        {
            await using var other = await Prompt.OpenAsync(host.Database.Application, null, null, Guid.NewGuid(), role?.ToString() ?? "");
            await Assert.ThrowsAsync<PostgresException>(() => other.RunAsync(Make, owner.Id, token + role));
            Assert.Equal(0L, await other.AskAsync<long>("select count(*) from calendar_link"));
            Assert.Equal(0, await other.RunAsync("update calendar_link set token_hash = '\\x01'"));
        }

        await using var nobody = await Prompt.OpenAsync(host.Database.Application);
        Assert.Equal(0L, await nobody.AskAsync<long>("select count(*) from calendar_link"));
        // Whose one is that somebody knows already is the one thing that is answered.
        Assert.Equal(owner.Id, await nobody.AskAsync<Guid>($"select reading.whose_calendar(convert_to('{token}', 'UTF8'))"));
    }
}
