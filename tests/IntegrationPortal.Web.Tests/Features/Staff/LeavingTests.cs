using System.Net;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Features.Staff;

/// <summary>Whoever leaves leaves nothing on a desk that the colleagues cannot reach.</summary>
public sealed class LeavingTests(PortalHost host)
{
    [Theory]
    [InlineData("the coordination ends the membership")]
    [InlineData("the manager ends the membership")]
    [InlineData("operations close the account")]
    public async Task The_colleague_goes_on_with_what_lay_with_the_one_who_left(string how)
    {
        var town = await host.TownAsync();
        var brandt = await town.CoordinatorAsync();
        var yildiz = await town.WorkerAsync("language_course_provider", "E. Yıldız");
        var haas = await town.UserAsync(Role.CaseWorker, yildiz.Actor, "P. Haas");
        var path = await town.CaseAsync(brandt, c => c.Following("T3-SPRACHE"));
        var handover = await path.HandOverAsync(yildiz, h => h.Until(HandoverState.Accepted));
        using var colleague = host.Portal.VisitAs(haas);
        Assert.False((await colleague.OpenAsync(handover.Address)).Has("form[action$='/arrive'], form[action$='/take']"));
        Assert.Contains("liegt bei E. Yıldız", (await colleague.OpenAsync("/handovers?box=in")).Text);

        await LeaveAsync(town, brandt, yildiz, how);

        Assert.DoesNotContain("Yıldız", (await colleague.OpenAsync("/handovers?box=in")).Text);
        var page = await colleague.OpenAsync(handover.Address);
        Assert.DoesNotContain("Die Übergabe liegt bei", page.Text);
        Assert.True(page.Has("form[action$='/take']"));
        var arrived = await page.Form("form[action$='/arrive']").SubmitAsync();
        Assert.Contains("angekommen", arrived.Text);
        var completed = await (await colleague.OpenAsync(handover.Address + "/complete")).Form("form[action$='/complete']").Fill("Text", "Eingestuft: B1.").SubmitAsync();
        Assert.Contains("abgeschlossen", completed.Text);
        var seen = (await handover.SeenByAsync(brandt))!;
        Assert.Equal((HandoverState.Completed, null), (seen.State, seen.AssigneeUserId));
        Assert.Equal(StepState.Done, (await path.SeenByAsync(brandt))!.Step(seen.Steps[0].StepId).State);
    }

    private async Task LeaveAsync(Town town, TestUser coordinator, TestUser who, string how)
    {
        if (how.StartsWith("operations", StringComparison.Ordinal))
        {
            using var operations = await host.Portal.SignInAsync(await TestUser.CreateAsync(host.Portal, Role.Administrator));
            var accounts = await operations.GetAsync("/admin/accounts?search=" + who.Email);
            var token = accounts.Form("main form[method=post]").Fields.Single(f => f.Key == "__RequestVerificationToken").Value;
            Assert.Equal(HttpStatusCode.SeeOther, (await operations.PostAsync($"/admin/accounts/{who.Id}/close", ("__RequestVerificationToken", token))).Status);
            return;
        }

        using var ends = host.Portal.VisitAs(how.Contains("manager", StringComparison.Ordinal) ? await town.UserAsync(Role.ActorManager, who.Actor, "M. Leitner") : coordinator);
        await (await ends.OpenAsync($"/actors/{who.Actor!.Id}/staff/{who.Hat!.Id}/end")).Form("main form").SubmitAsync();
    }
}
