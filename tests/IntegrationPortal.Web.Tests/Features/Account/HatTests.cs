using System.Net;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.Account;

/// <summary>Somebody may wear several hats, one at a time, and only their own.</summary>
public sealed class HatTests(PortalHost host)
{
    [Fact]
    public async Task A_role_that_lacks_the_right_is_named()
    {
        var town = await Town.CreateAsync(host.Portal);
        var worker = await town.UserAsync(Role.CaseWorker, await town.ActorAsync("jobcenter", "Jobcenter"));
        using var visitor = await host.Portal.SignInAsync(worker);
        var refused = await visitor.GetAsync($"/actors/{town.Coordination.Id}/staff");
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Contains("Ihre Rolle „Fachkraft“", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_hat_is_put_on_and_stays_on_at_the_next_sign_in()
    {
        var town = await Town.CreateAsync(host.Portal, "Krefeld");
        var jobcenter = await town.ActorAsync("jobcenter", "Jobcenter Krefeld");
        var user = await town.UserAsync(Role.CaseWorker, jobcenter);
        await AddHatAsync(user, Membership.Begin(user.Id, Role.Coordinator, town.Tenant.Id, town.Coordination.Id, DateTimeOffset.UnixEpoch.AddYears(55)));
        using var visitor = await host.Portal.SignInAsync(user);

        var profile = await visitor.GetAsync("/account");
        Assert.Contains("Fachkraft, Jobcenter Krefeld", profile.Text, StringComparison.Ordinal);
        var answer = await profile.Form("form[action='/account/hat']").SendAsync("Koordination Krefeld");
        Assert.Equal("/worklist", answer.Location);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync($"/actors/{town.Coordination.Id}/staff")).Status);

        using var later = await host.Portal.SignInAsync(user);
        Assert.Equal(HttpStatusCode.OK, (await later.GetAsync($"/actors/{town.Coordination.Id}/staff")).Status);
    }

    [Fact]
    public async Task A_hat_of_somebody_else_does_not_exist()
    {
        var town = await Town.CreateAsync(host.Portal);
        var other = await town.CoordinatorAsync();
        var worker = await town.UserAsync(Role.CaseWorker, await town.ActorAsync("jobcenter", "Jobcenter"));
        await AddHatAsync(worker, Membership.Begin(worker.Id, Role.ActorManager, town.Tenant.Id, worker.Actor!.Id, DateTimeOffset.UnixEpoch.AddYears(55)));
        using var visitor = await host.Portal.SignInAsync(worker);
        var form = (await visitor.GetAsync("/account")).Form("form[action='/account/hat']");
        Assert.Equal(HttpStatusCode.NotFound, (await form.Force("membership", other.Hat!.Id.ToString()).SendAsync()).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync($"/actors/{town.Coordination.Id}/staff")).Status);
    }

    private Task<int> AddHatAsync(TestUser user, Membership hat) => host.Portal.AsNobodyAsync(async db =>
    {
        (await db.Users.SingleAsync(u => u.Id == user.Id)).ActiveMembershipId = user.Hat!.Id;
        db.Add(hat);
        return await db.SaveChangesAsync();
    });
}
