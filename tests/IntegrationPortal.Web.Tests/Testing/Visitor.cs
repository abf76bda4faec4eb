using System.Net;
using IntegrationPortal.Web.Presentation;

namespace IntegrationPortal.Web.Tests.Testing;

/// <summary>Somebody with a browser without scripts: keeps cookies, opens pages, and sends the forms that the pages contain.</summary>
public sealed class Visitor : IDisposable
{
    private readonly HttpClient client;

    public Visitor(Uri portal)
    {
        client = new HttpClient(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = portal };
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("de");
    }

    public CookieContainer Cookies { get; } = new();

    /// <summary>Every Set-Cookie this visitor was given.</summary>
    public List<string> SetCookies { get; } = [];

    /// <summary>Header fields that every further request carries.</summary>
    public System.Net.Http.Headers.HttpRequestHeaders Headers => client.DefaultRequestHeaders;

    /// <summary>Has chosen this language on some page before.</summary>
    public Visitor Speaking(string language)
    {
        Cookies.Add(client.BaseAddress!, new Cookie(Languages.CookieName, language, "/"));
        return this;
    }

    /// <summary>Opens a page without following a redirect.</summary>
    public async Task<Page> GetAsync(string address) => await ReadAsync(new HttpRequestMessage(HttpMethod.Get, address));

    /// <summary>A file as it comes.</summary>
    public Task<byte[]> BytesAsync(string address) => client.GetByteArrayAsync(address);

    /// <summary>Opens a page and goes where it leads, as a browser does.</summary>
    public async Task<Page> OpenAsync(string address) => await FollowAsync(await GetAsync(address));

    /// <summary>Goes on after a redirect until there is a page.</summary>
    public async Task<Page> FollowAsync(Page page)
    {
        for (var i = 0; page.Location is { } next; i++)
        {
            Assert.True(i < 10, $"Redirected in circles at {next}.");
            page = await GetAsync(next);
        }
        return page;
    }

    /// <summary>Sends fields that no page offered; for tests of what an attacker would send.</summary>
    public Task<Page> PostAsync(string address, params (string Name, string Value)[] fields) =>
        ReadAsync(new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))),
        });

    /// <summary>Signs in through the page, as the person would.</summary>
    public async Task<Visitor> SignInAsync(TestUser user)
    {
        var login = await GetAsync("/account/login");
        var answer = await login.Form("form[action*='/account/login']").Fill("Email", user.Email).Fill("Password", user.Password).SendAsync();
        Assert.True(answer.Location is not null, $"{user.Email} could not sign in: {(int)answer.Status} {answer.Text}");
        return this;
    }

    /// <summary>What is no page, such as a picture.</summary>
    public Task<HttpResponseMessage> FetchAsync(string address) => client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

    public void Dispose() => client.Dispose();

    internal async Task<Page> ReadAsync(HttpRequestMessage request)
    {
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        if (response.Headers.TryGetValues("Set-Cookie", out var given))
        {
            // Some tests ask for many pages at once.
            lock (SetCookies)
                SetCookies.AddRange(given);
        }

        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var address = new Uri(client.BaseAddress!, request.RequestUri!);
        var location = response.Headers.Location is { } to ? new Uri(address, to).PathAndQuery : null;
        return new Page(this, address.PathAndQuery, response.StatusCode, location, body);
    }
}
