using System.Net;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.Extensions.Time.Testing;

namespace IntegrationPortal.Web.Tests.Features.Passwords;

public sealed class PasswordTests(PortalHost host)
{
    private const string New = "ein langer neuer Satz";

    [Fact]
    public async Task A_forgotten_password_is_set_through_a_mail_whose_link_works_once()
    {
        var user = await TestUser.CreateAsync(host.Portal, Role.FoundationStaff);
        using var visitor = host.Portal.Visitor();
        await AskAsync(visitor, user.Email);
        var link = await LastLinkAsync(host.Portal, user, MailTemplate.PasswordReset);

        var set = await SetAsync(await visitor.GetAsync(link), New);
        Assert.Contains("Das neue Passwort gilt.", set.Text, StringComparison.Ordinal);
        await visitor.SignInAsync(user with { Password = New });

        using var second = host.Portal.Visitor();
        var lapsed = await second.GetAsync(link);
        Assert.Equal(HttpStatusCode.Gone, lapsed.Status);
        Assert.Equal("Dieser Link gilt nicht mehr", lapsed.Heading);
        Assert.Contains(await Mailbox.ForAsync(host.Portal, user.Id), m => m.Template == MailTemplate.PasswordChanged);
    }

    [Fact]
    public async Task The_answer_does_not_tell_whether_there_is_an_account_and_nobodys_mailbox_is_filled()
    {
        var user = await TestUser.CreateAsync(host.Portal, Role.FoundationStaff);
        using var visitor = host.Portal.Visitor();
        var known = await AskAsync(visitor, user.Email);
        var unknown = await AskAsync(visitor, $"{Guid.NewGuid():N}@test.example");
        Assert.Equal(known.Document.QuerySelector("main")!.TextContent, unknown.Document.QuerySelector("main")!.TextContent);
        for (var i = 0; i < 5; i++)
            await AskAsync(visitor, user.Email);
        Assert.Equal(3, (await Mailbox.ForAsync(host.Portal, user.Id)).Count);
    }

    [Fact]
    public async Task A_link_lapses_after_an_hour_and_when_the_password_changed_in_another_way()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
        await using var portal = host.Start(s => s.Use(clock));
        var user = await TestUser.CreateAsync(portal, Role.FoundationStaff);
        using var visitor = portal.Visitor();
        await AskAsync(visitor, user.Email);
        var old = await LastLinkAsync(portal, user, MailTemplate.PasswordReset);
        clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(old)).Status);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.Gone, (await visitor.GetAsync(old)).Status);

        await AskAsync(visitor, user.Email);
        var open = await LastLinkAsync(portal, user, MailTemplate.PasswordReset);
        await visitor.SignInAsync(user);
        await ChangeAsync(visitor, user.Password, New);
        Assert.Equal(HttpStatusCode.Gone, (await visitor.GetAsync(open)).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_made_up_link_opens_nothing(string token)
    {
        using var visitor = host.Portal.Visitor();
        Assert.Equal(HttpStatusCode.Gone, (await visitor.GetAsync("/account/reset-password?token=" + token)).Status);
    }

    [Fact]
    public async Task A_link_of_one_kind_does_not_open_the_other()
    {
        var user = await TestUser.CreateAsync(host.Portal, Role.FoundationStaff);
        using var visitor = host.Portal.Visitor();
        await AskAsync(visitor, user.Email);
        var token = (await LastLinkAsync(host.Portal, user, MailTemplate.PasswordReset)).Split("token=")[1];
        Assert.Equal(HttpStatusCode.Gone, (await visitor.GetAsync("/invitations/accept?token=" + token)).Status);
    }

    [Fact]
    public async Task A_changed_password_ends_every_other_session_and_keeps_this_one()
    {
        var user = await TestUser.CreateAsync(host.Portal, Role.FoundationStaff);
        using var here = await host.Portal.SignInAsync(user);
        using var elsewhere = await host.Portal.SignInAsync(user);
        var done = await ChangeAsync(here, user.Password, New);
        Assert.Contains("Alle anderen Sitzungen sind beendet.", done.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/account")).Status);
        Assert.StartsWith("/account/login", (await elsewhere.GetAsync("/account")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_comes_a_second_time_under_the_cookie_of_before_leads_where_the_first_did_and_its_cookie_opens_nothing_else()
    {
        var user = await TestUser.CreateAsync(host.Portal, Role.FoundationStaff);
        using var visitor = await host.Portal.SignInAsync(user);
        var form = (await visitor.GetAsync("/account/password")).Form("main form").Fill("CurrentPassword", user.Password).Fill("NewPassword", New).Fill("Repeat", New);
        var before = visitor.Cookies.GetCookies(host.Portal.Address)["portal"]!.Value;
        Assert.Equal("/account", (await form.SendAsync()).Location);
        Wear();
        Assert.StartsWith("/account/login", (await visitor.GetAsync("/account")).Location, StringComparison.Ordinal);
        // Who has no more than the old cookie neither sets a password nor guesses the one that holds.
        Wear();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await form.Fill("NewPassword", New + "!").Fill("Repeat", New + "!").SendAsync()).Status);
        Assert.Equal(before, visitor.Cookies.GetCookies(host.Portal.Address)["portal"]!.Value);
        Assert.Equal("/account", (await form.Fill("NewPassword", New).Fill("Repeat", New).SendAsync()).Location);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/account")).Status);
        Assert.Single(await Mailbox.ForAsync(host.Portal, user.Id));

        void Wear() => visitor.Cookies.Add(host.Portal.Address, new Cookie("portal", before, "/"));
    }

    [Theory]
    [InlineData("kurz", "Passwort")]
    [InlineData("aaaaaaaaaaaaaaaa", "vier verschiedene Zeichen")]
    [InlineData("{email}", "nicht Ihre E-Mail-Adresse")]
    [InlineData("L. Brandt-Meyer", "nicht Ihre E-Mail-Adresse")]
    [InlineData("Brandt-2026-Brandt", "leicht zu raten")]
    [InlineData("Integrationsportal 1", "leicht zu raten")]
    [InlineData("passwort1234", "leicht zu raten")]
    [InlineData("abcdefghijklmnop", "leicht zu raten")]
    [InlineData("poiuztrewq09876", "leicht zu raten")]
    [InlineData("hallohallo123", "leicht zu raten")]
    [InlineData("ZAQ1xsw2cde3", "leicht zu raten")]
    public async Task A_weak_password_is_refused_with_a_sentence_at_its_field(string password, string sentence)
    {
        var user = await TestUser.CreateAsync(host.Portal, Role.FoundationStaff, name: "L. Brandt-Meyer");
        using var visitor = await host.Portal.SignInAsync(user);
        var answer = await ChangeAsync(visitor, user.Password, password.Replace("{email}", user.Email, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(sentence, answer.Text, StringComparison.Ordinal);
        Assert.Equal("true", answer.Document.QuerySelector("input[name=NewPassword]")!.GetAttribute("aria-invalid"));
    }

    [Theory]
    [InlineData("Brandt und der Fuchs")]
    [InlineData("Sieben Häuser am Portal")]
    [InlineData("xK9#m2vLq8!w")]
    public async Task A_sentence_is_taken_also_with_the_own_name(string password)
    {
        var user = await TestUser.CreateAsync(host.Portal, Role.FoundationStaff, name: "L. Brandt-Meyer");
        using var visitor = await host.Portal.SignInAsync(user);
        Assert.Contains("Das neue Passwort gilt.", (await ChangeAsync(visitor, user.Password, password)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guesses_of_the_current_password_close_the_account_like_guesses_at_the_door()
    {
        var user = await TestUser.CreateAsync(host.Portal, Role.FoundationStaff);
        using var visitor = await host.Portal.SignInAsync(user);
        for (var i = 0; i < 4; i++)
            Assert.Contains("Das bisherige Passwort ist falsch.", (await ChangeAsync(visitor, "guess", New)).Text, StringComparison.Ordinal);
        await ChangeAsync(visitor, "guess", New);
        var right = await ChangeAsync(visitor, user.Password, New);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, right.Status);
        Assert.Contains("zu viele Fehlversuche", right.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ist falsch", right.Text, StringComparison.Ordinal);
    }

    private static async Task<Page> AskAsync(Visitor visitor, string email) =>
        await (await visitor.GetAsync("/account/forgot-password")).Form("main form").Fill("Email", email).SubmitAsync();

    private static Task<Page> SetAsync(Page page, string password) =>
        page.Form("main form").Fill("NewPassword", password).Fill("Repeat", password).SubmitAsync();

    private static async Task<Page> ChangeAsync(Visitor visitor, string current, string password) =>
        await (await visitor.GetAsync("/account/password")).Form("main form")
            .Fill("CurrentPassword", current).Fill("NewPassword", password).Fill("Repeat", password).SubmitAsync();

    private static async Task<string> LastLinkAsync(RunningPortal portal, TestUser user, MailTemplate template) =>
        await Mailbox.LinkAsync(portal, (await Mailbox.ForAsync(portal, user.Id)).Last(m => m.Template == template));
}
