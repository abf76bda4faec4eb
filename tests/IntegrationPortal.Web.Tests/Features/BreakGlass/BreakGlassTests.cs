using System.Net;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Audit;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace IntegrationPortal.Web.Tests.Features.BreakGlass;

public sealed class BreakGlassTests(PortalHost host)
{
    private const string Token = "__RequestVerificationToken";

    [Fact]
    public async Task The_coordination_opens_a_case_for_24_hours_and_those_who_must_know_are_told()
    {
        var town = await Town.CreateAsync(host.Portal);
        var (coordinator, worker) = (await town.CoordinatorAsync(), await town.JobcenterAsync());
        var officer = await town.UserAsync(Role.DataProtectionOfficer, town.Coordination, "D. Schutz");
        var id = await host.Portal.OpenCaseAsync(worker);
        using var visitor = await host.Portal.SignInAsync(coordinator);
        var form = await visitor.GetAsync($"/cases/{id}/break-glass");
        var brief = await form.Form("main form[method=post]").Fill("Form.Reason", "kurz").SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, brief.Status);

        var page = await brief.Form("main form[method=post]").Fill("Form.Reason", "Die Person steht vor der Tür, die Stelle ist geschlossen.").SubmitAsync();
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.StartsWith("Amina R.", page.Heading, StringComparison.Ordinal);
        Assert.Contains("Datenschutz und federführende Stelle werden benachrichtigt.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Notfallzugriff bis", page.Text, StringComparison.Ordinal);
        Assert.Contains("Die Person steht vor der Tür", page.Document.QuerySelector("#timeline")!.TextContent, StringComparison.Ordinal);

        var told = await host.Portal.AsNobodyAsync(db => db.OutboxMails.Where(m => m.AboutId == id).ToListAsync());
        Assert.Equal(
            [(officer.Id, MailTemplate.BreakGlassReported), (worker.Id, MailTemplate.BreakGlassUsed)],
            told.Select(m => (m.RecipientUserId!.Value, m.Template)).OrderBy(m => m.Template == MailTemplate.BreakGlassUsed));

        // Each mail leads to a page that its reader may open: the officer to the reason, the lead actor to the case.
        using var privacy = await host.Portal.SignInAsync(officer);
        var reported = await privacy.OpenAsync(await Mailbox.LinkAsync(host.Portal, told.Single(m => m.RecipientUserId == officer.Id)));
        Assert.Contains("Die Person steht vor der Tür", reported.Text, StringComparison.Ordinal);
        using var lead = await host.Portal.SignInAsync(worker);
        Assert.Equal(HttpStatusCode.OK, (await lead.OpenAsync(await Mailbox.LinkAsync(host.Portal, told.Single(m => m.RecipientUserId == worker.Id)))).Status);
        Assert.True(await host.Portal.AsAsync(coordinator.Officer, db => db.AccessEntries.AnyAsync(a => a.CaseId == id && a.Kind == AccessKind.BreakGlass && a.UserId == coordinator.Id)));
        Assert.Equal(HttpStatusCode.Conflict, (await visitor.GetAsync($"/cases/{id}/break-glass")).Status);
    }

    [Theory]
    [InlineData("\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B")]
    [InlineData("\u200D\u200D\u200D\u200D\u200D\u200D\u200D\u200D\u200D\u200D")]
    [InlineData("a         ")]
    [InlineData("a\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B")]
    public async Task What_nobody_can_read_is_no_reason(string reason)
    {
        var town = await Town.CreateAsync(host.Portal);
        var id = await host.Portal.OpenCaseAsync(await town.JobcenterAsync());
        using var visitor = host.Portal.VisitAs(await town.CoordinatorAsync());
        var answer = await (await visitor.GetAsync($"/cases/{id}/break-glass")).Form("main form[method=post]").Fill("Form.Reason", reason).SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal("true", answer.Document.QuerySelector("textarea")!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task The_page_claims_to_tell_only_whom_there_is()
    {
        var town = await Town.CreateAsync(host.Portal);
        var worker = await town.JobcenterAsync();
        var id = await host.Portal.OpenCaseAsync(worker);
        var coordinator = await town.CoordinatorAsync();
        using var visitor = host.Portal.VisitAs(coordinator);
        Assert.Contains("Die federführende Stelle erfährt es sofort; eine Datenschutzbeauftragte", (await visitor.GetAsync($"/cases/{id}/break-glass")).Text, StringComparison.Ordinal);
        await host.Portal.AsNobodyAsync(async db =>
        {
            (await db.Memberships.SingleAsync(m => m.Id == worker.Hat!.Id)).End(coordinator.Officer, isWatchedByOthers: true, town.Now);
            return await db.SaveChangesAsync();
        });
        var opened = await OpenAsync(visitor, id);
        Assert.Contains("Benachrichtigt wird niemand", opened.Text, StringComparison.Ordinal);
        Assert.Empty(await host.Portal.AsNobodyAsync(db => db.OutboxMails.Where(m => m.AboutId == id).ToListAsync()));
    }

    [Fact]
    public async Task After_24_hours_the_case_is_closed_again_and_can_be_opened_anew()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var portal = host.Start(services => services.Use(clock));
        var town = await Town.CreateAsync(portal);
        var (coordinator, worker) = (await town.CoordinatorAsync(), await town.JobcenterAsync());
        var id = await portal.OpenCaseAsync(worker, at: clock.GetUtcNow());
        using (var today = await portal.SignInAsync(coordinator))
            await OpenAsync(today, id);

        clock.Advance(TimeSpan.FromHours(24.1));
        using var tomorrow = await portal.SignInAsync(coordinator);
        var closed = await tomorrow.GetAsync($"/cases/{id}");
        Assert.DoesNotContain("Amina", closed.Body, StringComparison.Ordinal);
        Assert.StartsWith("Amina R.", (await OpenAsync(tomorrow, id)).Heading, StringComparison.Ordinal);
        Assert.Equal(2, await portal.AsAsync(coordinator.Officer, db => db.CaseEvents.CountAsync(e => e.CaseId == id && e.Kind == CaseEventKind.AccessBroken)));
    }

    [Fact]
    public async Task An_emergency_is_read_and_every_deed_is_refused_in_a_sentence()
    {
        var town = await host.TownAsync();
        var (coordinator, weber) = (await town.CoordinatorAsync(), await town.WorkerAsync("jobcenter"));
        var path = await town.CaseAsync(weber, c => c.With(FactKind.LanguageLevel, "Deutsch A1"));
        var step = (await path.SeenByAsync(weber))!.Steps[0].Id;
        using var visitor = host.Portal.VisitAs(coordinator);
        var page = await OpenAsync(visitor, path.Id);
        Assert.Contains("Deutsch A1", page.Text, StringComparison.Ordinal);
        foreach (var offered in new[] { "facts/new", "consents/new", "handovers/new", "steps/new", "withdraw" })
            Assert.False(page.Has($"main a[href*='{offered}']"), offered);
        Assert.False(page.Has("main form[action*='/steps/']"));
        Assert.False((await visitor.GetAsync($"{path.Address}/person")).Has("main a[href$='/edit']"));

        foreach (var asked in new[]
        {
            "facts/new", "facts/new?kind=LanguageLevel", "consents/new", "handovers/new", $"handovers/new?to={weber.Actor!.Id}", "steps/new", "person/edit", $"steps/{step}/skip",
        })
            Reads(await visitor.GetAsync($"{path.Address}/{asked}"), asked);
        // Who sends what no page offers hears the same.
        Reads(await SendAsync("facts/new", ("Id", Guid.NewGuid().ToString()), ("Kind", "LanguageLevel"), ("Value", "B1"), ("ValidFrom", "2026-11-01"), ("Source", "Anruf")), "fact");
        Reads(await SendAsync("consents/new", ("Id", Guid.NewGuid().ToString()), ("Recipient", weber.Actor.Id.ToString()), ("Categories", "Basic")), "consent");
        Reads(await SendAsync("handovers/new", ("Form.Id", Guid.NewGuid().ToString()), ("Form.To", weber.Actor.Id.ToString())), "handover");
        Reads(await SendAsync($"steps/{step}/start"), "step");

        static void Reads(Page answer, string deed)
        {
            Assert.True(answer.Status == HttpStatusCode.Conflict, $"{deed}: {answer.Status} {answer.Text}");
            Assert.Contains("Sie können lesen, aber nichts eintragen und nichts übergeben", answer.Text, StringComparison.Ordinal);
        }

        Task<Page> SendAsync(string address, params (string, string)[] fields) => visitor.PostAsync($"{path.Address}/{address}", [.. fields, (Token, page.Document.QuerySelector($"[name='{Token}']")!.GetAttribute("value")!)]);
    }

    [Fact]
    public async Task Nobody_else_may_and_other_municipalities_do_not_even_see_the_case()
    {
        var town = await Town.CreateAsync(host.Portal);
        var id = await host.Portal.OpenCaseAsync(await town.JobcenterAsync());
        using var other = await host.Portal.SignInAsync(await town.ImmigrationAuthorityAsync());
        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync($"/cases/{id}/break-glass")).Status);
        using var elsewhere = await host.Portal.SignInAsync(await (await Town.CreateAsync(host.Portal)).CoordinatorAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync($"/cases/{id}/break-glass")).Status);
    }

    private static async Task<Page> OpenAsync(Visitor visitor, Guid id) => await (await visitor.GetAsync($"/cases/{id}/break-glass"))
        .Form("main form[method=post]").Fill("Form.Reason", "Die Person steht vor der Tür.").SubmitAsync();
}
