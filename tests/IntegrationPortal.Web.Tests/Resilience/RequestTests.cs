using System.Net;
using System.Net.Http.Headers;
using System.Text;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Resilience;

/// <summary>Requests no browser would send: each gets a page or a short answer, never an error of the portal.</summary>
public sealed class RequestTests(PortalHost host)
{
    [Fact]
    public async Task A_form_without_its_antiforgery_token_is_a_400_page()
    {
        var town = await host.TownAsync();
        using var browser = host.Portal.VisitAs(await town.CoordinatorAsync());
        foreach (var address in new[] { "/account/password", "/actors/new", "/account/logout" })
        {
            var answer = await browser.PostAsync(address, ("Name", "x"));
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.True(answer.Has("main h1"), $"{address}: {answer.Body}");
        }

        // Nor with a token that was given to somebody else.
        using var other = host.Portal.VisitAs(await town.CoordinatorAsync("A. Andere"));
        var token = (await other.GetAsync("/account")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync("/account/password", ("__RequestVerificationToken", token))).Status);
    }

    [Fact]
    public async Task A_request_that_is_too_large_is_refused()
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = host.Portal.Address };
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("Email", new string('x', 2 * 1024 * 1024))]);
        try
        {
            using var answer = await client.PostAsync("/account/login", content);
            Assert.True((int)answer.StatusCode is 400 or 413, answer.StatusCode.ToString());
        }
        catch (HttpRequestException)
        {
            // The server may hang up while the body is still being sent.
        }

        using var after = await client.GetAsync("/account/login");
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Theory]
    [InlineData("application/json", "{\"Email\":\"x\"}")]
    [InlineData("text/plain", "Email=x")]
    [InlineData("multipart/form-data; boundary=x", "not a multipart body")]
    [InlineData("application/x-www-form-urlencoded", "%%%&&&===%zz%C3%28=%ED%A0%80")]
    [InlineData("nonsense", "x")]
    public async Task A_body_of_another_kind_is_a_client_error(string type, string body)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = host.Portal.Address };
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        Assert.True(content.Headers.TryAddWithoutValidation("Content-Type", type));
        using var answer = await client.PostAsync("/account/login", content);
        Assert.InRange((int)answer.StatusCode, 400, 499);
    }

    [Theory]
    [InlineData("/cases/%00")]
    [InlineData("/cases/..%2f..%2fetc%2fpasswd")]
    [InlineData("/municipalities/99999")]
    [InlineData("/municipalities/٠٥١١٤٠٠٠")]
    [InlineData("/%ff%fe")]
    [InlineData("/handovers?box=nonsense&state=-1&page=999999999999999999999")]
    [InlineData("/cases?after=%00&sort=%27%3B+drop+table+person")]
    [InlineData("/worklist?x=<script>alert(1)</script>")]
    public async Task An_odd_address_is_a_page_and_not_an_error(string address)
    {
        var town = await host.TownAsync();
        using var browser = host.Portal.VisitAs(await town.CoordinatorAsync());
        var answer = await browser.GetAsync(address);
        Assert.InRange((int)answer.Status, 200, 499);
        Assert.DoesNotContain("<script>alert", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_answer_carries_the_strict_headers()
    {
        using var client = new HttpClient { BaseAddress = host.Portal.Address };
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        foreach (var address in new[] { "/", "/account/login", "/does-not-exist" })
        {
            using var answer = await client.GetAsync(address);
            var policy = string.Join(' ', answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("'nonce-", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe-inline", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.False(answer.Headers.Contains("Server"));
            Assert.Contains("no-store", answer.Headers.CacheControl?.ToString() ?? "", StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Health_tells_alive_and_ready()
    {
        using var client = new HttpClient { BaseAddress = host.Portal.Address };
        Assert.Equal("Healthy", await client.GetStringAsync("/health/live"));
        Assert.Equal("Healthy", await client.GetStringAsync("/health/ready"));
    }
}
