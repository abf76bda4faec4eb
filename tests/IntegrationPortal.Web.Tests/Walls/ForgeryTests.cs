using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Walls;

/// <summary>With raw SQL as the application role: what was written once cannot be written again, nor in the name of another.</summary>
public sealed class ForgeryTests(PortalHost host) : IAsyncLifetime
{
    private FullTown town = null!;

    public async ValueTask InitializeAsync() => town = await FullTown.BuildAsync(host);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

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
    public async Task An_answer_is_written_once_by_the_receiver_and_with_the_answer()
    {
        const string Report = "update handover_content set report = 'x' where handover_id = $1";
        const string Reason = "update handover_content set reason_text = 'x' where handover_id = $1";
        await using (var sender = await AsAsync(town.Coordinator))
        {
            await sender.RefusedAsync(Report, town.Accepted.Id);
            await sender.RefusedAsync(Reason, town.Accepted.Id);
        }

        await using (var receiver = await AsAsync(town.Jobcenter))
        {
            await receiver.RefusedAsync(Report, town.Accepted.Id);
            await receiver.RefusedAsync(Reason, town.Accepted.Id);
            Assert.Equal(1, await receiver.RunAsync("update handover set state = 'Completed' where id = $1", town.Accepted.Id));
            await receiver.RefusedAsync(Reason, town.Accepted.Id);
            Assert.Equal(1, await receiver.RunAsync(Report, town.Accepted.Id));
            await receiver.RefusedAsync(Report.Replace("'x'", "'y'", StringComparison.Ordinal), town.Accepted.Id);
            await receiver.RefusedAsync(Report.Replace("'x'", "null", StringComparison.Ordinal), town.Accepted.Id);
        }

        await town.Waiting.DoAsync(HandoverDeed.Decline);
        foreach (var side in new[] { town.Coordinator, town.Counselling })
        {
            await using var prompt = await AsAsync(side);
            await prompt.RefusedAsync(Reason, town.Waiting.Id);
            await prompt.RefusedAsync(Report, town.Waiting.Id);
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
        foreach (var times in new[] { "now() + interval '1 day', now()", "now(), now() + interval '1 day'" })
            await jobcenter.RefusedAsync(Event.Replace("now(), now()", times, StringComparison.Ordinal), town.Town.Tenant.Id, town.Case.Id, town.Jobcenter.Id, town.Jobcenter.Actor!.Id);
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

    private Task<Prompt> AsAsync(TestUser user) => Prompt.OpenAsync(host.Database.Application, user.Officer);
}
