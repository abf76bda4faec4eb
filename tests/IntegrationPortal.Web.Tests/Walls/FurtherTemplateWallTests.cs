using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Web.Tests.Testing;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Walls;

/// <summary>With raw SQL as the application role: a process is added by the lead, once, and stays.</summary>
public sealed class FurtherTemplateWallTests(PortalHost host) : IAsyncLifetime
{
    private const string Add = """
        insert into further_template (tenant_id, case_id, template_key, template_version, id, added_at) values ($1, $2, $3, 1, gen_random_uuid(), $4)
        """;

    private const string Step = """
        insert into case_step (tenant_id, case_id, id, position, further_key, stage_de, title_de, responsible_kind, responsible_actor_id, stands_in,
            expected_working_days, deadline_kind, state, is_current)
        select tenant_id, id, gen_random_uuid(), 99, $2::text, '', 'x', 'jobcenter', lead_actor_id, true, 5, 'Target', 'Planned', false from case_path where id = $1
        """;

    private Town town = null!;
    private TestUser brandt = null!;
    private TestUser weber = null!;
    private TownCase path = null!;

    public async ValueTask InitializeAsync()
    {
        town = await host.TownAsync();
        brandt = await town.CoordinatorAsync();
        weber = await town.WorkerAsync("jobcenter");
        path = await town.CaseAsync(brandt);
        await path.FollowAsync(brandt, "T12-WOHN");
        await path.HandOverAsync(weber, h => h.Until(HandoverState.Accepted));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task It_is_added_by_the_lead_and_by_nobody_who_only_takes_part_or_looks()
    {
        await using (var lead = await AsAsync(brandt))
            Assert.Equal(1, await lead.RunAsync(Add, Values("T3-SPRACHE")));
        await using (var partner = await AsAsync(weber))
        {
            Assert.Equal(1L, await partner.AskAsync<long>("select count(*) from further_template"));
            await partner.RefusedAsync(Add, Values("T3-SPRACHE"));
        }

        // The coordination sees the path of another's case and adds nothing to it; other offices and towns do not even see it.
        var theirs = await town.CaseAsync(weber);
        await using (var looking = await AsAsync(brandt))
            await looking.RefusedAsync(Add, town.Tenant.Id, theirs.Id, "T12-WOHN", TimeProvider.System.GetUtcNow().UtcDateTime);
        foreach (var outsider in new[] { await town.WorkerAsync("mbe"), await (await host.TownAsync("Anderswo")).CoordinatorAsync() })
        {
            await using var prompt = await AsAsync(outsider);
            Assert.Equal(0L, await prompt.AskAsync<long>("select count(*) from further_template"));
            await prompt.RefusedAsync(Add, Values("T3-SPRACHE"));
        }

        // After a transfer it is the new lead's to add.
        await path.HandOverAsync(weber, h => h.AsTransfer().Until(HandoverState.Accepted));
        await using var newLead = await AsAsync(weber);
        Assert.Equal(1, await newLead.RunAsync(Add, Values("T3-SPRACHE")));
    }

    [Fact]
    public async Task None_is_followed_twice_nor_one_that_there_is_not_nor_from_a_day_to_come()
    {
        await using var lead = await AsAsync(brandt);
        await lead.RefusedAsync(Add, Values("T2-RKW"));
        Assert.Equal("23505", (await Assert.ThrowsAsync<PostgresException>(() => lead.RunAsync(Add, Values("T12-WOHN")))).SqlState);
        await lead.RefusedAsync(Add, Values("T99"));
        await lead.RefusedAsync(Add, Values("T13-PILOT"));
        await lead.RefusedAsync(Add, town.Tenant.Id, path.Id, "T3-SPRACHE", TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(1));
        // Nor for a case of another town.
        var elsewhere = await (await host.TownAsync("Anderswo")).CaseAsync(await (await host.TownAsync("Dorf")).CoordinatorAsync());
        await lead.RefusedAsync(Add, town.Tenant.Id, elsewhere.Id, "T3-SPRACHE", TimeProvider.System.GetUtcNow().UtcDateTime);
    }

    [Fact]
    public async Task It_is_neither_changed_nor_taken_away()
    {
        await using var lead = await AsAsync(brandt);
        foreach (var change in new[] { "template_key = 'T3-SPRACHE'", "template_version = 2", "added_at = now()", "id = gen_random_uuid()", "case_id = gen_random_uuid()" })
            await lead.RefusedAsync($"update further_template set {change}");
        await lead.RefusedAsync("delete from further_template");
        await lead.RefusedAsync("update case_path set template_key = 'T3-SPRACHE'");
    }

    [Fact]
    public async Task A_step_stays_in_its_process_and_is_added_by_the_lead_in_one_that_the_case_follows()
    {
        await using (var lead = await AsAsync(brandt))
        {
            await lead.RefusedAsync("update case_step set further_key = null where further_key is not null");
            await lead.RefusedAsync("update case_step set further_key = 'T12-WOHN' where further_key is null");
            await lead.RefusedAsync("update case_step set template_key = 'T3.5' where template_key = 'T2.1'");
            Assert.Equal(1, await lead.RunAsync(Step, path.Id, "T12-WOHN"));
            await lead.RefusedAsync(Step, path.Id, "T3-SPRACHE");
        }

        await using var partner = await AsAsync(weber);
        await partner.RefusedAsync(Step, path.Id, "T12-WOHN");
        await partner.RefusedAsync(Step.Replace("$2::text", "nullif($2::text, 'none')", StringComparison.Ordinal), path.Id, "none");
    }

    private object[] Values(string template) => [town.Tenant.Id, path.Id, template, TimeProvider.System.GetUtcNow().UtcDateTime];

    private Task<Prompt> AsAsync(TestUser user) => Prompt.OpenAsync(host.Database.Application, user.Officer);
}
