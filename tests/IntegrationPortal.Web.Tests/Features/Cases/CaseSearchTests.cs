using System.Net;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPortal.Web.Tests.Features.Cases;

public sealed class CaseSearchTests(PortalHost host)
{
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
        foreach (var (typed, hits) in new[] { (number, 1), ("2", 1), ("0002", 1), (number[2..], 1), (number[..8], 2), (number[..6], 2), ("7", 0), ("K-2", 1), ("k 0002", 1), ($"K-{number[2..6]}", 2), ("K-0007", 0), ("K", 0) })
        {
            var found = await (await visitor.GetAsync("/cases")).Form("form[action='/cases/search']").Fill("q", typed).SubmitAsync();
            Assert.True(hits == found.Document.QuerySelectorAll("tbody tr").Length, $"{typed}: {found.Text}");
        }

        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task Own_cases_are_found_by_number_however_many_others_the_town_has_and_that_there_are_more_is_told_from_the_first_more_on()
    {
        var town = await host.TownAsync();
        var (brandt, weber) = (await town.CoordinatorAsync(), await town.JobcenterAsync());
        foreach (var _ in Enumerable.Range(0, 3))
            await host.Portal.OpenCaseAsync(weber);
        var mine = await host.Portal.OpenCaseAsync(brandt);
        var year = (await host.Portal.PathAsync(brandt, mine)).Number[2..6];
        Task<FoundCases> FindAsync(bool ofTown, int most) => host.Portal.AsAsync(
            brandt.Officer, db => db.FindCasesAsync($"{year}-0", brandt.Officer, ofTown, GermanTime.DayOf(town.Now), default, most));
        Assert.Equal([mine], (await FindAsync(ofTown: false, most: 2)).Ids);
        Assert.False((await FindAsync(ofTown: false, most: 1)).More);
        var all = await FindAsync(ofTown: true, most: 3);
        Assert.Equal((3, true), (all.Ids.Length, all.More));
        Assert.DoesNotContain(mine, all.Ids);
        Assert.False((await FindAsync(ofTown: true, most: 4)).More);
    }

    [Fact]
    public async Task A_search_that_finds_too_much_says_the_number_that_it_gives_back()
    {
        var town = await host.TownAsync();
        var coordinator = await town.CoordinatorAsync();
        for (var i = 0; i <= CaseSearch.Most; i++)
            await host.Portal.OpenCaseAsync(coordinator);
        using var visitor = host.Portal.VisitAs(coordinator);
        var found = await (await visitor.GetAsync("/cases")).Form("form[action='/cases/search']").Fill("q", $"{GermanTime.DayOf(town.Now).Year}-0").SubmitAsync();
        Assert.Contains("Es gibt mehr als 100 Treffer", found.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_that_has_lapsed_says_so_above_the_whole_list()
    {
        var (visitor, _, coordinator, id) = await Desk.OpenAsync(host.Portal);
        var lapsed = host.Portal.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("portal.case-search.v1", coordinator.Id.ToString())
            .ToTimeLimitedDataProtector().Protect("Haddad", TimeSpan.FromSeconds(-1));
        var page = await visitor.GetAsync($"/cases?s={lapsed}");
        Assert.Contains("Diese Suche ist abgelaufen", page.Text, StringComparison.Ordinal);
        Assert.True(page.Has($"a[href='/cases/{id}']"));
        Assert.False(page.Has("main a[href*='s=']"));
        Assert.DoesNotContain("abgelaufen", (await visitor.GetAsync("/cases")).Text, StringComparison.Ordinal);
    }
}
