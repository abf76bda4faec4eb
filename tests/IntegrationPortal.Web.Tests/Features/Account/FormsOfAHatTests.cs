using System.Net;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Features.Staff;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.Account;

/// <summary>A page stays open while its reader puts on another hat in another tab.</summary>
public sealed class FormsOfAHatTests(PortalHost host)
{
    [Fact]
    public async Task A_form_of_one_town_is_not_saved_in_another_and_what_was_written_can_be_read()
    {
        var (here, there, visitor) = await TwoTownsAsync();
        using var _ = visitor;
        var form = (await visitor.GetAsync("/cases/new")).Form("main form[action='/cases/new']").Fill("OfficialName", "Tesfay Kidane").Fill("InterpreterNote", "am liebsten\nTigrinya");
        await PutOnAsync(visitor, there);

        var refused = await form.SendAsync();
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Sie haben inzwischen die Rolle gewechselt: Jetzt gilt „Koordination Viersen“", refused.Text, StringComparison.Ordinal);
        var typed = refused.Document.QuerySelector("main dl")!;
        Assert.Contains("Tesfay Kidane", typed.TextContent, StringComparison.Ordinal);
        Assert.Contains("am liebsten\nTigrinya", typed.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("__RequestVerificationToken", refused.Body, StringComparison.Ordinal);
        foreach (var town in new[] { here, there })
            Assert.Equal(0, await host.Portal.InMunicipalityAsync(town.Tenant.Id, db => db.CasePaths.CountAsync()));

        await PutOnAsync(visitor, here);
        Assert.NotEqual(HttpStatusCode.Conflict, (await form.SendAsync()).Status);
    }

    [Fact]
    public async Task A_script_that_sends_such_a_form_is_told_why()
    {
        var (_, there, visitor) = await TwoTownsAsync();
        using var __ = visitor;
        var form = (await visitor.GetAsync("/cases/new")).Form("main form[action='/cases/new']");
        await PutOnAsync(visitor, there);
        visitor.Headers.Accept.Clear();
        visitor.Headers.Accept.ParseAdd("application/json");
        var refused = await form.SendAsync();
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("\"message\":\"Sie haben inzwischen", refused.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("form[action='/preferences/theme']", "/worklist")]
    [InlineData("form[action='/account/hat']", "/worklist")]
    [InlineData("form[action='/account/logout']", "/account/login")]
    public async Task What_belongs_to_the_person_goes_from_a_page_of_any_hat(string selector, string reached)
    {
        var (_, there, visitor) = await TwoTownsAsync();
        using var __ = visitor;
        var page = await visitor.GetAsync("/worklist");
        await PutOnAsync(visitor, there);
        var button = selector.Contains("theme", StringComparison.Ordinal) ? "dark" : selector.Contains("hat", StringComparison.Ordinal) ? "Koordination Viersen" : null;
        Assert.Equal(reached, (await page.Form(selector).SendAsync(button)).Location);
    }

    [Fact]
    public async Task An_invitation_is_accepted_from_a_page_of_any_hat()
    {
        var (here, there, visitor) = await TwoTownsAsync();
        using var _ = visitor;
        var email = (await visitor.GetAsync("/account")).Document.QuerySelectorAll("main dd").Select(d => d.TextContent).Single(t => t.Contains('@', StringComparison.Ordinal));
        using var boss = host.Portal.VisitAs(await here.CoordinatorAsync());
        await Inviting.InviteAsync(boss, await here.ActorAsync("jobcenter", "Jobcenter Krefeld"), email, Role.CaseWorker);
        var page = await visitor.GetAsync(await Mailbox.LastLinkAsync(host.Portal, email));
        await PutOnAsync(visitor, there);
        Assert.Contains("Jobcenter Krefeld", (await page.Form().SubmitAsync()).Text, StringComparison.Ordinal);
    }

    private async Task<(Town Here, Town There, Visitor Visitor)> TwoTownsAsync()
    {
        var here = await Town.CreateAsync(host.Portal, "Krefeld");
        var there = await Town.CreateAsync(host.Portal, "Viersen");
        var user = await here.CoordinatorAsync();
        await host.Portal.AsNobodyAsync(db =>
        {
            db.Add(Membership.Begin(user.Id, Role.Coordinator, there.Tenant.Id, there.Coordination.Id, DateTimeOffset.UnixEpoch.AddYears(55)));
            return db.SaveChangesAsync();
        });
        return (here, there, host.Portal.VisitAs(user));
    }

    private static async Task PutOnAsync(Visitor visitor, Town town)
    {
        var done = await (await visitor.GetAsync("/account")).Form("main form[action='/account/hat']").SendAsync($"Koordination {town.Tenant.Name}");
        Assert.Equal(HttpStatusCode.SeeOther, done.Status);
    }
}
