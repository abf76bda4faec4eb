using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Features.Handovers;

/// <summary>What a handover waits for is done on its own page, by whom it waits for, without a page between.</summary>
public sealed class OfferedDeedsTests(PortalHost host)
{
    private const string Accept = "form[action$='/accept']";
    private const string Answer = "form[action$='/answer']";

    [Fact]
    public async Task A_handover_is_accepted_where_it_is_read_and_what_else_can_be_done_stands_beside_it()
    {
        var handover = await SentAsync();
        using var receiver = host.Portal.VisitAs(handover.Receiver);
        var page = await receiver.OpenAsync(handover.Address);
        Assert.Contains("Danach nimmt Ihre Stelle am Fall teil", page.Document.QuerySelector(".portal-deed")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Übergabe annehmen", Assert.Single(page.Document.QuerySelectorAll("main .kern-btn--primary")).TextContent.Trim());
        Assert.Equal([$"{handover.Address}/ask", $"{handover.Address}/decline"], page.Document.QuerySelectorAll(".portal-deed a.kern-btn").Select(a => a.GetAttribute("href")));
        Assert.False(page.Has("a[href$='/accept']"));

        var accepted = await page.Form(Accept).SubmitAsync();
        Assert.Equal(handover.Address, accepted.Address);
        Assert.Contains("Angenommen. Der Fall ist jetzt für Ihre Stelle geöffnet.", accepted.Text, StringComparison.Ordinal);
        Assert.False(accepted.Has(Accept));
    }

    [Fact]
    public async Task What_the_handover_says_is_read_before_it_is_accepted_and_a_link_leads_down_to_the_answer()
    {
        var handover = await SentAsync();
        using var receiver = host.Portal.VisitAs(handover.Receiver);
        var page = await receiver.OpenAsync(handover.Address);
        Assert.Equal(["portal-now", "portal-preview", "portal-deed"], page.Document.QuerySelectorAll("main section[class]").Select(s => s.ClassList[0]!).Take(3));
        Assert.Equal("Zur Antwort", page.Document.QuerySelector(".portal-now a[href='#deed-title']")!.TextContent.Trim());
        Assert.True(page.Has(".portal-deed h2#deed-title"));

        // Whoever has chosen to decline has read it, and meets the form first.
        var declining = await receiver.OpenAsync($"{handover.Address}/decline");
        Assert.Equal(["portal-deed", "portal-preview"], declining.Document.QuerySelectorAll("main section[class]").Select(s => s.ClassList[0]!).Take(2));
        Assert.False(declining.Has("a[href='#deed-title']"));
    }

    [Fact]
    public async Task A_question_stands_above_its_answer_and_the_answer_above_accepting()
    {
        var handover = await SentAsync();
        using var receiver = host.Portal.VisitAs(handover.Receiver);
        using var sender = host.Portal.VisitAs(handover.Sender);
        var asked = await (await receiver.OpenAsync(handover.Address + "/ask")).Form("form[action$='/ask']").Fill("Text", "Liegt der Bescheid vor?").SubmitAsync();
        Assert.False(asked.Has(Accept));

        var page = await sender.OpenAsync(handover.Address);
        Assert.Contains("Liegt der Bescheid vor?", page.Document.QuerySelector(".portal-deed")!.TextContent, StringComparison.Ordinal);
        await page.Form(Answer).Fill("Text", "Ja, seit gestern.").SubmitAsync();
        Assert.Contains("Ja, seit gestern.", (await receiver.OpenAsync(handover.Address)).Document.QuerySelector(".portal-deed")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_offered_to_the_side_that_waits_nor_to_whom_it_does_not_lie_with()
    {
        var handover = await SentAsync();
        using var sender = host.Portal.VisitAs(handover.Sender);
        Assert.False((await sender.OpenAsync(handover.Address)).Has(".portal-deed"));

        using var receiver = host.Portal.VisitAs(handover.Receiver);
        await (await receiver.OpenAsync(handover.Address)).Form("form[action$='/take']").SubmitAsync();
        using var colleague = host.Portal.VisitAs(await handover.Case.Town.UserAsync(Role.CaseWorker, handover.Receiver.Actor, "J. Kaya"));
        Assert.False((await colleague.OpenAsync(handover.Address)).Has(".portal-deed"));
        Assert.True((await receiver.OpenAsync(handover.Address)).Has(Accept));
    }

    private async Task<TownHandover> SentAsync()
    {
        var town = await host.TownAsync();
        return await (await town.CaseAsync(await town.CoordinatorAsync())).HandOverAsync(await town.WorkerAsync("jobcenter"));
    }
}
