using System.Net;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.Extensions.Time.Testing;

namespace IntegrationPortal.Web.Tests.Features.Account;

public sealed class SignInTests(PortalHost host)
{
    [Fact]
    public async Task The_right_password_opens_the_own_account_and_signing_out_closes_it()
    {
        var town = await Town.CreateAsync(host.Portal);
        var user = await town.CoordinatorAsync("L. Brandt");
        using var visitor = await host.Portal.SignInAsync(user);

        var profile = await visitor.GetAsync("/account");
        Assert.Equal(HttpStatusCode.OK, profile.Status);
        Assert.Contains(user.Email, profile.Text, StringComparison.Ordinal);
        Assert.Contains("Koordination Musterstadt", profile.Text, StringComparison.Ordinal);

        var token = profile.Form("form").Fields.Single(f => f.Key == "__RequestVerificationToken").Value;
        var after = await visitor.PostAsync("/account/logout", ("__RequestVerificationToken", token));
        Assert.Equal("/account/login", after.Location);
        Assert.Equal("/account/login?returnUrl=%2Faccount", (await visitor.GetAsync("/account")).Location);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_answer()
    {
        var user = await TestUser.CreateAsync(host.Portal, Role.FoundationStaff);
        using var visitor = host.Portal.Visitor();
        var known = await AnswerAsync(visitor, user.Email, "not the password");
        var unknown = await AnswerAsync(visitor, $"{Guid.NewGuid():N}@test.example", "not the password");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, known.Status);
        Assert.Equal(known.Status, unknown.Status);
        Assert.Equal(known.Document.QuerySelector("main")!.TextContent, unknown.Document.QuerySelector("main")!.TextContent);
        Assert.Contains("E-Mail-Adresse oder Passwort ist falsch.", known.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_five_failures_an_address_is_closed_for_a_growing_time_whether_or_not_it_has_an_account()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(60));
        await using var portal = host.Start(services => services.Use(clock));
        var user = await TestUser.CreateAsync(portal, Role.FoundationStaff);
        using var visitor = portal.Visitor();
        foreach (var address in new[] { user.Email, $"{Guid.NewGuid():N}@test.example" })
        {
            for (var i = 0; i < 4; i++)
                Assert.Contains("ist falsch", (await AnswerAsync(visitor, address, "wrong")).Text, StringComparison.Ordinal);
            Assert.Contains("zu viele Fehlversuche", (await AnswerAsync(visitor, address, "wrong")).Text, StringComparison.Ordinal);
            Assert.Contains("zu viele Fehlversuche", (await AnswerAsync(visitor, address, TestUser.UsualPassword)).Text, StringComparison.Ordinal);

            // One minute is over: one more attempt, and this failure closes for two.
            clock.Advance(TimeSpan.FromSeconds(61));
            await AnswerAsync(visitor, address, "wrong");
            clock.Advance(TimeSpan.FromSeconds(61));
            Assert.Contains("zu viele Fehlversuche", (await AnswerAsync(visitor, address, TestUser.UsualPassword)).Text, StringComparison.Ordinal);
            clock.Advance(TimeSpan.FromSeconds(60));
        }
        Assert.Equal("/worklist", (await AnswerAsync(visitor, user.Email, TestUser.UsualPassword)).Location);
    }

    [Fact]
    public async Task Guesses_at_the_same_moment_are_counted_one_by_one()
    {
        var user = await TestUser.CreateAsync(host.Portal, Role.FoundationStaff);
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(async _ =>
        {
            using var visitor = host.Portal.Visitor();
            return await AnswerAsync(visitor, user.Email, "wrong");
        }));
        Assert.Equal(4, answers.Count(a => a.Text.Contains("ist falsch", StringComparison.Ordinal)));
        Assert.Equal(8, answers.Count(a => a.Text.Contains("zu viele Fehlversuche", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("/account", "/account")]
    [InlineData("/handbook/ü?q=ß", "/handbook/%C3%BC?q=%C3%9F")]
    [InlineData("https://evil.example/", "/worklist")]
    [InlineData("//evil.example/", "/worklist")]
    [InlineData("/\\evil.example/", "/worklist")]
    [InlineData("javascript:alert(1)", "/worklist")]
    public async Task Only_pages_of_the_portal_are_returned_to(string wanted, string reached)
    {
        var user = await TestUser.CreateAsync(host.Portal, Role.FoundationStaff);
        using var visitor = host.Portal.Visitor();
        var login = await visitor.GetAsync("/account/login?returnUrl=" + Uri.EscapeDataString(wanted));
        var answer = await login.Form("main form").Fill("Email", user.Email).Fill("Password", user.Password).SendAsync();
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Equal(reached, answer.Location);
        // Whoever is signed in already is led on at once.
        Assert.Equal(reached, (await visitor.GetAsync(login.Address)).Location);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("<script>alert(1)</script>", "x")]
    [InlineData("שלום@test.example", "سلام")]
    public async Task Odd_input_gives_the_form_again_with_the_address_kept(string email, string password)
    {
        using var visitor = host.Portal.Visitor();
        var answer = await AnswerAsync(visitor, email, password);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(email, answer.Form("main form").Fields.Single(f => f.Key == "Email").Value);
        Assert.DoesNotContain("<script>alert", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_oversized_password_is_refused_before_it_costs_anything()
    {
        using var visitor = host.Portal.Visitor();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await AnswerAsync(visitor, "a@test.example", new string('x', 100_000))).Status);
    }

    [Fact]
    public async Task The_sign_in_form_needs_its_antiforgery_token()
    {
        var user = await TestUser.CreateAsync(host.Portal, Role.FoundationStaff);
        using var visitor = host.Portal.Visitor();
        var answer = await visitor.PostAsync("/account/login", ("Email", user.Email), ("Password", user.Password));
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    private static async Task<Page> AnswerAsync(Visitor visitor, string email, string password) =>
        await (await visitor.GetAsync("/account/login")).Form("main form").Fill("Email", email).Fill("Password", password).SendAsync();
}
