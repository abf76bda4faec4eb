using System.Net;
using AngleSharp.Html.Parser;

namespace IntegrationPortal.Web.Tests.Hosting;

/// <summary>The published program with the settings of docker-compose.yml: what an operator runs, without the checkout around it.</summary>
public sealed class PublishedPortalTests
{
    [Fact]
    public async Task It_migrates_with_the_owner_serves_with_the_application_role_and_ends_when_told()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "signals");
        using var published = await PublishedPortal.CreateAsync();
        await AloneItSaysWhatItNeedsAsync(published);

        await using var installation = await Installation.CreateAsync(migrated: false);
        var (exitCode, output) = await PortalProcess.RunInAsync(published.Folder, WithoutPrograms(installation.Migrating()), "migrate");
        Assert.True(exitCode == 0, output);

        await using var portal = PortalProcess.StartIn(published.Folder, WithoutPrograms(installation.Serving()));
        await portal.SeeAsync("Application started");
        using var browser = installation.Browser();
        Assert.Equal("Healthy", await browser.GetStringAsync("/health/ready", TestContext.Current.CancellationToken));
        await SignInPageIsWholeAsync(browser);
        using var worklist = await browser.AskAsync("/worklist");
        Assert.Equal("/account/login", worklist.RequestMessage!.RequestUri!.AbsolutePath);

        Assert.Equal(0, await portal.SignalAsync("TERM"));
        Assert.Contains("Application is shutting down", portal.Output, StringComparison.Ordinal);
    }

    private static async Task AloneItSaysWhatItNeedsAsync(PublishedPortal published)
    {
        var (exitCode, output) = await PortalProcess.RunInAsync(published.Folder, null);
        Assert.NotEqual(0, exitCode);
        Assert.Contains("No database is configured", Assert.Single(output.Trim().Split('\n')), StringComparison.Ordinal);
    }

    /// <summary>The form, and everything the page loads.</summary>
    private static async Task SignInPageIsWholeAsync(HttpClient browser)
    {
        using var answer = await browser.AskAsync("/account/login");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.NotNull(page.QuerySelector("form[action='/account/login'] input[type=password]"));
        var parts = page.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], link[rel=preload]").Select(l => l.GetAttribute("href"))
            .Concat(page.QuerySelectorAll("script[src]").Select(s => s.GetAttribute("src"))).ToList();
        Assert.Contains(parts, p => p!.Contains("kern", StringComparison.Ordinal));
        foreach (var part in parts)
        {
            using var loaded = await browser.AskAsync(part!);
            Assert.True(loaded.StatusCode == HttpStatusCode.OK, $"{part}: {loaded.StatusCode}");
        }
    }

    /// <summary>An image holds neither Node nor PostgreSQL.</summary>
    private static Dictionary<string, string> WithoutPrograms(Dictionary<string, string> settings)
    {
        settings["PATH"] = "/nowhere";
        return settings;
    }
}
