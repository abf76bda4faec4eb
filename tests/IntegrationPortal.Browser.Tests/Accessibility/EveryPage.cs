using System.Collections.Concurrent;
using System.Diagnostics;
using IntegrationPortal.Browser.Tests.Browsing;

namespace IntegrationPortal.Browser.Tests.Accessibility;

/// <summary>
/// Every page that a role reaches, in one language: light and dark, phone and wide. Of pages behind the same route, those that
/// show a building block not yet met there are checked, whichever role meets it first.
/// </summary>
public abstract class EveryPage(Chromium chromium, DemoPortal demo, string language)
{
    private static readonly (bool Dark, int Width, bool OnlyColours)[] States =
        [(false, Look.Wide, false), (true, Look.Wide, true), (true, Look.Phone, false), (false, Look.Phone, true)];

    // Language, route and building block; with the language, since both classes run at the same time.
    private static readonly ConcurrentDictionary<string, string> Checked = new();

    public static TheoryData<string> Accounts => [.. RoleAccounts.All];

    // Takes some ten minutes and has not been green as a whole yet: run it with --explicit only, until it is.
    [Theory(Explicit = true)]
    [MemberData(nameof(Accounts))]
    public async Task Every_page_is_accessible(string account)
    {
        using var visitor = RoleAccounts.IsNobody(account) ? demo.Portal.Visitor() : await demo.Portal.SignInAsync(RoleAccounts.User(account));
        var (pages, broken) = await Walk.FromAsync(visitor, Routes.Of(demo.Portal), RoleAccounts.Starts(account));
        Assert.True(pages.Count >= 3, $"{account} reached only {pages.Count} pages.");

        await using var tab = await demo.TabAsync(chromium, RoleAccounts.IsNobody(account) ? null : account, new Look(language));
        var wrong = new List<string>(broken);
        var clock = Stopwatch.StartNew();
        var fresh = pages.Where(p => p.Blocks.Aggregate(false, (any, b) => Checked.TryAdd($"{language} {p.Template} {b}", account) || any)).ToList();
        foreach (var page in fresh)
            await CheckAsync(tab, page.Address, wrong);

        wrong.AddRange(tab.Complaints);
        TestContext.Current.TestOutputHelper?.WriteLine($"{account}: {fresh.Count} of {pages.Count} pages checked in {clock.Elapsed.TotalSeconds:F0} s");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct().Take(60)));
    }

    private async Task CheckAsync(Tab tab, string address, List<string> wrong)
    {
        await tab.Page.SetViewportSizeAsync(Look.Wide, 900);
        Assert.Equal(200, await tab.GoAsync(address));
        Assert.Equal(language, await tab.Page.GetAttributeAsync("html", "lang"));
        await Axe.LoadAsync(tab.Page);
        foreach (var (dark, width, onlyColours) in States)
        {
            var look = new Look(language, dark, width);
            await tab.Page.SetViewportSizeAsync(width, 900);
            await tab.Page.EvaluateAsync("theme => document.documentElement.dataset.kernTheme = theme", look.Theme);
            wrong.AddRange((await Axe.CheckAsync(tab.Page, onlyColours)).Select(w => $"{address} ({look}): {w}"));
        }

        wrong.AddRange((await Layout.TooSmallAsync(tab.Page, 44)).Select(w => $"{address} ({Look.Phone} px): {w}"));
        await tab.Page.SetViewportSizeAsync(Look.Narrowest, 256);
        wrong.AddRange((await Layout.SticksOutAsync(tab.Page)).Select(w => $"{address} ({Look.Narrowest} px): {w}"));
    }
}

/// <inheritdoc/>
public sealed class EveryPageInGermanTests(Chromium chromium, DemoPortal demo) : EveryPage(chromium, demo, "de");

/// <inheritdoc/>
public sealed class EveryPageInEnglishTests(Chromium chromium, DemoPortal demo) : EveryPage(chromium, demo, "en");
