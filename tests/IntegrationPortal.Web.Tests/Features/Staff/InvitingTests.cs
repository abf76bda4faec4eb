using System.Net;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;
using static IntegrationPortal.Web.Tests.Features.Staff.Inviting;

namespace IntegrationPortal.Web.Tests.Features.Staff;

/// <summary>Who invites whom to which actor, and the list of its staff.</summary>
public sealed class InvitingTests(PortalHost host)
{
    [Fact]
    public async Task Sending_the_form_twice_makes_one_invitation_and_one_mail()
    {
        var (_, jobcenter, coordinator) = await TownAsync(host.Portal);
        var address = Address();
        var form = (await coordinator.GetAsync($"/actors/{jobcenter.Id}/staff/invite")).Form("main form")
            .Fill("Form.Email", address).Fill("Form.Role", "CaseWorker").Fill("Form.Language", "en");
        Assert.Equal(HttpStatusCode.SeeOther, (await form.SendAsync()).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await form.SendAsync()).Status);
        var mail = Assert.Single(await Mailbox.ForAsync(host.Portal, address));
        Assert.Equal("en", mail.Language);

        var again = await InviteAsync(coordinator, jobcenter, address, Role.CaseWorker);
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains("schon eine Einladung unterwegs", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manager_invites_to_the_own_actor_and_sees_no_other_staff()
    {
        var (town, jobcenter, _) = await TownAsync(host.Portal);
        using var manager = await host.Portal.SignInAsync(await town.UserAsync(Role.ActorManager, jobcenter));
        Assert.Contains("unterwegs", (await InviteAsync(manager, jobcenter, Address(), Role.CaseWorker)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync($"/actors/{town.Coordination.Id}/staff")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync($"/actors/{town.Coordination.Id}/staff/invite")).Status);

        var elsewhere = await Town.CreateAsync(host.Portal);
        using var stranger = await host.Portal.SignInAsync(await elsewhere.CoordinatorAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/actors/{jobcenter.Id}/staff")).Status);
    }

    [Fact]
    public async Task A_role_that_was_not_offered_is_refused_whatever_the_form_says()
    {
        var (_, jobcenter, coordinator) = await TownAsync(host.Portal);
        foreach (var role in new[] { Role.Administrator, Role.Coordinator, Role.DataProtectionOfficer })
        {
            var form = (await coordinator.GetAsync($"/actors/{jobcenter.Id}/staff/invite")).Form("main form");
            var answer = await form.Fill("Form.Email", Address()).Force("Form.Role", role.ToString()).SendAsync();
            Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("no address")]
    [InlineData("a@test.example\r\nBcc: b@test.example")]
    [InlineData("a@test.example, b@test.example")]
    [InlineData("<script>@test.example")]
    public async Task What_is_no_address_is_refused_at_the_field(string address)
    {
        var (_, jobcenter, coordinator) = await TownAsync(host.Portal);
        var answer = await InviteAsync(coordinator, jobcenter, address, Role.CaseWorker);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal("true", answer.Document.QuerySelector("input[name='Form.Email']")!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task An_ended_membership_leaves_the_list_and_nobody_ends_the_own()
    {
        var (town, jobcenter, coordinator) = await TownAsync(host.Portal);
        var worker = await town.UserAsync(Role.CaseWorker, jobcenter, "Ş. Ağca");
        var staff = await coordinator.GetAsync($"/actors/{jobcenter.Id}/staff");
        Assert.Contains("Ş. Ağca", staff.Text, StringComparison.Ordinal);
        // One click asks, and says whose membership it is; the second does it.
        var asked = await coordinator.GetAsync(staff.Document.QuerySelector("main a[href$='/end']")!.GetAttribute("href")!);
        Assert.Equal("Mitgliedschaft von Ş. Ağca beenden?", asked.Heading);
        Assert.Contains("Ş. Ağca", (await coordinator.GetAsync($"/actors/{jobcenter.Id}/staff")).Text, StringComparison.Ordinal);
        var after = await asked.Form("main form").SubmitAsync();
        Assert.Contains("Die Mitgliedschaft ist beendet.", after.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ş. Ağca", after.Text, StringComparison.Ordinal);
        Assert.False((await coordinator.GetAsync($"/actors/{town.Coordination.Id}/staff")).Has("main a[href$='/end']"));
        Assert.NotNull(worker);
    }
}
