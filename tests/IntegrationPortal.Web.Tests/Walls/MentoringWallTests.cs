using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Walls;

/// <summary>With raw SQL as the application role: who sees what of volunteers, tandems and meetings, and what nobody can do.</summary>
public sealed class MentoringWallTests(PortalHost host)
{
    private static readonly string[] Tables =
        ["volunteer", "mentoring_request", "tandem", "tandem_mentor", "tandem_mentee", "tandem_event", "mentoring_session", "session_version", "session_answer", "engagement_year", "concern", "meeting_share", "tandem_review"];

    [Fact]
    public async Task Outside_the_organisation_nobody_sees_any_row_whatever_their_role()
    {
        var town = await FullTown.BuildAsync(host);
        var other = await TownInitiative.CreateAsync(town.Town, "Brücke");
        var outsiders = Enum.GetValues<Role>().Select(town.As).Concat([town.Coordinator.Officer, town.Authority.Officer, other.Mentor.Officer, other.Coordinator.Officer])
            // The same organisation under another hat opens nothing either.
            .Concat([town.Initiative.Coordinator.Officer with { Role = Role.ActorManager }, town.Initiative.Mentor.Officer with { Role = Role.CaseWorker }]);
        foreach (var officer in outsiders)
        {
            await using var prompt = await Prompt.OpenAsync(host.Database.Application, officer);
            foreach (var table in Tables)
            {
                var own = table == "volunteer" ? " where id = $1" : table is "tandem" or "mentoring_session" or "concern" ? " where id = $1" : table.StartsWith("session_", StringComparison.Ordinal) ? " where session_id = $1" : table == "mentoring_request" ? " where called_name = 'Amina' and $1::uuid is not null" : table == "engagement_year" ? " where volunteer_id = $1" : " where tandem_id = $1";
                var id = table switch { "volunteer" or "engagement_year" => town.Initiative.VolunteerId, "mentoring_session" or "session_version" or "session_answer" => town.SessionId, "concern" => town.ConcernId, _ => town.TandemId };
                Assert.True(await prompt.AskAsync<long>($"select count(*) from {table}{own}", id) == 0, $"{officer.Role} sees {table}");
            }
        }
    }

    [Fact]
    public async Task A_volunteer_sees_the_card_and_the_own_meetings_and_nothing_the_coordination_keeps()
    {
        var town = await FullTown.BuildAsync(host);
        await using var prompt = await Prompt.OpenAsync(host.Database.Application, town.Initiative.Mentor.Officer);
        foreach (var table in new[] { "volunteer", "tandem", "tandem_mentor", "tandem_mentee", "mentoring_session", "session_version", "session_answer", "engagement_year", "concern" })
            Assert.True(await prompt.AskAsync<long>($"select count(*) from {table}") == 1, table);
        foreach (var table in new[] { "mentoring_request", "tandem_event", "person", "person_fact", "case_path", "case_event", "handover", "consent" })
            Assert.True(await prompt.AskAsync<long>($"select count(*) from {table}") == 0, table);
        Assert.Equal(["Amina"], await prompt.ListAsync<string>("select called_name from tandem_mentee"));
    }

    [Fact]
    public async Task No_name_is_known_before_both_sides_have_agreed_nor_after_the_end()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        var proposed = await initiative.TandemAsync(TandemState.Proposed);
        var ended = await initiative.TandemAsync(mentee: "Samir");
        var session = await initiative.SessionAsync(ended);
        await initiative.OnAsync(ended, (file, by) => file.Tandem.End(file.Tandem.TrialSince!.Value, TandemEndReason.NoTime, null, [], by, initiative.Town.Now));
        await using var prompt = await Prompt.OpenAsync(host.Database.Application, initiative.Mentor.Officer);
        Assert.Equal(0L, await prompt.AskAsync<long>("select count(*) from tandem_mentee"));
        Assert.Equal([proposed], await prompt.ListAsync<Guid>("select id from tandem"));
        Assert.Equal([session], await prompt.ListAsync<Guid>("select id from mentoring_session"));
        await prompt.InVainAsync("update mentoring_session set note = 'x'");
    }

    [Fact]
    public async Task A_concern_is_seen_by_whom_it_is_for_and_by_whoever_raised_it()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        await initiative.ConcernAsync(await initiative.TandemAsync());
        var colleague = await initiative.Town.UserAsync(Role.VolunteerCoordinator, initiative.Actor, "Z. Zweite");
        foreach (var (officer, seen) in new[] { (initiative.Coordinator.Officer, 1L), (initiative.Mentor.Officer, 1L), (colleague.Officer, 0L) })
        {
            await using var prompt = await Prompt.OpenAsync(host.Database.Application, officer);
            Assert.Equal(seen, await prompt.AskAsync<long>("select count(*) from concern"));
        }

        await using var clock = await Prompt.OpenAsync(host.Database.Application, initiative.Town.Tenant.Id, null, null, "Clock");
        await clock.RefusedAsync("update concern set answer = 'x', answered_at = now()");
        await using var mentor = await Prompt.OpenAsync(host.Database.Application, initiative.Mentor.Officer);
        await mentor.InVainAsync("update concern set answer = 'x', answered_at = now()");
    }

    [Fact]
    public async Task A_concern_begins_with_the_colleagues_only_where_nobody_is_there_whom_it_is_for()
    {
        const string Raise = "insert into concern (tenant_id, id, actor_id, tandem_id, raised_by_user_id, for_user_id, text, is_acute, raised_at, answer_by, escalated_at) "
            + "values (app.tenant(), $1, $2, $3, app.current_user_id(), $4, 'x', false, app.now(), '2026-12-31', app.now())";
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        var tandem = await initiative.TandemAsync();
        await using var mentor = await Prompt.OpenAsync(host.Database.Application, initiative.Mentor.Officer);
        await mentor.RefusedAsync(Raise, Guid.NewGuid(), initiative.Actor.Id, tandem, initiative.Coordinator.Id);
        await initiative.LeaveAsync(initiative.Coordinator);
        Assert.Equal(1, await mentor.RunAsync(Raise, Guid.NewGuid(), initiative.Actor.Id, tandem, initiative.Coordinator.Id));
    }

    [Fact]
    public async Task A_volunteer_changes_nothing_that_is_the_coordinations()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        var tandem = await initiative.TandemAsync();
        await using var mentor = await Prompt.OpenAsync(host.Database.Application, initiative.Mentor.Officer);
        await mentor.RefusedAsync("update volunteer set confidentiality_on = '2026-01-01'::date - 1");
        await mentor.RefusedAsync("update volunteer set certificate_seen_on = '2026-01-01', certificate_is_clear = true");
        await mentor.RefusedAsync("update volunteer set state = 'Left'");
        await mentor.RefusedAsync("update tandem set state = 'Paused'");
        await mentor.RefusedAsync("update tandem set end_reason = 'NoTime', state = 'Ending'");
        await mentor.RefusedAsync("update tandem_mentor set until = now()::date");
        await mentor.InVainAsync("update tandem_mentee set agreed_on = now()::date");
        await mentor.RefusedAsync("update tandem set actor_id = actor_id");
        // A meeting of a tandem that is not theirs, and one in another's name.
        await mentor.RefusedAsync(Meeting, Guid.NewGuid(), initiative.Actor.Id, tandem, await initiative.VolunteerAsync(), initiative.Mentor.Id);
        await mentor.RefusedAsync(Meeting, Guid.NewGuid(), initiative.Actor.Id, tandem, initiative.VolunteerId, initiative.Coordinator.Id);
        Assert.Equal(1, await mentor.RunAsync(Meeting, Guid.NewGuid(), initiative.Actor.Id, tandem, initiative.VolunteerId, initiative.Mentor.Id));
    }

    [Fact]
    public async Task Nobody_begins_a_trial_around_the_rules_or_moves_a_tandem_in_another_way()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        var proposed = await initiative.TandemAsync(TandemState.Proposed);
        var active = await initiative.TandemAsync(mentee: "Samir");
        await using var prompt = await Prompt.OpenAsync(host.Database.Application, initiative.Coordinator.Officer);
        await prompt.RefusedAsync("update tandem set state = 'Trial' where id = $1", proposed);
        await prompt.RefusedAsync("update tandem set state = 'Active' where id = $1", proposed);
        await prompt.RefusedAsync("update tandem set state = 'Ended' where id = $1", active);
        await prompt.InVainAsync("delete from mentoring_session");
        await prompt.RefusedAsync("update tandem_event set text = 'x'");
    }

    [Fact]
    public async Task With_a_minor_no_pause_ends_without_a_certificate()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        await NoteAsync(initiative, true);
        var paused = await initiative.TandemAsync(minor: true);
        await initiative.OnAsync(paused, (file, by) => file.Tandem.Pause(by, initiative.Town.Now));
        await NoteAsync(initiative, false);
        await using var prompt = await Prompt.OpenAsync(host.Database.Application, initiative.Coordinator.Officer);
        await prompt.RefusedAsync("update tandem set state = 'Active' where id = $1", paused);
        await NoteAsync(initiative, true);
        Assert.Equal(1, await prompt.RunAsync("update tandem set state = 'Active' where id = $1", paused));
    }

    [Fact]
    public async Task No_meeting_is_of_somebody_who_is_only_proposed()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        var (tandem, next) = (await initiative.TandemAsync(), await initiative.VolunteerAsync());
        await initiative.OnAsync(tandem, (file, by) => file.Tandem.Propose(file.Mentor!, by, initiative.Town.Now), next);
        await using var prompt = await Prompt.OpenAsync(host.Database.Application, initiative.Coordinator.Officer);
        await prompt.RefusedAsync(Meeting, Guid.NewGuid(), initiative.Actor.Id, tandem, next, initiative.Coordinator.Id);
        Assert.Equal(1, await prompt.RunAsync(Meeting, Guid.NewGuid(), initiative.Actor.Id, tandem, initiative.VolunteerId, initiative.Coordinator.Id));
    }

    private static Task<int> NoteAsync(TownInitiative initiative, bool isClear) => initiative.AsCoordinatorAsync(async db =>
    {
        var today = IntegrationPortal.Domain.Calendar.GermanTime.DayOf(initiative.Town.Now);
        var volunteer = await db.Volunteers.AsTracking().SingleAsync(v => v.Id == initiative.VolunteerId);
        volunteer.NoteCertificate(today, isClear, initiative.Coordinator.Officer, initiative.Town.Reference.MentoringRulesOn(today), today);
        return await db.SaveChangesAsync();
    });

    [Fact]
    public async Task The_table_of_moves_is_the_same_in_the_database()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        await using var prompt = await Prompt.OpenAsync(host.Database.Application, initiative.Coordinator.Officer);
        var allowed = TandemMoves.Table.Values.SelectMany(m => m.From.Select(from => (from, m.To))).ToHashSet();
        foreach (var was in Enum.GetValues<TandemState>())
        {
            foreach (var becomes in Enum.GetValues<TandemState>())
                Assert.True(await prompt.AskAsync<bool>("select app.tandem_may_move($1, $2)", was.ToString(), becomes.ToString()) == allowed.Contains((was, becomes)), $"{was} → {becomes}");
        }
    }

    [Fact]
    public async Task A_correction_keeps_what_stood_there_and_an_early_change_needs_not()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        var before = initiative.Town.Now.AddDays(-8);
        var tandem = await initiative.TandemAsync(at: before);
        var (old, fresh) = (await initiative.SessionAsync(tandem, before), await initiative.SessionAsync(tandem));
        await using var prompt = await Prompt.OpenAsync(host.Database.Application, initiative.Mentor.Officer, initiative.Town.Now);
        await prompt.RefusedAsync("update mentoring_session set quarter_hours = 40 where id = $1", old);
        Assert.Equal(1, await prompt.RunAsync("update mentoring_session set quarter_hours = 40 where id = $1", fresh));
        await prompt.RefusedAsync("update session_version set note = 'x'");
    }

    private const string Meeting = """
        insert into mentoring_session (tenant_id, id, actor_id, tandem_id, volunteer_id, held_on, quarter_hours, place, activities, light, has_expenses, recorded_at, recorded_by_user_id, version)
        select app.tenant(), $1, $2, $3, $4, (now() at time zone 'Europe/Berlin')::date, 4, 'Public', 1, 'Good', false, now(), $5, 0
        """;
}
