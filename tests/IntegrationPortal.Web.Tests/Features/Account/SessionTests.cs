using System.Net;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Security;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace IntegrationPortal.Web.Tests.Features.Account;

public sealed class SessionTests(PortalHost host)
{
    [Fact]
    public async Task The_session_cookie_is_for_this_site_only_and_out_of_reach_of_scripts()
    {
        var user = await TestUser.CreateAsync(host.Portal, Role.FoundationStaff);
        using var visitor = await host.Portal.SignInAsync(user);
        var cookie = visitor.SetCookies.Single(c => c.StartsWith("portal=", StringComparison.Ordinal));
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_session_ends_after_thirty_idle_minutes()
    {
        var (portal, clock, visitor) = await SignedInAsync();
        await using var _ = portal;
        // Whenever a page was opened, its reader has thirty minutes from then on.
        foreach (var minutes in new[] { 29.9, 0.5, 29.9, 14, 29.9, 16, 29.9 })
        {
            clock.Advance(TimeSpan.FromMinutes(minutes));
            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/account")).Status);
        }
        clock.Advance(TimeSpan.FromMinutes(31.1));
        Assert.StartsWith("/account/login", (await visitor.GetAsync("/account")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_comes_too_late_is_told_to_be_lost_and_its_page_is_led_back_to()
    {
        var (portal, clock, visitor) = await SignedInAsync();
        await using var _ = portal;
        var form = (await visitor.GetAsync("/account/password")).Form("main form").Fill("CurrentPassword", "x");
        visitor.Headers.Referrer = new Uri(portal.Address, "/account/password");
        clock.Advance(TimeSpan.FromMinutes(32));
        var login = await form.SubmitAsync();
        Assert.Contains("Ihre letzte Eingabe wurde nicht gespeichert", login.Text, StringComparison.Ordinal);
        Assert.Equal("/account/password", login.Form("main form").Fields.Single(f => f.Key == "ReturnUrl").Value);
        Assert.DoesNotContain("wurde nicht gespeichert", (await visitor.GetAsync("/account/login")).Text, StringComparison.Ordinal);

        visitor.Headers.Referrer = new Uri("https://elsewhere.example/account/password");
        Assert.Equal("/account/login?late=true&returnUrl=", (await form.SendAsync()).Location);
    }

    [Fact]
    public async Task A_page_knows_when_its_session_ends_at_the_latest()
    {
        var (portal, clock, visitor) = await SignedInAsync();
        await using var _ = portal;
        clock.Advance(TimeSpan.FromMinutes(20));
        var bar = (await visitor.GetAsync("/account")).Document.QuerySelector(".portal-session")!;
        Assert.Equal(("1800", $"{(600 - 20) * 60}"), (bar.GetAttribute("data-idle"), bar.GetAttribute("data-most")));
        Assert.False((await portal.Visitor().GetAsync("/account/login")).Has(".portal-session"));
    }

    [Fact]
    public async Task A_session_ends_after_ten_hours_of_work()
    {
        var (portal, clock, visitor) = await SignedInAsync();
        await using var _ = portal;
        for (var minutes = 0; minutes < 600 - 20; minutes += 20)
        {
            clock.Advance(TimeSpan.FromMinutes(20));
            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/account")).Status);
        }
        clock.Advance(TimeSpan.FromMinutes(20));
        Assert.StartsWith("/account/login", (await visitor.GetAsync("/account")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_locked_account_is_signed_out_with_its_next_request()
    {
        var user = await TestUser.CreateAsync(host.Portal, Role.FoundationStaff);
        using var visitor = await host.Portal.SignInAsync(user);
        await ChangeAsync(user, u => u.LockoutEnd = DateTimeOffset.MaxValue);
        Assert.StartsWith("/account/login", (await visitor.GetAsync("/account")).Location, StringComparison.Ordinal);

        using var again = host.Portal.Visitor();
        var answer = await (await again.GetAsync("/account/login")).Form("main form").Fill("Email", user.Email).Fill("Password", user.Password).SendAsync();
        Assert.Contains("Dieses Konto ist gesperrt.", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_membership_that_ended_opens_nothing_with_the_next_request()
    {
        var town = await Town.CreateAsync(host.Portal);
        var boss = await town.CoordinatorAsync();
        var colleague = await town.CoordinatorAsync("M. Yıldız");
        using var visitor = await host.Portal.SignInAsync(colleague);
        var staff = $"/actors/{town.Coordination.Id}/staff";
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(staff)).Status);

        await host.Portal.AsNobodyAsync(async db =>
        {
            (await db.Memberships.SingleAsync(m => m.Id == colleague.Hat!.Id)).End(boss.Officer, false, DateTimeOffset.Parse("2026-01-01T00:00Z", null));
            return await db.SaveChangesAsync();
        });

        var refused = await visitor.GetAsync(staff);
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Contains("Ihre Mitgliedschaft ist beendet", refused.Text, StringComparison.Ordinal);
        Assert.Contains("zurzeit keine Rolle", (await visitor.GetAsync("/account")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_chosen_language_is_kept_with_the_account()
    {
        var user = await TestUser.CreateAsync(host.Portal, Role.FoundationStaff);
        using var visitor = await host.Portal.SignInAsync(user);
        var profile = await visitor.GetAsync("/account");
        var english = await profile.Form("form[action='/preferences/language']").Force("language", "en").SubmitAsync();
        Assert.Equal("My account", english.Heading);
        using var elsewhere = await host.Portal.SignInAsync(user);
        Assert.Equal("My account", (await elsewhere.GetAsync("/account")).Heading);
    }

    [Fact]
    public async Task A_link_followed_from_another_site_comes_again_from_the_portal_itself()
    {
        using var stranger = host.Portal.Visitor();
        foreach (var (name, value) in new[] { ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "document") })
            stranger.Headers.Add(name, value);
        var again = await stranger.GetAsync("/account?x=\"><script>");
        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Contains("http-equiv=\"refresh\"", again.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", again.Body, StringComparison.Ordinal);

        // A page with a form as well: drawn without cookies it could not be sent.
        foreach (var form in new[] { "/account/forgot-password", "/account/reset-password?token=x", "/invitations/accept?token=x", "/account/login" })
            Assert.Contains("http-equiv=\"refresh\"", (await stranger.GetAsync(form)).Body, StringComparison.Ordinal);
        Assert.Empty(stranger.SetCookies);
        Assert.Equal("Digitales Handbuch", (await stranger.GetAsync("/handbook")).Heading);

        stranger.Headers.Remove("Sec-Fetch-Site");
        stranger.Headers.Add("Sec-Fetch-Site", "same-origin");
        Assert.StartsWith("/account/login", (await stranger.GetAsync("/account")).Location, StringComparison.Ordinal);
    }

    private async Task<(RunningPortal Portal, FakeTimeProvider Clock, Visitor Visitor)> SignedInAsync()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 7, 0, 0, TimeSpan.Zero));
        var portal = host.Start(services => services.Use(clock));
        var user = await TestUser.CreateAsync(portal, Role.FoundationStaff);
        return (portal, clock, await portal.SignInAsync(user));
    }

    private Task<int> ChangeAsync(TestUser user, Action<PortalUser> change) => host.Portal.AsNobodyAsync(async db =>
    {
        change(await db.Users.SingleAsync(u => u.Id == user.Id));
        return await db.SaveChangesAsync();
    });
}
