using System.Net;
using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using static IntegrationPortal.Web.Tests.Features.Staff.Inviting;

namespace IntegrationPortal.Web.Tests.Features.Staff;

/// <summary>The link in an invitation: what it opens, for whom, how often and how long.</summary>
public sealed class InvitationTests(PortalHost host)
{
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
    public async Task An_invitation_in_English_opens_English_pages_in_a_browser_that_has_chosen_nothing()
    {
        var (_, jobcenter, coordinator) = await TownAsync(host.Portal);
        var address = Address();
        await (await coordinator.GetAsync($"/actors/{jobcenter.Id}/staff/invite")).Form("main form")
            .Fill("Form.Email", address).Fill("Form.Role", "CaseWorker").Fill("Form.Language", "en").SubmitAsync();
        using var invited = host.Portal.Visitor();
        var page = await invited.GetAsync(await Mailbox.LastLinkAsync(host.Portal, address));
        Assert.Equal("en", page.Document.DocumentElement.GetAttribute("lang"));
        var again = await page.Form("main form").SendAsync();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "en"), (again.Status, again.Document.DocumentElement.GetAttribute("lang")));
        Assert.Equal("/worklist", (await FillAsync(again, "A. Newcomer")).Location);
        Assert.Equal("en", (await invited.GetAsync("/worklist")).Document.DocumentElement.GetAttribute("lang"));
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

        Assert.Contains("hat die Rolle schon", (await InviteAsync(coordinator, jobcenter, user.Email, Role.ActorManager)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_who_are_there_already_and_the_officer_are_told_that_somebody_joined_and_see_who()
    {
        var (town, jobcenter, coordinator) = await TownAsync(host.Portal);
        var colleague = await town.UserAsync(Role.CaseWorker, jobcenter, "T. Weber");
        var officer = await town.UserAsync(Role.DataProtectionOfficer, town.Coordination);
        var elsewhere = await town.WorkerAsync("mbe");
        var address = Address();
        await InviteAsync(coordinator, jobcenter, address, Role.CaseWorker);
        using var invited = host.Portal.Visitor();
        await FillAsync(await invited.GetAsync(await Mailbox.LastLinkAsync(host.Portal, address)), "N. Neu");

        var mail = Assert.Single(await Mailbox.ForAsync(host.Portal, colleague.Id));
        Assert.Equal(MailTemplate.ColleagueJoined, mail.Template);
        using var there = host.Portal.VisitAs(colleague);
        var page = await there.GetAsync(await Mailbox.LinkAsync(host.Portal, mail));
        Assert.Contains("N. Neu, Fachkraft", page.Document.QuerySelector("main ul:has(bdi)")!.TextContent, StringComparison.Ordinal);
        Assert.Equal([MailTemplate.AccessGranted], (await Mailbox.ForAsync(host.Portal, officer.Id)).Select(m => m.Template));
        Assert.Empty(await Mailbox.ForAsync(host.Portal, elsewhere.Id));
        using var other = host.Portal.VisitAs(elsewhere);
        Assert.DoesNotContain("N. Neu", (await other.GetAsync($"/actors/{jobcenter.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_invitations_to_both_sides_of_a_town_make_one_hat()
    {
        var (town, _, coordinator) = await TownAsync(host.Portal);
        var address = Address();
        await InviteAsync(coordinator, town.Coordination, address, Role.Coordinator);
        var coordinate = await Mailbox.LastLinkAsync(host.Portal, address);
        await InviteAsync(coordinator, town.Coordination, address, Role.DataProtectionOfficer);
        var watch = await Mailbox.LastLinkAsync(host.Portal, address);
        using var invited = host.Portal.Visitor();
        Assert.Equal("/worklist", (await FillAsync(await invited.GetAsync(watch), "N. Neu")).Location);
        var refused = await invited.GetAsync(coordinate);
        Assert.Equal(HttpStatusCode.Gone, refused.Status);
        Assert.Contains("Die eine Rolle wacht über die andere", refused.Text, StringComparison.Ordinal);
        Assert.Equal(2, await MembersAsync(town, town.Coordination));
    }

    [Fact]
    public async Task A_locked_account_is_told_so_instead_of_being_sent_to_a_sign_in_that_says_wrong()
    {
        var (_, jobcenter, coordinator) = await TownAsync(host.Portal);
        var user = await TestUser.CreateAsync(host.Portal, Role.FoundationStaff);
        await InviteAsync(coordinator, jobcenter, user.Email, Role.CaseWorker);
        using var operations = host.Portal.VisitAs(await TestUser.CreateAsync(host.Portal, Role.Administrator));
        await (await operations.GetAsync($"/admin/accounts?search={user.Email}")).Form($"form[action='/admin/accounts/{user.Id}/lock']").SendAsync();
        using var visitor = host.Portal.Visitor();
        var page = await visitor.GetAsync(await Mailbox.LastLinkAsync(host.Portal, user.Email));
        Assert.Equal(HttpStatusCode.Gone, page.Status);
        Assert.Contains("gesperrt oder geschlossen", page.Text, StringComparison.Ordinal);
    }

    private Task<int> MembersAsync(Town town, Actor actor) => host.Portal.AsNobodyAsync(db =>
        db.Memberships.CountAsync(m => m.TenantId == town.Tenant.Id && m.ActorId == actor.Id));
}
