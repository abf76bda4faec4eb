using IntegrationPortal.Browser.Tests.Accessibility;
using IntegrationPortal.Browser.Tests.Browsing;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Browser.Tests.Journeys;

/// <summary>A person's own page: on a phone that runs no scripts, and for everybody who reads it, in both directions of writing.</summary>
public sealed class MyPathTests(Chromium chromium, DemoPortal demo)
{
    [Fact]
    public async Task On_a_phone_without_scripts_a_consent_is_withdrawn_and_a_question_answered()
    {
        var town = await Town.CreateAsync(demo.Portal);
        var (brandt, weber) = (await town.CoordinatorAsync(), await town.WorkerAsync("jobcenter"));
        var path = await town.CaseAsync(brandt);
        await path.HandOverAsync(weber, h => h.Until(HandoverState.Accepted));
        var link = await path.LinkAsync("ar");
        await using var tab = await Tab.OpenAsync(chromium, demo.Portal, new Look(Width: Look.Phone, Scripts: false));
        await tab.GoAsync($"{link.Address}?in=ar");
        await tab.Page.FillAsync("#Code", link.Code);
        await tab.Page.ClickAsync("main form button");
        Assert.Equal("rtl", await tab.Page.GetAttributeAsync("html", "dir"));

        await tab.Page.ClickAsync("#consents a[href*='/consents/']");
        await tab.Page.ClickAsync("main form button");
        Assert.True(await tab.Page.Locator(".kern-alert--success").IsVisibleAsync());
        Assert.False((await path.SeenByAsync(brandt))!.ParticipationOf(weber.Actor!.Id)!.IsActive);

        await tab.Page.Locator(".portal-line a[href*='/ask?step=']").First.ClickAsync();
        await tab.Page.ClickAsync("label[for=Kind_NotUnderstood]");
        await tab.Page.FillAsync("#Text", "ماذا أحضر معي؟");
        await tab.Page.ClickAsync("main form button");
        Assert.Contains("ماذا أحضر معي؟", await tab.Page.Locator("section[aria-labelledby=questions]").InnerTextAsync(), StringComparison.Ordinal);

        using var visitor = demo.Portal.VisitAs(brandt);
        await using var desk = await Tab.OpenAsync(chromium, demo.Portal, new Look(Scripts: false), visitor.Cookies);
        await desk.GoAsync("/worklist");
        await desk.Page.Locator("main a[href*='/questions/']").First.ClickAsync();
        await desk.Page.FillAsync("textarea", "Ihren Ausweis.");
        await desk.Page.ClickAsync("main form button");

        await tab.GoAsync($"{link.Address}?in=ar");
        Assert.Contains("Ihren Ausweis.", await tab.Page.Locator("section[aria-labelledby=questions]").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(tab.Complaints);
        Assert.Empty(desk.Complaints);
    }

    [Theory]
    [InlineData("de", false, Look.Phone)]
    [InlineData("en", true, Look.Phone)]
    [InlineData("ar", false, Look.Phone)]
    [InlineData("ar", true, Look.Wide)]
    [InlineData("en", false, Look.Wide)]
    [InlineData("de", true, Look.Narrowest)]
    [InlineData("fa", false, Look.Narrowest)]
    public async Task Everybody_can_read_it_ask_and_withdraw(string language, bool dark, int width)
    {
        var look = new Look("de", dark, width);
        var town = await Town.CreateAsync(demo.Portal);
        var (brandt, weber, mbe) = (await town.CoordinatorAsync(), await town.WorkerAsync("jobcenter"), await town.WorkerAsync("mbe"));
        var path = await town.CaseAsync(brandt);
        await path.HandOverAsync(weber, h => h.Until(HandoverState.Accepted));
        await path.HandOverAsync(mbe);
        var question = await path.AskAsync();
        var (link, consent) = (await path.LinkAsync(language), await path.ConsentForAsync(weber));
        await using var tab = await Tab.OpenAsync(chromium, demo.Portal, look);
        await Axe.LoadAsync(tab.Page);
        foreach (var address in new[] { "/my-path", link.Address, "/my-path/falsch" })
        {
            await tab.GoAsync($"{address}?in={language}");
            await FitsAsync(tab, $"{address} {language} {look}");
        }

        await tab.GoAsync($"{link.Address}?in={language}");
        await tab.Page.FillAsync("#Code", "12");
        await tab.Page.ClickAsync("main form button");
        await FitsAsync(tab, $"wrong {language} {look}");
        await tab.Page.FillAsync("#Code", link.Code);
        await tab.Page.ClickAsync("main form button");
        await FitsAsync(tab, $"the page {language} {look}");
        foreach (var rest in new[] { "/ask", $"/consents/{consent}" })
        {
            await tab.GoAsync($"{link.Address}{rest}?in={language}");
            await FitsAsync(tab, $"{rest} {language} {look}");
        }

        Assert.Empty(tab.Complaints);
        if (language is not ("de" or "en"))
            return;
        using var visitor = demo.Portal.VisitAs(brandt);
        await using var desk = await Tab.OpenAsync(chromium, demo.Portal, look with { Language = language }, visitor.Cookies);
        await Axe.LoadAsync(desk.Page);
        foreach (var address in new[] { path.Address, $"{path.Address}/questions/{question}", $"{path.Address}/my-path" })
        {
            await desk.GoAsync(address);
            await FitsAsync(desk, $"{address} {look}");
        }

        await desk.Page.ClickAsync("main form[action$='/my-path'] button");
        Assert.True(await desk.Page.Locator("article svg path").IsVisibleAsync());
        await FitsAsync(desk, $"sheet {look}");
        await desk.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        Assert.True(await desk.Page.Locator("article svg path").IsVisibleAsync());
        Assert.False(await desk.Page.Locator(".portal-person__code").IsVisibleAsync());
        Assert.Empty(desk.Complaints);
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
