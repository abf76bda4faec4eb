using System.Net;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Features.SignIns;

/// <summary>What can go wrong between portal and organisation, by chance or by intention, ends on a page that says what to do, and opens nothing.</summary>
public sealed class SignInAttackTests(SignInPortals portals, PortalHost host) : IClassFixture<SignInPortals>
{
    [Fact]
    public async Task Whoever_says_no_there_is_told_that_nothing_was_passed_on()
    {
        using var town = await SignInTown.CreateAsync(portals.Provider, portals.Portal);
        using var visitor = town.Portal.Visitor();
        var page = await town.SignInAsync(visitor, deed: "no");
        Assert.Equal("Sie haben die Anmeldung abgebrochen", page.Heading);
        Assert.DoesNotContain("said no", page.Body, StringComparison.Ordinal);
        await ShutAsync(visitor);
    }

    [Fact]
    public async Task The_answer_to_one_browser_opens_nothing_in_another_nor_a_second_time()
    {
        using var town = await SignInTown.LinkedAsync(portals.Provider, portals.Portal);
        using var victim = town.Portal.Visitor();
        using var thief = town.Portal.Visitor();
        var answer = await town.BackAsync(victim);
        await LapsedAsync(thief, answer);
        Assert.Equal("/worklist", (await victim.OpenAsync(answer)).Address);
        // Signed in, it leads back to the own ways to sign in; signed out, to the sign-in page.
        Assert.Equal(HttpStatusCode.Gone, (await victim.OpenAsync(answer)).Status);
        await (await victim.GetAsync("/account")).Form("form[action='/account/logout']").SubmitAsync();
        await LapsedAsync(victim, answer);
    }

    [Theory]
    [InlineData("state")]
    [InlineData("code")]
    public async Task A_changed_or_missing_part_of_the_answer_opens_nothing(string part)
    {
        using var town = await SignInTown.LinkedAsync(portals.Provider, portals.Portal);
        foreach (var bend in new Func<string, string>[] { _ => "", value => value + "x", value => value[..^1], _ => new string('a', 300) })
        {
            using var visitor = town.Portal.Visitor();
            var answer = await town.BackAsync(visitor);
            var query = System.Web.HttpUtility.ParseQueryString(answer.Split('?')[1]);
            Assert.False(string.IsNullOrEmpty(query[part]));
            query[part] = bend(query[part]!);
            await LapsedAsync(visitor, answer.Split('?')[0] + "?" + query);
        }
    }

    [Fact]
    public async Task A_token_that_was_made_for_another_question_opens_nothing()
    {
        using var town = await SignInTown.LinkedAsync(portals.Provider, portals.Portal);
        using var visitor = town.Portal.Visitor();
        using var visit = town.Provider.Visit();
        var sent = await SignInTown.SentToAsync(visitor);
        var query = System.Web.HttpUtility.ParseQueryString(sent.Query);
        query["nonce"] = "of an earlier question";
        var answer = await visit.ComeBackAsync(new Uri(sent.GetLeftPart(UriPartial.Path) + "?" + query), town.Subject);
        await LapsedAsync(visitor, answer.PathAndQuery);
    }

    [Fact]
    public async Task An_organisation_that_does_not_answer_is_named_as_the_reason_before_and_after()
    {
        using var provider = await OidcProvider.StartAsync();
        await using var portal = host.Start(settings: provider.Settings());
        using var town = await SignInTown.CreateAsync(provider, portal);
        using var visitor = town.Portal.Visitor();
        var answer = await town.BackAsync(visitor);
        provider.Dispose();
        var after = await visitor.OpenAsync(answer);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Ihre Organisation antwortet gerade nicht"), (after.Status, after.Heading));
        // A portal that has not asked it anything yet.
        await using var late = host.Start(settings: town.Provider.Settings());
        using var other = late.Visitor();
        var before = await other.GetAsync(SignInTown.Start);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Ihre Organisation antwortet gerade nicht"), (before.Status, before.Heading));
        Assert.Equal("Your organisation does not answer at the moment", (await other.Speaking("en").GetAsync(SignInTown.Start)).Heading);
        await ShutAsync(visitor);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    public async Task Only_pages_of_the_portal_are_returned_to(string wanted)
    {
        using var town = await SignInTown.LinkedAsync(portals.Provider, portals.Portal);
        using var visitor = town.Portal.Visitor();
        Assert.Equal("/worklist", (await town.SignInAsync(visitor, returnUrl: wanted)).Address);
    }

    [Fact]
    public async Task An_organisation_that_is_not_in_the_settings_does_not_exist()
    {
        using var visitor = host.Portal.Visitor();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/account/login/with/elsewhere")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/account/login/with/elsewhere/back?code=1&state=2")).Status);
        Assert.Equal(HttpStatusCode.Gone, (await visitor.GetAsync("/account/login/arrived")).Status);
    }

    [Fact]
    public async Task What_leads_into_one_account_is_not_linked_with_another()
    {
        using var town = await SignInTown.LinkedAsync(portals.Provider, portals.Portal);
        var other = await TestUser.CreateAsync(town.Portal, Role.FoundationStaff);
        using var visitor = town.Portal.VisitAs(other);
        var page = await town.SignInAsync(visitor);
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("führt schon in ein anderes Konto", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(town.User.Email, page.Body, StringComparison.Ordinal);
        Assert.Single(await town.LinksAsync());
    }

    [Fact]
    public async Task A_form_that_was_made_for_another_account_or_without_the_password_links_nothing()
    {
        using var town = await SignInTown.CreateAsync(portals.Provider, portals.Portal);
        var other = await TestUser.CreateAsync(town.Portal, Role.FoundationStaff);
        using var thief = town.Portal.VisitAs(other);
        using var owner = town.Portal.VisitAs(town.User);
        var asked = await town.SignInAsync(thief);
        var theirs = asked.Form("main form").Fields.Single(f => f.Key == "Form.Identity").Value;
        var mine = (await town.SignInAsync(owner)).Form("main form");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await mine.Fill("Form.CurrentPassword", "guess").SendAsync()).Status);
        Assert.Equal(HttpStatusCode.Gone, (await mine.Force("Form.Identity", theirs).Fill("Form.CurrentPassword", town.User.Password).SendAsync()).Status);
        Assert.Empty(await town.LinksAsync());
    }

    [Fact]
    public async Task A_link_is_removed_with_the_password_and_takes_every_other_session_along_also_when_sent_twice()
    {
        using var town = await SignInTown.LinkedAsync(portals.Provider, portals.Portal);
        using var elsewhere = town.Portal.Visitor();
        await town.SignInAsync(elsewhere);
        using var owner = town.Portal.VisitAs(town.User);
        var remove = $"/account/sign-ins/{(await town.LinksAsync()).Single().Id}/remove";
        using var stranger = town.Portal.VisitAs(await TestUser.CreateAsync(town.Portal, Role.FoundationStaff));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(remove)).Status);

        var form = (await owner.GetAsync(remove)).Form("main form");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await form.Fill("Form.CurrentPassword", "guess").SendAsync()).Status);
        form.Fill("Form.CurrentPassword", town.User.Password);
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => form.SendAsync())), a => Assert.Equal("/account/sign-ins", a.Location));
        Assert.Empty(await town.LinksAsync());
        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync("/worklist")).Status);
        Assert.StartsWith("/account/login", (await elsewhere.GetAsync("/account")).Location, StringComparison.Ordinal);
        using var again = town.Portal.Visitor();
        Assert.Equal("Noch mit keinem Konto verknüpft", (await town.SignInAsync(again)).Heading);
    }

    private static async Task LapsedAsync(Visitor visitor, string answer)
    {
        var page = await visitor.OpenAsync(answer);
        Assert.Equal((HttpStatusCode.Gone, "Die Anmeldung hat nicht geklappt"), (page.Status, page.Heading));
        await ShutAsync(visitor);
    }

    private static async Task ShutAsync(Visitor visitor) =>
        Assert.StartsWith("/account/login", (await visitor.GetAsync("/worklist")).Location, StringComparison.Ordinal);
}
