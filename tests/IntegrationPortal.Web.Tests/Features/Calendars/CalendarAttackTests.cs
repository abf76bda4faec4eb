using System.Net;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using static IntegrationPortal.Web.Tests.Features.Calendars.CalendarAddress;

namespace IntegrationPortal.Web.Tests.Features.Calendars;

/// <summary>The address opens what its owner would see now, and nothing to anybody once it was revoked.</summary>
public sealed class CalendarAttackTests(PortalHost host)
{
    [Theory]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("%2e%2e%2f%27%20or%201=1--%3Cscript%3E")]
    public async Task A_made_up_address_opens_nothing(string token)
    {
        Assert.Equal(HttpStatusCode.NotFound, (await host.Portal.ReadAsync($"/calendar/{token}.ics")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Portal.ReadAsync($"/calendar/{string.Concat(Enumerable.Repeat("A", 4000))}.ics")).Status);
    }

    [Fact]
    public async Task Clicked_several_times_at_once_it_is_one_address_and_a_new_one_ends_it()
    {
        var user = await (await host.TownAsync()).CoordinatorAsync();
        using var visitor = host.Portal.VisitAs(user);
        var first = (await visitor.GetAsync(OwnPage)).Form(MakeForm);
        Assert.All(await Task.WhenAll(first.SendAsync(), first.SendAsync(), first.SendAsync()), a => Assert.Equal(OwnPage, a.Location));
        var address = Shown(await visitor.GetAsync(OwnPage));
        Assert.Equal(HttpStatusCode.OK, (await host.Portal.ReadAsync(address)).Status);
        var page = await visitor.GetAsync(OwnPage);
        Assert.False(page.Has(".portal-key"));
        Assert.Single(await Mailbox.ForAsync(host.Portal, user.Id));

        var renewed = Shown(await page.Form(MakeForm).SubmitAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await host.Portal.ReadAsync(address)).Status);
        Assert.Equal(HttpStatusCode.OK, (await host.Portal.ReadAsync(renewed)).Status);
    }

    [Fact]
    public async Task Revoked_it_is_gone_and_no_page_of_before_brings_it_back()
    {
        using var visitor = host.Portal.VisitAs(await (await host.TownAsync()).CoordinatorAsync());
        var form = (await visitor.GetAsync(OwnPage)).Form(MakeForm);
        var made = await form.SubmitAsync();
        var address = Shown(made);
        var revoke = made.Form("form[action$='/revoke']");
        Assert.Contains("ist widerrufen", (await revoke.SubmitAsync()).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await revoke.SendAsync()).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Portal.ReadAsync(address)).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await form.SendAsync()).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Portal.ReadAsync(address)).Status);
    }

    [Fact]
    public async Task Nobody_makes_revokes_or_reads_through_that_of_somebody_else()
    {
        var town = await host.TownAsync();
        var (owner, other) = (await town.CoordinatorAsync(), await (await host.TownAsync("Anderstadt")).CoordinatorAsync());
        var path = await town.CaseAsync(owner);
        using var visitor = host.Portal.VisitAs(owner);
        using var stranger = host.Portal.VisitAs(other);
        var page = await visitor.GetAsync(OwnPage);
        var theirs = page.Form(MakeForm).Fields.Single(f => f.Key == "made").Value;
        Assert.Equal(HttpStatusCode.BadRequest, (await (await stranger.GetAsync(OwnPage)).Form(MakeForm).Force("made", theirs).SendAsync()).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await (await stranger.GetAsync(OwnPage)).Form(MakeForm).Force("made", "guess").SendAsync()).Status);
        var own = await stranger.MakeCalendarAsync();
        var address = Shown(await page.Form(MakeForm).SubmitAsync());
        await (await stranger.GetAsync(OwnPage)).Form("form[action$='/revoke']").SubmitAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await host.Portal.ReadAsync(own)).Status);
        Assert.Contains(await host.Portal.DaysAsync(address), d => d.Link == $"/cases/{path.Id}");
        // In the browser of somebody else it shows what it shows everybody.
        Assert.Equal((await host.Portal.ReadAsync(address)).Body, (await stranger.GetAsync(address)).Body);
        Assert.DoesNotContain(path.Id.ToString(), (await host.Portal.ReadAsync(await stranger.MakeCalendarAsync())).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_ends_with_the_role_with_a_lock_and_with_a_new_password_and_does_not_come_back()
    {
        var town = await host.TownAsync();
        var (left, locked, changed) = (await town.CoordinatorAsync("A. Weg"), await town.CoordinatorAsync("B. Zu"), await town.CoordinatorAsync("C. Neu"));
        var addresses = new List<string>();
        foreach (var user in new[] { left, locked, changed })
        {
            using var visitor = host.Portal.VisitAs(user);
            addresses.Add(await visitor.MakeCalendarAsync());
        }

        await host.Portal.AsNobodyAsync(async db =>
        {
            (await db.Memberships.AsTracking().SingleAsync(m => m.UserId == left.Id)).EndWithAccount(left.Id, town.Now);
            return await db.SaveChangesAsync();
        });
        foreach (var locks in new[] { true, false })
        {
            await host.Portal.InScopeAsync(s => s.Enter(Guid.NewGuid(), null, null, Role.Administrator), async db =>
            {
                var account = await db.Users.AsTracking().SingleAsync(u => u.Id == locked.Id);
                if (locks)
                    account.Lock();
                else
                    account.Unlock();
                return await db.SaveChangesAsync();
            });
            Assert.Equal(HttpStatusCode.NotFound, (await host.Portal.ReadAsync(addresses[1])).Status);
        }

        using var owner = host.Portal.VisitAs(changed);
        await (await owner.GetAsync("/account/password")).Form("main form").Fill("CurrentPassword", changed.Password)
            .Fill("NewPassword", "ein langer neuer Satz").Fill("Repeat", "ein langer neuer Satz").SubmitAsync();
        await Assert.AllAsync(addresses, async address => Assert.Equal(HttpStatusCode.NotFound, (await host.Portal.ReadAsync(address)).Status));
        Assert.Contains("gilt nicht mehr", (await owner.GetAsync(OwnPage)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await host.Portal.ReadAsync(await owner.MakeCalendarAsync())).Status);
    }

    [Fact]
    public async Task Whoever_owes_a_second_factor_sees_nothing_in_it_either()
    {
        var user = await (await host.TownAsync()).CoordinatorAsync();
        using var visitor = host.Portal.VisitAs(user);
        var address = await visitor.MakeCalendarAsync();
        await using var strict = host.Start(settings: new Dictionary<string, string> { ["Portal:SecondFactor:RequiredFor"] = nameof(Role.Coordinator) });
        Assert.Equal(HttpStatusCode.NotFound, (await strict.ReadAsync(address)).Status);
    }
}
