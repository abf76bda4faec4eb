using System.Net;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.Consents;

public sealed class ConsentsTests(PortalHost host)
{
    [Fact]
    public async Task A_consent_is_recorded_for_one_recipient_and_leads_back_to_the_page_that_asked()
    {
        var (visitor, town, coordinator, id) = await Desk.OpenAsync(host.Portal);
        var jobcenter = (await town.JobcenterAsync()).Actor!;
        var asked = (int)(DataCategory.Basic | DataCategory.Qualification);
        var form = await visitor.GetAsync($"/cases/{id}/consents/new?recipient={jobcenter.Id}&categories={asked}&returnUrl={Uri.EscapeDataString($"/cases/{id}/events")}");
        var answer = await form.Form("main form[method=post]").Fill("Purpose", "Beratung").Fill("Language", "fa").SendAsync();
        Assert.Equal($"/cases/{id}/events", answer.Location);

        var stored = await host.Portal.AsAsync(coordinator.Officer, db => db.Consents.SingleAsync(c => c.CaseId == id));
        Assert.Equal((jobcenter.Id, (DataCategory)asked), (stored.RecipientActorId, stored.Covers));
        var card = (await visitor.GetAsync($"/cases/{id}")).Document.QuerySelector("#consents")!.TextContent;
        Assert.Contains(jobcenter.Name, card, StringComparison.Ordinal);
        Assert.Contains("Qualifikation", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_proves_a_consent_is_read_with_it()
    {
        var (visitor, town, _, id) = await Desk.OpenAsync(host.Portal);
        var jobcenter = (await town.JobcenterAsync()).Actor!;
        await (await visitor.GetAsync($"/cases/{id}/consents/new?recipient={jobcenter.Id}")).Form("main form[method=post]").Fill("Purpose", "Beratung").Fill("Language", "fa")
            .Fill("GivenAs", "OralWithWitness").Fill("Witness", "S. Zeugin").Fill("TextVersion", "2026-7").SubmitAsync();
        Assert.Contains(
            "Fassung 2026-7 des Einwilligungstextes, bezeugt von S. Zeugin", (await visitor.GetAsync($"/cases/{id}")).Document.QuerySelector("#consents")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_double_click_records_one_consent_and_leads_on_both_times()
    {
        var (visitor, town, coordinator, id) = await Desk.OpenAsync(host.Portal);
        var jobcenter = (await town.JobcenterAsync()).Actor!;
        var form = (await visitor.GetAsync($"/cases/{id}/consents/new?recipient={jobcenter.Id}")).Form("main form[method=post]").Fill("Purpose", "Beratung").Fill("Language", "fa");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => form.SendAsync()));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.SeeOther, a.Status));
        Assert.Equal(1, await host.Portal.AsAsync(coordinator.Officer, db => db.Consents.CountAsync(c => c.CaseId == id)));
    }

    [Theory]
    [InlineData("Purpose", "", "Wofür")]
    [InlineData("Purpose", "a\u0001", "Steuerzeichen")]
    [InlineData("GivenOn", "2149-01-01", "Zukunft")]
    [InlineData("GivenOn", "x", "Erteilt am")]
    [InlineData("GivenOn", "0206-05-03", "Erteilt am")]
    [InlineData("GivenOn", "9999-12-31", "Erteilt am")]
    [InlineData("GivenOn", "2023-12-31", "höchstens bis zum 31.12.2024")]
    [InlineData("Until", "2000-01-01", "Ende liegt vor dem Beginn")]
    [InlineData("Until", "2149-01-01", "höchstens bis zum")]
    [InlineData("Language", "klingon", "Sprache aus der Liste")]
    [InlineData("GivenAs", "OralWithWitness", "wer sie bezeugt")]
    [InlineData("GivenAs", "Telepathy", "In welcher Form")]
    [InlineData("Recipient", "00000000-0000-0000-0000-000000000001", "andere Stelle dieser Kommune")]
    [InlineData("Recipient", "", "Wer darf")]
    [InlineData("TextVersion", "", "Fassung")]
    public async Task What_does_not_fit_is_told_at_its_field(string field, string value, string told)
    {
        var (visitor, town, coordinator, id) = await Desk.OpenAsync(host.Portal);
        var jobcenter = (await town.JobcenterAsync()).Actor!;
        var answer = await (await visitor.GetAsync($"/cases/{id}/consents/new?recipient={jobcenter.Id}")).Form("main form[method=post]")
            .Fill("Purpose", "Beratung").Fill("Language", "fa").Force(field, value).SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(told, answer.Document.QuerySelector(".portal-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await host.Portal.AsAsync(coordinator.Officer, db => db.Consents.CountAsync(c => c.CaseId == id)));
    }

    [Fact]
    public async Task Without_a_category_and_for_counselling_to_the_immigration_authority_there_is_no_consent()
    {
        var (visitor, town, _, id) = await Desk.OpenAsync(host.Portal);
        var authority = (await town.ImmigrationAuthorityAsync()).Actor!;
        var form = (await visitor.GetAsync($"/cases/{id}/consents/new?recipient={authority.Id}")).Form("main form[method=post]").Fill("Purpose", "Beratung").Fill("Language", "fa");
        var none = await form.Without("Categories").SendAsync();
        Assert.Contains("mindestens eine Datenart", none.Text, StringComparison.Ordinal);
        var never = await none.Form("main form[method=post]").Tick("Categories", "Basic", "Counselling").SendAsync();
        Assert.Contains("nie an die Ausländerbehörde", never.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_way_back_never_leads_out_of_the_portal()
    {
        var (visitor, town, _, id) = await Desk.OpenAsync(host.Portal);
        var jobcenter = (await town.JobcenterAsync()).Actor!;
        var answer = await (await visitor.GetAsync($"/cases/{id}/consents/new?recipient={jobcenter.Id}&returnUrl=https://evil.example/")).Form("main form[method=post]")
            .Fill("Purpose", "Beratung").Fill("Language", "fa").Force("ReturnUrl", "//evil.example/").SendAsync();
        Assert.StartsWith($"/cases/{id}", answer.Location, StringComparison.Ordinal);
    }
}
