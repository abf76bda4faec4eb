using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Errors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntegrationPortal.Web.Tests.Presentation;

/// <summary>Every error has a page in the portal's look, which says what to do and shows nothing of the inside.</summary>
public sealed class ErrorPageTests : IAsyncLifetime
{
    private WebApplication app = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "IntegrationPortal.Web", EnvironmentName = "Production" });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddPortalPresentation();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddControllersWithViews().AddApplicationPart(typeof(TroubleController).Assembly);
        app = builder.Build();
        app.UsePortalErrorPages();
        app.UseRouting();
        app.UsePortalLanguages();
        app.MapControllers();
        await app.StartAsync();
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    public static TheoryData<int> Statuses => [.. ErrorView.Known];

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task Every_status_has_its_page(int status)
    {
        var (answer, page) = await Get($"/trouble/status/{status}");

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("de", page.DocumentElement.GetAttribute("lang"));
        Assert.DoesNotContain("-title", Assert.Single(page.QuerySelectorAll("h1")).TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("main a[href='/']"));
        Assert.Empty(page.QuerySelectorAll("form"));
    }

    [Fact]
    public async Task A_crash_says_sorry_and_a_number_but_nothing_of_the_inside()
    {
        var (answer, page) = await Get("/trouble/crash");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("Hier ist ein Fehler passiert", page.QuerySelector("h1")!.TextContent);
        Assert.NotEqual("", page.QuerySelector("code")!.TextContent);
        Assert.DoesNotContain("secret", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_away_is_told_as_such_with_a_time_to_come_back()
    {
        var (answer, page) = await Get("/trouble/away");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.Contains("Es ist nichts verloren gegangen.", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_answers_409_with_its_sentence_and_a_way_back()
    {
        var (answer, page) = await Get("/trouble/refused", from: "http://localhost/cases/1");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Für „Familie“ liegt keine Grundlage vor, nach der Jobcenter <Krefeld> diese Angaben sehen darf.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("main a[href='/cases/1']"));
    }

    [Fact]
    public async Task A_way_back_never_leads_to_another_site()
    {
        var (_, page) = await Get("/trouble/refused", from: "https://elsewhere.example/cases/1");

        Assert.Empty(page.QuerySelectorAll("main a[href*='cases']"));
    }

    [Theory]
    [InlineData("/trouble/race", "Jemand anderes war schneller")]
    [InlineData("/trouble/deadlock", "Jemand anderes war schneller")]
    [InlineData("/trouble/taken-back", "Jemand anderes war schneller")]
    [InlineData("/trouble/twice", "Das gibt es schon")]
    public async Task A_lost_race_is_told(string address, string words)
    {
        var (answer, page) = await Get(address);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains(words, page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_are_told_in_the_chosen_language_and_appearance()
    {
        var (_, page) = await Get("/trouble/crash", cookie: "portal-language=en; portal-theme=dark");

        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("dark", page.DocumentElement.GetAttribute("data-kern-theme"));
        Assert.Equal("Something went wrong here", page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Letters_are_sent_as_they_are_and_marks_of_HTML_are_not()
    {
        var (answer, _) = await Get("/trouble/refused");

        Assert.Contains(
            "Für „Familie“ liegt keine Grundlage vor, nach der Jobcenter &lt;Krefeld&gt; diese Angaben sehen darf.",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_machine_that_asks_for_something_else_gets_no_page()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/trouble/status/404");
        request.Headers.Accept.ParseAdd("application/json");
        var answer = await app.GetTestClient().SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal("", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private async Task<(HttpResponseMessage Answer, IDocument Page)> Get(string address, string? from = null, string? cookie = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd("text/html");
        if (from is not null)
            request.Headers.Referrer = new Uri(from);
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);
        var answer = await app.GetTestClient().SendAsync(request, TestContext.Current.CancellationToken);
        return (answer, new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }
}
