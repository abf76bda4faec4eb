using System.Net;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

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

    [Theory]
    [InlineData(HandoverState.Sent)]
    [InlineData(HandoverState.ClarificationRequested)]
    [InlineData(HandoverState.Declined)]
    [InlineData(HandoverState.Returned)]
    public async Task What_may_name_the_person_is_not_read_before_acceptance_nor_once_it_is_declined_or_returned(HandoverState state)
    {
        var (sent, weber) = await AgreedAsync(state);
        using var receiver = host.Portal.VisitAs(weber);
        var pages = new List<Page> { await receiver.OpenAsync(sent.Address) };
        if (state == HandoverState.Sent)
            pages.AddRange([await receiver.OpenAsync(sent.Address + "/decline"), await receiver.OpenAsync(sent.Address + "/accept")]);
        Assert.All(pages, page =>
        {
            Assert.DoesNotContain("Rahimi", page.Body);
            Assert.DoesNotContain("bringt die Kinder mit", page.Text);
            Assert.DoesNotContain("Besprochen auf", page.Text);
            Assert.Equal(2, page.Document.QuerySelectorAll("dd.portal-muted").Count(d => d.TextContent.Contains("lesbar nach der Annahme", StringComparison.Ordinal)));
        });
        Assert.Contains("readable after acceptance", (await receiver.Speaking("en").OpenAsync(sent.Address)).Text);

        using var sender = host.Portal.VisitAs(sent.Sender);
        var seen = await sender.OpenAsync(sent.Address);
        Assert.Contains("Frau Rahimi kommt allein", seen.Text);
        Assert.Contains("Amina bringt die Kinder mit", seen.Text);
    }

    [Theory]
    [InlineData(HandoverState.Accepted)]
    [InlineData(HandoverState.Completed)]
    public async Task After_acceptance_the_receiver_reads_what_was_agreed_and_the_risks(HandoverState state)
    {
        var (sent, weber) = await AgreedAsync(state);
        using var receiver = host.Portal.VisitAs(weber);
        var page = await receiver.OpenAsync(sent.Address);
        Assert.Contains("Frau Rahimi kommt allein", page.Text);
        Assert.Contains("Amina bringt die Kinder mit", page.Text);
        Assert.DoesNotContain("lesbar nach der Annahme", page.Text);
    }

    [Fact]
    public async Task A_form_that_shows_the_handover_is_a_reading_like_its_page_also_when_it_comes_back()
    {
        var (_, weber, handover) = await SentAsync();
        Task<int> ReadAsync(TestUser by) => host.Portal.AsAsync(
            handover.Sender.Officer, db => db.AccessEntries.CountAsync(a => a.HandoverId == handover.Id && a.CaseId == handover.Case.Id && a.UserId == by.Id));
        using var sender = host.Portal.VisitAs(handover.Sender);
        using var receiver = host.Portal.VisitAs(weber);
        var form = (await receiver.OpenAsync(handover.Address + "/decline")).Form("form[action$='/decline']");
        Assert.Equal(1, await ReadAsync(weber));
        Assert.Contains("Gelesen heute", (await sender.OpenAsync(handover.Address)).Text);
        Assert.Equal(1, await ReadAsync(handover.Sender));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await form.SendAsync()).Status);
        Assert.Equal(2, await ReadAsync(weber));
        await handover.DoAsync(HandoverDeed.Accept);
        Assert.Equal(HttpStatusCode.Conflict, (await form.Fill("Reason", "NoCapacity").Fill("Text", "voll").SendAsync()).Status);
        Assert.Equal(3, await ReadAsync(weber));
        Assert.Equal(HttpStatusCode.OK, (await receiver.GetAsync(handover.Address + "/return")).Status);
        Assert.Equal(4, await ReadAsync(weber));
    }

    [Fact]
    public async Task A_preview_of_what_is_being_written_shows_the_person_and_is_a_reading()
    {
        var (_, weber, handover) = await SentAsync();
        var (path, brandt) = (handover.Case, handover.Sender);
        using var sender = host.Portal.VisitAs(brandt);
        Task<int> ReadAsync() => host.Portal.AsAsync(brandt.Officer, db => db.AccessEntries.CountAsync(a => a.CaseId == path.Id && a.UserId == brandt.Id));
        var form = (await sender.OpenAsync($"{path.Address}/handovers/new?to={weber.Actor!.Id}")).Form("form[action$='/handovers/new']");
        Assert.Equal(1, await ReadAsync());
        Assert.Contains("Amina", (await form.SendAsync("preview")).Body);
        Assert.Equal(2, await ReadAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await form.SendAsync("send")).Status);
        Assert.Equal(3, await ReadAsync());
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
        // Whoever sees only the routing has read nothing.
        Assert.Equal(0, await host.Portal.AsAsync(brandt.Officer, db => db.AccessEntries.CountAsync(a => a.HandoverId == handover.Id)));
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

    /// <summary>With the name where the forms promise that it is read after the acceptance.</summary>
    private async Task<(TownHandover Sent, TestUser Weber)> AgreedAsync(HandoverState state)
    {
        var town = await host.TownAsync();
        var weber = await town.WorkerAsync("jobcenter");
        var path = await town.CaseAsync(await town.CoordinatorAsync());
        return (await path.HandOverAsync(weber, h => h.Agreeing("Frau Rahimi kommt allein.", "Amina bringt die Kinder mit.").Until(state)), weber);
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
