using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Jobs.Evaluation;
using IntegrationPortal.Web.Jobs.Mail;
using IntegrationPortal.Web.Tests.Testing;
using IntegrationPortal.Web.Tests.Walls;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPortal.Web.Tests.Features.Programme;

/// <summary>What waits in the programme stands on the page of whoever must act, and comes by mail without a name.</summary>
public sealed class ProgrammeAlertsTests(PortalHost host)
{
    [Fact]
    public async Task A_question_is_mailed_to_the_coordination_and_its_answer_to_whoever_asked()
    {
        var pilot = await TownPilot.CreateAsync(await host.TownAsync());
        var neighbour = await (await host.TownAsync("Nachbarstadt")).CoordinatorAsync();
        using var facilitator = host.Portal.VisitAs(pilot.Facilitator);
        using var coordinator = host.Portal.VisitAs(pilot.Coordinator);
        Assert.False((await coordinator.OpenAsync("/worklist")).Has($"a[href^='{pilot.Here}/questions/']"));
        var ask = (await facilitator.OpenAsync($"{pilot.Here}/questions/new")).Form().Fill("Form.Text", "Wer vertritt Frau Geheim?");
        await ask.SendAsync();
        await ask.SubmitAsync();
        var asked = Assert.Single(await MailsAsync(MailTemplate.PilotQuestionAsked, pilot.Id));
        Assert.Equal(pilot.Coordinator.Id, asked.RecipientUserId);

        var link = await LinkAsync(asked);
        var task = (await coordinator.OpenAsync("/worklist")).Document.QuerySelector($"section[aria-labelledby=programme-tasks] a[href^='{pilot.Here}/questions/']")!;
        var reply = await coordinator.OpenAsync(link);
        Assert.Equal(task.GetAttribute("href"), reply.Address);
        using (var stranger = host.Portal.VisitAs(neighbour))
            Assert.Equal(System.Net.HttpStatusCode.NotFound, (await stranger.GetAsync(link)).Status);
        await reply.Form().Fill("Form.Text", "Herr Vertraulich").SubmitAsync();

        var answered = Assert.Single(await MailsAsync(MailTemplate.PilotQuestionAnswered, pilot.Id));
        Assert.Equal(pilot.Facilitator.Id, answered.RecipientUserId);
        Assert.Contains("Herr Vertraulich", (await facilitator.OpenAsync(await LinkAsync(answered))).Text, StringComparison.Ordinal);
        Assert.False((await coordinator.OpenAsync("/worklist")).Has($"a[href^='{pilot.Here}/questions/']"));
    }

    [Fact]
    public async Task An_answer_goes_to_the_present_facilitator_when_whoever_asked_has_gone()
    {
        var pilot = await TownPilot.CreateAsync(await host.TownAsync());
        var gone = await TestUser.CreateAsync(host.Portal, Role.FoundationStaff);
        var id = Guid.CreateVersion7();
        var by = new ProgrammeMember(gone.Id, Role.FoundationStaff, null);
        await pilot.DoAsync(by, (db, p) => db.Add(p.Ask(id, "Wie geht es?", by, pilot.Town.Now)));
        await host.Portal.AsNobodyAsync(db => db.Database.ExecuteSqlAsync($"update membership set ended_at = now() where user_id = {gone.Id}"));
        using var coordinator = host.Portal.VisitAs(pilot.Coordinator);
        await (await coordinator.OpenAsync($"{pilot.Here}/questions/{id}")).Form().Fill("Form.Text", "Gut").SubmitAsync();
        Assert.Equal(pilot.Facilitator.Id, Assert.Single(await MailsAsync(MailTemplate.PilotQuestionAnswered, pilot.Id)).RecipientUserId);
    }

    [Fact]
    public async Task Whoever_accompanies_a_pilot_that_is_through_gets_no_reminder_any_more()
    {
        var pilot = await TownPilot.CreateAsync(await host.TownAsync());
        await pilot.DoAsync(pilot.OfFoundation, (_, p) =>
        {
            foreach (var milestone in p.Milestones)
                p.Reach(milestone, pilot.Today, pilot.OfFoundation, pilot.Today);
        });
        await host.Portal.RunAsync<RemindOfCheckIns>(job => job.RunAsync(default));
        Assert.Empty(await MailsToAsync(pilot.Facilitator, MailTemplate.CheckInDue));
    }

    [Fact]
    public async Task A_missing_check_in_is_on_the_facilitators_page_and_mailed_once_in_two_weeks_until_it_is_given()
    {
        var pilot = await TownPilot.CreateAsync(await host.TownAsync());
        var last = Quarter.Of(pilot.Today).Before;
        using var facilitator = host.Portal.VisitAs(pilot.Facilitator);
        for (var morning = 0; morning < 2; morning++)
            await host.Portal.RunAsync<RemindOfCheckIns>(job => job.RunAsync(default));
        var mail = Assert.Single(await MailsToAsync(pilot.Facilitator, MailTemplate.CheckInDue));
        Assert.Null(mail.AboutId);
        Assert.Contains(pilot.Town.Tenant.Name, (await facilitator.OpenAsync(await LinkAsync(mail))).Text, StringComparison.Ordinal);
        var task = (await facilitator.OpenAsync("/worklist")).Document.QuerySelector("section[aria-labelledby=programme-tasks] a")!;
        await (await facilitator.OpenAsync(task.GetAttribute("href")!)).Form().Fill("Form.Light", "Green").Fill("Form.Text", "Es geht voran").SubmitAsync();
        Assert.False((await facilitator.OpenAsync("/worklist")).Has("#programme-tasks"));
        Assert.Null((await pilot.ReadAsync()).CheckInWaits(pilot.Today));

        await host.Portal.AsNobodyAsync(db => db.Database.ExecuteSqlAsync($"update outbox_mail set created_at = created_at - interval '20 days' where id = {mail.Id}"));
        await host.Portal.RunAsync<RemindOfCheckIns>(job => job.RunAsync(default));
        Assert.Single(await MailsToAsync(pilot.Facilitator, MailTemplate.CheckInDue));
        Assert.Equal(last, (await pilot.ReadAsync()).LastCheckIn!.Quarter);
    }

    [Fact]
    public async Task Nobody_but_the_clock_asks_whose_check_in_is_missing()
    {
        var pilot = await TownPilot.CreateAsync(await host.TownAsync());
        var last = Quarter.Of(pilot.Today).Before;
        foreach (var (role, sees) in new[] { ("Clock", true), ("", false), ("FoundationStaff", false), ("Coordinator", false), ("Administrator", false) })
        {
            await using var prompt = await Prompt.OpenAsync(host.Database.Application, null, null, Guid.CreateVersion7(), role, pilot.Town.Now);
            Assert.Equal((role, sees ? 1L : 0L), (role, await prompt.AskAsync<long>(
                "select count(*) from reading.check_ins_due($1, $2, $3, $4) where pilot_id = $5", pilot.Today, last.Year, last.Number, CheckIn.AskedSince(pilot.Today), pilot.Id)));
            Assert.Equal(0L, role == "FoundationStaff" ? 0L : await prompt.AskAsync<long>("select count(*) from pilot_check_in"));
        }
    }

    [Fact]
    public async Task The_foundation_is_shown_what_a_check_in_should_make_it_look_at()
    {
        var pilot = await TownPilot.CreateAsync(await host.TownAsync("Rotstadt"));
        await pilot.DoAsync(pilot.OfFacilitator, (db, p) => db.Add(p.GiveCheckIn(Guid.CreateVersion7(), Quarter.Of(pilot.Today), PilotLight.Red, "Es steht", pilot.OfFacilitator, pilot.Town.Now)));
        using var foundation = host.Portal.VisitAs(pilot.Foundation);
        var row = (await foundation.OpenAsync("/worklist")).Document.QuerySelectorAll("section[aria-labelledby=programme-tasks] li").Single(l => l.QuerySelector($"a[href='{pilot.Here}']") is not null);
        Assert.Contains("Check-in: rot", row.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Es steht", row.TextContent, StringComparison.Ordinal);
        foreach (var role in new[] { Role.Evaluator, Role.AdvisoryBoard })
        {
            using var other = host.Portal.VisitAs(await TestUser.CreateAsync(host.Portal, role));
            Assert.DoesNotContain("Check-in: rot", (await other.OpenAsync("/worklist")).Text, StringComparison.Ordinal);
        }
    }

    private Task<List<OutboxMail>> MailsAsync(MailTemplate template, Guid pilot) =>
        host.Portal.AsNobodyAsync(db => db.OutboxMails.AsNoTracking().Where(m => m.Template == template && m.TenantId == pilot).ToListAsync());

    private Task<List<OutboxMail>> MailsToAsync(TestUser user, MailTemplate template) =>
        host.Portal.AsNobodyAsync(db => db.OutboxMails.AsNoTracking().Where(m => m.Template == template && m.RecipientUserId == user.Id).ToListAsync());

    /// <summary>Where the mail leads; nothing that anybody typed stands in it.</summary>
    private async Task<string> LinkAsync(OutboxMail mail)
    {
        await using var scope = host.Portal.Services.CreateAsyncScope();
        var rendered = scope.ServiceProvider.GetRequiredService<MailText>().Render(mail, "de");
        foreach (var word in new[] { "Geheim", "Vertraulich", "Musterstadt" })
            Assert.DoesNotContain(word, rendered.Subject + rendered.Body, StringComparison.Ordinal);
        return rendered.Link!.PathAndQuery;
    }
}
