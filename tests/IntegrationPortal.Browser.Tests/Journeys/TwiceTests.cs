using IntegrationPortal.Browser.Tests.Browsing;
using IntegrationPortal.Domain.Handovers;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Browser.Tests.Journeys;

/// <summary>Double clicks, the back button and pages that have grown old never make two and never undo what happened.</summary>
public sealed class TwiceTests(Chromium chromium, DemoPortal demo)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_double_click_opens_one_case_and_sends_one_handover(bool scripts)
    {
        await using var offices = await TwoOffices.OpenAsync(demo, chromium);
        var tab = await offices.TabAsync(offices.Coordinator, new Look(Scripts: scripts));
        await tab.GoAsync("/cases/new");
        await tab.Page.FillAsync("#OfficialName", "Nguyễn Thị Ánh");
        await tab.Page.SelectOptionAsync("select[name=Template]", "T2-RKW");
        await tab.LeaveAsync(() => tab.Page.Locator(Doing.Send).DblClickAsync());
        await tab.Page.LeaveAsync("/new$");
        var path = tab.Address;
        Assert.Equal(1, await demo.Portal.AsAsync(offices.Coordinator.Officer, db => db.CasePaths.CountAsync()));

        await tab.RecordConsentAsync(path, "Jobcenter Musterstadt", "Basic");
        await tab.OpenSendFormAsync(path, "Kooperationsplan");
        await tab.LeaveAsync(() => tab.Page.Locator(Doing.Send).Last.DblClickAsync());
        await tab.Page.LeaveAsync("/new");
        Assert.Equal(1, await demo.Portal.AsAsync(offices.Coordinator.Officer, db => db.Handovers.CountAsync()));
    }

    [Fact]
    public async Task Going_back_after_sending_and_sending_again_leaves_one_handover_and_says_why()
    {
        await using var offices = await TwoOffices.OpenAsync(demo, chromium);
        var tab = await offices.TabAsync(offices.Coordinator);
        var path = await OpenedAsync(tab);
        await tab.OpenSendFormAsync(path, "Kooperationsplan");
        await tab.SendAsync();

        await tab.Page.GoBackAsync();
        Assert.Contains("/handovers/new", tab.Address, StringComparison.Ordinal);
        await tab.Page.FillAsync(Doing.Goal, "Kooperationsplan, noch einmal");
        await tab.SendAsync();

        Assert.Equal(1, await demo.Portal.AsAsync(offices.Coordinator.Officer, db => db.Handovers.CountAsync()));
        Assert.NotEmpty(await tab.HeadingAsync());
    }

    [Fact]
    public async Task A_page_that_has_grown_old_is_told_so_and_changes_nothing()
    {
        await using var offices = await TwoOffices.OpenAsync(demo, chromium);
        var coordinator = await offices.TabAsync(offices.Coordinator);
        var path = await OpenedAsync(coordinator);
        var handover = await coordinator.SendHandoverAsync(path, "Kooperationsplan");

        // The Jobcenter has the page open twice and accepts in the first one.
        var first = await offices.TabAsync(offices.Jobcenter);
        await first.GoAsync(handover);
        var second = await offices.TabAsync(offices.Jobcenter);
        await second.GoAsync(handover);
        var declining = await second.FormOfAsync("decline");
        await first.DoAsync("accept");

        await declining.Locator("input[type=radio]").First.CheckAsync();
        await declining.Locator("textarea").First.FillAsync("Doch nicht");
        var answer = await second.Page.RunAndWaitForResponseAsync(
            () => declining.Locator("button").Last.ClickAsync(), r => r.Request.Method == "POST");

        Assert.Equal(409, answer.Status);
        await second.Page.LoadedAsync();
        Assert.NotEmpty(await second.HeadingAsync());
        var id = Guid.Parse(handover.Split('/')[^1]);
        var state = await demo.Portal.AsAsync(offices.Jobcenter.Officer, db => db.Handovers.Where(h => h.Id == id).Select(h => h.State).SingleAsync());
        Assert.Equal(HandoverState.Accepted, state);
    }

    private static async Task<string> OpenedAsync(Tab tab)
    {
        await tab.GoAsync("/worklist");
        var path = await tab.OpenCaseAsync("Ş. Ağca");
        await tab.RecordConsentAsync(path, "Jobcenter Musterstadt", "Basic");
        return path;
    }
}
