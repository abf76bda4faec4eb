using System.Net;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Tests.Testing;
using IntegrationPortal.Web.Tests.Walls;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.SecondFactors;

/// <summary>The own second factor is turned on, renewed and turned off by its owner, with password and code.</summary>
public sealed class TurningOnTests(PortalHost host)
{
    private const string Here = "/account/second-factor";

    [Fact]
    public async Task It_is_on_once_the_first_code_confirms_it_and_every_other_session_ends()
    {
        var user = await TestUser.CreateAsync(host.Portal, Role.FoundationStaff);
        using var here = host.Portal.VisitAs(user);
        using var elsewhere = host.Portal.VisitAs(user);
        var page = await here.GetAsync(Here);
        Assert.True(page.Has("svg[role=img] path"));
        var app = Authenticator.Scan(host.Portal, page);
        var done = await page.Form().Fill("Form.CurrentPassword", user.Password).Fill("Form.Code", app.Code()).SubmitAsync();

        Assert.Contains("Der zweite Faktor ist eingeschaltet.", done.Text, StringComparison.Ordinal);
        Assert.Equal(10, Authenticator.ReadCodes(done).Distinct().Count());
        var again = await here.GetAsync(Here);
        Assert.Empty(Authenticator.ReadCodes(again));
        Assert.Contains("Sie haben noch 10 Wiederherstellungscodes.", again.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/worklist")).Status);
        Assert.StartsWith("/account/login", (await elsewhere.GetAsync("/account")).Location, StringComparison.Ordinal);
        Assert.Equal([MailTemplate.SecondFactorOn], (await Mailbox.ForAsync(host.Portal, user.Id)).Select(m => m.Template));
    }

    [Fact]
    public async Task Neither_the_key_nor_a_recovery_code_can_be_read_from_what_is_stored()
    {
        var user = await TestUser.CreateAsync(host.Portal, Role.FoundationStaff);
        using var visitor = host.Portal.VisitAs(user);
        var app = await Authenticator.SetUpAsync(host.Portal, visitor);
        var row = (await BeyondWalls.ReadAsync(host, Guid.Empty, db => db.Database.SqlQuery<string>(
            $"""select encode(sealed_key, 'escape') || ' ' || encode(sealed_key, 'hex') || ' ' || recovery_hashes::text as "Value" from second_factor where user_id = {user.Id}""").SingleAsync())).ToUpperInvariant();
        Assert.All(app.RecoveryCodes, code => Assert.DoesNotContain(code.Replace(" ", "", StringComparison.Ordinal), row, StringComparison.Ordinal));
        Assert.DoesNotContain(app.KeyInHex, row, StringComparison.Ordinal);
        Assert.True(row.Length > 400);
    }

    [Theory]
    [InlineData("not the password", null, "Das Passwort ist falsch.")]
    [InlineData(TestUser.UsualPassword, "wrong", "Dieser Code passt nicht.")]
    [InlineData("", "", "fehlt")]
    public async Task Without_the_password_and_a_right_code_nothing_is_turned_on(string password, string? code, string told)
    {
        var user = await TestUser.CreateAsync(host.Portal, Role.FoundationStaff);
        using var visitor = host.Portal.VisitAs(user);
        var page = await visitor.GetAsync(Here);
        var app = Authenticator.Scan(host.Portal, page);
        var answer = await page.Form().Fill("Form.CurrentPassword", password).Fill("Form.Code", code == "wrong" ? app.WrongCode() : code ?? app.Code()).SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(told, answer.Text, StringComparison.Ordinal);
        // What was scanned stays what is confirmed.
        Assert.Equal(page.Document.QuerySelector(".portal-key")!.TextContent, answer.Document.QuerySelector(".portal-key")!.TextContent);
        Assert.Null(await FactorTown.StoredAsync(host.Portal, user.Id));
        Assert.Empty(await Mailbox.ForAsync(host.Portal, user.Id));
    }

    [Fact]
    public async Task What_was_made_for_another_account_sets_up_nothing()
    {
        var (user, other) = (await TestUser.CreateAsync(host.Portal, Role.FoundationStaff), await TestUser.CreateAsync(host.Portal, Role.FoundationStaff));
        using var visitor = host.Portal.VisitAs(user);
        using var attacker = host.Portal.VisitAs(other);
        var theirs = await attacker.GetAsync(Here);
        var setup = theirs.Form().Fields.Single(f => f.Key == "Form.Setup").Value;
        var answer = await (await visitor.GetAsync(Here)).Form().Force("Form.Setup", setup)
            .Fill("Form.CurrentPassword", user.Password).Fill("Form.Code", Authenticator.Scan(host.Portal, theirs).Code()).SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("abgelaufen", answer.Text, StringComparison.Ordinal);
        Assert.Null(await FactorTown.StoredAsync(host.Portal, user.Id));
    }

    [Fact]
    public async Task Sent_several_times_at_once_it_is_turned_on_once()
    {
        var user = await TestUser.CreateAsync(host.Portal, Role.FoundationStaff);
        using var visitor = host.Portal.VisitAs(user);
        var page = await visitor.GetAsync(Here);
        var form = page.Form().Fill("Form.CurrentPassword", user.Password).Fill("Form.Code", Authenticator.Scan(host.Portal, page).Code());
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => form.SendAsync()));
        Assert.All(answers, a => Assert.Equal(Here, a.Location));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/worklist")).Status);
        Assert.NotNull(await FactorTown.StoredAsync(host.Portal, user.Id));
        Assert.Single(await Mailbox.ForAsync(host.Portal, user.Id));
    }

    [Fact]
    public async Task A_form_that_comes_a_second_time_under_the_cookie_of_before_leads_where_the_first_did_and_its_cookie_opens_nothing_else()
    {
        await using var town = await FactorTown.CreateAsync(host);
        var off = (await town.Own.GetAsync(Here + "/off")).Form().Fill("Form.CurrentPassword", town.User.Password).Fill("Form.Code", town.App.Code());
        await SendTwiceAsync(town.Portal, town.Own, off);
        Assert.Null(await town.StoredAsync());
        town.Wait();
        var page = await town.Own.GetAsync(Here);
        await SendTwiceAsync(town.Portal, town.Own, page.Form().Fill("Form.CurrentPassword", town.User.Password).Fill("Form.Code", Authenticator.Scan(town.Portal, page).Code()));
        Assert.NotNull(await town.StoredAsync());
        Assert.Equal([MailTemplate.SecondFactorOn, MailTemplate.SecondFactorOff, MailTemplate.SecondFactorOn], await town.MailsAsync());
    }

    [Fact]
    public async Task Turned_off_several_times_at_once_it_is_off_and_every_answer_leads_to_its_page()
    {
        await using var town = await FactorTown.CreateAsync(host);
        var form = (await town.Own.GetAsync(Here + "/off")).Form().Fill("Form.CurrentPassword", town.User.Password).Fill("Form.Code", town.App.Code());
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => form.SendAsync())), a => Assert.Equal(Here, a.Location));
        Assert.Equal(HttpStatusCode.OK, (await town.Own.GetAsync("/worklist")).Status);
        Assert.Equal([MailTemplate.SecondFactorOn, MailTemplate.SecondFactorOff], await town.MailsAsync());
    }

    [Fact]
    public async Task A_page_that_was_open_before_it_was_turned_on_elsewhere_changes_nothing()
    {
        var user = await TestUser.CreateAsync(host.Portal, Role.FoundationStaff);
        using var visitor = host.Portal.VisitAs(user);
        var stale = await visitor.GetAsync(Here);
        var app = Authenticator.Scan(host.Portal, stale);
        await Authenticator.SetUpAsync(host.Portal, visitor);
        var before = await FactorTown.StoredAsync(host.Portal, user.Id);
        var answer = await stale.Form().Fill("Form.CurrentPassword", user.Password).Fill("Form.Code", app.Code()).SendAsync();
        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal(before!.SealedKey, (await FactorTown.StoredAsync(host.Portal, user.Id))!.SealedKey);
    }

    [Fact]
    public async Task New_recovery_codes_end_the_ones_before_and_are_the_same_when_sent_twice()
    {
        await using var town = await FactorTown.CreateAsync(host);
        var form = (await town.Own.GetAsync(Here + "/codes")).Form().Fill("Form.CurrentPassword", town.User.Password).Fill("Form.Code", town.App.Code());
        var first = Authenticator.ReadCodes(await form.SubmitAsync());
        Assert.Equal(first, Authenticator.ReadCodes(await form.SubmitAsync()));
        Assert.Empty(first.Intersect(town.App.RecoveryCodes));
        // Who finds the page of the form in the history has no password.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await form.Fill("Form.CurrentPassword", "guess").SendAsync()).Status);

        using var visitor = town.Portal.Visitor();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await town.SignInAsync(visitor, town.App.RecoveryCodes[0])).Status);
        Assert.Equal("/worklist", (await town.SignInAsync(visitor, first[0])).Location);
        Assert.Equal([MailTemplate.SecondFactorOn, MailTemplate.RecoveryCodesRenewed], await town.MailsAsync());
    }

    [Fact]
    public async Task It_is_turned_off_with_password_and_code_and_then_the_password_is_enough()
    {
        await using var town = await FactorTown.CreateAsync(host);
        async Task<Page> OffAsync(string password, string code) =>
            await (await town.Own.GetAsync(Here + "/off")).Form().Fill("Form.CurrentPassword", password).Fill("Form.Code", code).SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await OffAsync("not the password", town.App.Code())).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await OffAsync(town.User.Password, town.App.WrongCode())).Status);
        Assert.NotNull(await town.StoredAsync());

        using var elsewhere = town.Portal.Visitor();
        await town.SignInAsync(elsewhere, town.App.Code());
        town.Wait();
        Assert.Equal(Here, (await OffAsync(town.User.Password, town.App.Code())).Location);
        Assert.Null(await town.StoredAsync());
        Assert.Equal(HttpStatusCode.OK, (await town.Own.GetAsync("/worklist")).Status);
        Assert.StartsWith("/account/login", (await elsewhere.GetAsync("/account")).Location, StringComparison.Ordinal);
        Assert.Equal([MailTemplate.SecondFactorOn, MailTemplate.SecondFactorOff], await town.MailsAsync());
        using var visitor = town.Portal.Visitor();
        Assert.Contains("/worklist", (await town.AfterPasswordAsync(visitor)).Address, StringComparison.Ordinal);
    }

    private static async Task SendTwiceAsync(RunningPortal portal, Visitor visitor, FilledForm form)
    {
        var before = visitor.Cookies.GetCookies(portal.Address)["portal"]!.Value;
        Assert.Equal(Here, (await form.SendAsync()).Location);
        var after = visitor.Cookies.GetCookies(portal.Address)["portal"]!.Value;
        Wear(before);
        Assert.StartsWith("/account/login", (await visitor.GetAsync("/account")).Location, StringComparison.Ordinal);
        Wear(before);
        var guess = await form.Fill("Form.CurrentPassword", "guess").SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, guess.Status);
        Assert.Equal(before, visitor.Cookies.GetCookies(portal.Address)["portal"]!.Value);
        Assert.Equal(Here, (await form.Fill("Form.CurrentPassword", TestUser.UsualPassword).SendAsync()).Location);
        Assert.NotEqual(after, visitor.Cookies.GetCookies(portal.Address)["portal"]!.Value);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/worklist")).Status);

        void Wear(string cookie) => visitor.Cookies.Add(portal.Address, new Cookie("portal", cookie, "/"));
    }
}
