using System.Net;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.Consents;

/// <summary>The person withdraws a consent: the page says what follows, and it follows at once.</summary>
public sealed class WithdrawalTests(PortalHost host) : IAsyncLifetime
{
    private const string Form = "main form[method=post]";

    private Town town = null!;
    private TestUser brandt = null!;
    private TestUser weber = null!;
    private TownCase path = null!;

    public async ValueTask InitializeAsync()
    {
        town = await host.TownAsync();
        brandt = await town.CoordinatorAsync();
        weber = await town.WorkerAsync("jobcenter");
        path = await town.CaseAsync(brandt, c => c.Named("Amina Rahimi"));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_page_of_the_case_leads_there_and_says_before_what_follows_and_after_what_became_of_it()
    {
        await path.HandOverAsync(weber, h => h.Until(HandoverState.Accepted));
        var step = (await path.SeenByAsync(brandt))!.OpenStepsOf(weber.Actor!.Id).First();
        using var visitor = host.Portal.VisitAs(brandt);
        var ask = await visitor.OpenAsync((await visitor.OpenAsync(path.Address)).Document.QuerySelector("#consents a[href$='/withdraw']")!.GetAttribute("href")!);
        Has(ask, $"{weber.Actor.Name} sieht ab sofort nicht mehr: Basis, Status.");
        Has(ask, $"{weber.Actor.Name} ist danach am Fall nicht mehr beteiligt");
        Has(ask, step.TitleDe);
        Has(ask, "eigene Kopien zu löschen");
        Has(ask, "bleibt rechtmäßig");
        Assert.DoesNotContain("Rahimi", ask.Body, StringComparison.Ordinal);

        var page = await ask.Form(Form).Fill("Form.As", "Spoken").Fill("Form.Interpreter", "Telefondolmetschen").SubmitAsync();
        Assert.Equal(path.Address, page.Address.Split('#')[0]);
        Has(page, $"Die Einwilligung für {weber.Actor.Name} gilt nicht mehr");
        var card = page.Document.QuerySelector("#consents")!.TextContent;
        Assert.Contains("widerrufen am", card, StringComparison.Ordinal);
        Assert.Contains("mündlich, auf Persisch (Farsi) mit Telefondolmetschen", card, StringComparison.Ordinal);
        Assert.Contains("Löschung noch nicht bestätigt", card, StringComparison.Ordinal);
        Assert.Contains($"Einwilligung widerrufen: {weber.Actor.Name}", page.Document.QuerySelector("#timeline")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(weber.Actor.Name, page.Document.QuerySelector("#who-sees-what")!.TextContent, StringComparison.Ordinal);
        Assert.False(page.Has("#consents a[href$='/withdraw']"));

        var seen = (await path.SeenByAsync(brandt))!;
        Assert.Equal((brandt.Actor!.Id, true), (seen.Step(step.Id).ResponsibleActorId, seen.Step(step.Id).StandsIn));
        using var other = host.Portal.VisitAs(weber);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(path.Address)).Status);
        var mail = Assert.Single(await Mailbox.ForAsync(host.Portal, weber.Id), m => m.Template == MailTemplate.ConsentWithdrawn);
        Assert.StartsWith("/deletions/", await Mailbox.LinkAsync(host.Portal, mail), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_another_consent_gives_is_kept_and_said()
    {
        await path.HandOverAsync(weber, h => h.Sharing(DataCategory.Basic | DataCategory.Work).Until(HandoverState.Accepted));
        await path.HandOverAsync(brandt, weber, h => h.Sharing(DataCategory.Basic | DataCategory.Status).Until(HandoverState.Accepted));
        using var visitor = host.Portal.VisitAs(brandt);
        var ask = await visitor.OpenAsync(await AddressAsync());
        Has(ask, $"{weber.Actor!.Name} sieht ab sofort nicht mehr: Status.");
        Has(ask, $"{weber.Actor.Name} sieht weiterhin: Basis. Grundlage: Einwilligung vom");
        await SendAsync(ask);
        Assert.Equal(DataCategory.Basic | DataCategory.Work, (await path.SeenByAsync(weber))!.ParticipationOf(weber.Actor.Id)!.Categories);
    }

    [Fact]
    public async Task An_open_handover_that_rests_on_it_is_taken_back_and_both_sides_hear_of_it()
    {
        var open = await path.HandOverAsync(weber);
        using var visitor = host.Portal.VisitAs(brandt);
        var ask = await visitor.OpenAsync(await AddressAsync());
        Assert.True(ask.Has($"main a[href='{open.Address}']"));
        Has(ask, "beruht zurzeit kein Zugang");
        Assert.DoesNotContain("eigene Kopien", ask.Text, StringComparison.Ordinal);
        await SendAsync(ask);

        Assert.Null(await open.SeenByAsync(weber));
        var shown = await visitor.OpenAsync(open.Address);
        Has(shown, "Die Einwilligung, auf der sie beruhte, wurde widerrufen.");
        Has(shown, "das Portal");
        Has(await visitor.OpenAsync(path.Address), "Die Einwilligung, auf der sie beruhte, wurde widerrufen.");
        Assert.Contains(await Mailbox.ForAsync(host.Portal, brandt.Id), m => m.Template == MailTemplate.HandoverRecalled);
        Assert.Contains(await Mailbox.ForAsync(host.Portal, weber.Id), m => m.Template == MailTemplate.HandoverRecalledFromYou);
        Assert.Equal(0, await host.Portal.AsAsync(brandt.Officer, db => db.DeletionRequests.CountAsync(r => r.CaseId == path.Id)));
        // Nothing new is sent on it.
        var again = await visitor.OpenAsync($"{path.Address}/handovers/new?to={weber.Actor!.Id}");
        Assert.DoesNotContain("Einwilligung vom", again.Document.QuerySelector("main form")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_takes_part_writes_it_down_also_for_another_and_the_lead_hears_of_it()
    {
        var office = await town.WorkerAsync("social_welfare_office");
        await path.HandOverAsync(weber, h => h.Until(HandoverState.Accepted));
        await path.HandOverAsync(brandt, office, h => h.Until(HandoverState.Accepted));
        var waiting = await path.HandOverAsync(brandt, office, h => h.Sharing(DataCategory.Basic | DataCategory.Family));
        using var visitor = host.Portal.VisitAs(weber);
        await SendAsync(await visitor.OpenAsync($"{path.Address}/consents/{await path.ConsentForAsync(office)}/withdraw"));
        Assert.Equal(HandoverState.Withdrawn, (await waiting.SeenByAsync(brandt))!.State);
        await SendAsync(await visitor.OpenAsync($"{path.Address}/consents/{await path.ConsentForAsync(office)}/withdraw"));
        Assert.Null(await path.SeenByAsync(office));
        Assert.Equal(2, (await Mailbox.ForAsync(host.Portal, brandt.Id)).Count(m => m.Template == MailTemplate.ConsentWithdrawnForLead));
        Assert.NotNull(await path.SeenByAsync(weber));
    }

    [Fact]
    public async Task What_the_recipient_had_accepted_it_can_still_give_back()
    {
        var handover = await path.HandOverAsync(weber, h => h.Until(HandoverState.Accepted));
        await path.WithdrawAsync(brandt, weber);
        using var visitor = host.Portal.VisitAs(weber);
        var page = await visitor.OpenAsync($"{handover.Address}/return");
        Assert.DoesNotContain("Rahimi", page.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await page.Form("form[action$='/return']").Fill("Text", "Ohne Einwilligung geht es nicht.").SendAsync()).Status);
        Assert.Equal(HandoverState.Returned, (await handover.SeenByAsync(brandt))!.State);
        Assert.Contains(await Mailbox.ForAsync(host.Portal, brandt.Id), m => m.Template == MailTemplate.HandoverReturnedElsewhere);
    }

    [Fact]
    public async Task The_recipient_writes_it_down_itself_and_goes_on_with_what_it_is_asked()
    {
        await path.HandOverAsync(weber, h => h.Until(HandoverState.Accepted));
        var consent = await path.ConsentForAsync(weber);
        using var visitor = host.Portal.VisitAs(weber);
        var form = (await visitor.OpenAsync($"{path.Address}/consents/{consent}/withdraw")).Form(Form).Fill("Form.As", "Spoken");
        Assert.Equal($"/deletions/{consent}", (await form.SendAsync()).Location);
        Assert.Equal($"/deletions/{consent}", (await form.SendAsync()).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(path.Address)).Status);
        Assert.Equal(1, await CountAsync(CaseEventKind.ConsentWithdrawn));
    }

    [Fact]
    public async Task A_lead_whose_access_rests_on_it_stays_responsible_and_sees_the_path_only()
    {
        await path.HandOverAsync(weber, h => h.AsTransfer().Until(HandoverState.Accepted));
        using var visitor = host.Portal.VisitAs(brandt);
        var ask = await visitor.OpenAsync(await AddressAsync());
        Has(ask, $"{weber.Actor!.Name} führt den Fall und bleibt verantwortlich");
        await SendAsync(ask);
        using var lead = host.Portal.VisitAs(weber);
        var page = await lead.OpenAsync(path.Address);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("Amina", page.Body, StringComparison.Ordinal);
        var seen = (await path.SeenByAsync(brandt))!;
        Assert.Equal((weber.Actor.Id, DataCategory.None, true), (seen.LeadActorId, seen.ParticipationOf(weber.Actor.Id)!.Categories, seen.ParticipationOf(weber.Actor.Id)!.IsActive));
    }

    [Fact]
    public async Task In_a_closed_case_it_is_written_down_too_and_reopening_gives_nothing_of_it_back()
    {
        await path.HandOverAsync(weber, h => h.Until(HandoverState.Accepted));
        await path.CloseAsync(brandt);
        using var visitor = host.Portal.VisitAs(brandt);
        var ask = await visitor.OpenAsync((await visitor.OpenAsync(path.Address)).Document.QuerySelector("#consents a[href$='/withdraw']")!.GetAttribute("href")!);
        Has(ask, "Wird er wieder geöffnet");
        Has(await SendAsync(ask), "widerrufen am");
        await path.ReopenAsync(brandt);
        Assert.Null(await path.SeenByAsync(weber));
        Assert.Contains(await Mailbox.ForAsync(host.Portal, weber.Id), m => m.Template == MailTemplate.ConsentWithdrawn);
    }

    [Fact]
    public async Task A_double_click_and_a_page_from_before_find_it_done()
    {
        await path.HandOverAsync(weber, h => h.Until(HandoverState.Accepted));
        using var visitor = host.Portal.VisitAs(brandt);
        var form = (await visitor.OpenAsync(await AddressAsync())).Form(Form).Fill("Form.As", "InWriting");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => form.SendAsync()));
        Assert.All(answers, a => Assert.Equal((HttpStatusCode.SeeOther, path.Address), (a.Status, a.Location)));
        Assert.Equal(HttpStatusCode.SeeOther, (await form.SendAsync()).Status);
        Assert.Equal(1, await CountAsync(CaseEventKind.ConsentWithdrawn));
        Assert.Single(await Mailbox.ForAsync(host.Portal, weber.Id), m => m.Template == MailTemplate.ConsentWithdrawn);
    }

    [Theory]
    [InlineData("Form.On", "2149-01-01", "Zukunft")]
    [InlineData("Form.On", "2020-01-01", "Erteilt wurde die Einwilligung erst am")]
    [InlineData("Form.On", "", "Wann hat die Person es gesagt")]
    [InlineData("Form.As", "Telepathy", "Wie hat sie es gesagt")]
    [InlineData("Form.Language", "klingon", "Sprache aus der Liste")]
    [InlineData("Form.Interpreter", "a\u0001", "Steuerzeichen")]
    public async Task What_does_not_fit_is_told_at_its_field_and_nothing_ends(string field, string value, string told)
    {
        await path.ConsentAsync(brandt, weber, DataCategory.Basic);
        using var visitor = host.Portal.VisitAs(brandt);
        var answer = await (await visitor.OpenAsync(await AddressAsync())).Form(Form).Fill("Form.As", "Spoken").Force(field, value).SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(told, answer.Document.QuerySelector(".portal-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(CaseEventKind.ConsentWithdrawn));
    }

    [Fact]
    public async Task For_everybody_else_there_is_no_such_page()
    {
        await path.ConsentAsync(brandt, weber, DataCategory.Basic);
        var address = await AddressAsync();
        var other = await town.CaseAsync(brandt);
        foreach (var who in new[] { weber, await (await host.TownAsync("Anderswo")).CoordinatorAsync(), await town.UserAsync(Role.DataProtectionOfficer, town.Coordination) })
        {
            using var visitor = host.Portal.VisitAs(who);
            Assert.Contains((await visitor.GetAsync(address)).Status, new[] { HttpStatusCode.NotFound, HttpStatusCode.Forbidden });
        }

        using var coordinator = host.Portal.VisitAs(brandt);
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.GetAsync($"{other.Address}/consents/{await path.ConsentForAsync(weber)}/withdraw")).Status);
    }

    private static void Has(Page page, string words) => Assert.Contains(words, page.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

    private static Task<Page> SendAsync(Page page) => page.Form(Form).Fill("Form.As", "Spoken").SubmitAsync();

    private async Task<string> AddressAsync() => $"{path.Address}/consents/{await path.ConsentForAsync(weber)}/withdraw";

    private Task<int> CountAsync(CaseEventKind kind) =>
        host.Portal.AsAsync(brandt.Officer, db => db.CaseEvents.CountAsync(e => e.CaseId == path.Id && e.Kind == kind));
}
