using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Features.Staff;

/// <summary>What the tests of invitations do over and over: a Jobcenter, somebody who invites, and somebody who accepts.</summary>
internal static class Inviting
{
    private const string Password = "ein langer neuer Satz";

    public static string Address() => $"new{Guid.NewGuid():N}@test.example";

    public static async Task<(Town Town, Actor Jobcenter, Visitor Coordinator)> TownAsync(RunningPortal portal)
    {
        var town = await Town.CreateAsync(portal);
        var jobcenter = await town.ActorAsync("jobcenter", "Jobcenter Musterstadt");
        return (town, jobcenter, await portal.SignInAsync(await town.CoordinatorAsync()));
    }

    public static async Task<Page> InviteAsync(Visitor by, Actor actor, string address, Role role) =>
        await (await by.GetAsync($"/actors/{actor.Id}/staff/invite")).Form("main form")
            .Fill("Form.Email", address).Fill("Form.Role", role.ToString()).Fill("Form.Language", "de").SubmitAsync();

    public static Task<Page> FillAsync(Page page, string name) => page.Form("main form")
        .Fill("Form.DisplayName", name).Fill("Form.NewPassword", Password).Fill("Form.Repeat", Password).SendAsync();
}
