using IntegrationPortal.Web.Jobs.Indicators;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Indicators;

/// <summary>Several portals count: what one has in hand does not hold up the others.</summary>
public sealed class TwoPortalsCountTests(PortalHost host)
{
    [Fact]
    public async Task While_one_portal_counts_a_municipality_another_counts_the_next_and_nothing_is_lost()
    {
        var database = await host.NewDatabaseAsync("two_count");
        await using var portal = host.Start(database: database);
        var slow = (await TownWithACaseAsync(portal)).Tenant.Id;
        await TownWithACaseAsync(portal);
        await using var other = new NpgsqlConnection(database.Application);
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await using (var counting = await other.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            await using var refresh = new NpgsqlCommand($"select counting.refresh('{slow}')", other);
            Assert.Equal(1, await refresh.ExecuteScalarAsync(TestContext.Current.CancellationToken));
            Assert.Equal(1, await CountAsync(portal));
            Assert.Equal([slow], await WaitingAsync(portal));
            // And the other one ends before it has written anything.
            await counting.RollbackAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(1, await CountAsync(portal));
        Assert.Empty(await WaitingAsync(portal));
    }

    /// <summary>Such as every town of the tests: nobody told its working days when the portal began.</summary>
    [Fact]
    public async Task Handovers_of_a_municipality_that_joined_while_the_portal_runs_are_counted_also_those_counted_without_its_days()
    {
        var database = await host.NewDatabaseAsync("joined_count");
        await using var portal = host.Start(database: database);
        var town = await Town.CreateAsync(portal);
        var path = await town.CaseAsync(await town.CoordinatorAsync());
        await path.HandOverAsync(await town.WorkerAsync());
        await using var superuser = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(host.Superuser) { Database = "joined_count" }.ConnectionString);
        await superuser.OpenAsync(TestContext.Current.CancellationToken);
        async Task<long> HandoversAsync()
        {
            await using var command = new NpgsqlCommand("select count(*) from indicator_raw.fact where fact = 'handover'", superuser);
            return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
        }

        await CountAsync(portal);
        Assert.Equal(1, await HandoversAsync());

        // As an earlier version left it: counted without days, and nothing waits any more.
        await using (var earlier = new NpgsqlCommand($"delete from indicator_raw.working_day where tenant_id = '{town.Tenant.Id}'; delete from indicator_raw.fact where fact = 'handover'", superuser))
            await earlier.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await IntegrationPortal.Web.Data.Migrator.MigrateAsync(database.Owner, TestContext.Current.CancellationToken);
        await CountAsync(portal);
        Assert.Equal(1, await HandoversAsync());
    }

    private static async Task<Town> TownWithACaseAsync(RunningPortal portal)
    {
        var town = await Town.CreateAsync(portal);
        await town.CaseAsync(await town.CoordinatorAsync());
        return town;
    }

    private static async Task<int> CountAsync(RunningPortal portal)
    {
        var counted = 0;
        await portal.RunAsync<CountIndicators>(async job => counted = await job.RunAsync(TestContext.Current.CancellationToken));
        return counted;
    }

    private static Task<List<Guid>> WaitingAsync(RunningPortal portal) =>
        portal.AsNobodyAsync(db => db.Database.SqlQuery<Guid>($"select counting.waiting() as \"Value\"").ToListAsync());
}
