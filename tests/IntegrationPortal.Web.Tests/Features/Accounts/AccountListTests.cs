using System.Net;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Security;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.Accounts;

/// <summary>Operations find one account among many.</summary>
public sealed class AccountListTests(PortalHost host)
{
    [Fact]
    public async Task A_long_list_is_read_page_by_page_and_its_address_says_neither_names_nor_mail_addresses()
    {
        var name = $"Viele{Guid.NewGuid():N}";
        await host.Portal.AsNobodyAsync(db =>
        {
            for (var i = 0; i < 53; i++)
                db.Add(Account(name));
            return db.SaveChangesAsync();
        });
        using var operations = await OperationsAsync();
        var page = await SearchAsync(operations, name);
        var first = Addresses(page);
        Assert.False(page.Has("a[rel=prev]"));
        var next = page.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!;
        Assert.DoesNotContain(name, next, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("test.example", next, StringComparison.OrdinalIgnoreCase);

        var last = await operations.OpenAsync(next);
        Assert.Equal((50, 3), (first.Count, Addresses(last).Count));
        Assert.Equal(first.Concat(Addresses(last)), first.Concat(Addresses(last)).Distinct().Order(StringComparer.OrdinalIgnoreCase));
        Assert.False(last.Has("a[rel=next]"));
        Assert.Equal(first, Addresses(await operations.OpenAsync(last.Document.QuerySelector("a[rel=prev]")!.GetAttribute("href")!)));
    }

    [Fact]
    public async Task Accounts_are_told_apart_by_state_and_role_and_the_words_of_a_search_stay()
    {
        var name = $"Einige{Guid.NewGuid():N}";
        var staff = await TestUser.CreateAsync(host.Portal, Role.FoundationStaff, name: name);
        var board = await TestUser.CreateAsync(host.Portal, Role.AdvisoryBoard, name: name);
        var nothing = await TestUser.CreateAsync(host.Portal, null, name: name);
        await host.Portal.AsNobodyAsync(async db =>
        {
            (await db.Users.SingleAsync(u => u.Id == board.Id)).Lock();
            return await db.SaveChangesAsync();
        });
        using var operations = await OperationsAsync();
        var all = await SearchAsync(operations, name);
        Assert.Equal(3, Addresses(all).Count);

        Assert.Equal([board.Email], await FilteredAsync("state", "Locked"));
        Assert.Equal(new[] { staff.Email, nothing.Email }.Order(StringComparer.Ordinal), await FilteredAsync("state", "Open"));
        Assert.Equal([nothing.Email], await FilteredAsync("state", "WithoutRole"));
        Assert.Equal([staff.Email], await FilteredAsync("role", nameof(Role.FoundationStaff)));
        Assert.Empty(await FilteredAsync("state", "Closed"));
        // With a filter that no page wrote nothing is done.
        var open = await all.Form("form[method=get][action='/admin/accounts']").Fill("state", "Open").SubmitAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await open.Form($"form[action='/admin/accounts/{staff.Id}/lock']").Force("state", "irgendwie").SendAsync()).Status);
        Assert.Contains(staff.Email, await FilteredAsync("state", "Open"));
        // After a deed the same list is there again.
        var again = await all.Form($"form[action='/admin/accounts/{staff.Id}/lock']").SubmitAsync();
        Assert.Equal(Addresses(all), Addresses(again));
        Assert.Equal([nothing.Email], await FilteredAsync("state", "Open"));

        async Task<IReadOnlyList<string>> FilteredAsync(string field, string value)
        {
            var page = await all.Form("form[method=get][action='/admin/accounts']").Fill(field, value).SubmitAsync();
            Assert.Equal(page.Document.QuerySelectorAll(".portal-task").Length == 0, page.Has(".portal-empty a[href='/admin/accounts']"));
            return Addresses(page);
        }
    }

    [Theory]
    [InlineData("?state=7&role=99&after=nobody&s=unsealed")]
    [InlineData("?after=00000000-0000-0000-0000-000000000001")]
    [InlineData("?search=%25_%5C%3Cscript%3Ealert(1)%3C/script%3E")]
    public async Task Addresses_that_nobody_wrote_do_no_harm(string address)
    {
        using var operations = await OperationsAsync();
        var page = await operations.GetAsync("/admin/accounts" + address);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("<script>alert", page.Body, StringComparison.Ordinal);
    }

    private async Task<Visitor> OperationsAsync() => host.Portal.VisitAs(await TestUser.CreateAsync(host.Portal, Role.Administrator));

    private static async Task<Page> SearchAsync(Visitor operations, string words) =>
        await (await operations.OpenAsync("/admin/accounts")).Form("form[method=post][action='/admin/accounts']").Fill("search", words).SubmitAsync();

    /// <summary>The addresses of the rows, in their order.</summary>
    private static List<string> Addresses(Page page) =>
        [.. page.Document.QuerySelectorAll(".portal-task__title").Select(t => t.TextContent.Split('·')[^1].Trim())];

    private static PortalUser Account(string name)
    {
        var user = PortalUser.Create($"u{Guid.NewGuid():N}@test.example", name, "de", DateTimeOffset.UnixEpoch);
        (user.NormalizedEmail, user.NormalizedUserName, user.SecurityStamp) = (user.Email!.ToUpperInvariant(), user.UserName!.ToUpperInvariant(), "none");
        return user;
    }
}
