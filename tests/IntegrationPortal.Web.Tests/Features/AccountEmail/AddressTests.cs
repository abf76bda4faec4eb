using System.Net;
using System.Text.RegularExpressions;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Tests.Features.Staff;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using static IntegrationPortal.Web.Tests.Features.AccountEmail.Addressing;

namespace IntegrationPortal.Web.Tests.Features.AccountEmail;

/// <summary>The own address is changed by its owner: asked for with the password, confirmed from the new mailbox.</summary>
public sealed class AddressTests(PortalHost host)
{
    [Fact]
    public async Task A_new_address_counts_once_it_is_confirmed_and_the_old_one_is_told_of_both()
    {
        var user = await UserAsync(host.Portal);
        var address = Address();
        using var here = await host.Portal.SignInAsync(user);
        using var elsewhere = await host.Portal.SignInAsync(user);
        var asked = await AskAsync(here, address);
        Assert.Contains("Wir haben an die neue Adresse geschrieben.", asked.Text, StringComparison.Ordinal);
        Assert.Contains($"Die neue Adresse {address} wartet", asked.Text, StringComparison.Ordinal);
        Assert.Equal([MailTemplate.EmailChangeAsked], await MailsToAsync(host.Portal, user.Email));
        Assert.Equal([MailTemplate.EmailChange], await MailsToAsync(host.Portal, address));

        var link = await Mailbox.LastLinkAsync(host.Portal, address);
        var page = await here.GetAsync(link);
        Assert.Contains(address, page.Text, StringComparison.Ordinal);
        Assert.Equal(user.Email, await AddressOfAsync(host.Portal, user));

        var done = await page.Form("main form").SubmitAsync();
        Assert.Contains("Ihre neue E-Mail-Adresse gilt.", done.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("wartet bis", done.Text, StringComparison.Ordinal);
        Assert.Equal(address, await AddressOfAsync(host.Portal, user));
        Assert.Equal([MailTemplate.EmailChangeAsked, MailTemplate.EmailChanged], await MailsToAsync(host.Portal, user.Email));
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/account")).Status);
        Assert.StartsWith("/account/login", (await elsewhere.GetAsync("/account")).Location, StringComparison.Ordinal);

        using var again = host.Portal.Visitor();
        await again.SignInAsync(user with { Email = address });
        using var old = host.Portal.Visitor();
        var refused = await (await old.GetAsync("/account/login")).Form("form[action*='/account/login']").Fill("Email", user.Email).Fill("Password", user.Password).SendAsync();
        Assert.Contains("E-Mail-Adresse oder Passwort ist falsch.", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_second_factor_a_code_is_asked_for_as_well_and_used_up_once()
    {
        var user = await UserAsync(host.Portal);
        using var visitor = host.Portal.VisitAs(user);
        Assert.False((await visitor.GetAsync("/account/email")).Has("[name='Form.Code']"));
        var app = await Authenticator.SetUpAsync(host.Portal, visitor);
        var address = Address();
        var form = await FormAsync(visitor, address);
        foreach (var (code, told) in new[] { ("", "Geben Sie auch einen Code"), (app.WrongCode(), "Dieser Code ist falsch oder schon benutzt.") })
        {
            var refused = await form.Fill("Form.Code", code).SendAsync();
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Contains(told, refused.Text, StringComparison.Ordinal);
        }

        Assert.Empty(await MailsToAsync(host.Portal, address));
        form.Fill("Form.Code", app.RecoveryCodes[0]);
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => form.SendAsync())), a => Assert.Equal("/account", a.Location));
        Assert.Equal([MailTemplate.EmailChange], await MailsToAsync(host.Portal, address));
        Assert.Equal([MailTemplate.EmailChangeAsked], await MailsToAsync(host.Portal, user.Email));
    }

    [Fact]
    public async Task Mistakes_stand_above_the_heading_as_on_every_page()
    {
        using var visitor = await host.Portal.SignInAsync(await UserAsync(host.Portal));
        var again = await (await FormAsync(visitor, "", "")).SendAsync();
        Assert.Equal(["div", "h1"], again.Document.QuerySelectorAll("main .portal-error-summary, main h1").Select(e => e.LocalName));
    }

    [Fact]
    public async Task Nothing_tells_whether_an_address_belongs_to_somebody_but_the_mail_to_it()
    {
        var (user, other) = (await UserAsync(host.Portal), await UserAsync(host.Portal));
        using var visitor = host.Portal.VisitAs(user);
        var free = Address();
        var taken = await AskAsync(visitor, other.Email.ToUpperInvariant());
        var untaken = await AskAsync(visitor, free);
        Assert.Equal(Words(untaken, free), Words(taken, other.Email.ToUpperInvariant()));
        var mail = Assert.Single(await Mailbox.ForAsync(host.Portal, other.Email.ToUpperInvariant()));
        Assert.Equal((MailTemplate.EmailTaken, null), (mail.Template, mail.AboutId));
        Assert.Equal([MailTemplate.EmailChangeAsked, MailTemplate.EmailChangeAsked], await MailsToAsync(host.Portal, user.Email));

        static string Words(Page page, string address) =>
            Regex.Replace(page.Document.QuerySelector("main")!.TextContent.Replace(address, "…", StringComparison.Ordinal), @"\d\d:\d\d", "…");
    }

    [Fact]
    public async Task An_address_that_somebody_got_meanwhile_is_refused_and_nothing_changes()
    {
        var (town, jobcenter, coordinator) = await Inviting.TownAsync(host.Portal);
        var user = await town.WorkerAsync("mbe");
        var address = Address();
        using var visitor = host.Portal.VisitAs(user);
        var link = await LinkAsync(host.Portal, visitor, address);
        await Inviting.InviteAsync(coordinator, jobcenter, address, Role.CaseWorker);
        using var invited = host.Portal.Visitor();
        await Inviting.FillAsync(await invited.GetAsync(await Mailbox.LastLinkAsync(host.Portal, address)), "N. Neu");

        var refused = await ConfirmAsync(visitor, link);
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("inzwischen ein anderes Konto", refused.Text, StringComparison.Ordinal);
        Assert.Equal(user.Email, await AddressOfAsync(host.Portal, user));
    }

    [Fact]
    public async Task Whoever_is_invited_at_the_old_address_is_somebody_new()
    {
        var (town, jobcenter, coordinator) = await Inviting.TownAsync(host.Portal);
        var user = await town.WorkerAsync("mbe");
        using var visitor = host.Portal.VisitAs(user);
        await ConfirmAsync(visitor, await LinkAsync(host.Portal, visitor, Address()));
        await Inviting.InviteAsync(coordinator, jobcenter, user.Email, Role.CaseWorker);
        using var invited = host.Portal.Visitor();
        await Inviting.FillAsync(await invited.GetAsync(await Mailbox.LastLinkAsync(host.Portal, user.Email)), "N. Neu");
        var newcomer = await host.Portal.AsNobodyAsync(db => db.Users.SingleAsync(u => u.Email == user.Email));
        Assert.NotEqual(user.Id, newcomer.Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("niemand")]
    [InlineData("a@b")]
    [InlineData("a@test.example, b@test.example")]
    [InlineData("a@test.example\r\nBcc: b@test.example")]
    [InlineData("Anna <a@test.example>")]
    [InlineData("{long}@test.example")]
    [InlineData("{own}")]
    public async Task What_is_no_new_address_is_refused_at_its_field_and_nobody_is_written_to(string typed)
    {
        var user = await UserAsync(host.Portal);
        using var visitor = host.Portal.VisitAs(user);
        var address = typed.Replace("{own}", $" {user.Email.ToUpperInvariant()} ", StringComparison.Ordinal).Replace("{long}", new string('x', 250), StringComparison.Ordinal);
        var page = await AskAsync(visitor, address);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("true", page.Document.QuerySelector("input[name='Form.NewAddress']")!.GetAttribute("aria-invalid"));
        Assert.Empty(await MailsToAsync(host.Portal, user.Email));
    }

    [Fact]
    public async Task The_password_is_asked_and_guesses_close_the_account_like_guesses_at_the_door()
    {
        var user = await UserAsync(host.Portal);
        using var visitor = host.Portal.VisitAs(user);
        var address = Address();
        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await AskAsync(visitor, address, "guess")).Status);
        var right = await AskAsync(visitor, address);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, right.Status);
        Assert.Contains("zu viele Fehlversuche", right.Text, StringComparison.Ordinal);
        Assert.Empty(await MailsToAsync(host.Portal, address));
    }

    [Fact]
    public async Task Nobodys_mailbox_is_filled()
    {
        var user = await UserAsync(host.Portal);
        using var visitor = host.Portal.VisitAs(user);
        var address = Address();
        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.OK, (await AskAsync(visitor, address)).Status);
        var sixth = await AskAsync(visitor, address);
        Assert.Equal(HttpStatusCode.Conflict, sixth.Status);
        Assert.Contains("Versuchen Sie es morgen wieder.", sixth.Text, StringComparison.Ordinal);
        Assert.Equal(5, (await MailsToAsync(host.Portal, address)).Count);
    }

    [Fact]
    public async Task Sent_twice_it_is_asked_once_also_at_the_same_moment()
    {
        var user = await UserAsync(host.Portal);
        using var visitor = host.Portal.VisitAs(user);
        var address = Address();
        var form = await FormAsync(visitor, address);
        var answers = await Task.WhenAll(form.SendAsync(), form.SendAsync());
        Assert.All([.. answers, await form.SendAsync()], a => Assert.Equal((HttpStatusCode.SeeOther, "/account"), (a.Status, a.Location)));
        Assert.Single(await MailsToAsync(host.Portal, address));
        Assert.Single(await MailsToAsync(host.Portal, user.Email));
    }
}
