using System.Net;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Tests.Testing;
using IntegrationPortal.Web.Tests.Walls;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Features.Mentoring;

/// <summary>What a professional knows of a tandem: only what the person agreed to, only the one actor, only as long.</summary>
public sealed class SharedMeetingsTests(PortalHost host)
{
    private const string Count = "select count(*) from reading.shared_meetings($1)";

    [Fact]
    public async Task With_the_agreement_of_the_person_one_actor_sees_days_durations_and_goals_on_the_case_and_never_a_note()
    {
        var scene = await Scene.SetAsync(host);
        using var jobcenter = host.Portal.VisitAs(scene.Jobcenter);
        Assert.DoesNotContain("Treffen im Tandem", (await jobcenter.OpenAsync(scene.Path.Address)).Text, StringComparison.Ordinal);

        using var lead = host.Portal.VisitAs(scene.Initiative.Coordinator);
        var page = await lead.OpenAsync($"/mentoring/tandems/{scene.Tandem}");
        var form = await lead.OpenAsync(page.Document.QuerySelector("a[href$='/shares/new']")!.GetAttribute("href")!);
        Assert.Contains("ab dem Tag des Einverständnisses", form.Text, StringComparison.Ordinal);
        // Who takes part in the case is read here too.
        Assert.Equal(1, await scene.Initiative.AsCoordinatorAsync(db => db.AccessEntries.CountAsync(a => a.CaseId == scene.Path.Id && a.UserId == scene.Initiative.Coordinator.Id)));
        var sent = form.Form("main form[method=post]").Fill("Form.Recipient", scene.Jobcenter.Actor!.Id.ToString());
        await sent.SubmitAsync();
        await sent.SendAsync();
        Assert.Equal(1, await scene.Initiative.AsCoordinatorAsync(db => db.MeetingShares.CountAsync()));

        var seen = await jobcenter.OpenAsync(scene.Path.Address);
        Assert.Contains("1,5 Stunden · Deutsch sprechen", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Geheime Notiz", seen.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Koordination nötig", seen.Text, StringComparison.Ordinal);
        using var other = host.Portal.VisitAs(scene.Counselling);
        Assert.DoesNotContain("Treffen im Tandem", (await other.OpenAsync(scene.Path.Address)).Text, StringComparison.Ordinal);

        await (await lead.OpenAsync($"/mentoring/tandems/{scene.Tandem}")).Form("form[action$='/end'][action*='/shares/']").SubmitAsync();
        Assert.DoesNotContain("Treffen im Tandem", (await jobcenter.OpenAsync(scene.Path.Address)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_database_tells_nobody_else_nothing_else_and_nothing_after_the_end()
    {
        var scene = await Scene.SetAsync(host);
        var id = await scene.ShareAsync(scene.Jobcenter);
        await using (var prompt = await Prompt.OpenAsync(host.Database.Application, scene.Jobcenter.Officer, scene.Now))
        {
            Assert.Equal(1L, await prompt.AskAsync<long>(Count, scene.Path.Id));
            Assert.Equal(["Deutsch sprechen"], await prompt.ListAsync<string>("select goal from reading.shared_meetings($1)", scene.Path.Id));
            Assert.Equal(1L, await prompt.AskAsync<long>("select count(*) from reading.shared_meetings($1) where light is null", scene.Path.Id));
            foreach (var table in new[] { "mentoring_session", "meeting_share", "tandem", "tandem_mentee", "mentoring_request", "volunteer" })
                Assert.True(await prompt.AskAsync<long>($"select count(*) from {table}") == 0, table);
            await prompt.InVainAsync("update meeting_share set ended_at = null");
            await Assert.ThrowsAsync<PostgresException>(() => prompt.RunAsync("select note from reading.shared_meetings($1)", scene.Path.Id));
        }

        var elsewhere = await Town.CreateAsync(host.Portal, "Anderswo");
        var others = new[] { scene.Counselling.Officer, scene.Coordinator.Officer, scene.Authority.Officer, scene.Initiative.Mentor.Officer, (await elsewhere.CoordinatorAsync()).Officer,
            scene.Jobcenter.Officer with { TenantId = elsewhere.Tenant.Id }, scene.Jobcenter.Officer with { Role = Role.FoundationStaff } };
        foreach (var officer in others)
        {
            await using var prompt = await Prompt.OpenAsync(host.Database.Application, officer, scene.Now);
            Assert.True(await prompt.AskAsync<long>(Count, scene.Path.Id) == 0, $"{officer.DisplayName} {officer.Role}");
        }

        await using (var later = await Prompt.OpenAsync(host.Database.Application, scene.Jobcenter.Officer, scene.Now.AddMonths(4)))
            Assert.Equal(0L, await later.AskAsync<long>(Count, scene.Path.Id));
        await scene.Initiative.AsCoordinatorAsync(async db =>
        {
            var file = (await db.TakeTandemAsync(scene.Tandem, default))!;
            (await db.MeetingShares.AsTracking().SingleAsync(s => s.Id == id)).End(file.Tandem, scene.Initiative.Coordinator.Officer, scene.Now);
            return await db.SaveChangesAsync();
        });
        await using var ended = await Prompt.OpenAsync(host.Database.Application, scene.Jobcenter.Officer, scene.Now);
        Assert.Equal(0L, await ended.AskAsync<long>(Count, scene.Path.Id));
    }

    [Fact]
    public async Task An_agreement_of_today_tells_of_no_earlier_meeting()
    {
        var scene = await Scene.SetAsync(host, openedAt: -20);
        await scene.Initiative.SessionAsync(scene.Tandem, scene.Now.AddDays(-1));
        await scene.ShareAsync(scene.Jobcenter);
        await using var prompt = await Prompt.OpenAsync(host.Database.Application, scene.Jobcenter.Officer, scene.Now);
        Assert.Equal([Domain.Calendar.GermanTime.DayOf(scene.Now)], await prompt.ListAsync<DateOnly>("select held_on from reading.shared_meetings($1)", scene.Path.Id));
    }

    [Fact]
    public async Task Who_leaves_the_case_knows_nothing_more()
    {
        var scene = await Scene.SetAsync(host);
        await scene.ShareAsync(scene.Jobcenter);
        await scene.Handed.DoAsync(HandoverDeed.Return);
        await using var prompt = await Prompt.OpenAsync(host.Database.Application, scene.Jobcenter.Officer, scene.Now.AddHours(1));
        Assert.Equal(0L, await prompt.AskAsync<long>(Count, scene.Path.Id));
    }

    [Fact]
    public async Task Of_a_group_only_the_own_goals_are_told()
    {
        var scene = await Scene.SetAsync(host, goal: "Ziel einer anderen Person");
        await scene.ShareAsync(scene.Jobcenter);
        await using var prompt = await Prompt.OpenAsync(host.Database.Application, scene.Jobcenter.Officer, scene.Now);
        Assert.Equal((1L, 0L), (await prompt.AskAsync<long>(Count, scene.Path.Id), await prompt.AskAsync<long>("select count(goal) from reading.shared_meetings($1)", scene.Path.Id)));
    }

    [Fact]
    public async Task With_raw_SQL_nobody_shares_around_the_rules()
    {
        var scene = await Scene.SetAsync(host);
        var stranger = await TownInitiative.CreateAsync(scene.Initiative.Town, "Brücke");
        const string insert = """
            insert into meeting_share (tenant_id, id, tandem_id, request_id, case_id, recipient_actor_id, with_light, agreed_on, until, recorded_by_user_id, recorded_at)
            select app.tenant(), gen_random_uuid(), $1, $2, $3, $4, true, '2020-01-01', '2100-01-01', app.current_user_id(), now()
            """;
        foreach (var officer in new[] { scene.Jobcenter.Officer, scene.Coordinator.Officer, scene.Initiative.Mentor.Officer, stranger.Coordinator.Officer })
        {
            await using var prompt = await Prompt.OpenAsync(host.Database.Application, officer, scene.Now);
            await prompt.RefusedAsync(insert, scene.Tandem, scene.Request, scene.Path.Id, scene.Jobcenter.Actor!.Id);
        }

        await using var lead = await Prompt.OpenAsync(host.Database.Application, scene.Initiative.Coordinator.Officer, scene.Now);
        await lead.RefusedAsync(insert, scene.Tandem, scene.Request, scene.Path.Id, scene.Authority.Actor!.Id);
        await lead.RefusedAsync(insert, scene.Tandem, scene.Request, scene.Path.Id, scene.Initiative.Actor.Id);
        await lead.RefusedAsync(insert, scene.Tandem, scene.Request, scene.Path.Id, stranger.Actor.Id);
        var foreign = await scene.Initiative.Town.CaseAsync(scene.Jobcenter);
        await lead.RefusedAsync(insert, scene.Tandem, scene.Request, foreign.Id, scene.Jobcenter.Actor!.Id);
        Assert.Equal(1, await lead.RunAsync(insert, scene.Tandem, scene.Request, scene.Path.Id, scene.Jobcenter.Actor!.Id));
        await lead.RefusedAsync("update meeting_share set recipient_actor_id = $1", scene.Counselling.Actor!.Id);
        await lead.RefusedAsync("update meeting_share set until = '2200-01-01'");
    }

    [Fact]
    public async Task A_person_without_a_case_and_somebody_elses_tandem_are_not_there_to_be_told_of()
    {
        var scene = await Scene.SetAsync(host);
        var (tandem, without) = await scene.Initiative.AsCoordinatorAsync(async db =>
        {
            var id = await scene.Initiative.TandemAsync(mentee: "Ohne Fall");
            return (id, await db.Set<TandemMentee>().Where(m => m.TandemId == id).Select(m => m.RequestId).SingleAsync());
        });
        using var lead = host.Portal.VisitAs(scene.Initiative.Coordinator);
        Assert.Equal(HttpStatusCode.Conflict, (await lead.GetAsync($"/mentoring/tandems/{tandem}/persons/{without}/shares/new")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await lead.GetAsync($"/mentoring/tandems/{tandem}/persons/{scene.Request}/shares/new")).Status);
        var other = await TownInitiative.CreateAsync(scene.Initiative.Town, "Brücke");
        using var stranger = host.Portal.VisitAs(other.Coordinator);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/mentoring/tandems/{scene.Tandem}/persons/{scene.Request}/shares/new")).Status);
        // The immigration authority is not offered, and who forges it is told why at the field.
        var form = (await lead.OpenAsync($"/mentoring/tandems/{scene.Tandem}/persons/{scene.Request}/shares/new")).Form("main form[method=post]");
        var forged = await form.Force("Form.Recipient", scene.Authority.Actor!.Id.ToString()).SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forged.Status);
        Assert.Contains("Ausländerbehörde nie mitgeteilt", forged.Text, StringComparison.Ordinal);
    }

    /// <summary>A case of the initiative in which jobcenter, counselling and the immigration authority take part, and a tandem that came from it and has met.</summary>
    private sealed record Scene(
        TownInitiative Initiative, TownCase Path, TownHandover Handed, TestUser Coordinator, TestUser Jobcenter, TestUser Counselling, TestUser Authority, Guid Request, Guid Tandem)
    {
        public DateTimeOffset Now => Initiative.Town.Now;

        public static async Task<Scene> SetAsync(PortalHost host, string goal = "Deutsch sprechen", int openedAt = 0)
        {
            var town = await host.TownAsync();
            var initiative = await TownInitiative.CreateAsync(town);
            var (coordinator, jobcenter) = (await town.CoordinatorAsync(), await town.WorkerAsync());
            var (counselling, authority) = (await town.WorkerAsync("mbe"), await town.WorkerAsync("immigration_authority"));
            var path = await initiative.CaseAsync();
            var handed = await path.HandOverAsync(jobcenter, h => h.Until(HandoverState.Accepted));
            await path.HandOverAsync(counselling, h => h.Until(HandoverState.Accepted));
            await path.HandOverAsync(authority, h => h.Until(HandoverState.Accepted));
            var request = await initiative.RequestAsync(of: path);
            var tandem = await initiative.TandemAsync(request: request, at: town.Now.AddDays(openedAt));
            await initiative.SessionAsync(tandem, note: "Geheime Notiz", light: TrafficLight.NeedsCoordinator);
            if (goal != "Deutsch sprechen")
                await RegoalAsync(host, tandem, goal);
            return new Scene(initiative, path, handed, coordinator, jobcenter, counselling, authority, request, tandem);
        }

        public async Task<Guid> ShareAsync(TestUser recipient)
        {
            var (id, today) = (Guid.CreateVersion7(), IntegrationPortal.Domain.Calendar.GermanTime.DayOf(Now));
            return await Initiative.AsCoordinatorAsync(async db =>
            {
                var (by, file) = (Initiative.Coordinator.Officer, (await db.TakeTandemAsync(Tandem, default))!);
                var path = await db.SeeOwnPathAsync(Path.Id, by, Now, default);
                var request = await db.MentoringRequests.SingleAsync(r => r.Id == Request);
                db.Add(MeetingShare.Share(id, file.Tandem, request, path, recipient.Actor!, new(today, today.AddMonths(3), false), today.AddMonths(12), by, Now));
                await db.SaveChangesAsync();
                return id;
            });
        }

        /// <summary>As if the goal that was touched were another person's of the group.</summary>
        private static async Task RegoalAsync(PortalHost host, Guid tandem, string goal)
        {
            await using var superuser = new NpgsqlConnection(host.Superuser);
            await superuser.OpenAsync();
            await using var command = new NpgsqlCommand("update mentoring_session set goal = $1 where tandem_id = $2", superuser);
            command.Parameters.Add(new NpgsqlParameter { Value = goal });
            command.Parameters.Add(new NpgsqlParameter { Value = tandem });
            await command.ExecuteNonQueryAsync();
        }
    }
}
