using IntegrationPortal.Browser.Tests.Accessibility;
using IntegrationPortal.Browser.Tests.Browsing;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Browser.Tests.Journeys;

/// <summary>A second factor is set up, asked for and taken off in a real browser; its pages are looked at, since no link of a demo account leads to most of them.</summary>
public sealed class SecondFactorTests(Chromium chromium, DemoPortal demo)
{
    private const string Here = "/account/second-factor";

    [Fact]
    public async Task It_is_set_up_and_asked_for_without_scripts()
    {
        var user = await TestUser.CreateAsync(demo.Portal, Role.FoundationStaff);
        await using var tab = await Tab.OpenAsync(chromium, demo.Portal, new Look(Width: Look.Phone, Scripts: false));
        await tab.SignInAsync(user);
        await tab.GoAsync("/account");
        await tab.LeaveAsync(() => tab.Page.ClickAsync($"main a[href='{Here}']"));
        var app = new Authenticator(demo.Portal, (await tab.Page.InnerTextAsync(".portal-key")).Replace(" ", "", StringComparison.Ordinal));
        await ConfirmAsync(tab, app.Code());
        var recovery = await tab.Page.Locator(".portal-codes li").AllInnerTextsAsync();
        Assert.Equal(10, recovery.Count);

        foreach (var code in new[] { app.Code(1), recovery[0] })
        {
            await tab.Page.ClickAsync("details.portal-menu:has(form[action='/account/logout']) summary");
            await tab.LeaveAsync(() => tab.Page.ClickAsync("form[action='/account/logout'] button"));
            await tab.GoAsync("/account/login");
            await tab.Page.FillAsync("#Email", user.Email);
            await tab.Page.FillAsync("#Password", user.Password);
            await tab.SubmitAsync("form[action='/account/login']");
            Assert.Equal("/account/login/code", tab.Address);
            await tab.Page.FillAsync("#Code", code);
            await tab.SubmitAsync("main form");
            Assert.Equal("/worklist", tab.Address);
        }

        Assert.Contains("Es bleiben noch 9.", await tab.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Empty(tab.Complaints);
    }

    [Theory]
    [InlineData("de", false, Look.Wide)]
    [InlineData("de", true, Look.Phone)]
    [InlineData("en", false, Look.Phone)]
    [InlineData("en", true, Look.Wide)]
    public async Task Its_pages_are_accessible(string language, bool dark, int width)
    {
        var user = await TestUser.CreateAsync(demo.Portal, Role.FoundationStaff);
        var wrong = new List<string>();
        using var visitor = demo.Portal.VisitAs(user);
        await using var tab = await Tab.OpenAsync(chromium, demo.Portal, new Look(language, dark, width), visitor.Cookies);
        await Axe.LoadAsync(tab.Page);
        await tab.GoAsync("/account");
        Assert.Equal(language, await tab.Page.GetAttributeAsync("html", "lang"));
        await CheckAsync(Here);
        var app = new Authenticator(demo.Portal, (await tab.Page.InnerTextAsync(".portal-key")).Replace(" ", "", StringComparison.Ordinal));
        await ConfirmAsync(tab, app.WrongCode());
        await CheckAsync(null);
        await ConfirmAsync(tab, app.Code());
        Assert.Equal(10, await tab.Page.Locator(".portal-codes li").CountAsync());
        await CheckAsync(null);
        foreach (var page in new[] { Here, Here + "/codes", Here + "/off" })
            await CheckAsync(page);

        using var operations = demo.Portal.VisitAs(await TestUser.CreateAsync(demo.Portal, Role.Administrator));
        await using var desk = await Tab.OpenAsync(chromium, demo.Portal, new Look(language, dark, width), operations.Cookies);
        await Axe.LoadAsync(desk.Page);
        await CheckAsync($"/admin/accounts/{user.Id}/second-factor", desk);

        await using var door = await Tab.OpenAsync(chromium, demo.Portal, new Look(language, dark, width));
        await Axe.LoadAsync(door.Page);
        await CheckAsync("/account/login/code", door, status: 410);
        await door.GoAsync("/account/login");
        await door.Page.FillAsync("#Email", user.Email);
        await door.Page.FillAsync("#Password", user.Password);
        await door.SubmitAsync("form[action='/account/login']");
        await CheckAsync("/account/login/code", door);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));

        async Task CheckAsync(string? address, Tab? where = null, int status = 200)
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

    private static async Task ConfirmAsync(Tab tab, string code)
    {
        await tab.Page.FillAsync("input[name='Form.CurrentPassword']", TestUser.UsualPassword);
        await tab.Page.FillAsync("input[name='Form.Code']", code);
        await tab.SubmitAsync($"main form[action='{Here}']");
    }
}
