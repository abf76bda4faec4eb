using System.Net;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Features.Account;

/// <summary>Signing out ends the session at the server, not only in the browser that signs out.</summary>
public sealed class SignOutTests(PortalHost host)
{
    [Fact]
    public async Task A_cookie_kept_from_before_signing_out_is_signed_out()
    {
        using var visitor = await host.Portal.SignInAsync(await TestUser.CreateAsync(host.Portal, Role.FoundationStaff));
        using var thief = Copy(visitor);
        Assert.Equal(HttpStatusCode.OK, (await thief.GetAsync("/account")).Status);

        await SignOutAsync(visitor);
        Assert.StartsWith("/account/login", (await thief.GetAsync("/account")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_ends_the_cookie_from_before_another_hat_and_leaves_other_devices_alone()
    {
        var town = await host.TownAsync();
        var user = await town.CoordinatorAsync();
        var second = Membership.Begin(user.Id, Role.VolunteerCoordinator, town.Tenant.Id, town.Coordination.Id, DateTimeOffset.UnixEpoch.AddYears(55));
        await host.Portal.AsNobodyAsync(db =>
        {
            db.Add(second);
            return db.SaveChangesAsync();
        });
        using var visitor = await host.Portal.SignInAsync(user);
        using var before = Copy(visitor);
        using var phone = await host.Portal.SignInAsync(user);
        await (await visitor.GetAsync("/account")).Form("main form[action='/account/hat']").SubmitAsync(second.Id.ToString());

        await SignOutAsync(visitor);
        Assert.StartsWith("/account/login", (await before.GetAsync("/account")).Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await phone.GetAsync("/account")).Status);
    }

    [Fact]
    public async Task Two_tabs_that_sign_out_at_once_are_both_signed_out()
    {
        using var visitor = await host.Portal.SignInAsync(await TestUser.CreateAsync(host.Portal, Role.FoundationStaff));
        using var tab = Copy(visitor);
        var forms = new[] { await visitor.GetAsync("/account"), await tab.GetAsync("/account") };
        var answers = await Task.WhenAll(forms.Select(f => f.Form("form[action='/account/logout']").SendAsync()));
        var later = await forms[1].Form("form[action='/account/logout']").SendAsync();
        Assert.All([.. answers, later], a => Assert.Equal("/account/login", a.Location));
    }

    [Fact]
    public async Task Nobody_else_signs_somebody_out()
    {
        using var visitor = await host.Portal.SignInAsync(await TestUser.CreateAsync(host.Portal, Role.FoundationStaff));
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync("/account/logout")).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/account")).Status);
    }

    private Visitor Copy(Visitor visitor)
    {
        var copy = host.Portal.Visitor();
        foreach (Cookie cookie in visitor.Cookies.GetCookies(host.Portal.Address))
            copy.Cookies.Add(host.Portal.Address, new Cookie(cookie.Name, cookie.Value, "/"));
        return copy;
    }

    private static async Task SignOutAsync(Visitor visitor) =>
        Assert.Equal("/account/login", (await (await visitor.GetAsync("/account")).Form("form[action='/account/logout']").SendAsync()).Location);
}
