using System.Net;
using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace IntegrationPortal.Web.Tests.Features.Staff;

public sealed class InvitationTests(PortalHost host)
{
    private const string Password = "ein langer neuer Satz";

    [Fact]
    public async Task An_invited_person_makes_an_account_with_the_link_and_works_for_the_actor()
    {
        var (town, jobcenter, coordinator) = await TownAsync(host.Portal);
        var address = Address();
        var sent = await InviteAsync(coordinator, jobcenter, address, Role.CaseWorker);
        Assert.Contains("Die Einladung ist unterwegs.", sent.Text, StringComparison.Ordinal);
        Assert.Contains(address, sent.Text, StringComparison.Ordinal);

        using var invited = host.Portal.Visitor();
        var page = await invited.GetAsync(await Mailbox.LastLinkAsync(host.Portal, address));
        Assert.Contains("für Jobcenter Musterstadt (Musterstadt)", page.Text, StringComparison.Ordinal);
        var welcome = await FillAsync(page, "Nguyễn Thị Ánh");
        Assert.Equal("/worklist", welcome.Location);
        Assert.Contains("Fachkraft, Jobcenter Musterstadt", (await invited.GetAsync("/account")).Text, StringComparison.Ordinal);

        var staff = await coordinator.GetAsync($"/actors/{jobcenter.Id}/staff");
        Assert.Contains("Nguyễn Thị Ánh", staff.Text, StringComparison.Ordinal);
        Assert.Contains("Es gibt keine offenen Einladungen.", staff.Text, StringComparison.Ordinal);
        Assert.NotNull(town);
    }

    [Fact]
    public async Task The_link_works_once_and_says_so_the_second_time()
    {
        var (_, jobcenter, coordinator) = await TownAsync(host.Portal);
        var address = Address();
        await InviteAsync(coordinator, jobcenter, address, Role.CaseWorker);
        var link = await Mailbox.LastLinkAsync(host.Portal, address);
        using var first = host.Portal.Visitor();
        using var second = host.Portal.Visitor();
        var stale = await second.GetAsync(link);
        await FillAsync(await first.GetAsync(link), "L. Brandt");

        var late = await FillAsync(stale, "Somebody else");
        Assert.Equal(HttpStatusCode.Gone, late.Status);
        Assert.Contains("Diese Einladung wurde schon benutzt.", late.Text, StringComparison.Ordinal);
        Assert.Contains("schon benutzt", (await second.GetAsync(link)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_accept_at_the_same_moment_one_gets_the_account()
    {
        var (town, jobcenter, coordinator) = await TownAsync(host.Portal);
        var address = Address();
        await InviteAsync(coordinator, jobcenter, address, Role.CaseWorker);
        var link = await Mailbox.LastLinkAsync(host.Portal, address);
        var pages = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => host.Portal.Visitor().GetAsync(link)));
        var answers = await Task.WhenAll(pages.Select((p, i) => FillAsync(p, $"Nummer {i}")));
        Assert.Single(answers, a => a.Location == "/worklist");
        Assert.All(answers.Where(a => a.Location is null), a => Assert.True((int)a.Status is 409 or 410 or 422, a.Status.ToString()));
        Assert.Equal(1, await MembersAsync(town, jobcenter));
    }

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
    public async Task A_revoked_invitation_opens_nothing()
    {
        var (_, jobcenter, coordinator) = await TownAsync(host.Portal);
        var address = Address();
        await InviteAsync(coordinator, jobcenter, address, Role.CaseWorker);
        var link = await Mailbox.LastLinkAsync(host.Portal, address);
        var staff = await coordinator.GetAsync($"/actors/{jobcenter.Id}/staff");
        var revoked = await staff.Form("form[action$='/revoke']").SubmitAsync();
        Assert.Contains("Die Einladung ist zurückgezogen.", revoked.Text, StringComparison.Ordinal);
        using var invited = host.Portal.Visitor();
        Assert.Contains("wurde zurückgenommen", (await invited.GetAsync(link)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_lapses_after_fourteen_days_and_can_then_be_sent_again()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
        await using var portal = host.Start(s => s.Use(clock));
        var (town, jobcenter, coordinator) = await TownAsync(portal);
        var address = Address();
        await InviteAsync(coordinator, jobcenter, address, Role.CaseWorker);
        var link = await Mailbox.LastLinkAsync(portal, address);
        clock.Advance(TimeSpan.FromDays(14));
        using var invited = portal.Visitor();
        Assert.Contains("ist abgelaufen", (await invited.GetAsync(link)).Text, StringComparison.Ordinal);

        using var back = await portal.SignInAsync(await town.CoordinatorAsync());
        Assert.Contains("unterwegs", (await InviteAsync(back, jobcenter, address, Role.CaseWorker)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await invited.GetAsync(await Mailbox.LastLinkAsync(portal, address))).Status);
    }

    [Fact]
    public async Task Somebody_with_an_account_signs_in_and_gets_a_second_hat()
    {
        var (town, jobcenter, coordinator) = await TownAsync(host.Portal);
        var user = await town.UserAsync(Role.CaseWorker, await town.ActorAsync("mbe", "Beratung"));
        await InviteAsync(coordinator, jobcenter, user.Email, Role.ActorManager);
        var link = await Mailbox.LastLinkAsync(host.Portal, user.Email);
        using var visitor = host.Portal.Visitor();
        Assert.Contains("Zu dieser E-Mail-Adresse gibt es schon ein Konto.", (await visitor.GetAsync(link)).Text, StringComparison.Ordinal);

        using var other = await host.Portal.SignInAsync(await town.CoordinatorAsync());
        Assert.Contains("mit einem anderen Konto angemeldet", (await other.GetAsync(link)).Text, StringComparison.Ordinal);

        await visitor.SignInAsync(user);
        Assert.Equal("/worklist", (await (await visitor.GetAsync(link)).Form("main form").SendAsync()).Location);
        var profile = await visitor.GetAsync("/account");
        Assert.Contains("Leitung, Jobcenter Musterstadt", profile.Text, StringComparison.Ordinal);
        Assert.Contains("Fachkraft, Beratung", profile.Text, StringComparison.Ordinal);

        Assert.Contains("hat die Rolle bei diesem Akteur schon", (await InviteAsync(coordinator, jobcenter, user.Email, Role.ActorManager)).Text, StringComparison.Ordinal);
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
        var after = await staff.Form("form[action$='/end']").SubmitAsync();
        Assert.Contains("Die Mitgliedschaft ist beendet.", after.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ş. Ağca", after.Text, StringComparison.Ordinal);
        Assert.False((await coordinator.GetAsync($"/actors/{town.Coordination.Id}/staff")).Has("form[action$='/end']"));
        Assert.NotNull(worker);
    }

    private static string Address() => $"new{Guid.NewGuid():N}@test.example";

    private static async Task<(Town Town, Actor Jobcenter, Visitor Coordinator)> TownAsync(RunningPortal portal)
    {
        var town = await Town.CreateAsync(portal);
        var jobcenter = await town.ActorAsync("jobcenter", "Jobcenter Musterstadt");
        return (town, jobcenter, await portal.SignInAsync(await town.CoordinatorAsync()));
    }

    private static async Task<Page> InviteAsync(Visitor by, Actor actor, string address, Role role) =>
        await (await by.GetAsync($"/actors/{actor.Id}/staff/invite")).Form("main form")
            .Fill("Form.Email", address).Fill("Form.Role", role.ToString()).Fill("Form.Language", "de").SubmitAsync();

    private static Task<Page> FillAsync(Page page, string name) => page.Form("main form")
        .Fill("Form.DisplayName", name).Fill("Form.NewPassword", Password).Fill("Form.Repeat", Password).SendAsync();

    private Task<int> MembersAsync(Town town, Actor actor) => host.Portal.AsNobodyAsync(db =>
        db.Memberships.CountAsync(m => m.TenantId == town.Tenant.Id && m.ActorId == actor.Id));
}
