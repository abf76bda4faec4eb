using System.Net;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Security;
using IntegrationPortal.Web.Tests.Testing;
using IntegrationPortal.Web.Tests.Walls;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.SignIns;

/// <summary>Signing in at the own organisation, with a real OpenID provider.</summary>
public sealed class SingleSignOnTests(SignInPortals portals, PortalHost host) : IClassFixture<SignInPortals>
{
    [Fact]
    public async Task Once_linked_with_the_password_the_organisation_is_enough()
    {
        using var town = await SignInTown.CreateAsync(portals.Provider, portals.Portal);
        using (var visitor = town.Portal.VisitAs(town.User))
        {
            var done = await town.LinkAsync(visitor);
            Assert.Contains("Die Anmeldung bei „Stadt Musterstadt“ führt jetzt in dieses Konto.", done.Text, StringComparison.Ordinal);
            Assert.Contains("verknüpft seit", done.Text, StringComparison.Ordinal);
        }

        var link = Assert.Single(await town.LinksAsync()).Id.ToString();
        Assert.Equal([("Added", town.User.Id)], await BeyondWalls.ReadAsync(host, Guid.Empty, async db =>
            (await db.AuditEntries.AsNoTracking().Where(e => e.Table == "linked_sign_in" && e.RowKey == link).ToListAsync()).Select(e => (e.Change, e.UserId!.Value)).ToList()));
        Assert.Equal([MailTemplate.SignInLinked], (await Mailbox.ForAsync(town.Portal, town.User.Id)).Select(m => m.Template));
        using var again = town.Portal.Visitor();
        Assert.Equal("Stadt Musterstadt", (await again.GetAsync("/account/login")).Document.QuerySelector($"main a[href='{SignInTown.Start}']")!.TextContent);
        var page = await town.SignInAsync(again, returnUrl: "/account");
        Assert.Equal("/account", page.Address);
        Assert.Equal("Mein Konto", page.Heading);
        Assert.Equal(HttpStatusCode.OK, (await again.GetAsync("/worklist")).Status);
        var left = await page.Form("form[action='/account/logout']").SubmitAsync();
        Assert.Contains("Bei „Stadt Musterstadt“ sind Sie weiter angemeldet", left.Text, StringComparison.Ordinal);
        Assert.StartsWith("/account/login", (await again.GetAsync("/worklist")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_nobody_linked_gets_no_account_and_is_led_to_link_theirs()
    {
        using var town = await SignInTown.CreateAsync(portals.Provider, portals.Portal);
        var before = await town.Portal.AsNobodyAsync(db => db.Users.CountAsync(u => u.Email!.Contains(town.Subject)));
        using var visitor = town.Portal.Visitor();
        var page = await town.SignInAsync(visitor);
        Assert.Equal("Noch mit keinem Konto verknüpft", page.Heading);
        Assert.StartsWith("/account/login", (await visitor.GetAsync("/account")).Location, StringComparison.Ordinal);
        Assert.Equal(before, await town.Portal.AsNobodyAsync(db => db.Users.CountAsync(u => u.Email!.Contains(town.Subject))));

        var login = await visitor.OpenAsync(page.Document.QuerySelector("main a.kern-btn")!.GetAttribute("href")!);
        var asked = await login.Form("form[action*='/account/login']").Fill("Email", town.User.Email).Fill("Password", town.User.Password).SubmitAsync();
        Assert.Equal("Anmeldung verknüpfen", asked.Heading);
        await asked.Form("main form").Fill("Form.CurrentPassword", town.User.Password).SubmitAsync();
        Assert.Single(await town.LinksAsync());
    }

    [Fact]
    public async Task All_that_is_asked_for_and_kept_is_who_somebody_is_there()
    {
        using var town = await SignInTown.CreateAsync(portals.Provider, portals.Portal);
        using var visitor = town.Portal.VisitAs(town.User);
        var sent = System.Web.HttpUtility.ParseQueryString((await SignInTown.SentToAsync(visitor)).Query);
        Assert.Equal(("openid", "code", "S256"), (sent["scope"], sent["response_type"], sent["code_challenge_method"]));
        Assert.All(["state", "nonce", "code_challenge"], word => Assert.True(sent[word]!.Length > 20, word));
        await town.LinkAsync(visitor);
        var link = Assert.Single(await town.LinksAsync());
        Assert.Equal((OidcProvider.Key, town.Subject, town.Provider.Address.ToString().TrimEnd('/')), (link.Provider, link.Subject, link.Issuer));
        Assert.All(visitor.SetCookies.Where(c => c.Contains("portal-vouched", StringComparison.Ordinal) || c.Contains("Correlation", StringComparison.Ordinal)), c =>
        {
            Assert.Contains("samesite=strict", c, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("httponly", c, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public async Task With_a_second_factor_a_code_is_asked_for_to_link_and_at_each_sign_in()
    {
        using var town = await SignInTown.CreateAsync(portals.Provider, portals.Portal);
        using var owner = town.Portal.VisitAs(town.User);
        var app = await Authenticator.SetUpAsync(town.Portal, owner);
        var asked = await town.SignInAsync(owner, factors: "mfa");
        var form = asked.Form("main form").Fill("Form.CurrentPassword", town.User.Password);
        foreach (var (code, told) in new[] { ("", "Geben Sie auch einen Code"), (app.WrongCode(), "Dieser Code ist falsch") })
        {
            var refused = await form.Fill("Form.Code", code).SendAsync();
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Contains(told, refused.Text, StringComparison.Ordinal);
        }

        Assert.Empty(await town.LinksAsync());
        form.Fill("Form.Code", app.RecoveryCodes[0]);
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => form.SendAsync())), a => Assert.Equal("/account/sign-ins", a.Location));
        Assert.Single(await town.LinksAsync());

        // That two factors were asked for there counts only where the settings say so.
        using var again = town.Portal.Visitor();
        var step = await town.SignInAsync(again, factors: "mfa", returnUrl: "/account");
        Assert.Equal("Code eingeben", step.Heading);
        Assert.StartsWith("/account/login", (await again.GetAsync("/worklist")).Location, StringComparison.Ordinal);
        Assert.Equal("/account", (await step.Form("main form").Fill("Code", app.RecoveryCodes[1]).SendAsync()).Location);
        Assert.Equal(HttpStatusCode.OK, (await again.GetAsync("/worklist")).Status);
    }

    [Fact]
    public async Task Two_factors_of_an_organisation_that_is_trusted_are_enough_also_for_whoever_needs_two()
    {
        using var town = await SignInTown.CreateAsync(portals.Provider, portals.Trusting);
        using var owner = town.Portal.VisitAs(town.User);
        Assert.Equal("/account/second-factor", (await owner.GetAsync("/worklist")).Location);
        var done = await town.LinkAsync(owner, factors: "pwd hwk");
        Assert.Equal("/account/sign-ins", done.Address);
        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync("/worklist")).Status);

        using var again = town.Portal.Visitor();
        await town.SignInAsync(again, factors: "pwd hwk");
        Assert.Equal(HttpStatusCode.OK, (await again.GetAsync("/worklist")).Status);
    }

    [Fact]
    public async Task One_factor_of_a_trusted_organisation_is_one()
    {
        using var town = await SignInTown.CreateAsync(portals.Provider, portals.Trusting);
        using var owner = town.Portal.VisitAs(town.User);
        await town.LinkAsync(owner, factors: "pwd");
        Assert.Equal("/account/second-factor", (await owner.GetAsync("/worklist")).Location);
        using var again = town.Portal.Visitor();
        Assert.Equal("/account/second-factor", (await town.SignInAsync(again)).Address);
    }

    [Fact]
    public async Task A_locked_and_a_closed_account_stay_shut()
    {
        using var town = await SignInTown.CreateAsync(portals.Provider, portals.Portal);
        using var owner = town.Portal.VisitAs(town.User);
        await town.LinkAsync(owner);
        await ChangeAsync(user => user.LockoutEnd = DateTimeOffset.MaxValue);
        using var visitor = town.Portal.Visitor();
        var shut = await town.SignInAsync(visitor);
        Assert.Equal(HttpStatusCode.Forbidden, shut.Status);
        Assert.Equal("Dieses Konto ist gesperrt", shut.Heading);
        Assert.DoesNotContain(town.User.Email, shut.Body, StringComparison.Ordinal);
        Assert.StartsWith("/account/login", (await visitor.GetAsync("/account")).Location, StringComparison.Ordinal);

        await ChangeAsync(user => user.LockoutEnd = null);
        using var operations = town.Portal.VisitAs(await TestUser.CreateAsync(town.Portal, Role.Administrator));
        await (await operations.GetAsync($"/admin/accounts/{town.User.Id}/close")).Form("main form").SubmitAsync();
        Assert.Empty(await town.LinksAsync());
        Assert.Equal("Noch mit keinem Konto verknüpft", (await town.SignInAsync(visitor)).Heading);

        Task ChangeAsync(Action<PortalUser> change) => town.Portal.AsNobodyAsync(async db =>
        {
            change(await db.Users.SingleAsync(u => u.Id == town.User.Id));
            return await db.SaveChangesAsync();
        });
    }
}
