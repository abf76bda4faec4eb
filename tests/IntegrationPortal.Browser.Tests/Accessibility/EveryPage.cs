using System.Collections.Concurrent;
using System.Diagnostics;
using IntegrationPortal.Browser.Tests.Browsing;

namespace IntegrationPortal.Browser.Tests.Accessibility;

/// <summary>
/// Every page that a role reaches, in one language. What is checked how, in each language:
/// <list type="bullet">
/// <item>Every page of every role is opened over HTTP; the routes a role reaches are those of <c>ReachedRoutes.txt</c>.</item>
/// <item>Of every route the page with the most building blocks is checked in the browser, then others until none of its blocks is left,
/// whoever meets it (<see cref="Coverage"/>): the same pages in both languages.</item>
/// <item>Colours and widths are the same in both languages, so they share the looks of a route's first page: German light and wide and
/// dark on a phone, English light on a phone and dark and wide. The markup has neither colour nor width: its rules are asked in the
/// first look of each language, those about how it looks in every look. Later pages see one look in turn, in English without the colours.</item>
/// <item>All of them: buttons and fields for a thumb on a phone; at 320 × 256 px (400 % zoom) nothing scrolls sideways or stays in
/// the way.</item>
/// </list>
/// </summary>
public abstract class EveryPage(Chromium chromium, DemoPortal demo, string language, Rules later, params EveryPage.View[] views)
{
    // What somebody reaches is the same in both languages.
    private static readonly ConcurrentDictionary<string, Lazy<Task<(IReadOnlyList<FoundPage> Pages, IReadOnlyList<string> Broken)>>> Walks = new();
    private static readonly ConcurrentDictionary<DemoPortal, Lazy<Task<ILookup<string, ChosenPage>>>> Choices = new();

    public static TheoryData<string> Accounts => [.. RoleAccounts.All];

    [Theory]
    [MemberData(nameof(Accounts))]
    public async Task Every_page_is_accessible(string account)
    {
        var clock = Stopwatch.StartNew();
        var (pages, broken) = await WalkedAsync(account);
        var wrong = new List<string>(broken);
        wrong.AddRange(ReachedRoutes.Compare(account, pages));
        var chosen = (await Choices.GetOrAdd(demo, _ => new(ChooseAsync)).Value)[account].ToList();
        var walked = clock.Elapsed;

        await using var tab = await demo.TabAsync(chromium, RoleAccounts.IsNobody(account) ? null : account, new Look(language));
        await Axe.LoadAsync(tab.Page);
        foreach (var page in chosen)
            await CheckAsync(tab, page, wrong);

        wrong.AddRange(tab.Complaints);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{account}: {chosen.Count} of {pages.Count} pages checked in {clock.Elapsed.TotalSeconds:F0} s, {walked.TotalSeconds:F0} s of it to find and choose them");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct().Take(60)));
    }

    /// <summary>From what everybody reaches; two walk at a time.</summary>
    private async Task<ILookup<string, ChosenPage>> ChooseAsync()
    {
        var found = new ConcurrentDictionary<string, IReadOnlyList<FoundPage>>();
        await Parallel.ForEachAsync(RoleAccounts.All, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (account, _) => found[account] = (await WalkedAsync(account)).Pages);
        return Coverage.Of(RoleAccounts.All.SelectMany(account => found[account].Select(page => (account, page)))).ToLookup(c => c.Account);
    }

    private Task<(IReadOnlyList<FoundPage> Pages, IReadOnlyList<string> Broken)> WalkedAsync(string account) => Walks.GetOrAdd(account, a => new(() => WalkAsync(a))).Value;

    private async Task<(IReadOnlyList<FoundPage> Pages, IReadOnlyList<string> Broken)> WalkAsync(string account)
    {
        using var visitor = RoleAccounts.IsNobody(account) ? demo.Portal.Visitor() : await demo.Portal.SignInAsync(RoleAccounts.User(account));
        return await Walk.FromAsync(visitor, Routes.Of(demo.Portal), RoleAccounts.ReadsHandbook(account), RoleAccounts.Starts(account));
    }

    public sealed record View(bool Dark, int Width);

    private async Task CheckAsync(Tab tab, ChosenPage chosen, List<string> wrong)
    {
        var (_, page, turn) = chosen;
        (View View, Rules Rules)[] looks = turn == 0 ? [(views[0], Rules.All), (views[1], Rules.OfLooks)] : [(views[turn % views.Length], later)];

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
