using IntegrationPortal.Browser.Tests.Browsing;

namespace IntegrationPortal.Browser.Tests.Screenshots;

/// <summary>
/// The pictures of the README, from the running portal with the whole demo:
/// <c>PORTAL_SCREENSHOTS=1 dotnet test tests/IntegrationPortal.Browser.Tests --filter PictureTests</c>.
/// </summary>
public sealed class PictureTests(Chromium chromium, DemoPortal demo)
{
    private const string Coordinator = "koordination@krefeld.example";
    private const string Jobcenter = "jobcenter@krefeld.example";
    private const string Foundation = "stiftung@portal.example";

    [Fact]
    public async Task Take_the_pictures_of_the_README()
    {
        Assert.SkipUnless(DemoPortal.MakesPictures, "Only when asked for: PORTAL_SCREENSHOTS=1.");
        var wide = new Look();
        await TakeAsync("start", null, "/", wide);
        await TakeAsync("sign-in", null, "/account/login", wide);
        await TakeAsync("worklist-wide", Coordinator, "/worklist", wide);
        await TakeAsync("worklist-dark", Jobcenter, "/worklist", wide with { Dark = true });
        await TakeAsync("cases-wide", Coordinator, "/cases", wide);

        var path = await FindAsync(Coordinator, "/worklist", "main a[href^='/cases/']");
        await TakeAsync("case-wide", Coordinator, path, wide);
        await TakeAsync("case-phone", Coordinator, path, new Look(Width: 390));
        await TakeAsync("case-english", Coordinator, path, new Look("en"));
        var step = await FindAsync(Coordinator, path, "li.portal-step--current a[href*='/steps/']");
        var send = await FindAsync(Coordinator, step, "main a[href*='/handovers/new']");
        await TakeAsync("send-wide", Coordinator, send, wide);
        await TakeAsync("mentoring-phone", "patin@krefeld.example", "/mentoring", new Look(Width: 390));
        await TakeAsync("session-phone", "patin@krefeld.example", await FindAsync("patin@krefeld.example", "/mentoring", "main a[href$='/sessions/new']"), new Look(Width: 390));
        await TakeAsync("mentoring-wide", "ehrenamt@krefeld.example", "/mentoring", wide);
        await TakeAsync("matching-wide", "ehrenamt@krefeld.example", "/mentoring/matching", wide);
        await TakeAsync("programme-wide", Foundation, "/programme", wide);
        await TakeAsync("process-wide", null, "/handbook/processes/T2-RKW", wide);
        await TakeAsync("handovers-wide", Jobcenter, "/handovers", wide);
        await TakeAsync("handover-wide", Jobcenter, await FindAsync(Jobcenter, "/worklist", "main a[href^='/handovers/']"), wide);
    }

    private async Task<string> FindAsync(string account, string on, string link)
    {
        await using var tab = await demo.TabAsync(chromium, account);
        await tab.GoAsync(on);
        // A row leads to its step; the picture shows the page from its beginning.
        return (await tab.Page.Locator(link).First.GetAttributeAsync("href") ?? on).Split('#')[0];
    }

    private async Task TakeAsync(string name, string? account, string address, Look look)
    {
        await using var tab = await demo.TabAsync(chromium, account, look);
        await tab.Page.SetViewportSizeAsync(look.Width, look.Width < 600 ? 1600 : 1060);
        Assert.Equal(200, await tab.GoAsync(address));
        await tab.Page.EvaluateAsync("() => document.fonts.ready");
        await tab.Page.ScreenshotAsync(new() { Path = Path.Combine(Folder(), name + ".png") });
    }

    /// <summary>docs/screenshots of the checkout this was built from.</summary>
    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "IntegrationPortal.sln")))
            folder = folder.Parent;
        Assert.NotNull(folder);
        return Directory.CreateDirectory(Path.Combine(folder.FullName, "docs", "screenshots")).FullName;
    }
}
