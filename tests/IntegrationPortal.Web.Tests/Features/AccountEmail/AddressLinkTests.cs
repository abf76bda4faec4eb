using System.Net;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.Extensions.Time.Testing;
using static IntegrationPortal.Web.Tests.Features.AccountEmail.Addressing;

namespace IntegrationPortal.Web.Tests.Features.AccountEmail;

/// <summary>The link works once, for a day, for the account that asked, and never against its owner.</summary>
public sealed class AddressLinkTests(PortalHost host)
{
    private const string New = "ein langer neuer Satz";

    [Fact]
    public async Task A_link_in_strange_hands_gives_nothing()
    {
        var town = await host.TownAsync();
        var stranger = await (await host.TownAsync("Anderstadt")).CoordinatorAsync();
        var user = await town.CoordinatorAsync();
        using var owner = host.Portal.VisitAs(user);
        var link = await LinkAsync(host.Portal, owner, Address());

        using var nobody = host.Portal.Visitor();
        Assert.StartsWith("/account/login?returnUrl=", (await nobody.GetAsync(link)).Location, StringComparison.Ordinal);
        using var other = host.Portal.VisitAs(stranger);
        var page = await other.GetAsync(link);
        Assert.Equal((HttpStatusCode.Gone, "Dieser Link gilt nicht mehr"), (page.Status, page.Heading));
        Assert.Contains(stranger.Email, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(user.Email, page.Body, StringComparison.Ordinal);
        var own = (await other.GetAsync(await LinkAsync(host.Portal, other, Address()))).Form("main form");
        Assert.Equal(HttpStatusCode.Gone, (await own.Force("token", link.Split("token=")[1]).SendAsync()).Status);
        Assert.Equal((user.Email, stranger.Email), (await AddressOfAsync(host.Portal, user), await AddressOfAsync(host.Portal, stranger)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_made_up_link_opens_nothing(string token)
    {
        using var visitor = host.Portal.VisitAs(await UserAsync(host.Portal));
        Assert.Equal(HttpStatusCode.Gone, (await visitor.GetAsync("/account/email/confirm?token=" + token)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await visitor.GetAsync("/account/email/confirm")).Status);
    }

    [Fact]
    public async Task A_link_of_one_kind_does_not_open_the_other()
    {
        using var visitor = host.Portal.VisitAs(await UserAsync(host.Portal));
        var token = (await LinkAsync(host.Portal, visitor, Address())).Split("token=")[1];
        Assert.Equal(HttpStatusCode.Gone, (await visitor.GetAsync("/account/reset-password?token=" + token)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await visitor.GetAsync("/invitations/accept?token=" + token)).Status);
    }

    [Fact]
    public async Task A_link_lapses_after_a_day()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
        await using var portal = host.Start(s => s.Use(clock));
        var user = await UserAsync(portal);
        using var visitor = await portal.SignInAsync(user);
        var link = await LinkAsync(portal, visitor, Address());
        clock.Advance(TimeSpan.FromHours(23.9));
        await visitor.SignInAsync(user);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(link)).Status);
        clock.Advance(TimeSpan.FromHours(0.2));
        Assert.Equal(HttpStatusCode.Gone, (await visitor.GetAsync(link)).Status);
        Assert.DoesNotContain("wartet bis", (await visitor.GetAsync("/account")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_password_takes_away_what_was_asked_for_however_it_was_set()
    {
        var user = await UserAsync(host.Portal);
        using var visitor = await host.Portal.SignInAsync(user);
        var before = await LinkAsync(host.Portal, visitor, Address());
        await (await visitor.GetAsync("/account/password")).Form("main form").Fill("CurrentPassword", user.Password).Fill("NewPassword", New).Fill("Repeat", New).SubmitAsync();
        Assert.Equal(HttpStatusCode.Gone, (await visitor.GetAsync(before)).Status);

        // As the owner does whom the note to the old address has warned.
        await AskAsync(visitor, Address(), New);
        using var owner = host.Portal.Visitor();
        await (await owner.GetAsync("/account/forgot-password")).Form("main form").Fill("Email", user.Email).SubmitAsync();
        var reset = await Mailbox.LinkAsync(host.Portal, (await Mailbox.ForAsync(host.Portal, user.Id)).Last(m => m.Template == MailTemplate.PasswordReset));
        await (await owner.GetAsync(reset)).Form("main form").Fill("NewPassword", New + "!").Fill("Repeat", New + "!").SubmitAsync();
        await owner.SignInAsync(user with { Password = New + "!" });
        Assert.DoesNotContain("wartet bis", (await owner.GetAsync("/account")).Text, StringComparison.Ordinal);
        Assert.Equal(user.Email, await AddressOfAsync(host.Portal, user));
    }

    [Fact]
    public async Task One_change_takes_away_what_else_was_asked_for_and_open_links_to_the_old_mailbox()
    {
        var user = await UserAsync(host.Portal);
        using var visitor = await host.Portal.SignInAsync(user);
        var (first, second) = (Address(), Address());
        var other = await LinkAsync(host.Portal, visitor, first);
        var link = await LinkAsync(host.Portal, visitor, second);
        using var forgetful = host.Portal.Visitor();
        await (await forgetful.GetAsync("/account/forgot-password")).Form("main form").Fill("Email", user.Email).SubmitAsync();
        var reset = await Mailbox.LinkAsync(host.Portal, (await Mailbox.ForAsync(host.Portal, user.Id)).Last(m => m.Template == MailTemplate.PasswordReset));

        await ConfirmAsync(visitor, link);
        Assert.Equal(HttpStatusCode.Gone, (await visitor.GetAsync(other)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await forgetful.GetAsync(reset)).Status);
        Assert.Equal(second, await AddressOfAsync(host.Portal, user));
    }

    [Fact]
    public async Task Clicked_twice_it_is_confirmed_once_and_a_used_link_says_that_it_is_done()
    {
        var user = await UserAsync(host.Portal);
        using var visitor = await host.Portal.SignInAsync(user);
        var address = Address();
        var link = await LinkAsync(host.Portal, visitor, address);
        var form = (await visitor.GetAsync(link)).Form("main form");
        var answers = await Task.WhenAll(form.SendAsync(), form.SendAsync());
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.SeeOther, a.Status));
        Assert.Contains(answers, a => a.Location == "/account");
        Assert.Equal(address, await AddressOfAsync(host.Portal, user));
        Assert.Single(await MailsToAsync(host.Portal, user.Email), MailTemplate.EmailChanged);

        using var later = host.Portal.Visitor();
        await later.SignInAsync(user with { Email = address });
        Assert.Contains("Ihre neue E-Mail-Adresse gilt.", (await later.OpenAsync(link)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_click_that_comes_a_second_time_under_the_cookie_of_before_leads_where_the_first_did_and_its_cookie_opens_nothing_else()
    {
        var user = await UserAsync(host.Portal);
        using var visitor = await host.Portal.SignInAsync(user);
        var link = await LinkAsync(host.Portal, visitor, Address());
        var form = (await visitor.GetAsync(link)).Form("main form");
        var before = visitor.Cookies.GetCookies(host.Portal.Address)["portal"]!.Value;
        Assert.Equal("/account", (await form.SendAsync()).Location);
        Wear();
        Assert.StartsWith("/account/login", (await visitor.GetAsync("/account")).Location, StringComparison.Ordinal);
        // Who has no more than the old cookie does not know the link.
        Wear();
        Assert.Equal(HttpStatusCode.Gone, (await form.Force("token", "guess").SendAsync()).Status);
        Assert.Equal(before, visitor.Cookies.GetCookies(host.Portal.Address)["portal"]!.Value);
        Assert.Equal("/account", (await form.Force("token", Uri.UnescapeDataString(link.Split("token=")[1])).SendAsync()).Location);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/account")).Status);

        void Wear() => visitor.Cookies.Add(host.Portal.Address, new System.Net.Cookie("portal", before, "/"));
    }

    [Fact]
    public async Task Two_addresses_confirmed_at_the_same_moment_make_one()
    {
        var user = await UserAsync(host.Portal);
        using var visitor = await host.Portal.SignInAsync(user);
        var addresses = new[] { Address(), Address() };
        var forms = new List<FilledForm>();
        foreach (var address in addresses)
            forms.Add((await visitor.GetAsync(await LinkAsync(host.Portal, visitor, address))).Form("main form"));
        Assert.All(await Task.WhenAll(forms.Select(f => f.SendAsync())), a => Assert.True(a.Status is HttpStatusCode.SeeOther or HttpStatusCode.Gone, $"{a.Status} {a.Text}"));
        Assert.Contains(await AddressOfAsync(host.Portal, user), addresses);
        Assert.Single(await MailsToAsync(host.Portal, user.Email), MailTemplate.EmailChanged);
    }
}
