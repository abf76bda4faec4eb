using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Walls;

/// <summary>A connection or a context that somebody has used speaks for nobody when the next one gets it.</summary>
public sealed class ForgetfulConnectionsTests(PortalHost host)
{
    [Fact]
    public async Task A_connection_used_again_remembers_nobody()
    {
        var town = await FullTown.BuildAsync(host);
        var one = new NpgsqlConnectionStringBuilder(host.Database.Application) { MaxPoolSize = 1, ApplicationName = "one" }.ConnectionString;
        int backend;
        await using (var first = await Prompt.OpenAsync(one, town.Coordinator.Officer))
        {
            Assert.True(await first.AskAsync<long>("select count(*) from person") > 0);
            backend = await first.AskAsync<int>("select pg_backend_pid()");
        }

        // As a page, which sends empty settings, and as somebody who forgets to send any.
        await using (var nobody = await Prompt.OpenAsync(one))
        {
            Assert.Equal(backend, await nobody.AskAsync<int>("select pg_backend_pid()"));
            Assert.Equal(0L, await nobody.AskAsync<long>("select count(*) from person"));
        }

        await using (var again = await Prompt.OpenAsync(one, town.Coordinator.Officer))
            Assert.True(await again.AskAsync<long>("select count(*) from person") > 0);
        await using var forgetful = new NpgsqlConnection(one);
        await forgetful.OpenAsync();
        await using var command = new NpgsqlCommand("select count(*) from person where pg_backend_pid() = $1", forgetful) { Parameters = { new() { Value = backend } } };
        Assert.Equal(0L, await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task A_context_given_back_open_speaks_for_nobody()
    {
        var town = await FullTown.BuildAsync(host);
        await using var portal = host.Start(settings: new Dictionary<string, string> { ["ConnectionStrings:Portal"] = host.Database.Application + ";Application Name=given back" });
        for (var i = 0; i < 5; i++)
        {
            await portal.AsAsync(town.Coordinator.Officer, async db =>
            {
                await db.Database.OpenConnectionAsync();
                return await db.Persons.CountAsync();
            });
            Assert.Equal(0, await portal.AsNobodyAsync(db => db.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from person").SingleAsync()));
            // And whoever comes next is asked anew at each opening: a sign-in is checked as nobody, then the page is read as somebody.
            Assert.True(await portal.AsNobodyAsync(async db =>
            {
                await db.Actors.CountAsync();
                db.Session.Enter(town.Coordinator.Officer);
                return await db.Actors.CountAsync();
            }) > 0);
        }
    }
}
