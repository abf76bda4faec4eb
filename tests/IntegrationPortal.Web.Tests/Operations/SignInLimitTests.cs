using System.Net;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Operations;

/// <summary>How often somebody may try to sign in within a minute, before a password is even looked at.</summary>
public sealed class SignInLimitTests(PortalHost host)
{
    private const int Few = 3;

    [Fact]
    public async Task One_account_is_tried_a_few_times_a_minute_from_wherever_and_whatever_else_stands_in_the_form()
    {
        await using var portal = Limited("Account");
        var user = await TestUser.CreateAsync(portal, Role.FoundationStaff);
        for (var i = 0; i < Few; i++)
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await TryAsync(portal, user.Email, "wrong", i)).Status);
        var refused = await TryAsync(portal, $" {user.Email.ToUpperInvariant()} ", TestUser.UsualPassword, Few);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Equal("Das waren zu viele Versuche", refused.Heading);
        Assert.Equal("/worklist", (await TryAsync(portal, (await TestUser.CreateAsync(portal, Role.FoundationStaff)).Email, TestUser.UsualPassword, Few)).Location);
    }

    [Theory]
    [InlineData("/account/login", "form.")]
    [InlineData("/account/login?Email={0}&Password={1}", "other.")]
    public async Task An_account_is_named_in_the_field_that_is_counted_or_not_at_all(string address, string prefix)
    {
        var user = await TestUser.CreateAsync(host.Portal, Role.FoundationStaff);
        using var visitor = host.Portal.Visitor();
        var token = (await visitor.GetAsync("/account/login")).Form("main form").Fields.Single(f => f.Key == "__RequestVerificationToken");
        var answer = await visitor.PostAsync(
            string.Format(null, address, Uri.EscapeDataString(user.Email), Uri.EscapeDataString(user.Password)),
            (token.Key, token.Value), ($"{prefix}Email", user.Email), ($"{prefix}Password", user.Password), ($"{prefix}ReturnUrl", "/account"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
    }

    [Fact]
    public async Task One_connection_tries_a_few_times_a_minute_with_all_its_addresses()
    {
        await using var portal = Limited("Address");
        for (var i = 0; i < Few; i++)
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await TryAsync(portal, $"{i}@test.example", "wrong", i, $"2001:db8:1:2::{i + 1}")).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await TryAsync(portal, "x@test.example", "wrong", Few, "2001:db8:1:2:ffff::1")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await TryAsync(portal, "x@test.example", "wrong", Few, "2001:db8:1:3::1")).Status);
    }

    [Fact]
    public async Task One_connection_asks_an_organisation_a_few_times_a_minute()
    {
        await using var portal = Limited("Address");
        using var visitor = portal.Visitor();
        for (var i = 0; i < Few; i++)
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/account/login/with/nobody")).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await visitor.GetAsync("/account/login/with/nobody")).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/account/login")).Status);
    }

    private RunningPortal Limited(string per) => host.Start(settings: new Dictionary<string, string>
    {
        [$"Portal:SignIn:Per{per}AndMinute"] = Few.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["Portal:TrustedProxies"] = "127.0.0.1",
    });

    private static async Task<Page> TryAsync(RunningPortal portal, string email, string password, int number, string? from = null)
    {
        using var visitor = portal.Visitor();
        if (from is not null)
            visitor.Headers.Add("X-Forwarded-For", from);
        return await (await visitor.GetAsync("/account/login")).Form("main form")
            .Force("anemail", $"{number}@test.example").Fill("Email", email).Fill("Password", password).SendAsync();
    }
}
