using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Jobs;
using IntegrationPortal.Web.Jobs.Handovers;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Jobs;

/// <summary>What a consent or an emergency gave ends with it, also in a case in which somebody is just writing.</summary>
public sealed class LapseGroundsTests(PortalHost host)
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_ground_ends_after_its_last_day_and_the_case_says_so_once()
    {
        await using var portal = host.Start(services => services.Use(clock));
        var (town, path, weber) = await SharedAsync(portal);
        // The consents of tests hold for six months; 20 May is their last day in Germany.
        clock.SetUtcNow(new DateTimeOffset(2027, 5, 20, 21, 50, 0, TimeSpan.Zero));
        await LapseAsync(portal, town);
        Assert.NotNull(await path.SeenByAsync(weber));
        clock.SetUtcNow(new DateTimeOffset(2027, 5, 20, 22, 10, 0, TimeSpan.Zero));
        await LapseAsync(portal, town);
        await LapseAsync(portal, town);
        Assert.Null(await path.SeenByAsync(weber));
        Assert.Equal(1, await portal.AsAsync(path.OpenedBy.Officer, db => db.CaseEvents.CountAsync(e => e.CaseId == path.Id && e.Kind == CaseEventKind.GroundsLapsed)));
    }

    [Fact]
    public async Task Whoever_still_leads_reads_why_it_sees_nothing_and_whom_to_ask()
    {
        await using var portal = host.Start(services => services.Use(clock));
        var town = await Town.CreateAsync(portal);
        var (coordinator, weber) = (await town.CoordinatorAsync(), await town.WorkerAsync("jobcenter"));
        var path = await town.CaseAsync(coordinator);
        await path.HandOverAsync(weber, h => h.AsTransfer().Until(HandoverState.Accepted));
        using var before = portal.VisitAs(weber);
        Assert.False((await before.OpenAsync(path.Address)).Has(".kern-alert--warning"));

        clock.SetUtcNow(new DateTimeOffset(2027, 5, 25, 9, 0, 0, TimeSpan.Zero));
        await LapseAsync(portal, town);
        using var lead = portal.VisitAs(weber);
        var page = await lead.OpenAsync(path.Address);
        var said = page.Document.QuerySelector(".kern-alert--warning")!.TextContent;
        Assert.Contains("Ihre Stelle sieht keine Angaben zur Person mehr", said, StringComparison.Ordinal);
        Assert.Contains($"die sie noch sieht ({coordinator.Actor!.Name})", said, StringComparison.Ordinal);
        Assert.Contains("keine Angaben: Rechtsgrundlage abgelaufen", page.Document.QuerySelector("#who-sees-what")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Amina", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_writes_in_the_case_at_that_moment_is_waited_for_and_not_till_the_next_day()
    {
        // As every portal, only less patient: a turn is lost after a second.
        await using var portal = host.Start(services => services.Use(clock), database: host.Database with { Application = host.Database.Application + ";Options=-c lock_timeout=1000" });
        var (town, path, weber) = await SharedAsync(portal);
        clock.SetUtcNow(new DateTimeOffset(2027, 5, 25, 9, 0, 0, TimeSpan.Zero));
        await using var writer = new NpgsqlConnection(host.Superuser);
        await writer.OpenAsync(TestContext.Current.CancellationToken);
        await using var saving = await writer.BeginTransactionAsync(TestContext.Current.CancellationToken);
        // Changes the row that the job has read, as every deed on the case does.
        await using (var write = new NpgsqlCommand("update participation set last_activity_at = now() where case_id = $1", writer, saving) { Parameters = { new() { Value = path.Id } } })
            Assert.Equal(2, await write.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        var round = LapseAsync(portal, town);
        // One turn is lost, the next waits as well; further ones are left.
        var first = await WaitingSinceAsync(writer.ProcessID, null);
        await WaitingSinceAsync(writer.ProcessID, first);
        Assert.False(round.IsCompleted);
        await saving.CommitAsync(TestContext.Current.CancellationToken);
        await round;
        Assert.Null(await path.SeenByAsync(weber));
        Assert.Equal(DataCategory.None, (await path.SeenByAsync(path.OpenedBy))!.ParticipationOf(weber.Actor!.Id)!.Categories);
    }

    [Fact]
    public void It_runs_every_hour_and_at_start() => Assert.Contains(
        host.Portal.Services.GetServices<RecurringJob>(), j => j is { Name: "lapsed-grounds", Cron: "10 * * * *", AtStart: true });

    /// <summary>Since when a statement waits for this writer; one that began after another, where one is given.</summary>
    private async Task<DateTime> WaitingSinceAsync(int writer, DateTime? after)
    {
        await using var watcher = new NpgsqlConnection(host.Superuser);
        await watcher.OpenAsync(TestContext.Current.CancellationToken);
        await using var ask = new NpgsqlCommand("select max(query_start) from pg_stat_activity where $1 = any(pg_blocking_pids(pid))", watcher) { Parameters = { new() { Value = writer } } };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while (true)
        {
            if (await ask.ExecuteScalarAsync(limit.Token) is DateTime since && (after is null || since > after))
                return since;
            await Task.Delay(20, limit.Token);
        }
    }

    private static async Task<(Town Town, TownCase Path, TestUser Receiver)> SharedAsync(RunningPortal portal)
    {
        var town = await Town.CreateAsync(portal);
        var weber = await town.WorkerAsync("jobcenter");
        var path = await town.CaseAsync(await town.CoordinatorAsync());
        await path.HandOverAsync(weber, h => h.Until(HandoverState.Completed));
        Assert.NotNull(await path.SeenByAsync(weber));
        return (town, path, weber);
    }

    // In this municipality only: others live at another time.
    private static async Task LapseAsync(RunningPortal portal, Town town)
    {
        await using var scope = portal.Services.GetRequiredService<TenantScopes>().EnterAsClock(town.Tenant.Id);
        await scope.ServiceProvider.GetRequiredService<LapseGrounds>().RunHereAsync(TestContext.Current.CancellationToken);
    }
}
