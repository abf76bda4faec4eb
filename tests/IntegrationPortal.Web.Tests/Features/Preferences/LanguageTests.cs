using System.Net;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Features.Handbook;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Features.Preferences;

/// <summary>"Deutsch" and "English" do what they say on every page, and who reads English without a cookie goes on in English.</summary>
public sealed class LanguageTests(PortalHost host)
{
    [Fact]
    public async Task The_chosen_language_counts_also_where_the_address_asked_for_another_and_the_rest_of_the_address_stays()
    {
        using var visitor = host.Portal.VisitAs(await TestUser.CreateAsync(host.Portal, Role.FoundationStaff));
        var english = await visitor.GetAsync("/handbook/search?lang=en&q=B%C3%BCro+%26+mehr");
        Assert.Equal("en", LanguageOf(english));
        var german = await english.Form("form[action='/preferences/language']").SubmitAsync("de");
        Assert.Equal("de", LanguageOf(german));
        Assert.Equal("Büro & mehr", german.Document.QuerySelector("input[name=q]")!.GetAttribute("value"));
        Assert.Equal("en", LanguageOf(await german.Form("form[action='/preferences/language']").SubmitAsync("en")));
    }

    [Fact]
    public async Task A_reader_without_a_cookie_asks_a_question_in_English_from_the_form_to_the_thanks()
    {
        var address = await Shelf.Of(await host.TownAsync()).PublishedAsync("Gefragt auf Englisch");
        using var reader = host.Portal.Visitor();
        var form = (await reader.GetAsync(address + "/question?lang=en")).Form("main form");
        var refused = await form.SendAsync();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "en"), (refused.Status, LanguageOf(refused)));
        var thanks = await refused.Form("main form").Fill("Form.Text", "How long did it take?").SubmitAsync();
        Assert.Equal("en", LanguageOf(thanks));
        Assert.Contains("Your question has arrived", thanks.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/?lang=en")]
    [InlineData("/municipalities?lang=en")]
    [InlineData("/municipalities/05114000?lang=en")]
    [InlineData("/handbook?lang=en")]
    public async Task Every_link_of_a_public_page_in_English_leads_to_English(string address)
    {
        using var reader = host.Portal.Visitor();
        var page = await reader.GetAsync(address);
        var links = page.Document.QuerySelectorAll("header a[href], main a[href], footer a[href]").Where(a => a.GetAttribute("hreflang") is null).Select(a => a.GetAttribute("href")!)
            .Where(href => href.StartsWith('/') && !href.EndsWith(".json", StringComparison.Ordinal) && !href.EndsWith(".atom", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(links);
        Assert.All(links, href => Assert.Contains("lang=en", href, StringComparison.Ordinal));
    }

    private static string? LanguageOf(Page page) => page.Document.DocumentElement.GetAttribute("lang");
}
