using System.Net;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Features.Handovers;

/// <summary>Who sees what of a handover; whoever sees nothing is told nothing.</summary>
public sealed class HandoverVisibilityTests(PortalHost host)
{
    private static readonly string[] Forms = ["ask", "answer", "accept", "decline", "withdraw", "return", "complete"];

    [Fact]
    public async Task Strangers_and_other_municipalities_get_404_on_every_address()
    {
        var (town, _, handover) = await SentAsync();
        var elsewhere = await host.TownAsync("Anderswo");
        foreach (var user in new[] { await town.WorkerAsync("mbe"), await elsewhere.CoordinatorAsync(), await elsewhere.WorkerAsync("jobcenter") })
        {
            using var stranger = host.Portal.VisitAs(user);
            // A form of the portal gives the token without which every POST would fail anyway.
            var token = (await stranger.OpenAsync("/handovers")).Document.QuerySelector("input[name='__RequestVerificationToken']")?.GetAttribute("value") ?? "";
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(handover.Address)).Status);
            foreach (var form in Forms)
                Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"{handover.Address}/{form}")).Status);
            foreach (var deed in Forms.Append("take").Append("arrive"))
                Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync($"{handover.Address}/{deed}", ("Text", "x"), ("Reason", "NoCapacity"), ("__RequestVerificationToken", token))).Status);
        }
    }

    [Fact]
    public async Task Roles_without_cases_are_told_that_it_is_not_their_role()
    {
        var (town, _, handover) = await SentAsync();
        using var officer = host.Portal.VisitAs(await town.UserAsync(Role.DataProtectionOfficer, town.Coordination));
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync(handover.Address)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync("/handovers")).Status);
    }

    [Fact]
    public async Task The_coordination_that_is_no_side_sees_the_routing_and_may_withdraw()
    {
        var town = await host.TownAsync();
        var weber = await town.WorkerAsync("jobcenter");
        var brandt = await town.CoordinatorAsync();
        var berg = await town.WorkerAsync("mbe", "B. Berg");
        var path = await town.CaseAsync(berg);
        var handover = await path.HandOverAsync(weber, h => h.Saying("Nur für die beiden"));
        using var coordination = host.Portal.VisitAs(brandt);

        var page = await coordination.OpenAsync(handover.Address);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(weber.Actor!.Name, page.Text);
        Assert.DoesNotContain("Nur für die beiden", page.Text);
        Assert.False(page.Has(".portal-preview"));
        await (await coordination.OpenAsync(handover.Address + "/withdraw")).Form("form[action$='/withdraw']").Fill("Text", "Falsche Stelle").SubmitAsync();
        Assert.Equal(HandoverState.Withdrawn, (await handover.SeenByAsync(berg))!.State);
    }

    [Fact]
    public async Task Badge_tab_and_list_say_the_same_number()
    {
        var town = await host.TownAsync();
        var brandt = await town.CoordinatorAsync();
        var weber = await town.WorkerAsync("jobcenter");
        for (var i = 0; i < 3; i++)
            await (await town.CaseAsync(brandt)).HandOverAsync(weber);
        await (await town.CaseAsync(brandt)).HandOverAsync(weber, h => h.Until(HandoverState.Accepted));
        using var receiver = host.Portal.VisitAs(weber);

        var page = await receiver.OpenAsync("/handovers");
        Assert.Equal(3, page.Document.QuerySelectorAll("main .portal-task").Length);
        Assert.Contains("Wartet auf uns (3)", page.Text);
        Assert.Equal("3", page.Document.QuerySelector(".portal-nav a[href='/handovers'] .portal-count")?.TextContent.Trim()[..1]);
        Assert.Equal(4, (await receiver.OpenAsync("/handovers?box=in")).Document.QuerySelectorAll("main .portal-task").Length);
        Assert.Single((await receiver.OpenAsync("/handovers?box=in&state=Accepted")).Document.QuerySelectorAll("main .portal-task"));
    }

    [Fact]
    public async Task A_long_box_is_read_page_by_page_and_back()
    {
        var town = await host.TownAsync();
        var brandt = await town.CoordinatorAsync();
        var weber = await town.WorkerAsync("jobcenter");
        for (var i = 0; i < 27; i++)
            await (await town.CaseAsync(brandt)).HandOverAsync(weber);
        using var receiver = host.Portal.VisitAs(weber);
        foreach (var sort in new[] { "due", "new" })
        {
            var first = await receiver.OpenAsync($"/handovers?box=in&sort={sort}");
            var second = await receiver.OpenAsync(first.Document.QuerySelector("a[rel='next']")!.GetAttribute("href")!);
            var seen = Links(first).Concat(Links(second)).ToList();
            Assert.Equal((25, 27, 27), (Links(first).Count, seen.Count, seen.Distinct().Count()));
            Assert.Null(second.Document.QuerySelector("a[rel='next']"));
            Assert.Equal(Links(first), Links(await receiver.OpenAsync(second.Document.QuerySelector("a[rel='prev']")!.GetAttribute("href")!)));
        }
    }

    private static List<string> Links(Page page) => [.. page.Document.QuerySelectorAll("main .portal-task a").Select(a => a.GetAttribute("href")!)];

    private async Task<(Town Town, TestUser Weber, TownHandover Handover)> SentAsync()
    {
        var town = await host.TownAsync();
        var brandt = await town.CoordinatorAsync();
        var weber = await town.WorkerAsync("jobcenter");
        var path = await town.CaseAsync(brandt);
        return (town, weber, await path.HandOverAsync(weber));
    }
}
