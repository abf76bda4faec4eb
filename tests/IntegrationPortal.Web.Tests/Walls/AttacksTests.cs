using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Walls;

/// <summary>With raw SQL as the application role: what somebody who belongs to the town could try in order to see or lead more.</summary>
public sealed class AttacksTests(PortalHost host) : IAsyncLifetime
{
    private const string Join = """
        insert into participation (tenant_id, case_id, actor_id, categories, since, until, is_active, last_activity_at)
        values ($1, $2, $3, $4, '2026-01-01', null, true, now())
        """;

    private const string Lead = "update case_path set lead_actor_id = $1 where id = $2";

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
        // Where the case stands in its list is copied by the database alone.
        await jobcenter.RefusedAsync("update participation set last_activity_at = now() where actor_id = $1", town.Jobcenter.Actor!.Id);
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
    public async Task The_lead_is_not_taken()
    {
        await using var jobcenter = await AsAsync(town.Jobcenter);
        await jobcenter.RefusedAsync("update case_path set lead_actor_id = $1 where id = $2", town.Jobcenter.Actor!.Id, town.Case.Id);
        await jobcenter.RefusedAsync("update case_path set opened_by_actor_id = $1 where id = $2", town.Jobcenter.Actor!.Id, town.Case.Id);
    }

    [Theory]
    [InlineData("Accepted")]
    [InlineData("Arrived")]
    [InlineData("Completed")]
    [InlineData("Returned")]
    [InlineData("ClarificationRequested")]
    public async Task Nothing_is_sent_that_is_answered_already(string state)
    {
        await using var coordinator = await AsAsync(town.Coordinator);
        var sent = Sending.Values(town, town.Coordinator, town.Authority.Actor!.Id, DataCategory.Basic);
        var transfer = Sending.Handover.Replace("'Referral'", "'Transfer'", StringComparison.Ordinal);
        await coordinator.RefusedAsync(transfer.Replace("'Sent'", $"'{state}'", StringComparison.Ordinal), sent);
        // So the lead is given to nobody who has not accepted it.
        Assert.Equal(1, await coordinator.RunAsync(transfer, sent));
        await coordinator.RefusedAsync("update case_path set lead_actor_id = $1 where id = $2", town.Authority.Actor!.Id, town.Case.Id);
    }

    [Fact]
    public async Task An_acceptance_moves_the_lead_once()
    {
        var (coordinator, jobcenter) = (town.Coordinator, town.Jobcenter);
        var there = await town.Case.HandOverAsync(coordinator, jobcenter, h => h.AsTransfer().Until(HandoverState.Accepted));
        await town.Case.HandOverAsync(jobcenter, coordinator, h => h.AsTransfer().Until(HandoverState.Accepted));
        Assert.Equal(coordinator.Actor!.Id, await LeadAsync());
        await using var prompt = await AsAsync(jobcenter);
        // Whatever its receiver writes about when.
        Assert.Equal(1, await prompt.RunAsync("update handover set accepted_at = now() + interval '1 day', changed_at = now() + interval '1 day' where id = $1", there.Id));
        await prompt.RefusedAsync(Lead, jobcenter.Actor!.Id, town.Case.Id);
        // Nor by giving back what it does not have any more.
        Assert.Equal(1, await prompt.RunAsync("update handover set state = 'Returned' where id = $1", there.Id));
        await prompt.RefusedAsync(Lead, jobcenter.Actor!.Id, town.Case.Id);
    }

    [Fact]
    public async Task A_return_moves_the_lead_once_and_step_by_step()
    {
        var (coordinator, jobcenter) = (town.Coordinator, town.Jobcenter);
        var third = await town.Town.WorkerAsync("jobcenter", "B. Sommer");
        await town.Case.HandOverAsync(coordinator, jobcenter, h => h.AsTransfer().Until(HandoverState.Returned));
        Assert.Equal(coordinator.Actor!.Id, await LeadAsync());
        var again = await town.Case.HandOverAsync(coordinator, jobcenter, h => h.AsTransfer().Until(HandoverState.Accepted));
        await using (var prompt = await AsAsync(coordinator))
            await prompt.RefusedAsync(Lead, coordinator.Actor!.Id, town.Case.Id);
        await town.Case.HandOverAsync(jobcenter, third, h => h.AsTransfer().Until(HandoverState.Returned));
        Assert.Equal(jobcenter.Actor!.Id, await LeadAsync());
        await again.DoAsync(HandoverDeed.Return);
        Assert.Equal(coordinator.Actor!.Id, await LeadAsync());
    }

    private async Task<Guid> LeadAsync() => (await town.Case.SeenByAsync(town.Coordinator))!.LeadActorId;

    private Task<Prompt> AsAsync(TestUser user) => Prompt.OpenAsync(host.Database.Application, user.Officer);
}
