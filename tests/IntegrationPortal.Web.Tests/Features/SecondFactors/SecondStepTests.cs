using System.Net;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Security.SignIn;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Features.SecondFactors;

/// <summary>Signing in with a second factor: after the right password a code, and nothing of the account until then.</summary>
public sealed class SecondStepTests(PortalHost host)
{
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, Totp.Code("12345678901234567890"u8, Totp.StepOf(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    [Fact]
    public async Task After_the_right_password_nothing_is_open_until_the_code_is_right()
    {
        await using var town = await FactorTown.CreateAsync(host);
        using var visitor = town.Portal.Visitor();
        var asked = await town.AfterPasswordAsync(visitor, "/account");
        Assert.Equal("Code eingeben", asked.Heading);
        Assert.DoesNotContain(town.User.Email, asked.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(town.User.Name, asked.Body, StringComparison.Ordinal);
        foreach (var page in new[] { "/account", "/worklist", "/account/second-factor", "/account/second-factor/off", "/handbook/reviews" })
            Assert.False((await visitor.GetAsync(page)).Status == HttpStatusCode.OK, page);
        Assert.StartsWith("/account/login", (await visitor.GetAsync("/worklist")).Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await asked.Form().Fill("Code", town.App.WrongCode()).SendAsync()).Status);
        Assert.StartsWith("/account/login", (await visitor.GetAsync("/worklist")).Location, StringComparison.Ordinal);

        Assert.Equal("/account", (await asked.Form().Fill("Code", $" {town.App.Code()[..3]} {town.App.Code()[3..]}").SendAsync()).Location);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/worklist")).Status);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    public async Task Only_pages_of_the_portal_are_returned_to(string wanted)
    {
        await using var town = await FactorTown.CreateAsync(host);
        using var visitor = town.Portal.Visitor();
        var asked = await town.AfterPasswordAsync(visitor, wanted);
        Assert.Equal("/worklist", (await asked.Form().Fill("Code", town.App.Code()).SendAsync()).Location);
    }

    [Fact]
    public async Task A_code_works_once_also_for_two_at_the_same_moment()
    {
        await using var town = await FactorTown.CreateAsync(host);
        var visitors = Enumerable.Range(0, 4).Select(_ => town.Portal.Visitor()).ToList();
        var forms = await Task.WhenAll(visitors.Select(async v => (await town.AfterPasswordAsync(v)).Form().Fill("Code", town.App.Code())));
        var answers = await Task.WhenAll(forms.Select(f => f.SendAsync()));
        Assert.Single(answers, a => a.Location == "/worklist");
        Assert.Equal(3, answers.Count(a => a.Status == HttpStatusCode.UnprocessableEntity));
        // Nor a step later, while its window is still open.
        var used = town.App.Code();
        town.Wait();
        using var thief = town.Portal.Visitor();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await town.SignInAsync(thief, used)).Status);
        visitors.ForEach(v => v.Dispose());
    }

    [Fact]
    public async Task A_phone_may_be_half_a_minute_off_and_no_more()
    {
        await using var town = await FactorTown.CreateAsync(host);
        town.Clock.Advance(TimeSpan.FromMinutes(5));
        using var visitor = town.Portal.Visitor();
        foreach (var steps in new[] { -2, 2 })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await town.SignInAsync(visitor, town.App.Code(steps))).Status);
        Assert.Equal("/worklist", (await town.SignInAsync(visitor, town.App.Code(-1))).Location);
        using var second = town.Portal.Visitor();
        Assert.Equal("/worklist", (await town.SignInAsync(second, town.App.Code(1))).Location);
    }

    [Fact]
    public async Task Wrong_codes_close_the_account_and_the_right_password_gives_no_further_guesses()
    {
        await using var town = await FactorTown.CreateAsync(host);
        using var thief = town.Portal.Visitor();
        for (var i = 0; i < 4; i++)
            Assert.Contains("falsch oder schon benutzt", (await town.SignInAsync(thief, town.App.WrongCode())).Text, StringComparison.Ordinal);
        Assert.Contains("zu viele falsche Codes", (await town.SignInAsync(thief, town.App.WrongCode())).Text, StringComparison.Ordinal);
        Assert.Contains("zu viele falsche Codes", (await town.SignInAsync(thief, town.App.Code())).Text, StringComparison.Ordinal);
        Assert.Equal([MailTemplate.SecondFactorOn, MailTemplate.SecondFactorGuessed], await town.MailsAsync());

        // A new password by mail opens the sign-in, not the codes.
        town.Clock.Advance(TimeSpan.FromSeconds(40));
        Assert.Contains("zu viele falsche Codes", (await town.SignInAsync(thief, town.App.RecoveryCodes[0])).Text, StringComparison.Ordinal);
        town.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("/worklist", (await town.SignInAsync(thief, town.App.Code())).Location);
    }

    [Fact]
    public async Task A_recovery_code_works_once_and_says_how_many_are_left()
    {
        await using var town = await FactorTown.CreateAsync(host);
        using var visitor = town.Portal.Visitor();
        var code = town.App.RecoveryCodes[3];
        var welcome = await visitor.FollowAsync(await town.SignInAsync(visitor, code.ToLowerInvariant()));
        Assert.Contains("Es bleiben noch 9.", welcome.Text, StringComparison.Ordinal);
        using var thief = town.Portal.Visitor();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await town.SignInAsync(thief, code)).Status);
        Assert.Equal(9, (await town.StoredAsync())!.RecoveryHashes.Length);
    }

    [Fact]
    public async Task Between_password_and_code_lie_five_minutes_at_most()
    {
        await using var town = await FactorTown.CreateAsync(host);
        using var visitor = town.Portal.Visitor();
        var asked = await town.AfterPasswordAsync(visitor);
        town.Clock.Advance(TimeSpan.FromMinutes(5));
        var late = await asked.Form().Fill("Code", town.App.Code()).SendAsync();
        Assert.Equal(HttpStatusCode.Gone, late.Status);
        Assert.Equal("/account/login", late.Document.QuerySelector("main a.kern-btn")!.GetAttribute("href"));
        Assert.Equal(HttpStatusCode.Gone, (await visitor.GetAsync("/account/login/code")).Status);
    }

    [Fact]
    public async Task A_lock_between_password_and_code_keeps_out()
    {
        await using var town = await FactorTown.CreateAsync(host);
        using var visitor = town.Portal.Visitor();
        var asked = await town.AfterPasswordAsync(visitor);
        using var operations = town.Portal.VisitAs(await TestUser.CreateAsync(town.Portal, Role.Administrator));
        var list = await operations.GetAsync($"/admin/accounts?search={town.User.Email}");
        await list.Form($"form[action='/admin/accounts/{town.User.Id}/lock']").SendAsync();
        Assert.Equal(HttpStatusCode.Gone, (await asked.Form().Fill("Code", town.App.Code()).SendAsync()).Status);
    }

    [Fact]
    public async Task Two_tabs_and_the_way_back_end_in_the_one_session()
    {
        await using var town = await FactorTown.CreateAsync(host);
        using var visitor = town.Portal.Visitor();
        var (first, second) = (await town.AfterPasswordAsync(visitor), await visitor.GetAsync("/account/login/code?returnUrl=%2Faccount"));
        Assert.Equal("/worklist", (await first.Form().Fill("Code", town.App.Code()).SendAsync()).Location);
        // The form of the second tab was drawn for nobody; its page, opened anew, leads on.
        Assert.Equal(HttpStatusCode.BadRequest, (await second.Form().Fill("Code", town.App.Code()).SendAsync()).Status);
        Assert.Equal("/account", (await visitor.GetAsync(second.Address)).Location);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/worklist")).Status);
    }

    [Fact]
    public async Task Who_comes_without_a_password_is_told_to_begin_with_it()
    {
        using var visitor = host.Portal.Visitor();
        Assert.Equal(HttpStatusCode.Gone, (await visitor.GetAsync("/account/login/code")).Status);
    }
}
