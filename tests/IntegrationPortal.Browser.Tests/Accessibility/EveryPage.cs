using System.Collections.Concurrent;
using System.Diagnostics;
using IntegrationPortal.Browser.Tests.Browsing;

namespace IntegrationPortal.Browser.Tests.Accessibility;

/// <summary>
/// Every page that a role reaches, in one language. What is checked how, in each language:
/// <list type="bullet">
/// <item>Every page of every role is opened over HTTP; the routes a role reaches are those of <c>ReachedRoutes.txt</c>.</item>
/// <item>Of every route the first page is checked in the browser, and every page with a building block not yet met there, whoever
/// reaches it: what a role sees differently is another block.</item>
/// <item>Colours and widths are the same in both languages, so they share the looks of a route's first page: German light and wide and
/// dark on a phone, English light on a phone and dark and wide. The markup has neither colour nor width: its rules are asked in the
/// first look of each language, those about how it looks in every look. Later pages see one look in turn, in English without the colours.</item>
/// <item>All of them: buttons and fields for a thumb on a phone; at 320 × 256 px (400 % zoom) nothing scrolls sideways or stays in
/// the way.</item>
/// </list>
/// </summary>
public abstract class EveryPage(Chromium chromium, DemoPortal demo, string language, Rules later, params EveryPage.View[] views)
{
    // With the language, since both classes run at the same time.
    private static readonly ConcurrentDictionary<string, int> PagesOfRoute = new();
    private static readonly ConcurrentDictionary<string, bool> BlocksOfRoute = new();

    // What somebody reaches is the same in both languages.
    private static readonly ConcurrentDictionary<string, Lazy<Task<(IReadOnlyList<FoundPage> Pages, IReadOnlyList<string> Broken)>>> Walks = new();

    public static TheoryData<string> Accounts => [.. RoleAccounts.All];

    [Theory]
    [MemberData(nameof(Accounts))]
    public async Task Every_page_is_accessible(string account)
    {
        var clock = Stopwatch.StartNew();
        var (pages, broken) = await Walks.GetOrAdd(account, a => new(() => WalkAsync(a))).Value;
        var wrong = new List<string>(broken);
        wrong.AddRange(ReachedRoutes.Compare(account, pages));
        var walked = clock.Elapsed;

        await using var tab = await demo.TabAsync(chromium, RoleAccounts.IsNobody(account) ? null : account, new Look(language));
        await Axe.LoadAsync(tab.Page);
        var chosen = pages.Where(HasNewBlocks).ToList();
        foreach (var page in chosen)
            await CheckAsync(tab, page, wrong);

        wrong.AddRange(tab.Complaints);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{account}: {chosen.Count} of {pages.Count} pages checked in {clock.Elapsed.TotalSeconds:F0} s, {walked.TotalSeconds:F0} s of it to find them");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct().Take(60)));
    }

    /// <summary>All of its blocks are known from now on.</summary>
    private bool HasNewBlocks(FoundPage page) => page.Blocks.Where(b => BlocksOfRoute.TryAdd($"{language} {page.Template} {b}", true)).ToList() is { Count: > 0 };

    private async Task<(IReadOnlyList<FoundPage> Pages, IReadOnlyList<string> Broken)> WalkAsync(string account)
    {
        using var visitor = RoleAccounts.IsNobody(account) ? demo.Portal.Visitor() : await demo.Portal.SignInAsync(RoleAccounts.User(account));
        return await Walk.FromAsync(visitor, Routes.Of(demo.Portal), RoleAccounts.ReadsHandbook(account), RoleAccounts.Starts(account));
    }

    public sealed record View(bool Dark, int Width);

    private async Task CheckAsync(Tab tab, FoundPage page, List<string> wrong)
    {
        var before = PagesOfRoute.AddOrUpdate($"{language} {page.Template}", 0, (_, n) => n + 1);
        (View View, Rules Rules)[] looks = before == 0 ? [(views[0], Rules.All), (views[1], Rules.OfLooks)] : [(views[before % views.Length], later)];

        await tab.Page.SetViewportSizeAsync(looks[0].View.Width, 900);
        Assert.Equal((page.Address, page.Status), (page.Address, await tab.GoAsync(page.Address)));
        Assert.Equal(language, await tab.Page.GetAttributeAsync("html", "lang"));
        foreach (var ((dark, width), rules) in looks)
        {
            var look = new Look(language, dark, width);
            await tab.Page.SetViewportSizeAsync(width, 900);
            await tab.Page.EvaluateAsync("theme => document.documentElement.dataset.kernTheme = theme", look.Theme);
            wrong.AddRange((await Axe.CheckAsync(tab.Page, rules)).Select(w => $"{page.Address} ({look}): {w}"));
        }

        await tab.Page.SetViewportSizeAsync(Look.Phone, 900);
        wrong.AddRange((await Layout.TooSmallAsync(tab.Page, 44)).Select(w => $"{page.Address} ({Look.Phone} px): {w}"));
        await tab.Page.SetViewportSizeAsync(Look.Narrowest, 256);
        wrong.AddRange((await Layout.SticksOutAsync(tab.Page)).Select(w => $"{page.Address} ({Look.Narrowest} px): {w}"));
        wrong.AddRange((await Layout.StaysInTheWayAsync(tab.Page)).Select(w => $"{page.Address} (400 % zoom): {w}"));
    }
}

/// <inheritdoc/>
public sealed class EveryPageInGermanTests(Chromium chromium, DemoPortal demo) : EveryPage(
    chromium, demo, "de", Rules.All, new(false, Look.Wide), new(true, Look.Phone), new(true, Look.Wide), new(false, Look.Phone));

/// <inheritdoc/>
public sealed class EveryPageInEnglishTests(Chromium chromium, DemoPortal demo) : EveryPage(
    chromium, demo, "en", Rules.AllButColours, new(false, Look.Phone), new(true, Look.Wide));

/// <summary>A new route comes onto the list, with those who reach it.</summary>
public sealed class EveryPageIsListedTests(DemoPortal demo)
{
    [Fact]
    public void The_list_of_reached_routes_names_every_route() =>
        Assert.Equal(Routes.Of(demo.Portal).Templates.Order(StringComparer.Ordinal), ReachedRoutes.Templates.Order(StringComparer.Ordinal));
}
