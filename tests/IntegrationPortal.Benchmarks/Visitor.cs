using System.Net;
using System.Text.RegularExpressions;

namespace IntegrationPortal.Benchmarks;

/// <summary>Somebody signed in, as a browser would be: with the portal's own cookies.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _http;
    private readonly Uri _address;

    public Visitor(Uri address)
    {
        _address = address;
        _http = new HttpClient(new SocketsHttpHandler { CookieContainer = _cookies, AllowAutoRedirect = false, MaxConnectionsPerServer = 16 }) { BaseAddress = address };
    }

    /// <summary>For wrk.</summary>
    public string CookieHeader => _cookies.GetCookieHeader(_address);

    public async Task SignInAsync(string email, string password)
    {
        var token = await TokenAsync("/account/login");
        using var answer = await PostAsync("/account/login", token, ("Email", email), ("Password", password));
        if ((int)answer.StatusCode is < 300 or >= 400)
            throw new InvalidOperationException($"Sign-in was answered with {(int)answer.StatusCode}.");
    }

    public async Task<string> TokenAsync(string page)
    {
        var html = await GetAsync(page);
        return WebUtility.HtmlDecode(Token().Match(html).Groups[1].Value);
    }

    public async Task<string> GetAsync(string page)
    {
        using var answer = await _http.GetAsync(new Uri(page, UriKind.Relative));
        if (answer.StatusCode != HttpStatusCode.OK)
            throw new InvalidOperationException($"{page} was answered with {(int)answer.StatusCode}.");
        return await answer.Content.ReadAsStringAsync();
    }

    public Task<HttpResponseMessage> PostAsync(string page, string token, params (string Name, string Value)[] fields) =>
        _http.PostAsync(new Uri(page, UriKind.Relative), new FormUrlEncodedContent(
            fields.Select(f => KeyValuePair.Create(f.Name, f.Value)).Append(KeyValuePair.Create("__RequestVerificationToken", token))));

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
