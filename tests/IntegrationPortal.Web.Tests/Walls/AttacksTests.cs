using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Walls;

/// <summary>With raw SQL as the application role: what somebody who belongs to the town could try in order to see or do more.</summary>
public sealed class AttacksTests(PortalHost host) : IAsyncLifetime
{
    private const string Join = """
        insert into participation (tenant_id, case_id, actor_id, categories, since, until, is_active, last_activity_at)
        values ($1, $2, $3, $4, '2026-01-01', null, true, now())
        """;

    private FullTown town = null!;

    public async ValueTask InitializeAsync() => town = await FullTown.BuildAsync(host);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Nobody_joins_a_case_by_themselves()
    {
        await using var authority = await AsAsync(town.Authority);
        await authority.RefusedAsync(Join, town.Town.Tenant.Id, town.Case.Id, town.Authority.Actor!.Id, 1);
        await using var jobcenter = await AsAsync(town.Jobcenter);
        await jobcenter.RefusedAsync(Join, town.Town.Tenant.Id, town.OtherCase.Id, town.Jobcenter.Actor!.Id, 1);
        // For somebody else neither.
        await jobcenter.RefusedAsync(Join, town.Town.Tenant.Id, town.Case.Id, town.Authority.Actor!.Id, 1);
        await using var coordinator = await AsAsync(town.Coordinator);
        await coordinator.RefusedAsync(Join, town.Town.Tenant.Id, town.OtherCase.Id, town.Coordinator.Actor!.Id, 1);
    }

    [Fact]
    public async Task Who_was_asked_joins_only_by_accepting()
    {
        var asked = await town.Case.HandOverAsync(await town.Town.WorkerAsync("jobcenter", "B. Sommer"));
        await using var receiver = await AsAsync(asked.Receiver);
        await receiver.RefusedAsync(Join, town.Town.Tenant.Id, town.Case.Id, asked.Receiver.Actor!.Id, 1);
        await receiver.RefusedAsync(Join, town.Town.Tenant.Id, town.Case.Id, asked.Receiver.Actor!.Id, 511);
        Assert.Equal(1, await receiver.RunAsync("update handover set state = 'Accepted'"));
        Assert.Equal(1, await receiver.RunAsync(Join, town.Town.Tenant.Id, town.Case.Id, asked.Receiver.Actor!.Id, 3));
    }

    [Theory]
    [InlineData(HandoverState.Declined)]
    [InlineData(HandoverState.Withdrawn)]
    [InlineData(HandoverState.Expired)]
    [InlineData(HandoverState.Returned)]
    public async Task What_is_over_opens_nothing_again(HandoverState state)
    {
        var over = await town.Case.HandOverAsync(await town.Town.WorkerAsync("jobcenter", "B. Sommer"), h => h.Until(state));
        await using var receiver = await AsAsync(over.Receiver);
        await receiver.InVainAsync(Join.Replace("now())", "now()) on conflict do nothing", StringComparison.Ordinal), town.Town.Tenant.Id, town.Case.Id, over.Receiver.Actor!.Id, 1);
        await receiver.InVainAsync("update participation set categories = 3, is_active = true, until = null where actor_id = $1", over.Receiver.Actor!.Id);
        await receiver.InVainAsync("update handover set state = 'Accepted' where id = $1", over.Id);
        Assert.Equal(0L, await receiver.AskAsync<long>("select count(*) from person"));
    }

    [Fact]
    public async Task Nobody_widens_their_participation()
    {
        await using var jobcenter = await AsAsync(town.Jobcenter);
        await jobcenter.RefusedAsync("update participation set categories = 511 where actor_id = $1", town.Jobcenter.Actor!.Id);
        await jobcenter.RefusedAsync("update participation set categories = categories | 256 where actor_id = $1", town.Jobcenter.Actor!.Id);
        await jobcenter.RefusedAsync("update participation set actor_id = $1 where actor_id = $2", town.Authority.Actor!.Id, town.Jobcenter.Actor!.Id);
        await jobcenter.RefusedAsync("""
            insert into participation_ground (tenant_id, case_id, actor_id, id, covers, norm, since)
            values ($1, $2, $3, gen_random_uuid(), 256, 'own-record', '2026-01-01')
            """, town.Town.Tenant.Id, town.Case.Id, town.Jobcenter.Actor!.Id);
        // Nor anybody else's, in either direction.
        await jobcenter.RefusedAsync("update participation set categories = 0, is_active = false where actor_id = $1", town.Coordinator.Actor!.Id);
        // Less is allowed.
        Assert.Equal(1, await jobcenter.RunAsync("update participation set categories = 1 where actor_id = $1", town.Jobcenter.Actor!.Id));
    }

    [Fact]
    public async Task The_immigration_authority_never_holds_counselling_notes()
    {
        await using var authority = await AsAsync(town.Authority);
        await authority.RefusedAsync("update participation set categories = 511 where actor_id = $1", town.Authority.Actor!.Id);
        await using var coordinator = await AsAsync(town.Coordinator);
        await coordinator.RefusedAsync(Sending.Handover, Sending.Values(town, town.Coordinator, town.Authority.Actor!.Id, DataCategory.Basic | DataCategory.Counselling));
        Assert.Equal(1, await coordinator.RunAsync(Sending.Handover, Sending.Values(town, town.Coordinator, town.Authority.Actor!.Id, DataCategory.Basic)));
    }

    [Fact]
    public async Task Nobody_sends_what_they_do_not_hold_or_in_the_name_of_another()
    {
        await using var jobcenter = await AsAsync(town.Jobcenter);
        var to = town.Authority.Actor!.Id;
        await jobcenter.RefusedAsync(Sending.Handover, Sending.Values(town, town.Jobcenter, to, DataCategory.Basic | DataCategory.Qualification));
        await jobcenter.RefusedAsync(Sending.Handover, Sending.Values(town, town.Coordinator, to, DataCategory.Basic));
        // Nor with another lead than the case has, to take it by a return.
        var falseLead = Sending.Values(town, town.Jobcenter, to, DataCategory.Basic);
        falseLead[^1] = town.Jobcenter.Actor!.Id;
        await jobcenter.RefusedAsync(Sending.Handover, falseLead);
        Assert.Equal(1, await jobcenter.RunAsync(Sending.Handover, Sending.Values(town, town.Jobcenter, to, DataCategory.Basic)));
        await using var authority = await AsAsync(town.Authority);
        await authority.RefusedAsync(Sending.Handover, Sending.Values(town, town.Authority, town.Jobcenter.Actor!.Id, DataCategory.Basic));
        await authority.RefusedAsync(Sending.Handover, Sending.Values(town, town.Authority, to, DataCategory.Basic));
        // To another town's actor: the key carries the tenant.
        var other = await host.TownAsync("Anderswo");
        await jobcenter.RefusedAsync(Sending.Handover, Sending.Values(town, town.Jobcenter, other.Coordination.Id, DataCategory.Basic));
    }

    [Fact]
    public async Task What_was_sent_stays_as_it_was_sent()
    {
        foreach (var user in new[] { town.Coordinator, town.Jobcenter, town.Counselling })
        {
            await using var prompt = await AsAsync(user);
            foreach (var change in new[]
            {
                "categories = 511", "to_actor_id = from_actor_id", "from_actor_id = to_actor_id", "case_id = gen_random_uuid()",
                "kind = 'Transfer'", "sent_at = now()", "previous_lead_actor_id = from_actor_id", "sent_by_user_id = gen_random_uuid()",
            })
                await prompt.RefusedAsync($"update handover set {change}");
            await prompt.RefusedAsync("update handover_content set goal = 'anderes'");
            await prompt.RefusedAsync("update handover_ground set covers = 511");
            await prompt.RefusedAsync("update handover_step set previous_actor_id = previous_actor_id");
            await prompt.RefusedAsync("update consent set covers = 511, until = '2099-01-01'");
            await prompt.RefusedAsync("update person_fact set value = 'anderes'");
        }
    }

    [Fact]
    public async Task Nobody_adds_grounds_or_steps_to_what_another_sent()
    {
        const string Ground = "insert into handover_ground (tenant_id, case_id, handover_id, covers, norm) values ($1, $2, $3, $4, 'x')";
        await using var jobcenter = await AsAsync(town.Jobcenter);
        await jobcenter.RefusedAsync(Ground, town.Town.Tenant.Id, town.Case.Id, town.Accepted.Id, 8);
        // With the own case as a disguise.
        await using var authority = await AsAsync(town.Authority);
        await authority.RefusedAsync(Ground, town.Town.Tenant.Id, town.OtherCase.Id, town.Waiting.Id, 8);
        await authority.RefusedAsync("""
            insert into handover_message (tenant_id, case_id, handover_id, id, actor_id, user_id, text, is_question, written_at)
            values ($1, $2, $3, gen_random_uuid(), $4, $5, 'x', false, now())
            """, town.Town.Tenant.Id, town.OtherCase.Id, town.Waiting.Id, town.Authority.Actor!.Id, town.Authority.Id);
    }

    [Fact]
    public async Task The_trails_cannot_be_rewritten()
    {
        var dpo = town.As(Role.DataProtectionOfficer);
        foreach (var officer in new[] { town.Coordinator.Officer, town.Jobcenter.Officer, dpo, town.As(Role.Administrator) })
        {
            await using var prompt = await Prompt.OpenAsync(host.Database.Application, officer);
            foreach (var (table, column) in new[] { ("case_event", "reason"), ("audit_entry", "columns"), ("access_entry", "kind"), ("handover_message", "text") })
            {
                await prompt.RefusedAsync($"update {table} set {column} = 'x'");
                await prompt.RefusedAsync($"delete from {table}");
                await prompt.RefusedAsync($"truncate {table}");
            }
        }
    }

    [Fact]
    public async Task Nobody_writes_in_the_name_of_another()
    {
        const string Event = """
            insert into case_event (tenant_id, case_id, id, category, kind, happened_at, recorded_at, user_id, actor_id)
            values ($1, $2, gen_random_uuid(), 0, 'StepStarted', now(), now(), $3, $4)
            """;
        await using var jobcenter = await AsAsync(town.Jobcenter);
        Assert.Equal(1, await jobcenter.RunAsync(Event, town.Town.Tenant.Id, town.Case.Id, town.Jobcenter.Id, town.Jobcenter.Actor!.Id));
        await jobcenter.RefusedAsync(Event, town.Town.Tenant.Id, town.Case.Id, town.Coordinator.Id, town.Jobcenter.Actor!.Id);
        await jobcenter.RefusedAsync(Event, town.Town.Tenant.Id, town.Case.Id, town.Jobcenter.Id, town.Coordinator.Actor!.Id);
        await jobcenter.RefusedAsync(Event, town.Town.Tenant.Id, town.Case.Id, DBNull.Value, DBNull.Value);
        await jobcenter.RefusedAsync(Event, town.Town.Tenant.Id, town.OtherCase.Id, town.Jobcenter.Id, town.Jobcenter.Actor!.Id);
        // A receiver who only waits speaks about its handover, and not into another case by naming it.
        await using var counselling = await AsAsync(town.Counselling);
        await counselling.RefusedAsync(Event.Replace("actor_id)", "actor_id, handover_id)", StringComparison.Ordinal).Replace("$4)", "$4, $5)", StringComparison.Ordinal),
            town.Town.Tenant.Id, town.OtherCase.Id, town.Counselling.Id, town.Counselling.Actor!.Id, town.Waiting.Id);
        await jobcenter.RefusedAsync(
            "insert into access_entry (tenant_id, id, case_id, user_id, kind, at) values ($1, gen_random_uuid(), $2, $3, 'Read', now())",
            town.Town.Tenant.Id, town.Case.Id, town.Coordinator.Id);
        await jobcenter.RefusedAsync(
            "insert into audit_entry (tenant_id, id, at, user_id, \"table\", row_key, change) values ($1, gen_random_uuid(), now(), $2, 'person', 'x', 'Deleted')",
            town.Town.Tenant.Id, town.Coordinator.Id);
    }

    [Fact]
    public async Task The_lead_is_not_taken()
    {
        await using var jobcenter = await AsAsync(town.Jobcenter);
        await jobcenter.RefusedAsync("update case_path set lead_actor_id = $1 where id = $2", town.Jobcenter.Actor!.Id, town.Case.Id);
        await jobcenter.RefusedAsync("update case_path set opened_by_actor_id = $1 where id = $2", town.Jobcenter.Actor!.Id, town.Case.Id);
    }

    private Task<Prompt> AsAsync(TestUser user) => Prompt.OpenAsync(host.Database.Application, user.Officer);
}
