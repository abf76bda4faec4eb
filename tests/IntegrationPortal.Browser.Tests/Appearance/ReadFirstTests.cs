using IntegrationPortal.Browser.Tests.Browsing;
using IntegrationPortal.Browser.Tests.Journeys;

namespace IntegrationPortal.Browser.Tests.Appearance;

/// <summary>What is asked for is read before it is answered: beside the answer where there is room, above it on a phone, with a way down.</summary>
public sealed class ReadFirstTests(Chromium chromium, DemoPortal demo)
{
    private const string Jump = "a[href='#deed-title']";

    [Fact]
    public async Task On_a_phone_the_handover_stands_above_its_answer_and_a_tap_leads_down()
    {
        await using var offices = await TwoOffices.OpenAsync(demo, chromium);
        var tab = await OpenAsync(offices, Look.Phone);
        var (said, deed, jump) = (await BoxAsync(tab, ".portal-preview"), await BoxAsync(tab, ".portal-deed"), await BoxAsync(tab, Jump));
        Assert.True(said.Y + said.Height <= deed.Y, "The answer stands before what is asked.");
        Assert.True(jump.Y + jump.Height <= 740, "The way to the answer is not on the first screen.");
        await tab.Page.ClickAsync(Jump);
        Assert.InRange((await BoxAsync(tab, "#deed-title")).Y, 0, 740);
    }

    [Fact]
    public async Task On_a_wide_screen_the_answer_stands_beside_it_and_needs_no_way_down()
    {
        await using var offices = await TwoOffices.OpenAsync(demo, chromium);
        var tab = await OpenAsync(offices, Look.Wide);
        var (said, deed) = (await BoxAsync(tab, ".portal-preview"), await BoxAsync(tab, ".portal-deed"));
        Assert.True(deed.X >= said.X + said.Width, "The answer does not stand beside what is asked.");
        Assert.Equal(said.Y, deed.Y, 1f);
        Assert.False(await tab.Page.Locator(Jump).IsVisibleAsync());
    }

    [Fact]
    public async Task A_long_crumb_goes_on_in_the_line_of_those_before_it_and_its_lines_follow_without_a_gap()
    {
        await using var tab = await demo.TabAsync(chromium, "koordination@krefeld.example", new Look(Width: Look.Phone));
        await tab.GoAsync("/handbook/processes/T1-ASYL");
        var lines = await tab.Page.EvaluateAsync<double[]>(
            "() => { const [way, here] = [document.querySelector('.portal-crumbs a'), document.querySelector('.portal-crumbs [aria-current]')];"
            + "const words = here.getClientRects(); return [words.length, words[0].top + words[0].height / 2 - way.getBoundingClientRect().top - way.offsetHeight / 2, words[1].top - words[0].bottom]; }");
        Assert.True(lines[0] >= 2, "The crumb is not long enough to prove anything.");
        Assert.InRange(lines[1], -4, 4);
        Assert.InRange(lines[2], -8, 8);
    }

    private async Task<Tab> OpenAsync(TwoOffices offices, int width)
    {
        var handover = await offices.SentAsync();
        var tab = await offices.TabAsync(offices.Jobcenter, new Look(Width: width));
        await tab.GoAsync(handover);
        return tab;
    }

    private static async Task<(double X, double Y, double Width, double Height)> BoxAsync(Tab tab, string what)
    {
        var box = (await tab.Page.Locator(what).First.BoundingBoxAsync())!;
        return (box.X, box.Y, box.Width, box.Height);
    }
}
