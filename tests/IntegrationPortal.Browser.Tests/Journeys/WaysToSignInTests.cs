using IntegrationPortal.Browser.Tests.Accessibility;
using IntegrationPortal.Browser.Tests.Browsing;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Browser.Tests.Journeys;

/// <summary>Single sign-on in a real browser, with its rules for cookies and for forms that lead elsewhere; its pages are looked at, since no link of a demo account leads to most of them.</summary>
public sealed class WaysToSignInTests(Chromium chromium, DemoPortal demo)
{
    private const string Here = "/account/sign-ins";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_account_is_linked_and_signed_into_through_the_organisation(bool scripts)
    {
        using var provider = await OidcProvider.StartAsync();
        await using var portal = demo.Start(provider.Settings());
        var user = await TestUser.CreateAsync(portal, Role.FoundationStaff);
        await using var tab = await Tab.OpenAsync(chromium, portal, new Look(Width: Look.Phone, Scripts: scripts));
        await SignInAsync(tab, user);
        await tab.GoAsync("/account");
        await tab.LeaveAsync(() => tab.Page.ClickAsync($"main a[href='{Here}']"));
        await tab.LeaveAsync(() => tab.Page.ClickAsync("main a[href='/account/login/with/musterstadt']"));
        await ThereAsync(tab, user.Id.ToString());
        Assert.Equal(Here + "/link", tab.Address);
        await tab.Page.FillAsync("#Form_CurrentPassword", user.Password);
        await tab.SubmitAsync($"main form[action='{Here}/link']");
        Assert.Equal(Here, tab.Address);

        await tab.Page.ClickAsync("details.portal-menu:has(form[action='/account/logout']) summary");
        await tab.LeaveAsync(() => tab.Page.ClickAsync("form[action='/account/logout'] button"));
        // They are still signed in there, so that no page of the organisation is seen on the way.
        await tab.GoAsync("/account/login?returnUrl=%2Faccount");
        await tab.Page.ClickAsync("main a[href^='/account/login/with/musterstadt']");
        await tab.Page.WaitForURLAsync(new Uri(portal.Address, "/account").ToString());
        Assert.Equal(user.Name, await tab.Page.Locator("main dd, main .kern-description-list-item__value").First.InnerTextAsync());
        await tab.GoAsync("/worklist");
        Assert.Equal("/worklist", tab.Address);
        Assert.DoesNotContain(tab.Complaints, c => !c.Contains($"asked another host: {provider.Address}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("de", false, Look.Wide)]
    [InlineData("de", true, Look.Phone)]
    [InlineData("en", false, Look.Phone)]
    public async Task Its_pages_are_accessible(string language, bool dark, int width)
    {
        using var provider = await OidcProvider.StartAsync();
        await using var portal = demo.Start(provider.Settings());
        var user = await TestUser.CreateAsync(portal, Role.FoundationStaff);
        var wrong = new List<string>();
        await using var tab = await Tab.OpenAsync(chromium, portal, new Look(language, dark, width));
        await Axe.LoadAsync(tab.Page);
        await CheckAsync("/account/login");
        foreach (var (why, status) in new[] { ("Lapsed", 410), ("Refused", 200), ("Down", 503) })
            await CheckAsync($"/account/login/failed?why={why}", status);
        await tab.GoAsync("/account/login/with/musterstadt");
        await ThereAsync(tab, user.Id.ToString());
        await CheckAsync(null);

        using var visitor = portal.VisitAs(user);
        await using var own = await Tab.OpenAsync(chromium, portal, new Look(language, dark, width), visitor.Cookies);
        await Axe.LoadAsync(own.Page);
        await CheckAsync(Here, where: own);
        await own.GoAsync("/account/login/with/musterstadt");
        await ThereAsync(own, user.Id.ToString());
        Assert.Equal(language, await own.Page.GetAttributeAsync("html", "lang"));
        await CheckAsync(null, where: own);
        await own.Page.FillAsync("#Form_CurrentPassword", user.Password);
        await own.SubmitAsync($"main form[action='{Here}/link']");
        await CheckAsync(null, where: own);
        await CheckAsync(Here + "/link", 410, own);
        await CheckAsync(Here + "/passkeys/new", where: own);
        await own.GoAsync(Here);
        await own.LeaveAsync(() => own.Page.ClickAsync("main a[href$='/remove']"));
        await CheckAsync(null, where: own);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));

        async Task CheckAsync(string? address, int status = 200, Tab? where = null)
        {
            where ??= tab;
            if (address is not null)
                Assert.Equal(status, await where.GoAsync(address));
            var name = $"{where.Address} ({language}, {width})";
            wrong.AddRange((await Axe.CheckAsync(where.Page, Rules.All)).Select(w => $"{name}: {w}"));
            if (width == Look.Phone)
                wrong.AddRange((await Layout.TooSmallAsync(where.Page, 44)).Select(w => $"{name}: {w}"));
            await where.Page.SetViewportSizeAsync(Look.Narrowest, 900);
            wrong.AddRange((await Layout.SticksOutAsync(where.Page)).Select(w => $"{name}: {w}"));
            await where.Page.SetViewportSizeAsync(width, 900);
        }
    }

    private static async Task SignInAsync(Tab tab, TestUser user)
    {
        await tab.GoAsync("/account/login");
        await tab.Page.FillAsync("#Email", user.Email);
        await tab.Page.FillAsync("#Password", user.Password);
        await tab.SubmitAsync("form[action='/account/login']");
    }

    /// <summary>At the organisation, until the portal has them back.</summary>
    private static async Task ThereAsync(Tab tab, string who)
    {
        await tab.Page.FillAsync("input[name=who]", who);
        await tab.Page.ClickAsync("button[value=yes]");
        await tab.Page.WaitForURLAsync(url => url.Contains("/account/", StringComparison.Ordinal) && !url.Contains("/back?", StringComparison.Ordinal));
    }
}
