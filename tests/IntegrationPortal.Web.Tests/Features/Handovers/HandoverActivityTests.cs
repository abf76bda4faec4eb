using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Jobs.Handovers;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace IntegrationPortal.Web.Tests.Features.Handovers;

/// <summary>A case has been active when something was done with one of its handovers, whoever did it.</summary>
public sealed class HandoverActivityTests(PortalHost host)
{
    private static readonly DateTimeOffset Opened = new(2026, 11, 2, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(HandoverState.Sent, HandoverDeed.AskBack)]
    [InlineData(HandoverState.ClarificationRequested, HandoverDeed.Answer)]
    [InlineData(HandoverState.Sent, HandoverDeed.Accept)]
    [InlineData(HandoverState.Sent, HandoverDeed.Decline)]
    [InlineData(HandoverState.ClarificationRequested, HandoverDeed.Decline)]
    [InlineData(HandoverState.Sent, HandoverDeed.Withdraw)]
    [InlineData(HandoverState.Accepted, HandoverDeed.Arrive)]
    [InlineData(HandoverState.Arrived, HandoverDeed.Complete)]
    [InlineData(HandoverState.Accepted, HandoverDeed.Return)]
    public async Task Every_deed_moves_the_last_activity_of_the_case(HandoverState state, HandoverDeed deed)
    {
        // The consent of then is in force then, not whenever this runs.
        await using var portal = host.Start(services => services.Use(new FakeTimeProvider(Opened.AddDays(2))));
        var (path, weber) = await OpenedAsync(portal);
        var handover = await path.HandOverAsync(weber, h => h.Sent(Opened.AddDays(1)).Until(state));
        await AssertActiveAsync(path, Opened.AddDays(1));

        await handover.DoAsync(deed, Opened.AddDays(2));
        await AssertActiveAsync(path, Opened.AddDays(2));
    }

    [Fact]
    public async Task Running_out_of_time_moves_it_and_being_reminded_does_not()
    {
        var clock = new FakeTimeProvider(Opened);
        await using var portal = host.Start(services => services.Use(clock));
        var (path, weber) = await OpenedAsync(portal);
        var handover = await path.HandOverAsync(weber, h => h.Sent(Opened));
        await TickAsync(portal, path, clock, Opened.AddDays(3));
        await AssertActiveAsync(path, Opened);
        Assert.Equal(HandoverAlarm.Reminder, (await handover.SeenByAsync(weber))!.Alarm);

        await TickAsync(portal, path, clock, Opened.AddDays(20));
        await AssertActiveAsync(path, Opened.AddDays(20));
    }

    private static async Task TickAsync(RunningPortal portal, TownCase path, FakeTimeProvider clock, DateTimeOffset now)
    {
        clock.SetUtcNow(now);
        await using var scope = portal.Services.GetRequiredService<TenantScopes>().EnterAsClock(path.Town.Tenant.Id);
        await scope.ServiceProvider.GetRequiredService<TickHandovers>().RunHereAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<(TownCase Path, TestUser Weber)> OpenedAsync(RunningPortal portal)
    {
        var town = await Town.CreateAsync(portal);
        var brandt = await town.CoordinatorAsync();
        return (await town.CaseAsync(brandt, c => c.Opened(Opened)), await town.WorkerAsync("jobcenter"));
    }

    private static async Task AssertActiveAsync(TownCase path, DateTimeOffset at)
    {
        var seen = (await path.SeenByAsync(path.OpenedBy))!;
        Assert.Equal(at, seen.LastActivityAt);
        // The lists of the participants read their own copies.
        Assert.All(seen.Participations, (Participation p) => Assert.Equal(at, p.LastActivityAt));
    }
}
