using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Jobs.Mentoring;
using IntegrationPortal.Web.Tests.Testing;
using IntegrationPortal.Web.Tests.Walls;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.Mentoring;

/// <summary>Meetings are forgotten a year after the end of their tandem; the proof of engagement stays as it was.</summary>
public sealed class ForgettingTests(PortalHost host)
{
    [Fact]
    public async Task Long_after_the_end_the_meetings_are_gone_and_the_proof_says_the_same_however_often_the_night_comes()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        var old = await EndedAsync(initiative, "Amina", daysAgo: 400);
        var recent = await EndedAsync(initiative, "Samir", daysAgo: 300);
        var running = await initiative.SessionAsync(await initiative.TandemAsync(mentee: "Zarife"));
        var year = GermanTime.DayOf(initiative.Town.Now.AddDays(-400)).Year;
        using var mentor = host.Portal.VisitAs(initiative.Mentor);
        var address = $"/mentoring/volunteers/{initiative.VolunteerId}/engagement?year={year}";
        var proof = (await mentor.GetAsync(address)).Document.QuerySelector("dl")!.TextContent;

        for (var night = 0; night < 2; night++)
        {
            await initiative.AtNightAsync<ForgetMeetings>(j => j.RunHereAsync(default));
            Assert.Equal(new[] { recent, running }.Order(), await initiative.AsCoordinatorAsync(db => db.MentoringSessions.Select(s => s.Id).OrderBy(i => i).ToListAsync()));
            Assert.Equal(proof, (await mentor.GetAsync(address)).Document.QuerySelector("dl")!.TextContent);
            var kept = await initiative.AsCoordinatorAsync(db => db.EngagementYears.SingleAsync());
            Assert.Equal((initiative.VolunteerId, year, 1, 2m), (kept.VolunteerId, kept.Year, kept.Meetings, kept.Hours));
        }

        var left = await BeyondWalls.ReadAsync(host, initiative.Town.Tenant.Id, async db =>
            await db.Set<SessionVersion>().CountAsync(v => v.SessionId == old) + await db.Set<SessionAnswer>().CountAsync(a => a.SessionId == old));
        Assert.Equal(0, left);
    }

    [Fact]
    public async Task At_the_database_the_clock_sees_and_forgets_only_what_is_long_over_and_nobody_else_forgets_anything()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        var old = await EndedAsync(initiative, "Amina", daysAgo: 400);
        await EndedAsync(initiative, "Samir", daysAgo: 300);
        await initiative.SessionAsync(await initiative.TandemAsync(mentee: "Zarife"));
        foreach (var officer in new[] { initiative.Coordinator.Officer, initiative.Mentor.Officer })
        {
            await using var person = await Prompt.OpenAsync(host.Database.Application, officer);
            await person.InVainAsync("delete from mentoring_session");
            await person.RefusedAsync("insert into engagement_year (tenant_id, volunteer_id, year, meetings, quarter_hours, first_on, last_on) values (app.tenant(), $1, 2020, 99, 99, '2020-01-01', '2020-12-31')", initiative.VolunteerId);
        }

        await using var clock = await Prompt.OpenAsync(host.Database.Application, initiative.Town.Tenant.Id, null, null, "Clock");
        Assert.Equal([old], await clock.ListAsync<Guid>("select id from mentoring_session"));
        await clock.InVainAsync("update mentoring_session set note = 'x'");
        await clock.RefusedAsync("update tandem set state = 'Ending', trial_since = null where state = 'Active'");
        foreach (var table in new[] { "session_version", "session_answer", "mentoring_session" })
            Assert.True(await clock.RunAsync($"delete from {table}") == 1, table);
    }

    /// <summary>A tandem that ended on the day of its only meeting, which was corrected and answered.</summary>
    private static async Task<Guid> EndedAsync(TownInitiative initiative, string mentee, int daysAgo)
    {
        var at = initiative.Town.Now.AddDays(-daysAgo);
        var tandem = await initiative.TandemAsync(mentee: mentee, at: at);
        var session = await initiative.SessionAsync(tandem, at);
        await initiative.AsCoordinatorAsync(async db =>
        {
            var meeting = (await db.TakeMeetingAsync(session, default))!;
            var file = (await db.TakeTandemAsync(tandem, default))!;
            var entry = new SessionEntry(meeting.HeldOn, 8, meeting.Place, meeting.Activities, null, meeting.Light);
            meeting.Change(file.Tandem, file.Mentor!, entry, initiative.Coordinator.Officer, initiative.Town.Reference.MentoringRulesOn(meeting.HeldOn), initiative.Town.Now);
            meeting.Answer(Guid.CreateVersion7(), file.Tandem, AnswerKind.Thanks, "Danke!", initiative.Coordinator.Officer, initiative.Town.Now);
            return await db.SaveChangesAsync();
        });
        await initiative.OnAsync(tandem, (file, by) => file.Tandem.End(GermanTime.DayOf(at), TandemEndReason.GoalReached, null, [], by, initiative.Town.Now));
        return session;
    }
}
