using IntegrationPortal.Browser.Tests.Browsing;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.Playwright;

namespace IntegrationPortal.Browser.Tests.Journeys;

/// <summary>Passkeys in a real browser, with the device that Chromium plays for tests.</summary>
public sealed class PasskeyTests(Chromium chromium, DemoPortal demo)
{
    [Fact]
    public async Task A_passkey_is_made_with_password_and_code_and_then_signs_in_without_them()
    {
        await using var portal = demo.Start(new Dictionary<string, string>());
        await using var desk = await DeskWithDevice.OpenAsync(chromium, portal);
        var app = await desk.TurnOnSecondFactorAsync();
        await desk.MakeAsync("Dienstlaptop", app.WrongCode());
        Assert.Contains("Dieser Code ist falsch", await desk.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await desk.MakeAsync("Dienstlaptop", app.RecoveryCodes[0]);
        Assert.Equal("/account/sign-ins", desk.Address);
        Assert.Contains("Dienstlaptop", await desk.Page.InnerTextAsync("main"), StringComparison.Ordinal);

        await desk.SignOutAsync();
        var sent = await desk.SignInAsync();
        Assert.Equal("/worklist", desk.Address);
        await desk.GoAsync("/account/sign-ins");
        Assert.Contains("zuletzt benutzt", await desk.Page.InnerTextAsync("main"), StringComparison.Ordinal);

        // What the device answered once opens nothing a second time.
        await desk.SignOutAsync();
        Assert.Equal(422, await desk.SendAgainAsync(sent));
        await desk.GoAsync("/worklist");
        Assert.StartsWith("/account/login", desk.Address, StringComparison.Ordinal);
        Assert.Empty(desk.Complaints);
    }

    [Fact]
    public async Task Whoever_the_device_does_not_know_gets_in_only_with_the_password()
    {
        await using var portal = demo.Start(new Dictionary<string, string>());
        await using var desk = await DeskWithDevice.OpenAsync(chromium, portal);
        await desk.MakeAsync("Dienstlaptop");
        await desk.SignOutAsync();
        await desk.KnowOwnerAsync(false);
        await desk.GoAsync("/account/login");
        await desk.Page.ClickAsync("form[data-passkey] button");
        await Assertions.Expect(desk.Page.Locator("[data-passkey-failed]")).ToBeVisibleAsync();
        Assert.StartsWith("/account/login", desk.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_removed_passkey_opens_nothing()
    {
        await using var portal = demo.Start(new Dictionary<string, string>());
        await using var desk = await DeskWithDevice.OpenAsync(chromium, portal);
        await desk.MakeAsync("Altes Telefon");
        await desk.Page.ClickAsync("main a[href$='/remove']");
        await desk.Page.FillAsync("#Form_CurrentPassword", desk.User.Password);
        await desk.Page.ClickAsync("main form button[type=submit]");
        await Assertions.Expect(desk.Page.Locator("main")).ToContainTextAsync("Dieser Weg ist entfernt.");
        await desk.SignOutAsync();
        await desk.SignInAsync();
        Assert.Contains("Mit diesem Passkey können Sie sich nicht anmelden.", await desk.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_scripts_no_button_promises_what_it_cannot_do()
    {
        await using var tab = await Tab.OpenAsync(chromium, demo.Portal, new Look(Scripts: false));
        await tab.GoAsync("/account/login");
        Assert.False(await tab.Page.IsVisibleAsync("form[data-passkey]"));
        using var visitor = demo.Portal.VisitAs(await TestUser.CreateAsync(demo.Portal, Role.FoundationStaff));
        await using var own = await Tab.OpenAsync(chromium, demo.Portal, new Look(Scripts: false), visitor.Cookies);
        await own.GoAsync("/account/sign-ins/passkeys/new");
        Assert.True(await own.Page.IsVisibleAsync("[data-passkey-missing]"));
        Assert.False(await own.Page.IsVisibleAsync("form[data-passkey]"));
    }
}
