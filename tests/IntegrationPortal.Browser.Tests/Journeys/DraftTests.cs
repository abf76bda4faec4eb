using IntegrationPortal.Browser.Tests.Accessibility;
using IntegrationPortal.Browser.Tests.Browsing;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Browser.Tests.Journeys;

/// <summary>A handover that is being written survives the way to a consent; a link for another own hat is found again.</summary>
public sealed class DraftTests(Chromium chromium, DemoPortal demo)
{
    private const string ToConsent = "button[name=consent][value=Family]";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_typed_is_there_after_the_consent(bool scripts)
    {
        await using var offices = await TwoOffices.OpenAsync(demo, chromium);
        var tab = await offices.TabAsync(offices.Coordinator, new Look(Width: Look.Narrowest, Scripts: scripts));
        await Axe.LoadAsync(tab.Page);
        await tab.GoAsync("/cases");
        var path = await tab.OpenCaseAsync("Tesfay Kidane");
        await tab.RecordConsentAsync(path, "Jobcenter Musterstadt", "Basic");
        await tab.OpenSendFormAsync(path, "Kooperationsplan bis Weihnachten");
        if (scripts)
            await AssertUsableAsync(tab);

        await tab.LeaveAsync(() => tab.Page.Locator(ToConsent).ClickAsync());
        await tab.Page.FillAsync("#Purpose", "Kooperationsplan");
        await tab.Page.SelectOptionAsync("#Language", "fa");
        await tab.SubmitAsync("main form[method=post]");
        Assert.Equal("Kooperationsplan bis Weihnachten", await tab.Page.InputValueAsync(Doing.Goal));
        Assert.True(await tab.Page.IsCheckedAsync("input[name='Form.Categories'][value=Family]"));
        if (scripts)
            await AssertUsableAsync(tab);

        // Enter in a line neither sends nor leads away.
        await tab.LeaveAsync(() => tab.Page.Locator("input[name='Form.Documents[0].Name']").PressAsync("Enter"));
        Assert.Equal($"{path}/handovers/new", tab.Address);
        Assert.Equal(0, await demo.Portal.AsAsync(offices.Coordinator.Officer, db => db.Handovers.CountAsync()));
        await tab.SendAsync();
        await tab.AddressOfHandoverAsync(path);
    }

    [Fact]
    public async Task A_page_for_another_own_hat_is_one_press_away()
    {
        await using var offices = await TwoOffices.OpenAsync(demo, chromium);
        var tab = await offices.TabAsync(offices.Coordinator, new Look(Width: Look.Narrowest));
        await Axe.LoadAsync(tab.Page);
        await tab.GoAsync("/cases");
        var path = await tab.OpenCaseAsync("Tesfay Kidane");
        var elsewhere = await Town.CreateAsync(demo.Portal, "Anderswo");
        var hat = Membership.Begin(offices.Coordinator.Id, Role.Coordinator, elsewhere.Tenant.Id, elsewhere.Coordination.Id, elsewhere.Now);
        await demo.Portal.AsNobodyAsync(db =>
        {
            db.Add(hat);
            return db.SaveChangesAsync();
        });
        await tab.GoAsync("/account");
        await tab.SubmitAsync("main form[action='/account/hat']");

        await tab.GoAsync(path);
        await AssertUsableAsync(tab);
        await tab.SubmitAsync("main form[action='/account/hat']");
        Assert.Equal(path, tab.Address);
        Assert.Contains("Tesfay", await tab.Page.InnerTextAsync("h1"), StringComparison.Ordinal);
    }

    /// <summary>Axe measures with a script of its own, so only where scripts run.</summary>
    private static async Task AssertUsableAsync(Tab tab)
    {
        Assert.Empty(await Layout.TooSmallAsync(tab.Page, 44));
        Assert.Empty(await Layout.SticksOutAsync(tab.Page));
        Assert.Empty(await Axe.CheckAsync(tab.Page, Rules.All));
        await tab.Page.EvaluateAsync("() => document.documentElement.dataset.kernTheme = 'dark'");
        Assert.Empty(await Axe.CheckAsync(tab.Page, Rules.OfLooks));
        await tab.Page.EvaluateAsync("() => document.documentElement.dataset.kernTheme = 'light'");
    }
}
