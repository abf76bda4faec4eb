using System.Collections.Concurrent;
using IntegrationPortal.Browser.Tests.Browsing;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.Playwright;

namespace IntegrationPortal.Browser.Tests.Journeys;

/// <summary>Somebody at a desk with a device for passkeys, signed in. Passkeys belong to a name, so the portal is called by one and not by a number.</summary>
internal sealed class DeskWithDevice : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly RunningPortal portal;
    private readonly ConcurrentQueue<string> complaints = new();
    private ICDPSession device = null!;
    private string deviceId = "";

    private DeskWithDevice(IBrowserContext context, RunningPortal portal, TestUser user) => (this.context, this.portal, User) = (context, portal, user);

    public TestUser User { get; }

    public IPage Page { get; private set; } = null!;

    public string Address => new Uri(Page.Url).PathAndQuery;

    /// <summary>Of scripts and of the content security policy.</summary>
    public IReadOnlyCollection<string> Complaints => complaints;

    public static async Task<DeskWithDevice> OpenAsync(Chromium chromium, RunningPortal portal)
    {
        var context = await chromium.Browser.NewContextAsync(new() { BaseURL = $"http://localhost:{portal.Address.Port}", Locale = "de-DE" });
        context.SetDefaultTimeout(30_000);
        var desk = new DeskWithDevice(context, portal, await TestUser.CreateAsync(portal, Role.FoundationStaff)) { Page = await context.NewPageAsync() };
        desk.Page.PageError += (_, error) => desk.complaints.Enqueue(error);
        desk.Page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("Failed to load resource", StringComparison.Ordinal))
                desk.complaints.Enqueue(message.Text);
        };
        desk.device = await context.NewCDPSessionAsync(desk.Page);
        await desk.device.SendAsync("WebAuthn.enable");
        var made = await desk.device.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true,
                ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
        desk.deviceId = made!.Value.GetProperty("authenticatorId").GetString()!;
        await desk.GoAsync("/account/login");
        await desk.Page.FillAsync("#Email", desk.User.Email);
        await desk.Page.FillAsync("#Password", desk.User.Password);
        await desk.Page.ClickAsync("form[action='/account/login'] button[type=submit]");
        await desk.Page.WaitForURLAsync("**/worklist");
        return desk;
    }

    public Task GoAsync(string address) => Page.GotoAsync(address);

    public async Task<Authenticator> TurnOnSecondFactorAsync()
    {
        await GoAsync("/account/second-factor");
        var app = new Authenticator(portal, (await Page.InnerTextAsync(".portal-key")).Replace(" ", "", StringComparison.Ordinal));
        await Page.FillAsync("#Form_CurrentPassword", User.Password);
        await Page.FillAsync("#Form_Code", app.Code());
        await Page.ClickAsync("main form[action='/account/second-factor'] button[type=submit]");
        await Page.WaitForSelectorAsync(".portal-codes");
        app.Keep(await Page.Locator(".portal-codes li").AllInnerTextsAsync());
        return app;
    }

    /// <summary>Makes a passkey through the page; waits for the answer, whatever it is.</summary>
    public async Task MakeAsync(string name, string? code = null)
    {
        await GoAsync("/account/sign-ins/passkeys/new");
        await Page.FillAsync("#Form_Name", name);
        await Page.FillAsync("#Form_CurrentPassword", User.Password);
        if (code is not null)
            await Page.FillAsync("#Form_Code", code);
        var answer = await Page.RunAndWaitForResponseAsync(() => Page.ClickAsync("main form[data-passkey] button[type=submit]"), r => r.Request.Method == "POST");
        await (answer.Status == 303 ? Page.WaitForURLAsync("**/account/sign-ins") : Page.WaitForSelectorAsync(".portal-error-summary"));
    }

    public async Task SignOutAsync()
    {
        await GoAsync("/account");
        await Page.ClickAsync("details.portal-menu:has(form[action='/account/logout']) summary");
        await Page.ClickAsync("form[action='/account/logout'] button");
        await Page.WaitForURLAsync("**/account/login");
    }

    /// <summary>With the passkey; gives what the page sent.</summary>
    public async Task<string> SignInAsync()
    {
        await GoAsync("/account/login");
        var answer = await Page.RunAndWaitForResponseAsync(() => Page.ClickAsync("form[data-passkey] button"), r => r.Request.Method == "POST");
        await Page.WaitForURLAsync(url => !url.EndsWith("/account/login", StringComparison.Ordinal));
        return answer.Request.PostData!;
    }

    /// <summary>The same once more, as a thief would who had read it on the way.</summary>
    public async Task<int> SendAgainAsync(string form) => (await context.APIRequest.PostAsync("/account/login/passkey", new()
    {
        Data = form, MaxRedirects = 0, Headers = new Dictionary<string, string> { ["Content-Type"] = "application/x-www-form-urlencoded" },
    })).Status;

    public Task KnowOwnerAsync(bool known) => device.SendAsync("WebAuthn.setUserVerified", new Dictionary<string, object> { ["authenticatorId"] = deviceId, ["isUserVerified"] = known });

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
