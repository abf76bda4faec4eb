using System.Net;
using System.Text;
using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Features.Calendars;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPortal.Web.Tests.Features.Calendars;

/// <summary>What is due, in a calendar of one's own.</summary>
public sealed class CalendarTests(PortalHost host)
{
    [Fact]
    public async Task Deadlines_and_answers_stand_in_it_on_their_day_and_no_name_and_no_number()
    {
        var town = await host.TownAsync();
        var coordinator = await town.CoordinatorAsync();
        var worker = await town.UserAsync(Role.CaseWorker, await town.ActorAsync("jobcenter", "Jobcenter"));
        var path = await town.CaseAsync(coordinator, c => c.Named("Amina Rahimi"));
        var handover = await path.HandOverAsync(worker);
        var due = await town.Portal.AsAsync(coordinator.Officer, db => db.CaseSteps.AsNoTracking()
            .Where(s => s.CaseId == path.Id && s.IsCurrent && s.ResponsibleActorId == coordinator.Actor!.Id && s.DueOn != null).ToListAsync());
        Assert.NotEmpty(due);
        using var sender = host.Portal.VisitAs(coordinator);
        var address = await sender.MakeCalendarAsync();
        Assert.Equal(
            due.Select(s => ($"Frist: {s.TitleDe}", s.DueOn!.Value, $"/cases/{path.Id}")).Order(), (await host.Portal.DaysAsync(address)).Order());
        Assert.Equal([MailTemplate.CalendarMade], (await Mailbox.ForAsync(host.Portal, coordinator.Id)).Select(m => m.Template));

        using var receiver = host.Portal.VisitAs(worker);
        var answers = await receiver.MakeCalendarAsync();
        var answerBy = await town.Portal.AsAsync(worker.Officer, db => db.Handovers.Where(h => h.Id == handover.Id).Select(h => h.Clock.AnswerBy).SingleAsync());
        Assert.Equal([("Antwort auf eine Übergabe fällig", answerBy, $"/handovers/{handover.Id}")], await host.Portal.DaysAsync(answers));
        foreach (var file in new[] { address, answers })
        {
            var body = (await host.Portal.ReadAsync(file)).Body;
            Assert.All(["Amina", "Rahimi", path.Number], word => Assert.DoesNotContain(word, body, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task It_is_fetched_again_only_when_something_changed_and_kept_by_nobody_in_between()
    {
        var town = await host.TownAsync();
        var coordinator = await town.CoordinatorAsync();
        using var visitor = host.Portal.VisitAs(coordinator);
        var address = await visitor.MakeCalendarAsync();
        using var program = host.Portal.Visitor();
        using var first = await program.FetchAsync(address);
        Assert.Equal("text/calendar", first.Content.Headers.ContentType!.MediaType);
        Assert.True(first.Headers.CacheControl is { Private: true, NoCache: true, Public: false });
        Assert.False(first.Headers.Contains("Set-Cookie"));
        program.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using (var again = await program.FetchAsync(address))
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        await town.CaseAsync(coordinator);
        using var changed = await program.FetchAsync(address);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
    }

    [Fact]
    public async Task A_volunteer_sees_the_next_meeting()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        var (tandem, next) = (await initiative.TandemAsync(), GermanTime.DayOf(initiative.Town.Now).AddDays(5));
        await initiative.Town.Portal.AsAsync(initiative.Mentor.Officer, async db =>
        {
            var file = (await db.TakeTandemAsync(tandem, default))!;
            var entry = new SessionEntry(GermanTime.DayOf(initiative.Town.Now), 6, SessionPlace.Public, SessionActivities.Language, null, TrafficLight.Good, next, "Gut gelaufen");
            db.Add(MentoringSession.Log(Guid.NewGuid(), file.Tandem, file.Mentor!, entry, initiative.Mentor.Officer, initiative.Town.Now));
            return await db.SaveChangesAsync();
        });
        using var visitor = host.Portal.VisitAs(initiative.Mentor);
        Assert.Equal([("Nächstes Treffen im Tandem", next, "/mentoring")], await host.Portal.DaysAsync(await visitor.MakeCalendarAsync()));
    }

    [Fact]
    public void Whatever_a_step_is_called_it_stays_one_entry_in_lines_of_75_octets()
    {
        using var scope = host.Portal.Services.CreateScope();
        var title = "Prüfung; Anhörung, \\Überprüfung\r\nEND:VEVENT\nBEGIN:VEVENT <script>" + string.Concat(Enumerable.Repeat("äöüß", 40));
        var day = new CalendarDay(DayKind.Deadline, Guid.NewGuid(), new(2026, 12, 31), "/cases/x", new Bilingual(title, title));
        var file = scope.ServiceProvider.GetRequiredService<DrawCalendar>().File([day, day], new(2026, 12, 1), "de", page => "https://portal.example" + page);
        Assert.DoesNotContain('\n', file.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.All(file.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.Contains("DTSTART;VALUE=DATE:20261231\r\n", file, StringComparison.Ordinal);
        Assert.Contains("DTSTAMP:20261201T000000Z\r\n", file, StringComparison.Ordinal);
        var read = Assert.Single(Ical.Net.Calendar.Load(file)!.Events);
        Assert.Equal(($"Deadline.{day.Id}@integrationsportal", "Frist: " + title.ReplaceLineEndings("\n")), (read.Uid, read.Summary!.ReplaceLineEndings("\n")));
    }

    [Fact]
    public async Task Whose_roles_have_no_days_is_told_so_and_makes_none()
    {
        var user = await TestUser.CreateAsync(host.Portal, Role.FoundationStaff);
        using var visitor = host.Portal.VisitAs(user);
        var page = await visitor.GetAsync(CalendarAddress.OwnPage);
        Assert.Contains("keine Fristen oder Termine", page.Text, StringComparison.Ordinal);
        Assert.False(page.Has(CalendarAddress.MakeForm));
    }
}
