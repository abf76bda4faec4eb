using System.Net;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Features.Account;

/// <summary>A link in a mail that was meant for another hat of the same person.</summary>
public sealed class OtherHatTests(PortalHost host)
{
    [Fact]
    public async Task A_link_for_another_own_hat_offers_to_put_it_on_and_comes_back()
    {
        var (handover, user) = await AskedAsync();
        using var visitor = host.Portal.VisitAs(user);
        var missing = await visitor.GetAsync(handover.Address);
        Assert.Equal(HttpStatusCode.NotFound, missing.Status);
        Assert.Contains("Weiter als Fachkraft, jobcenter Musterstadt", missing.Text, StringComparison.Ordinal);

        var seen = await missing.Form().SubmitAsync("Weiter als");
        Assert.Equal((HttpStatusCode.OK, handover.Address), (seen.Status, seen.Address));
    }

    [Fact]
    public async Task A_case_of_the_other_hat_is_offered_too_and_also_to_a_role_without_cases()
    {
        var (handover, user) = await AskedAsync(Role.DataProtectionOfficer);
        await handover.DoAsync(HandoverDeed.Accept);
        using var visitor = host.Portal.VisitAs(user);
        var refused = await visitor.GetAsync(handover.Case.Address);
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Contains("Ihre Rolle „Datenschutz", refused.Text, StringComparison.Ordinal);
        Assert.Equal(handover.Case.Address, (await refused.Form().SubmitAsync("Weiter als")).Address);

        using var elsewhere = host.Portal.VisitAs(user);
        Assert.False((await elsewhere.GetAsync($"/cases/{Guid.NewGuid()}")).Has("main form"));
    }

    [Fact]
    public async Task Without_a_hat_that_fits_the_answer_is_the_one_for_a_page_that_does_not_exist()
    {
        var (handover, _) = await AskedAsync();
        var (_, stranger) = await AskedAsync();
        using var visitor = host.Portal.VisitAs(stranger);
        var nothing = await visitor.GetAsync($"/handovers/{Guid.NewGuid()}");
        foreach (var address in new[] { handover.Address, handover.Case.Address })
        {
            var hidden = await visitor.GetAsync(address);
            Assert.Equal((HttpStatusCode.NotFound, nothing.Text), (hidden.Status, hidden.Text));
            Assert.False(hidden.Has("main form"));
        }
    }

    [Theory]
    [InlineData("https://evil.example/", "/worklist")]
    [InlineData("//evil.example/", "/worklist")]
    [InlineData("/cases", "/cases")]
    public async Task Only_pages_of_the_portal_are_returned_to(string wanted, string reached)
    {
        var (handover, user) = await AskedAsync();
        using var visitor = host.Portal.VisitAs(user);
        var missing = await visitor.GetAsync(handover.Address);
        Assert.Equal(reached, (await missing.Form().Force("returnUrl", wanted).SendAsync("Weiter als")).Location);
    }

    /// <summary>A handover to an actor, and somebody who works there and wears another hat elsewhere at the moment.</summary>
    private async Task<(TownHandover Handover, TestUser User)> AskedAsync(Role role = Role.CaseWorker)
    {
        var town = await host.TownAsync();
        var weber = await town.WorkerAsync("jobcenter");
        var handover = await (await town.CaseAsync(await town.CoordinatorAsync())).HandOverAsync(weber);
        var elsewhere = await host.TownAsync("Anderswo");
        var user = await elsewhere.UserAsync(role, await elsewhere.ActorAsync("jobcenter", "Jobcenter Anderswo"), "J. Kaya");
        await host.Portal.AsNobodyAsync(db =>
        {
            db.Add(Membership.Begin(user.Id, Role.CaseWorker, town.Tenant.Id, weber.Actor!.Id, DateTimeOffset.UnixEpoch.AddYears(55)));
            return db.SaveChangesAsync();
        });
        return (handover, user);
    }
}
