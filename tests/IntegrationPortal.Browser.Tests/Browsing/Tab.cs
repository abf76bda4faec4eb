using System.Collections.Concurrent;
using System.Net;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.Playwright;
using Cookie = Microsoft.Playwright.Cookie;

namespace IntegrationPortal.Browser.Tests.Browsing;

/// <summary>
/// One person's tab with cookies of its own. Whatever a browser complains about is kept: script errors, refusals of the content
/// security policy, parts of a page that did not load, and every request that left for another host.
/// </summary>
public sealed class Tab : IAsyncDisposable
{
    /// <summary>
    /// An error page logs that it did not load (parts of pages are watched on their own). And each browser knows other features
    /// that a policy can switch off.
    /// </summary>
    private static readonly string[] Expected = ["Failed to load resource", "Permissions-Policy header: Unrecognized feature"];

    private readonly IBrowserContext _context;
    private readonly Uri _portal;
    private readonly ConcurrentQueue<string> _complaints = new();

    private Tab(IBrowserContext context, Uri portal)
    {
        _context = context;
        _portal = portal;
    }

    public IPage Page { get; private set; } = null!;

    /// <summary>What went wrong so far, each with the page it happened on.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    /// <summary>The address of the page, without the host.</summary>
    public string Address => new Uri(Page.Url).PathAndQuery;

    public static async Task<Tab> OpenAsync(Chromium chromium, RunningPortal portal, Look? look = null, CookieContainer? session = null)
    {
        look ??= new Look();
        var context = await chromium.Browser.NewContextAsync(new()
        {
            BaseURL = portal.Address.ToString(),
            ViewportSize = new() { Width = look.Width, Height = 900 },
            JavaScriptEnabled = look.Scripts,
            ColorScheme = look.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(15_000);
        await context.AddCookiesAsync(Cookies(portal.Address, look, session));
        var tab = new Tab(context, portal.Address);
        tab.Page = await tab.AnotherAsync();
        return tab;
    }

    /// <summary>A second tab of the same person: same cookies, watched in the same way.</summary>
    public async Task<IPage> AnotherAsync()
    {
        var page = await _context.NewPageAsync();
        page.Request += (_, request) =>
        {
            if (!IsOwn(request.Url))
                Complain(page, $"asked another host: {request.Url}");
        };
        page.Response += (_, response) =>
        {
            if (response.Status >= 400 && !response.Request.IsNavigationRequest)
                Complain(page, $"{response.Status} for {response.Url}");
        };
        page.PageError += (_, error) => Complain(page, $"script error: {error}");
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !Expected.Any(e => message.Text.Contains(e, StringComparison.Ordinal)))
                Complain(page, message.Text);
        };
        return page;
    }

    public async Task<int> GoAsync(string address)
    {
        var response = await Page.GotoAsync(address);
        return response?.Status ?? 0;
    }

    public Task<string> HeadingAsync() => Page.Locator("h1").First.InnerTextAsync();

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private void Complain(IPage page, string what) => _complaints.Enqueue($"{page.Url}: {what}");

    private bool IsOwn(string url) =>
        url.StartsWith("data:", StringComparison.Ordinal) || url.StartsWith("about:", StringComparison.Ordinal)
        || (Uri.TryCreate(url, UriKind.Absolute, out var to) && to.Host == _portal.Host && to.Port == _portal.Port);

    private static IEnumerable<Cookie> Cookies(Uri portal, Look look, CookieContainer? session)
    {
        Cookie Make(string name, string value) => new() { Name = name, Value = value, Domain = portal.Host, Path = "/", SameSite = SameSiteAttribute.Strict };
        yield return Make(Languages.CookieName, look.Language);
        yield return Make(Themes.CookieName, look.Theme);
        foreach (var cookie in session?.GetAllCookies().Where(c => c.Name == "portal") ?? [])
            yield return Make(cookie.Name, cookie.Value);
    }
}
