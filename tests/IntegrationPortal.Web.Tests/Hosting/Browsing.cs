using System.Net;

namespace IntegrationPortal.Web.Tests.Hosting;

internal static class Browsing
{
    public static Task<HttpResponseMessage> AskAsync(this HttpClient browser, string address) =>
        browser.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

    /// <summary>Asks until the page answers so.</summary>
    public static async Task UntilAsync(this HttpClient browser, string address, HttpStatusCode wanted)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await tick.WaitForNextTickAsync(limit.Token))
        {
            using var answer = await browser.AskAsync(address);
            if (answer.StatusCode == wanted)
                return;
        }
    }
}
