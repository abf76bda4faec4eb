using System.Net;
using IntegrationPortal.Web.Tests.Testing;

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
        foreach (var (typed, hits) in new[] { (number, 1), ("2", 1), ("0002", 1), (number[2..], 1), (number[..8], 2), (number[..6], 2), ("7", 0) })
        {
            var found = await (await visitor.GetAsync("/cases")).Form("form[action='/cases/search']").Fill("q", typed).SubmitAsync();
            Assert.True(hits == found.Document.QuerySelectorAll("tbody tr").Length, $"{typed}: {found.Text}");
        }

        Assert.NotEqual(first, second);
    }
}
