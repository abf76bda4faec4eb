using System.Net;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.Facts;

public sealed class FactsTests(PortalHost host)
{
    [Fact]
    public async Task A_newer_fact_stands_above_the_older_one_with_date_and_source()
    {
        var (visitor, _, _, id) = await Desk.OpenAsync(host.Portal);
        var kinds = await visitor.GetAsync($"/cases/{id}/facts/new");
        Assert.True(kinds.Has($"a[href='/cases/{id}/facts/new?kind=LanguageLevel']"));
        foreach (var (value, from) in new[] { ("A2", "2026-01-10"), ("B1", "2026-10-10") })
        {
            await (await visitor.GetAsync($"/cases/{id}/facts/new?kind=LanguageLevel")).Form("main form[method=post]")
                .Fill("Value", value).Fill("ValidFrom", from).Fill("Source", "Zertifikat").SubmitAsync();
        }

        var facts = (await visitor.GetAsync($"/cases/{id}")).Document.QuerySelector("#facts")!;
        Assert.Equal("B1", facts.QuerySelector("dd strong")!.TextContent);
        Assert.Contains("A2", facts.QuerySelector("details")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Zertifikat", facts.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_residence_status_comes_from_the_list_and_what_ends_stands_among_the_deadlines()
    {
        var (visitor, _, _, id) = await Desk.OpenAsync(host.Portal);
        var form = (await visitor.GetAsync($"/cases/{id}/facts/new?kind=ResidenceStatus")).Form("main form[method=post]").Fill("Source", "Bescheid");
        var refused = await form.Force("Code", "invented").SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        var page = await refused.Form("main form[method=post]").Fill("Code", "refugee").Fill("ValidUntil", "2099-05-31").SubmitAsync();
        Assert.Contains("Anerkannter Flüchtling", page.Document.QuerySelector("#facts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("31.05.2099", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Value", "")]
    [InlineData("Value", "a\u0003b")]
    [InlineData("Value", "501")]
    [InlineData("Source", "")]
    [InlineData("Source", "\u0002")]
    [InlineData("ValidFrom", "")]
    [InlineData("ValidFrom", "gestern")]
    [InlineData("ValidFrom", "0001-01-01")]
    [InlineData("ValidUntil", "2020-01-01")]
    [InlineData("ValidUntil", "9999-12-31")]
    public async Task What_does_not_fit_is_told_and_nothing_is_stored(string field, string value)
    {
        var (visitor, _, coordinator, id) = await Desk.OpenAsync(host.Portal);
        var answer = await (await visitor.GetAsync($"/cases/{id}/facts/new?kind=Benefit")).Form("main form[method=post]")
            .Fill("Value", "SGB II").Fill("ValidFrom", "2026-02-01").Fill("Source", "Bescheid").Fill(field, value == "501" ? new string('x', 501) : value).SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.True(answer.Has(".portal-error-summary li"));
        Assert.Equal(0, await CountAsync(coordinator, id));
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_or_at_once_records_one_fact()
    {
        var (visitor, _, coordinator, id) = await Desk.OpenAsync(host.Portal);
        var form = (await visitor.GetAsync($"/cases/{id}/facts/new?kind=Benefit")).Form("main form[method=post]").Fill("Value", "SGB II").Fill("Source", "Bescheid");
        await form.SendAsync();
        await form.SendAsync();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => form.SendAsync()));
        Assert.Equal(1, await CountAsync(coordinator, id));
    }

    private Task<int> CountAsync(TestUser user, Guid id) => host.Portal.AsAsync(user.Officer, db => db.PersonFacts.CountAsync(f => f.CaseId == id));
}
