using System.Net;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Tests.Features.Staff;
using IntegrationPortal.Web.Tests.Testing;
using IntegrationPortal.Web.Tests.Walls;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.Coordinations;

/// <summary>Foundation, facilitators, evaluation, board and operations come in by an invitation of operations.</summary>
public sealed class PortalRolesTests(PortalHost host)
{
    [Theory]
    [InlineData(Role.FoundationStaff, "/programme")]
    [InlineData(Role.ProcessFacilitator, "/programme")]
    [InlineData(Role.Evaluator, "/evaluation")]
    [InlineData(Role.AdvisoryBoard, "/programme/board")]
    [InlineData(Role.Administrator, "/admin")]
    public async Task Somebody_is_invited_to_a_role_of_the_portal_and_works_in_it(Role role, string page)
    {
        var inviting = await TestUser.CreateAsync(host.Portal, Role.Administrator);
        var there = await TestUser.CreateAsync(host.Portal, role);
        using var operations = host.Portal.VisitAs(inviting);
        var address = Inviting.Address();
        Assert.Contains(address, (await InviteAsync(operations, address, role)).Text, StringComparison.Ordinal);

        using var invited = host.Portal.Visitor();
        var accept = await invited.GetAsync(await Mailbox.LastLinkAsync(host.Portal, address));
        Assert.Contains("Sie sind eingeladen, im Integrationsportal mitzuarbeiten.", accept.Text, StringComparison.Ordinal);
        Assert.Equal("/worklist", (await Inviting.FillAsync(accept, "N. Neu")).Location);
        Assert.Equal(HttpStatusCode.OK, (await invited.OpenAsync("/worklist")).Status);
        Assert.Equal(HttpStatusCode.OK, (await invited.OpenAsync(page)).Status);
        Assert.DoesNotContain(address, (await operations.GetAsync("/admin/accounts/invite")).Text, StringComparison.Ordinal);

        Assert.Contains(MailTemplate.PortalRoleTaken, (await Mailbox.ForAsync(host.Portal, inviting.Id)).Select(m => m.Template));
        if (role != Role.Administrator)
            Assert.Contains(MailTemplate.ColleagueJoined, (await Mailbox.ForAsync(host.Portal, there.Id)).Select(m => m.Template));
        var user = await host.Portal.AsNobodyAsync(db => db.Users.SingleAsync(u => u.Email == address));
        var trail = await BeyondWalls.ReadAsync(host, Guid.Empty, db => db.AuditEntries.AsNoTracking()
            .Where(e => e.UserId == user.Id).Select(e => e.Table + " " + e.Change).ToListAsync());
        Assert.Equal(["membership Added", "portal_invitation Modified", "portal_user Added"], trail.Order());
    }

    [Fact]
    public async Task Sending_twice_makes_one_and_a_revoked_one_opens_nothing()
    {
        using var operations = host.Portal.VisitAs(await TestUser.CreateAsync(host.Portal, Role.Administrator));
        var address = Inviting.Address();
        var form = (await operations.GetAsync("/admin/accounts/invite")).Form("main form")
            .Fill("Form.Email", address).Fill("Form.Role", "Evaluator").Fill("Form.Language", "de");
        await form.SendAsync();
        await form.SendAsync();
        var link = await Mailbox.LinkAsync(host.Portal, Assert.Single(await Mailbox.ForAsync(host.Portal, address)));
        Assert.Equal(HttpStatusCode.Conflict, (await InviteAsync(operations, address, Role.Evaluator)).Status);

        var open = await host.Portal.InScopeAsync(s => s.Enter(Guid.NewGuid(), null, null, Role.Administrator), db => db.PortalInvitations.SingleAsync(i => i.Address == address));
        await (await operations.GetAsync("/admin/accounts/invite")).Form($"form[action='/admin/accounts/invitations/{open.Id}/revoke']").SubmitAsync();
        using var invited = host.Portal.Visitor();
        Assert.Equal(HttpStatusCode.Gone, (await invited.GetAsync(link)).Status);
        Assert.Contains("unterwegs", (await InviteAsync(operations, address, Role.Evaluator)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Operations_do_not_invite_themselves_nor_to_a_role_of_a_municipality()
    {
        var own = await TestUser.CreateAsync(host.Portal, Role.Administrator);
        using var operations = host.Portal.VisitAs(own);
        Assert.Contains("nicht selbst einladen", (await InviteAsync(operations, own.Email, Role.Evaluator)).Text, StringComparison.Ordinal);
        var forced = (await operations.GetAsync("/admin/accounts/invite")).Form("main form").Fill("Form.Email", Inviting.Address());
        Assert.Equal(HttpStatusCode.Conflict, (await forced.Force("Form.Role", "Coordinator").SendAsync()).Status);
        using var coordinator = host.Portal.VisitAs(await (await host.TownAsync()).CoordinatorAsync());
        Assert.Equal(HttpStatusCode.Forbidden, (await coordinator.GetAsync("/admin/accounts/invite")).Status);
    }

    private static async Task<Page> InviteAsync(Visitor operations, string address, Role role) =>
        await (await operations.GetAsync("/admin/accounts/invite")).Form("main form")
            .Fill("Form.Email", address).Fill("Form.Role", role.ToString()).Fill("Form.Language", "de").SubmitAsync();
}
