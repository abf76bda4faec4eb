namespace IntegrationPortal.Web.Tests.Testing;

/// <summary>A coordinator of a new town at work, with one case open.</summary>
public sealed record Desk(Visitor Visitor, Town Town, TestUser Coordinator, Guid CaseId)
{
    public static async Task<Desk> OpenAsync(RunningPortal portal)
    {
        var town = await Town.CreateAsync(portal);
        var coordinator = await town.CoordinatorAsync();
        return new Desk(portal.VisitAs(coordinator), town, coordinator, await portal.OpenCaseAsync(coordinator));
    }
}
