using IntegrationPortal.Browser.Tests.Browsing;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Browser.Tests.Journeys;

/// <summary>A municipality of a test's own with a coordination office and a Jobcenter, each with one person who can sign in.</summary>
public sealed class TwoOffices(RunningPortal portal, Chromium chromium, TestUser coordinator, TestUser jobcenter) : IAsyncDisposable
{
    private readonly List<Tab> _tabs = [];

    public TestUser Coordinator => coordinator;

    public TestUser Jobcenter => jobcenter;

    public static async Task<TwoOffices> OpenAsync(DemoPortal demo, Chromium chromium)
    {
        var town = await Town.CreateAsync(demo.Portal);
        var jobcenter = await town.ActorAsync("jobcenter", "Jobcenter Musterstadt");
        return new TwoOffices(
            demo.Portal, chromium, await town.CoordinatorAsync("L. Brandt"), await town.UserAsync(Role.CaseWorker, jobcenter, "M. Yildiz"));
    }

    /// <summary>A tab of somebody who has not signed in yet.</summary>
    public async Task<Tab> TabAsync(Look? look = null)
    {
        var tab = await Tab.OpenAsync(chromium, portal, look);
        _tabs.Add(tab);
        return tab;
    }

    /// <summary>A tab of somebody who is signed in.</summary>
    public async Task<Tab> TabAsync(TestUser user, Look? look = null)
    {
        using var visitor = portal.VisitAs(user);
        var tab = await Tab.OpenAsync(chromium, portal, look, visitor.Cookies);
        _tabs.Add(tab);
        return tab;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var tab in _tabs)
            await tab.DisposeAsync();
    }
}
