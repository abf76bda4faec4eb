using IntegrationPortal.Browser.Tests.Browsing;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.Playwright;

namespace IntegrationPortal.Browser.Tests.Journeys;

/// <summary>A draft of the handbook saves itself; the button and a failure on the way lose nothing.</summary>
public sealed class AutosaveTests(Chromium chromium, DemoPortal demo)
{
    private const string Summary = "textarea[name='Form.Summary']";
    private const string Status = "[data-autosave-status]";

    [Fact]
    public async Task The_button_pressed_while_the_draft_saves_itself_saves_what_is_newest()
    {
        using var writer = await WriterAsync();
        var desk = await DraftAsync(writer);
        await using var tab = await Tab.OpenAsync(chromium, demo.Portal, session: writer.Cookies);
        await tab.GoAsync(desk);
        var (arrived, answers) = (new TaskCompletionSource(), new TaskCompletionSource());
        await tab.Page.RouteAsync("**/contributions/**", async route =>
        {
            if (!SavesItself(route))
            {
                await route.ContinueAsync();
                return;
            }

            // It has arrived, and the answer takes its time.
            var answer = await route.FetchAsync();
            arrived.TrySetResult();
            await answers.Task;
            await route.FulfillAsync(new() { Response = answer });
        });
        await tab.Page.FillAsync(Summary, "Von selbst");
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(15));
        await tab.Page.FillAsync(Summary, "Mit dem Knopf");
        await tab.Page.ClickAsync("form[data-autosave] button.kern-btn--primary");
        answers.SetResult();
        await Assertions.Expect(tab.Page.Locator("main")).ToContainTextAsync("Gespeichert.");
        Assert.Contains("Mit dem Knopf", (await writer.GetAsync(desk)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_failure_and_a_lapsed_sign_in_it_says_why_and_goes_on_saving()
    {
        using var writer = await WriterAsync();
        var desk = await DraftAsync(writer);
        await using var tab = await Tab.OpenAsync(chromium, demo.Portal, session: writer.Cookies);
        await tab.Page.Clock.InstallAsync();
        await tab.GoAsync(desk);
        var fails = true;
        await tab.Page.RouteAsync("**/contributions/**", route => fails && SavesItself(route) ? route.FulfillAsync(new() { Status = 500 }) : route.ContinueAsync());
        await tab.Page.FillAsync(Summary, "Nicht verloren");
        await tab.Page.Clock.RunForAsync(2_500);
        await Assertions.Expect(tab.Page.Locator(Status)).ToContainTextAsync("Das Portal kann gerade nicht speichern");

        fails = false;
        var cookies = await tab.Page.Context.CookiesAsync();
        await tab.Page.Context.ClearCookiesAsync(new() { Name = "portal" });
        await tab.Page.Clock.RunForAsync(16_000);
        await Assertions.Expect(tab.Page.Locator(Status)).ToContainTextAsync("Ihre Anmeldung ist abgelaufen");

        await tab.Page.Context.AddCookiesAsync(cookies.Where(c => c.Name == "portal").Select(c => new Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path }));
        await tab.Page.Clock.RunForAsync(16_000);
        await Assertions.Expect(tab.Page.Locator(Status)).ToContainTextAsync("Automatisch gespeichert um");
        Assert.Contains("Nicht verloren", (await writer.GetAsync(desk)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_else_has_saved_ends_it_with_the_words_of_the_portal()
    {
        using var writer = await WriterAsync();
        var desk = await DraftAsync(writer);
        await using var tab = await Tab.OpenAsync(chromium, demo.Portal, session: writer.Cookies);
        await tab.Page.Clock.InstallAsync();
        await tab.GoAsync(desk);
        await (await writer.GetAsync(desk)).Form("main form[data-autosave]").Fill("Form.Summary", "Von der Kollegin").SendAsync();
        var sent = 0;
        tab.Page.Request += (_, request) => sent += request.Method == "POST" ? 1 : 0;
        await tab.Page.FillAsync(Summary, "Zu spät");
        await tab.Page.Clock.RunForAsync(2_500);
        await Assertions.Expect(tab.Page.Locator(Status)).ToContainTextAsync("Nicht gespeichert: ");
        await tab.Page.Clock.RunForAsync(60_000);
        Assert.Equal(1, sent);
        Assert.DoesNotContain("409", await tab.Page.InnerTextAsync(Status), StringComparison.Ordinal);
    }

    private async Task<Visitor> WriterAsync() => demo.Portal.VisitAs(await (await Town.CreateAsync(demo.Portal)).CoordinatorAsync());

    private static async Task<string> DraftAsync(Visitor writer) => (await (await writer.GetAsync("/contributions/new")).Form("main form")
        .Fill("Form.Kind", "Lesson").Fill("Form.Title", "Der Kurs begann zu früh").Fill("Form.Field", "LanguageAndEducation").SubmitAsync()).Address;

    private static bool SavesItself(IRoute route) =>
        route.Request.Method == "POST" && route.Request.Headers.TryGetValue("accept", out var accepts) && accepts == "application/json";
}
