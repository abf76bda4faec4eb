using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Walls;

/// <summary>Break-glass opens a case to the coordination for 24 hours, with a trace, and is not prolonged behind anybody's back.</summary>
public sealed class BreakGlassWallTests(PortalHost host)
{
    private const string Break = """
        insert into participation (tenant_id, case_id, actor_id, categories, since, until, is_active, last_activity_at)
        values ($1, $2, $3, 511, '2026-01-01', $4, true, now())
        """;

    [Fact]
    public async Task It_opens_the_case_for_a_day_and_not_longer()
    {
        var town = await FullTown.BuildAsync(host);
        var now = town.Town.Now;
        await town.OtherCase.BreakGlassAsync(town.Coordinator, now);
        await using (var within = await Prompt.OpenAsync(host.Database.Application, town.Coordinator.Officer, now.AddHours(23)))
            Assert.Equal(1L, await within.AskAsync<long>("select count(*) from person where case_id = $1", town.OtherCase.Id));
        await using var after = await Prompt.OpenAsync(host.Database.Application, town.Coordinator.Officer, now.AddHours(25));
        Assert.Equal(0L, await after.AskAsync<long>("select count(*) from person where case_id = $1", town.OtherCase.Id));
    }

    [Fact]
    public async Task It_is_not_done_without_a_trace_nor_by_others_nor_for_longer()
    {
        var town = await FullTown.BuildAsync(host);
        var now = town.Town.Now;
        await using var coordinator = await Prompt.OpenAsync(host.Database.Application, town.Coordinator.Officer, now);
        await coordinator.RefusedAsync(Break, town.Town.Tenant.Id, town.OtherCase.Id, town.Coordinator.Actor!.Id, now.AddHours(24));
        await coordinator.RefusedAsync(Break, town.Town.Tenant.Id, town.OtherCase.Id, town.Coordinator.Actor!.Id, now.AddHours(48));
        await coordinator.RefusedAsync(Break, town.Town.Tenant.Id, town.OtherCase.Id, town.Jobcenter.Actor!.Id, now.AddHours(24));
        await using var worker = await Prompt.OpenAsync(host.Database.Application, town.Jobcenter.Officer, now);
        await worker.RefusedAsync(Break, town.Town.Tenant.Id, town.OtherCase.Id, town.Jobcenter.Actor!.Id, now.AddHours(24));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(25)]
    public async Task It_is_not_prolonged(int hoursLater)
    {
        var town = await FullTown.BuildAsync(host);
        var now = town.Town.Now;
        await town.OtherCase.BreakGlassAsync(town.Coordinator, now);
        var later = now.AddHours(hoursLater);
        await using var coordinator = await Prompt.OpenAsync(host.Database.Application, town.Coordinator.Officer, later);
        const string Prolong = "update participation set until = $1 where case_id = $2 and actor_id = $3";
        await coordinator.RefusedAsync(Prolong, later.AddHours(24), town.OtherCase.Id, town.Coordinator.Actor!.Id);
        await coordinator.RefusedAsync(Prolong, DBNull.Value, town.OtherCase.Id, town.Coordinator.Actor!.Id);
    }
}
