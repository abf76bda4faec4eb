using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Walls;

/// <summary>With raw SQL as the application role: a closed case is read and not written, and closed and reopened by nobody but its lead and the coordination.</summary>
public sealed class ClosedCaseWallTests(PortalHost host) : IAsyncLifetime
{
    private const string Told = """
        with told as (insert into case_event (tenant_id, case_id, id, category, kind, happened_at, recorded_at, user_id, actor_id)
            select tenant_id, id, gen_random_uuid(), 0, '{0}', app.now(), app.now(), app.current_user_id(), app.actor() from case_path where id = $1)
        """;

    private const string Open = "update case_path set closed_on = null, closure_reason = null, erase_on = null where id = $1";

    private static readonly string Close = Told.Replace("{0}", "CaseClosed", StringComparison.Ordinal) + """
        , ended as (update participation set is_active = false, until = app.now() where case_id = $1 and actor_id not in (select id from actor where kind = 'municipal_coordination')
            and actor_id <> (select lead_actor_id from case_path where id = $1))
        update case_path set closed_on = (app.now() at time zone 'Europe/Berlin')::date, closed_at = app.now(), closure_reason = 'OwnWish', erase_on = '2099-12-31' where id = $1
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
        await path.HandOverAsync(weber, h => h.Until(HandoverState.Accepted));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task It_is_closed_with_a_trace_by_its_lead_or_the_coordination_and_by_nobody_else()
    {
        await using (var lead = await AsAsync(brandt))
        {
            await lead.RefusedAsync(Close[Close.IndexOf("update case_path", StringComparison.Ordinal)..], path.Id);
            await lead.RefusedAsync(Close.Replace("'2099-12-31'", "null", StringComparison.Ordinal), path.Id);
            await lead.RefusedAsync(Close.Replace("closed_at = app.now()", "closed_at = app.now() - interval '1 day'", StringComparison.Ordinal), path.Id);
            await lead.RefusedAsync(Close.Replace("::date, closed_at", "::date + 1, closed_at", StringComparison.Ordinal), path.Id);
            // Who takes part and neither leads nor coordinates would go on reading.
            await lead.RefusedAsync(Close.Replace("where case_id = $1 and actor_id not in", "where false and actor_id not in", StringComparison.Ordinal), path.Id);
            Assert.Equal(1, await lead.RunAsync(Close, path.Id));
        }

        foreach (var who in new[] { weber, await town.WorkerAsync("mbe"), await (await host.TownAsync("Anderswo")).CoordinatorAsync() })
        {
            await using var prompt = await AsAsync(who);
            await prompt.InVainAsync(Close[Close.IndexOf("update case_path", StringComparison.Ordinal)..], path.Id);
        }

        // The coordination sees the path of another's case, and neither closes it nor with an emergency opening.
        var theirs = await town.CaseAsync(weber);
        await using (var looking = await AsAsync(brandt))
            await looking.RefusedAsync(Close, theirs.Id);
        await theirs.BreakGlassAsync(brandt, town.Now);
        await using var emergency = await AsAsync(brandt);
        await emergency.RefusedAsync(Close, theirs.Id);
    }

    [Fact]
    public async Task While_a_handover_waits_it_is_not_closed()
    {
        await path.HandOverAsync(await town.WorkerAsync("mbe"));
        await using var lead = await AsAsync(brandt);
        Assert.Equal("case_has_open_handover", (await Assert.ThrowsAsync<PostgresException>(() => lead.RunAsync(Close, path.Id))).ConstraintName);
    }

    [Fact]
    public async Task Nothing_is_written_into_a_closed_case_nor_does_its_closure_or_lead_change()
    {
        await path.ConsentAsync(brandt, weber, Domain.Persons.DataCategory.Basic);
        await path.RecordAsync(brandt, Domain.Persons.FactKind.Benefit, "sgb2");
        await path.CloseAsync(brandt);
        await using var lead = await AsAsync(brandt);
        foreach (var change in new[]
        {
            "update person set called_name = 'x' where case_id = $1",
            """
            insert into person_fact (tenant_id, case_id, id, person_id, category, kind, code, value, valid_from, source, recorded_at, recorded_by_user_id, recorded_by_actor_id)
            select tenant_id, case_id, gen_random_uuid(), person_id, category, kind, code, value, valid_from, source, now(), app.current_user_id(), app.actor() from person_fact where case_id = $1
            """,
            "update case_step set state = 'Done', ended_on = current_date where case_id = $1 and state = 'Planned'",
            "update case_step set is_current = true where case_id = $1",
            "update handover set state = 'Arrived' where case_id = $1",
            "update handover set assignee_user_id = app.current_user_id() where case_id = $1",
            "update case_path set lead_actor_id = (select id from actor where kind = 'jobcenter' limit 1) where id = $1",
            "update case_path set closure_reason = 'Deceased' where id = $1",
            "update case_path set erase_on = '2199-12-31' where id = $1",
            "update participation set is_active = true, until = null where case_id = $1",
            """
            insert into case_event (tenant_id, case_id, id, category, kind, happened_at, recorded_at, user_id, actor_id)
            select tenant_id, id, gen_random_uuid(), 0, 'StepStarted', now(), now(), app.current_user_id(), app.actor() from case_path where id = $1
            """,
        })
        {
            await SaysNoAsync(lead, change);
        }

        await lead.RefusedAsync("update handover set case_closed_on = null where case_id = $1", path.Id);
        await lead.RefusedAsync("update participation set closed_on = null where case_id = $1", path.Id);
        // The jobcenter, which took part, does not let itself back in.
        await using var other = await AsAsync(weber);
        Assert.Equal(0L, await other.AskAsync<long>("select count(*) from person where case_id = $1", path.Id));
        await other.InVainAsync("update participation set is_active = true, until = null where case_id = $1", path.Id);
        await other.InVainAsync("update handover set state = 'Arrived' where case_id = $1", path.Id);
        await other.InVainAsync(Open, path.Id);
    }

    /// <summary>closing-guards.sql names the tables one by one: whoever adds a table of a case finds here that it is not held yet.</summary>
    [Fact]
    public async Task Every_table_of_a_case_asks_at_the_commit_whether_the_case_runs()
    {
        // Parts come with their handover or participation; a draft is nobody's but its writer's; who reads a closed case is noted too; withdrawing a
        // consent is never refused, nor what it asks for; what is kept of a closed case can be restricted.
        string[] apart = ["handover_step", "handover_ground", "participation_ground", "unsent_handover", "access_entry", "deletion_request", "restriction"];
        var tables = await town.Portal.AsAsync(brandt.Officer, db => Task.FromResult(db.Model.GetEntityTypes()
            .Where(t => typeof(IBelongsToCase).IsAssignableFrom(t.ClrType)).Select(t => t.GetTableName()!).ToList()));
        await using var lead = await AsAsync(brandt);
        var held = await lead.AskAsync<string[]>("""
            select array_agg(distinct c.relname::text) from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
            where p.proname = 'check_running' and t.tgtype & 4 <> 0
            """);

        Assert.True(tables.Count > 8, $"{tables.Count} tables");
        Assert.Equal([], tables.Except(held).Except(apart));
    }

    [Fact]
    public async Task It_is_reopened_with_a_trace_and_gives_back_no_more_than_was_there()
    {
        await path.CloseAsync(brandt);
        await using var lead = await AsAsync(brandt);
        await lead.RefusedAsync(Open, path.Id);
        var reopen = Told.Replace("{0}", "CaseReopened", StringComparison.Ordinal) + "\n" + Open;
        Assert.Equal(1, await lead.RunAsync(reopen, path.Id));
        var back = "update participation set is_active = true, until = null {0} where case_id = $1 and actor_id = $2";
        await lead.RefusedAsync(back.Replace("{0}", ", categories = 511", StringComparison.Ordinal), path.Id, weber.Actor!.Id);
        Assert.Equal(1, await lead.RunAsync(back.Replace("{0}", "", StringComparison.Ordinal), path.Id, weber.Actor.Id));
    }

    [Fact]
    public async Task In_an_emergency_the_coordination_opens_a_closed_case_and_reads_it()
    {
        var theirs = await town.CaseAsync(weber);
        await theirs.CloseAsync(weber);
        await theirs.BreakGlassAsync(brandt, town.Now);
        await using var emergency = await AsAsync(brandt);
        Assert.Equal(1L, await emergency.AskAsync<long>("select count(*) from person where case_id = $1", theirs.Id));
        await emergency.InVainAsync("update person set called_name = 'x' where case_id = $1", theirs.Id);
    }

    [Fact]
    public async Task A_participation_that_was_ended_by_hand_is_begun_again_by_nobody_without_a_new_handover()
    {
        await path.OnAsync(brandt, (p, by) =>
        {
            p.EndParticipation(weber.Actor!.Id, "fertig", [], by, town.Calendar, town.Now);
            p.Depart(weber.Actor.Id, town.Now);
        });
        const string Again = "update participation set is_active = true, until = null, categories = 1 where case_id = $1 and actor_id = $2";
        foreach (var who in new[] { brandt, weber })
        {
            await using var prompt = await AsAsync(who);
            await prompt.InVainAsync(Again, path.Id, weber.Actor!.Id);
        }
    }

    [Fact]
    public async Task The_lead_ends_the_participation_of_others_and_narrows_none()
    {
        await path.HandOverAsync(weber, h => h.AsTransfer().Until(HandoverState.Accepted));
        var school = await town.WorkerAsync("language_course_provider");
        await path.HandOverAsync(weber, school, h => h.Until(HandoverState.Accepted));
        await using var lead = await AsAsync(weber);
        await lead.RefusedAsync("update participation set categories = 0 where case_id = $1 and actor_id = $2", path.Id, school.Actor!.Id);
        Assert.Equal(1, await lead.RunAsync("update participation set is_active = false, until = app.now() where case_id = $1 and actor_id = $2", path.Id, school.Actor.Id));
        await using var partner = await AsAsync(school);
        await partner.RefusedAsync("update participation set is_active = false, until = app.now() where case_id = $1 and actor_id = $2", path.Id, weber.Actor!.Id);
    }

    private async Task SaysNoAsync(Prompt prompt, string change)
    {
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => prompt.RunAsync(change, path.Id));
        Assert.True(refusal.SqlState == "42501", $"{refusal.SqlState} {refusal.MessageText} for {change}");
    }

    private Task<Prompt> AsAsync(TestUser user) => Prompt.OpenAsync(host.Database.Application, user.Officer);
}
