using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Presentation.Frames;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Features.Navigation;

public sealed class NavigationTests(PortalHost host)
{
    [Theory]
    [InlineData(Role.Coordinator, "/worklist", "Heute")]
    [InlineData(Role.Coordinator, "/programme/indicators", "Programm")]
    [InlineData(Role.Coordinator, "/indicator-data", "Programm")]
    [InlineData(Role.Coordinator, "/survey-links", "Programm")]
    [InlineData(Role.Coordinator, "/adoptions", "Handbuch")]
    [InlineData(Role.Coordinator, "/contributions", "Handbuch")]
    [InlineData(Role.FoundationStaff, "/programme/indicators", "Kennzahlen")]
    [InlineData(Role.FoundationStaff, "/indicator-data", "Programm")]
    [InlineData(Role.FoundationStaff, "/programme/reports", "Kennzahlen")]
    [InlineData(Role.FoundationStaff, "/surveys", "Evaluation")]
    [InlineData(Role.FoundationStaff, "/questions", "Handbuch")]
    public async Task A_page_marks_the_entry_that_leads_to_it(Role role, string address, string entry)
    {
        var user = role == Role.Coordinator
            ? await (await Town.CreateAsync(host.Portal)).CoordinatorAsync()
            : await TestUser.CreateAsync(host.Portal, role);
        using var visitor = await host.Portal.SignInAsync(user);
        var page = await visitor.GetAsync(address);

        Assert.Equal([entry], page.Document.QuerySelectorAll(".portal-nav a[aria-current]").Select(a => a.TextContent.Trim()));
        // On a phone the entry may lie behind the fold, which then is marked as well.
        Assert.Equal(page.Has(".portal-nav details a[aria-current]"), page.Has(".portal-nav summary[aria-current]"));
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(4, 4)]
    [InlineData(5, 3)]
    [InlineData(8, 3)]
    public void A_fold_holds_more_than_one_entry_and_none_is_lost(int entries, int onTheLine)
    {
        var frame = new Frame { Entries = [.. Enumerable.Range(1, entries).Select(i => new NavigationEntry($"{i}", $"/{i}"))] };

        Assert.Equal(onTheLine, frame.First.Count());
        Assert.Equal(frame.Entries, frame.First.Concat(frame.Rest));
    }
}
