using IntegrationPortal.Browser.Tests.Browsing;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Browser.Tests.Journeys;

/// <summary>A municipality of a test's own with a coordination office and a Jobcenter, each with one person who can sign in.</summary>
public sealed class TwoOffices(Town town, Chromium chromium, TestUser coordinator, TestUser jobcenter) : IAsyncDisposable
{
    private readonly List<Tab> _tabs = [];

    public TestUser Coordinator => coordinator;

    public TestUser Jobcenter => jobcenter;

    public static async Task<TwoOffices> OpenAsync(DemoPortal demo, Chromium chromium)
    {
        var town = await Town.CreateAsync(demo.Portal);
        var jobcenter = await town.ActorAsync("jobcenter", "Jobcenter Musterstadt");
        return new TwoOffices(
            town, chromium, await town.CoordinatorAsync("L. Brandt"), await town.UserAsync(Role.CaseWorker, jobcenter, "M. Yildiz"));
    }

    /// <summary>A tab of somebody who has not signed in yet.</summary>
    public async Task<Tab> TabAsync(Look? look = null)
    {
        var tab = await Tab.OpenAsync(chromium, town.Portal, look);
        _tabs.Add(tab);
        return tab;
    }

    /// <summary>A tab of somebody who is signed in.</summary>
    public async Task<Tab> TabAsync(TestUser user, Look? look = null)
    {
        using var visitor = town.Portal.VisitAs(user);
        var tab = await Tab.OpenAsync(chromium, town.Portal, look, visitor.Cookies);
        _tabs.Add(tab);
        return tab;
    }

    /// <summary>A handover from the coordination to the Jobcenter that waits for an answer; gives its address.</summary>
    public async Task<string> SentAsync() => (await (await town.CaseAsync(coordinator)).HandOverAsync(jobcenter)).Address;

    public async ValueTask DisposeAsync()
    {
        foreach (var tab in _tabs)
            await tab.DisposeAsync();
    }
}
