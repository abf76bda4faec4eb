using IntegrationPortal.Browser.Tests.Accessibility;
using IntegrationPortal.Browser.Tests.Browsing;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Browser.Tests.Journeys;

/// <summary>A printed sheet: answered on a phone that runs no scripts, and its pages for everybody who reads, prints and answers.</summary>
public sealed class OnPaperTests(Chromium chromium, DemoPortal demo)
{
    [Fact]
    public async Task On_a_phone_without_scripts_the_code_is_typed_and_the_handover_accepted()
    {
        var town = await Town.CreateAsync(demo.Portal);
        var brandt = await town.CoordinatorAsync();
        var paper = await (await town.CaseAsync(brandt)).HandOverOnPaperAsync();
        await using var tab = await Tab.OpenAsync(chromium, demo.Portal, new Look(Width: Look.Phone, Scripts: false));
        await tab.GoAsync("/answer");
        await tab.Page.FillAsync("input[name=Code]", paper.Token.ToLowerInvariant());
        await tab.Page.ClickAsync("main form button");
        await tab.Page.ClickAsync("main a[href$='/accept']");
        await tab.Page.FillAsync("input[name=Name]", "Erika Muster");
        await tab.Page.FillAsync("input[name=Function]", "Leitung");
        await tab.Page.ClickAsync("main form button");
        Assert.Equal("/answer-thanks", tab.Address);
        Assert.Equal("Danke, Ihre Antwort ist angekommen", await tab.HeadingAsync());
        Assert.Empty(tab.Complaints);
        Assert.Equal(HandoverState.Accepted, (await paper.Handover.SeenByAsync(brandt))!.State);
        Assert.Equal(410, await tab.GoAsync(paper.Address));
    }

    [Theory]
    [InlineData("de", false, Look.Phone)]
    [InlineData("en", true, Look.Phone)]
    [InlineData("en", false, Look.Wide)]
    [InlineData("de", true, Look.Wide)]
    [InlineData("de", false, Look.Narrowest)]
    public async Task Everybody_can_read_print_and_answer_it(string language, bool dark, int width)
    {
        var look = new Look(language, dark, width);
        var town = await Town.CreateAsync(demo.Portal);
        var brandt = await town.CoordinatorAsync();
        var path = await town.CaseAsync(brandt);
        var (paper, taken) = (await path.HandOverOnPaperAsync(), await path.HandOverOnPaperAsync("Migrationsberatung ohne Zugang", "mbe"));
        await using var tab = await Tab.OpenAsync(chromium, demo.Portal, look);
        await Axe.LoadAsync(tab.Page);
        foreach (var address in new[] { "/answer", paper.Address, $"{paper.Address}/accept", $"{paper.Address}/decline", $"{paper.Address}/ask", "/answer-thanks", "/answer/falsch" })
        {
            await tab.GoAsync(address);
            await FitsAsync(tab, $"{address} {look}");
        }

        await tab.GoAsync($"{taken.Address}/accept");
        await tab.Page.FillAsync("input[name=Name]", "Erika Muster");
        await tab.Page.FillAsync("input[name=Function]", "Leitung");
        await tab.Page.ClickAsync("main form button");

        using var visitor = demo.Portal.VisitAs(brandt);
        await using var desk = await Tab.OpenAsync(chromium, demo.Portal, look, visitor.Cookies);
        await Axe.LoadAsync(desk.Page);
        await desk.GoAsync($"{taken.Handover.Address}/shared");
        Assert.Contains("Muster", await desk.Page.Locator("article").InnerTextAsync(), StringComparison.Ordinal);
        await FitsAsync(desk, $"shared {look}");
        await desk.GoAsync($"{paper.Handover.Address}/sheet");
        await FitsAsync(desk, $"for printing {look}");
        await desk.Page.ClickAsync($"form[action$='lang={language}'] button");
        Assert.True(await desk.Page.Locator("article svg path").IsVisibleAsync());
        await FitsAsync(desk, $"sheet {look}");
        await desk.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        Assert.True(await desk.Page.Locator("article svg path").IsVisibleAsync());
        Assert.False(await desk.Page.Locator("main .portal-no-print").First.IsVisibleAsync());
        Assert.Empty(desk.Complaints);
        Assert.Empty(tab.Complaints);
    }

    private static async Task FitsAsync(Tab tab, string what)
    {
        IEnumerable<string> wrong =
        [
            .. await Axe.CheckAsync(tab.Page, Rules.All), .. await Layout.SticksOutAsync(tab.Page), .. await Layout.TooSmallAsync(tab.Page, tab.Page.ViewportSize!.Width == Look.Wide ? 24 : 44),
        ];
        Assert.True(!wrong.Any(), $"{what}: {string.Join('\n', wrong)}");
    }
}
