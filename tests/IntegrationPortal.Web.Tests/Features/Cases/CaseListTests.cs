using System.Net;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Features.Cases;

public sealed class CaseListTests(PortalHost host)
{
    [Fact]
    public async Task The_list_shows_the_cases_of_the_own_actor_and_of_nobody_else()
    {
        var town = await Town.CreateAsync(host.Portal);
        var (coordinator, worker) = (await town.CoordinatorAsync(), await town.JobcenterAsync());
        var own = await host.Portal.OpenCaseAsync(worker, TestCases.Details("Omar Haddad", "Omar"));
        var other = await host.Portal.OpenCaseAsync(coordinator);

        using var visitor = await host.Portal.SignInAsync(worker);
        var page = await visitor.GetAsync("/cases");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Omar H.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Omar Haddad", page.Text, StringComparison.Ordinal);
        Assert.True(page.Has($"a[href='/cases/{own}']"));
        Assert.False(page.Has($"a[href='/cases/{other}']"));
        Assert.Contains("1 Fall", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_list_says_what_to_do()
    {
        var town = await Town.CreateAsync(host.Portal);
        using var visitor = await host.Portal.SignInAsync(await town.CoordinatorAsync());
        var page = await visitor.GetAsync("/cases");
        Assert.Contains("noch an keinem Fall beteiligt", page.Text, StringComparison.Ordinal);
        Assert.True(page.Has("a[href='/cases/new']"));
    }

    [Fact]
    public async Task Where_nothing_fits_the_list_says_how_to_go_on()
    {
        var town = await host.TownAsync();
        var (brandt, weber) = (await town.CoordinatorAsync(), await town.WorkerAsync("jobcenter"));
        using var visitor = host.Portal.VisitAs(brandt).Speaking("de");
        Assert.Contains("In Ihrer Kommune gibt es noch keinen Fall", (await visitor.OpenAsync("/cases?view=all")).Text, StringComparison.Ordinal);
        var theirs = await host.Portal.PathAsync(weber, await host.Portal.OpenCaseAsync(weber));

        var searched = await (await visitor.OpenAsync("/cases")).Form("form[action='/cases/search']").Fill("q", theirs.Number).SubmitAsync();
        Assert.False(searched.Has("tbody tr"));
        Assert.True(searched.Has(".portal-empty a[href='/cases']"));
        // What the own list does not have may be among all paths: the same sealed words, searched there.
        var everywhere = searched.Document.QuerySelector(".portal-empty a[href*='view=all']")!.GetAttribute("href")!;
        Assert.DoesNotContain(theirs.Number, everywhere, StringComparison.Ordinal);
        Assert.True((await visitor.OpenAsync(everywhere)).Has($"a[href='/cases/{theirs.Id}']"));

        await town.CaseAsync(brandt);
        Assert.Equal("/cases", (await visitor.OpenAsync("/cases?step=Blocked")).Document.QuerySelector(".portal-empty a")!.GetAttribute("href"));
        Assert.Equal("/cases?view=all", (await visitor.OpenAsync("/cases?view=all&step=Blocked")).Document.QuerySelector(".portal-empty a")!.GetAttribute("href"));
        using var colleague = host.Portal.VisitAs(weber);
        Assert.False((await colleague.OpenAsync("/cases?step=Blocked")).Has("a[href*='view=all']"));
    }

    [Fact]
    public async Task The_coordination_sees_all_paths_of_its_municipality_without_a_person()
    {
        var town = await Town.CreateAsync(host.Portal);
        var (coordinator, worker) = (await town.CoordinatorAsync(), await town.JobcenterAsync());
        var theirs = await host.Portal.OpenCaseAsync(worker, TestCases.Details("Omar Haddad", "Omar"));
        var mine = await host.Portal.OpenCaseAsync(coordinator);
        var elsewhere = await host.Portal.OpenCaseAsync(await (await Town.CreateAsync(host.Portal)).CoordinatorAsync());

        using var visitor = await host.Portal.SignInAsync(coordinator);
        var page = await visitor.GetAsync("/cases?view=all");
        Assert.True(page.Has($"a[href='/cases/{theirs}']"));
        Assert.True(page.Has($"a[href='/cases/{mine}']"));
        Assert.False(page.Has($"a[href='/cases/{elsewhere}']"));
        Assert.DoesNotContain("Omar", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Amina", page.Text, StringComparison.Ordinal);

        using var colleague = await host.Portal.SignInAsync(worker);
        Assert.Equal(HttpStatusCode.NotFound, (await colleague.GetAsync("/cases?view=all")).Status);
    }

    [Fact]
    public async Task Filters_and_order_stand_in_the_address()
    {
        var town = await Town.CreateAsync(host.Portal);
        var coordinator = await town.CoordinatorAsync();
        var quiet = await host.Portal.OpenCaseAsync(coordinator, TestCases.Details("Eins", null));
        var blocked = await host.Portal.OpenCaseAsync(coordinator, TestCases.Details("Zwei", null));
        await host.Portal.ChangeAsync(coordinator, blocked, (p, by, calendar, now) => p.Block(p.Steps[0].Id, BlockReason.NoAppointment, null, by, calendar, now));

        using var visitor = await host.Portal.SignInAsync(coordinator);
        var page = await (await visitor.GetAsync("/cases")).Form("form[method=get]").Fill("Step", "Blocked").SendAsync();
        Assert.True(page.Has($"a[href='/cases/{blocked}']"));
        Assert.False(page.Has($"a[href='/cases/{quiet}']"));
        Assert.Contains("blockiert", page.Document.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.False((await visitor.GetAsync("/cases?lead=Others")).Has("tbody tr"));
        Assert.Equal(2, (await visitor.GetAsync("/cases?lead=Us&sort=Due&template=T2-RKW")).Document.QuerySelectorAll("tbody tr").Length);
        Assert.False((await visitor.GetAsync("/cases?template=T1-ASYL")).Has("tbody tr"));
        Assert.False((await visitor.GetAsync("/cases?step=Overdue")).Has("tbody tr"));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/cases?step=nonsense&sort=%20&at=f.99999999999999999999.x&s=x&lead=7")).Status);
    }

    [Theory]
    [InlineData("Activity")]
    [InlineData("Due")]
    [InlineData("Opened")]
    public async Task Paging_walks_through_every_case_once_there_and_back(string sort)
    {
        var town = await Town.CreateAsync(host.Portal);
        var coordinator = await town.CoordinatorAsync();
        var start = TimeProvider.System.GetUtcNow().AddDays(-30);
        for (var i = 0; i < 103; i++)
            await host.Portal.OpenCaseAsync(coordinator, TestCases.Details($"Person {(char)('A' + (i % 26))}", null), start.AddHours(i / 2));

        using var visitor = await host.Portal.SignInAsync(coordinator);
        var pages = new List<string[]>();
        var page = await visitor.GetAsync($"/cases?sort={sort}");
        pages.Add(Links(page));
        while (page.Document.QuerySelector("a[rel=next]") is { } next)
        {
            page = await visitor.GetAsync(next.GetAttribute("href")!);
            pages.Add(Links(page));
        }

        Assert.Equal([50, 50, 3], pages.Select(p => p.Length));
        Assert.Contains("Mehr als 99 Fälle, 3 auf dieser Seite", page.Text, StringComparison.Ordinal);
        Assert.Equal(103, pages.SelectMany(p => p).Distinct().Count());
        for (var i = pages.Count - 2; i >= 0; i--)
        {
            page = await visitor.GetAsync(page.Document.QuerySelector("a[rel=prev]")!.GetAttribute("href")!);
            Assert.Equal(pages[i], Links(page));
        }

        Assert.False(page.Has("a[rel=prev]"));
    }

    [Fact]
    public async Task A_list_says_how_many_it_has_also_beyond_its_page_and_of_what_was_chosen_only()
    {
        var town = await host.TownAsync();
        var (brandt, weber) = (await town.CoordinatorAsync(), await town.WorkerAsync("jobcenter"));
        for (var i = 0; i < 53; i++)
            await town.CaseAsync(brandt, c => c.Opened(town.Now.AddDays(-i)));
        await town.CaseAsync(weber);
        using var visitor = host.Portal.VisitAs(brandt).Speaking("de");
        var first = await visitor.OpenAsync("/cases");
        Assert.Contains("53 Fälle, 50 auf dieser Seite", first.Text, StringComparison.Ordinal);
        Assert.Contains("53 Fälle, 3 auf dieser Seite", (await visitor.OpenAsync(first.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!)).Text, StringComparison.Ordinal);
        Assert.Contains("54 Fälle, 50 auf dieser Seite", (await visitor.OpenAsync("/cases?view=all")).Text, StringComparison.Ordinal);
        Assert.Contains("53 Fälle, 50 auf dieser Seite", (await visitor.OpenAsync("/cases?view=all&lead=Us&template=T2-RKW")).Text, StringComparison.Ordinal);
    }

    private static string[] Links(Page page) => [.. page.Document.QuerySelectorAll("tbody th a").Select(a => a.GetAttribute("href")!)];
}
