using System.Net;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Outbox;
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

    [Fact]
    public async Task To_a_kind_of_actor_without_access_nobody_is_invited_and_the_page_says_why()
    {
        var (town, jobcenter, coordinator) = await TownAsync(host.Portal);
        var court = await town.ActorAsync("family_court", "Familiengericht");
        var staff = await coordinator.GetAsync($"/actors/{court.Id}/staff");
        Assert.Contains("haben keinen Zugang zum Portal", staff.Text, StringComparison.Ordinal);
        Assert.False(staff.Has("main a[href$='/invite']"));
        Assert.Equal(HttpStatusCode.Conflict, (await coordinator.GetAsync($"/actors/{court.Id}/staff/invite")).Status);
        var address = Address();
        var form = (await coordinator.GetAsync($"/actors/{jobcenter.Id}/staff/invite")).Form("main form").Fill("Form.Email", address).Fill("Form.Role", "CaseWorker");
        var refused = await coordinator.PostAsync($"/actors/{court.Id}/staff/invite", [.. form.Fields.Select(f => (f.Key, f.Value))]);
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Familiengericht", refused.Text, StringComparison.Ordinal);
        Assert.Empty(await Mailbox.ForAsync(host.Portal, address));
        Assert.Contains("haben keinen Zugang zum Portal", (await coordinator.GetAsync($"/actors/{court.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_invites_the_own_address_to_another_actor_and_the_own_office_keeps_its_volunteers_itself()
    {
        var (town, jobcenter, _) = await TownAsync(host.Portal);
        var brandt = await town.CoordinatorAsync();
        using var coordinator = await host.Portal.SignInAsync(brandt);
        var lotsen = await town.ActorAsync("volunteer_organisation", "Lotsen");
        foreach (var (actor, role) in new[] { (jobcenter, Role.CaseWorker), (lotsen, Role.VolunteerCoordinator), (town.Coordination, Role.DataProtectionOfficer) })
        {
            var refused = await InviteAsync(coordinator, actor, brandt.Email, role);
            Assert.Equal(HttpStatusCode.Conflict, refused.Status);
            Assert.Contains("nicht selbst einladen", refused.Text, StringComparison.Ordinal);
        }

        Assert.Contains("unterwegs", (await InviteAsync(coordinator, town.Coordination, brandt.Email, Role.VolunteerCoordinator)).Text, StringComparison.Ordinal);
        await (await coordinator.GetAsync(await Mailbox.LastLinkAsync(host.Portal, brandt.Email))).Form("main form").SendAsync();
        Assert.Contains("Ehrenamtskoordination, Koordination Musterstadt", (await coordinator.GetAsync("/account")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_both_coordination_and_data_protection_of_a_town()
    {
        var (town, _, coordinator) = await TownAsync(host.Portal);
        var officer = await town.UserAsync(Role.DataProtectionOfficer, town.Coordination, "D. Schutz");
        var other = await town.CoordinatorAsync("H. Krüger");
        foreach (var (address, role) in new[] { (officer.Email, Role.Coordinator), (other.Email, Role.DataProtectionOfficer) })
        {
            var refused = await InviteAsync(coordinator, town.Coordination, address, role);
            Assert.Equal(HttpStatusCode.Conflict, refused.Status);
            Assert.Contains("Die eine Rolle wacht über die andere", refused.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_address_of_a_closed_account_is_told_when_inviting_and_not_written_to()
    {
        var (_, jobcenter, coordinator) = await TownAsync(host.Portal);
        var gone = await TestUser.CreateAsync(host.Portal, Role.FoundationStaff);
        using var operations = host.Portal.VisitAs(await TestUser.CreateAsync(host.Portal, Role.Administrator));
        await (await operations.GetAsync($"/admin/accounts/{gone.Id}/close")).Form("main form").SendAsync();
        var refused = await InviteAsync(coordinator, jobcenter, gone.Email, Role.CaseWorker);
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Das Konto zu dieser Adresse ist geschlossen", refused.Text, StringComparison.Ordinal);
        Assert.Empty(await Mailbox.ForAsync(host.Portal, gone.Email));
    }

    [Fact]
    public async Task A_form_without_its_id_sends_nothing_instead_of_saying_that_it_did()
    {
        var (_, jobcenter, coordinator) = await TownAsync(host.Portal);
        var address = Address();
        var form = (await coordinator.GetAsync($"/actors/{jobcenter.Id}/staff/invite")).Form("main form")
            .Fill("Form.Email", address).Fill("Form.Role", "CaseWorker").Fill("Form.Language", "de").Force("Form.Id", Guid.Empty.ToString());
        Assert.Equal(HttpStatusCode.BadRequest, (await form.SendAsync()).Status);
        Assert.Empty(await Mailbox.ForAsync(host.Portal, address));
    }

    [Fact]
    public async Task The_officer_is_followed_by_another_and_both_are_told()
    {
        var (town, _, coordinator) = await TownAsync(host.Portal);
        var officer = await town.UserAsync(Role.DataProtectionOfficer, town.Coordination, "D. Schutz");
        var staff = $"/actors/{town.Coordination.Id}/staff";
        Assert.False((await coordinator.GetAsync(staff)).Has($"a[href$='/{officer.Hat!.Id}/end']"));
        var token = (await coordinator.GetAsync($"{staff}/invite")).Form("main form").Fields.Single(f => f.Key == "__RequestVerificationToken").Value;
        var refused = await coordinator.PostAsync($"{staff}/{officer.Hat.Id}/end", ("__RequestVerificationToken", token));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("die einzige Rolle Datenschutz", refused.Text, StringComparison.Ordinal);

        var next = await town.UserAsync(Role.DataProtectionOfficer, town.Coordination, "N. Folge");
        Assert.True((await coordinator.GetAsync(staff)).Has($"a[href$='/{officer.Hat.Id}/end']"));
        await (await coordinator.GetAsync($"{staff}/{officer.Hat.Id}/end")).Form("main form").SubmitAsync();
        foreach (var told in new[] { officer, next })
            Assert.Equal([MailTemplate.OfficerEnded], (await Mailbox.ForAsync(host.Portal, told.Id)).Select(m => m.Template));
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
