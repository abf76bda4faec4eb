using System.Net;
using System.Text;
using System.Text.Json;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Features.SignIns;

/// <summary>What no device has answered opens nothing and breaks nothing. Passkeys that work are tried in a browser.</summary>
public sealed class PasskeyAttackTests(PortalHost host)
{
    private const string SignIn = "form[data-passkey]";

    public static TheoryData<string> Answers =>
    [
        "", "x", "{}", "[]", "null", Answer("not-an-account"), Answer(Guid.NewGuid().ToString()), Answer(""), Answer("not-an-account", type: "webauthn.create"),
        Answer("not-an-account").Replace("public-key", "password", StringComparison.Ordinal), new string('x', 500_000),
    ];

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task An_answer_that_no_device_gave_is_told_so(string answer)
    {
        using var visitor = host.Portal.Visitor();
        var page = await visitor.GetAsync("/account/login");
        var (_, state) = await AskedAsync(visitor);
        var refused = await page.Form(SignIn).Force("Credential", answer).Force("State", state).SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Mit diesem Passkey können Sie sich nicht anmelden.", refused.Text, StringComparison.Ordinal);
        Assert.StartsWith("/account/login", (await visitor.GetAsync("/worklist")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_question_is_another_asks_for_the_owner_and_names_nobody()
    {
        using var visitor = host.Portal.Visitor();
        var (first, second) = ((await AskedAsync(visitor)).Options, (await AskedAsync(visitor)).Options);
        Assert.NotEqual(first.GetProperty("challenge").GetString(), second.GetProperty("challenge").GetString());
        Assert.Equal("required", first.GetProperty("userVerification").GetString());
        Assert.Equal(0, first.GetProperty("allowCredentials").GetArrayLength());
    }

    [Fact]
    public async Task A_passkey_is_not_made_by_an_answer_that_no_device_gave_nor_while_a_second_factor_is_owed()
    {
        var user = await TestUser.CreateAsync(host.Portal, Role.FoundationStaff);
        using var visitor = host.Portal.VisitAs(user);
        var form = (await visitor.GetAsync("/account/sign-ins/passkeys/new")).Form("main form").Fill("Form.Name", "Telefon").Fill("Form.CurrentPassword", user.Password);
        foreach (var answer in new[] { "", "{}", "x", Answer("x") })
        {
            var refused = await form.Force("Form.Credential", answer).SendAsync();
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Contains("Es wurde kein Passkey eingerichtet", refused.Text, StringComparison.Ordinal);
        }

        await using var strict = host.Start(settings: new Dictionary<string, string> { ["Portal:SecondFactor:RequiredFor"] = nameof(Role.FoundationStaff) });
        using var owing = strict.VisitAs(user);
        Assert.Equal("/account/second-factor", (await owing.GetAsync("/account/sign-ins/passkeys/new")).Location);
        Assert.Contains("sobald Ihr zweiter Faktor eingeschaltet ist", (await owing.GetAsync("/account/sign-ins")).Text, StringComparison.Ordinal);
    }

    private static async Task<(JsonElement Options, string State)> AskedAsync(Visitor visitor)
    {
        var asked = JsonDocument.Parse(await visitor.BytesAsync("/account/login/passkey")).RootElement;
        return (JsonDocument.Parse(asked.GetProperty("options").GetString()!).RootElement, asked.GetProperty("state").GetString()!);
    }

    /// <summary>In the form of an answer, from nobody's device.</summary>
    private static string Answer(string owner, string type = "webauthn.get")
    {
        static string Sealed(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        var said = Sealed($$"""{"type":"{{type}}","challenge":"AAAA","origin":"http://127.0.0.1"}""");
        return $$$"""
            {"id":"AAAA","rawId":"AAAA","type":"public-key","clientExtensionResults":{},
             "response":{"clientDataJSON":"{{{said}}}","authenticatorData":"{{{Sealed(new string('a', 37))}}}","signature":"AAAA","userHandle":"{{{Sealed(owner)}}}"}}
            """;
    }
}
