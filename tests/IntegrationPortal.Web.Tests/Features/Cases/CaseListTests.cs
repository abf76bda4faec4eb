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

    [Theory]
    [InlineData("Mohamad")]
    [InlineData("mohammed al-sayed")]
    [InlineData("Sayed")]
    public async Task A_name_is_found_in_another_spelling_and_never_stands_in_an_address(string typed)
    {
        var town = await Town.CreateAsync(host.Portal);
        var coordinator = await town.CoordinatorAsync();
        var wanted = await host.Portal.OpenCaseAsync(coordinator, TestCases.Details("Muhammad Al Sayed", "Muhammad"));
        var other = await host.Portal.OpenCaseAsync(coordinator);

        using var visitor = await host.Portal.SignInAsync(coordinator);
        var answer = await (await visitor.GetAsync("/cases")).Form("form[action='/cases/search']").Fill("q", typed).SendAsync();
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.DoesNotContain("ayed", answer.Location, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("moham", answer.Location, StringComparison.OrdinalIgnoreCase);
        var found = await visitor.FollowAsync(answer);
        Assert.True(found.Has($"a[href='/cases/{wanted}']"), found.Text);
        Assert.False(found.Has($"a[href='/cases/{other}']"));
    }

    [Fact]
    public async Task Nobody_finds_a_name_of_a_case_that_is_not_theirs()
    {
        var town = await Town.CreateAsync(host.Portal);
        await host.Portal.OpenCaseAsync(await town.JobcenterAsync(), TestCases.Details("Omar Haddad", "Omar"));
        using var visitor = await host.Portal.SignInAsync(await town.CoordinatorAsync());
        foreach (var view in new[] { "/cases", "/cases?view=all" })
        {
            var found = await (await visitor.GetAsync(view)).Form("form[action='/cases/search']").Fill("q", "Haddad").SubmitAsync();
            Assert.False(found.Has("tbody tr"), found.Text);
        }
    }

    [Fact]
    public async Task A_case_is_found_by_its_number_in_full_or_by_its_beginning()
    {
        var town = await Town.CreateAsync(host.Portal);
        var coordinator = await town.CoordinatorAsync();
        var first = await host.Portal.OpenCaseAsync(coordinator);
        var second = await host.Portal.OpenCaseAsync(coordinator);
        var number = (await host.Portal.PathAsync(coordinator, second)).Number;
        Assert.EndsWith("-0002", number, StringComparison.Ordinal);

        using var visitor = await host.Portal.SignInAsync(coordinator);
        foreach (var (typed, hits) in new[] { (number, 1), ("2", 1), ("0002", 1), (number[2..], 1), (number[..8], 2), (number[..6], 2), ("7", 0) })
        {
            var found = await (await visitor.GetAsync("/cases")).Form("form[action='/cases/search']").Fill("q", typed).SubmitAsync();
            Assert.True(hits == found.Document.QuerySelectorAll("tbody tr").Length, $"{typed}: {found.Text}");
        }

        Assert.NotEqual(first, second);
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
        Assert.Equal(103, pages.SelectMany(p => p).Distinct().Count());
        for (var i = pages.Count - 2; i >= 0; i--)
        {
            page = await visitor.GetAsync(page.Document.QuerySelector("a[rel=prev]")!.GetAttribute("href")!);
            Assert.Equal(pages[i], Links(page));
        }

        Assert.False(page.Has("a[rel=prev]"));
    }

    private static string[] Links(Page page) => [.. page.Document.QuerySelectorAll("tbody th a").Select(a => a.GetAttribute("href")!)];
}
