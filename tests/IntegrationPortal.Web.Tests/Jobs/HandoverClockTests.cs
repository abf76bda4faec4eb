using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Jobs.Handovers;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Jobs;

/// <summary>The clock of unanswered handovers and of ending grounds, on a portal that lives at another time.</summary>
public sealed class HandoverClockTests(PortalHost host)
{
    /// <summary>A Friday without holidays after it.</summary>
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Day_two_reminds_day_five_tells_the_coordination_day_ten_gives_it_back()
    {
        await using var portal = host.Start(services => services.Use(clock));
        var town = await Town.CreateAsync(portal);
        var brandt = await town.CoordinatorAsync();
        var berg = await town.WorkerAsync("mbe", "B. Berg");
        var weber = await town.WorkerAsync("jobcenter");
        var handover = await (await town.CaseAsync(berg)).HandOverAsync(weber);

        await TickAsync(portal, town, new(2026, 11, 23));
        Assert.Empty(await MailsAsync(portal, handover));
        await TickAsync(portal, town, new(2026, 11, 24));
        Assert.Equal([(weber.Id, MailTemplate.HandoverReminder)], await MailsAsync(portal, handover));
        await TickAsync(portal, town, new(2026, 11, 27));
        Assert.Equal((brandt.Id, MailTemplate.HandoverEscalated), (await MailsAsync(portal, handover))[^1]);
        await TickAsync(portal, town, new(2026, 12, 4));
        Assert.Equal((berg.Id, MailTemplate.HandoverExpired), (await MailsAsync(portal, handover))[^1]);
        Assert.Equal(3, (await MailsAsync(portal, handover)).Count);
        Assert.Equal(HandoverState.Expired, (await handover.SeenByAsync(berg))!.State);
    }

    [Fact]
    public async Task Where_nobody_can_sign_in_the_sender_is_reminded_to_call_and_the_rest_goes_on_as_usual()
    {
        await using var portal = host.Start(services => services.Use(clock));
        var town = await Town.CreateAsync(portal);
        var brandt = await town.CoordinatorAsync();
        var berg = await town.WorkerAsync("mbe", "B. Berg");
        var handover = (await (await town.CaseAsync(berg)).HandOverOnPaperAsync()).Handover;

        await TickAsync(portal, town, new(2026, 11, 24));
        Assert.Equal([(berg.Id, MailTemplate.HandoverCallReceiver)], await MailsAsync(portal, handover));
        await TickAsync(portal, town, new(2026, 11, 27));
        Assert.Equal((brandt.Id, MailTemplate.HandoverEscalated), (await MailsAsync(portal, handover))[^1]);
        await TickAsync(portal, town, new(2026, 12, 4));
        Assert.Equal((berg.Id, MailTemplate.HandoverExpired), (await MailsAsync(portal, handover))[^1]);
    }

    [Fact]
    public async Task Several_portals_at_once_tell_once()
    {
        await using var portal = host.Start(services => services.Use(clock));
        var town = await Town.CreateAsync(portal);
        var brandt = await town.CoordinatorAsync();
        var weber = await town.WorkerAsync("jobcenter");
        var handover = await (await town.CaseAsync(brandt)).HandOverAsync(weber);
        clock.SetUtcNow(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RunAsync<TickHandovers>(portal, town, j => j.RunHereAsync(CancellationToken.None))));
        Assert.Single(await MailsAsync(portal, handover));
    }

    [Fact]
    public async Task A_consent_that_ended_closes_the_case_to_the_receiver()
    {
        await using var portal = host.Start(services => services.Use(clock));
        var town = await Town.CreateAsync(portal);
        var brandt = await town.CoordinatorAsync();
        var weber = await town.WorkerAsync("jobcenter");
        var path = await town.CaseAsync(brandt);
        await path.HandOverAsync(weber, h => h.Until(HandoverState.Completed));
        Assert.NotNull(await path.SeenByAsync(weber));

        clock.SetUtcNow(new DateTimeOffset(2027, 5, 21, 9, 0, 0, TimeSpan.Zero));
        await RunAsync<LapseGrounds>(portal, town, j => j.RunHereAsync(CancellationToken.None));
        Assert.Null(await path.SeenByAsync(weber));
        Assert.Equal(DataCategory.None, (await path.SeenByAsync(brandt))!.ParticipationOf(weber.Actor!.Id)!.Categories);
    }

    [Fact]
    public async Task A_case_that_somebody_holds_waits_for_the_next_round_and_the_others_do_not()
    {
        // As every portal, only less patient.
        await using var portal = host.Start(services => services.Use(clock), database: host.Database with { Application = host.Database.Application + ";Options=-c lock_timeout=300" });
        var town = await Town.CreateAsync(portal);
        var berg = await town.WorkerAsync("mbe", "B. Berg");
        var weber = await town.WorkerAsync("jobcenter");
        TownCase[] cases = [await town.CaseAsync(berg), await town.CaseAsync(berg)];
        TownHandover[] waiting = [await cases[0].HandOverAsync(weber), await cases[1].HandOverAsync(weber)];
        clock.SetUtcNow(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
        await using (await HoldAsync("handover", "id", waiting[0].Id))
            await RunAsync<TickHandovers>(portal, town, j => j.RunHereAsync(CancellationToken.None));
        Assert.Equal((0, 1), ((await MailsAsync(portal, waiting[0])).Count, (await MailsAsync(portal, waiting[1])).Count));
        await RunAsync<TickHandovers>(portal, town, j => j.RunHereAsync(CancellationToken.None));
        Assert.Equal((1, 1), ((await MailsAsync(portal, waiting[0])).Count, (await MailsAsync(portal, waiting[1])).Count));

        TownCase[] shared = [await town.CaseAsync(berg), await town.CaseAsync(berg)];
        foreach (var path in shared)
            await path.HandOverAsync(weber, h => h.Until(HandoverState.Completed));
        clock.SetUtcNow(new DateTimeOffset(2027, 5, 25, 9, 0, 0, TimeSpan.Zero));
        await using (await HoldAsync("participation", "case_id", shared[0].Id))
            await RunAsync<LapseGrounds>(portal, town, j => j.RunHereAsync(CancellationToken.None));
        Assert.Equal((true, false), (await IsOpenAsync(shared[0]), await IsOpenAsync(shared[1])));
        await RunAsync<LapseGrounds>(portal, town, j => j.RunHereAsync(CancellationToken.None));
        Assert.False(await IsOpenAsync(shared[0]));

        async Task<bool> IsOpenAsync(TownCase path) =>
            (await path.SeenByAsync(berg))!.ParticipationOf(weber.Actor!.Id)!.Categories != DataCategory.None;
    }

    /// <summary>Somebody who is about to change this row, for as long as it takes: when it is over, the row is free at once.</summary>
    private async Task<Hold> HoldAsync(string table, string column, Guid id)
    {
        var connection = new NpgsqlConnection(host.Superuser);
        await connection.OpenAsync();
        var saving = await connection.BeginTransactionAsync();
        await using var hold = new NpgsqlCommand($"select 1 from {table} where {column} = '{id}' for update", connection, saving);
        Assert.Equal(1, await hold.ExecuteScalarAsync());
        return new Hold(connection, saving);
    }

    private sealed record Hold(NpgsqlConnection Connection, NpgsqlTransaction Saving) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Saving.RollbackAsync();
            await Connection.DisposeAsync();
        }
    }

    private async Task TickAsync(RunningPortal portal, Town town, DateOnly day)
    {
        // Every few hours, as often as it likes.
        foreach (var hour in new[] { 6, 9, 12 })
        {
            clock.SetUtcNow(new DateTimeOffset(day.ToDateTime(new(hour, 5)), TimeSpan.Zero));
            await RunAsync<TickHandovers>(portal, town, j => j.RunHereAsync(CancellationToken.None));
        }
    }

    private static async Task RunAsync<TJob>(RunningPortal portal, Town town, Func<TJob, Task> job)
        where TJob : notnull
    {
        await using var scope = portal.Services.GetRequiredService<TenantScopes>().EnterAsClock(town.Tenant.Id);
        await job(scope.ServiceProvider.GetRequiredService<TJob>());
    }

    private static Task<List<(Guid, MailTemplate)>> MailsAsync(RunningPortal portal, TownHandover handover) => portal.AsNobodyAsync(async db =>
        (await db.OutboxMails.Where(m => m.AboutId == handover.Id).OrderBy(m => m.CreatedAt).ToListAsync()).Select(m => (m.RecipientUserId!.Value, m.Template)).ToList());
}
