using System.Net;
using System.Text.RegularExpressions;
using IntegrationPortal.Web.Operations;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPortal.Web.Tests.Operations;

/// <summary>What holds for every answer, whoever asks.</summary>
public sealed partial class EveryAnswerTests(PortalHost host)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/account/login")]
    [InlineData("/no-such-page")]
    [InlineData("/lib/kern/kern.min.css")]
    public async Task The_browser_may_load_only_what_the_portal_serves(string address)
    {
        using var browser = new HttpClient { BaseAddress = host.Portal.Address };
        using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.All(
            ["default-src 'none'", "script-src 'self' 'nonce-", "frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'"],
            rule => Assert.Contains(rule, policy, StringComparison.Ordinal));
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("DENY", Header(answer, "X-Frame-Options"));
        Assert.Equal("same-origin", Header(answer, "Referrer-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Opener-Policy"));
        Assert.Contains("camera=()", Header(answer, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public void How_large_a_form_may_be_is_said_to_routing_and_not_to_filters_that_come_after_it_was_read()
    {
        var actions = host.Portal.Services.GetRequiredService<EndpointDataSource>().Endpoints;
        Assert.Equal(4, actions.Count(a => a.Metadata.GetMetadata<LargestBodyAttribute>() is not null));
        Assert.DoesNotContain(actions, a => a.Metadata.Any(said => said is RequestSizeLimitAttribute or RequestFormLimitsAttribute));
    }

    [Fact]
    public async Task Pages_stay_out_of_caches_and_each_has_its_own_nonce()
    {
        using var browser = new HttpClient { BaseAddress = host.Portal.Address };
        using var first = await browser.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        using var second = await browser.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.True(first.Headers.CacheControl!.NoStore);
        Assert.NotEqual(Nonce(first), Nonce(second));
    }

    [Fact]
    public async Task Pages_are_compressed()
    {
        using var handler = new HttpClientHandler { AutomaticDecompression = DecompressionMethods.None };
        using var browser = new HttpClient(handler) { BaseAddress = host.Portal.Address };
        browser.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        using var answer = await browser.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("br", Assert.Single(answer.Content.Headers.ContentEncoding));
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_is_told_to_anybody(string address)
    {
        using var browser = new HttpClient { BaseAddress = host.Portal.Address };
        Assert.Equal("Healthy", await browser.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken));
    }

    private static string Header(HttpResponseMessage answer, string name) => answer.Headers.GetValues(name).Single();

    private static string Nonce(HttpResponseMessage answer) => NonceOf().Match(Header(answer, "Content-Security-Policy")).Value;

    [GeneratedRegex("'nonce-[^']+'")]
    private static partial Regex NonceOf();
}
