using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.Handbook;

/// <summary>Terms of other countries beside the German institution.</summary>
public sealed class ContextTests(PortalHost host)
{
    private readonly ContextTerms terms = new();

    [Fact]
    public async Task Each_term_stands_on_the_page_in_both_languages_with_what_differs_and_its_basis()
    {
        using var reader = host.Portal.Visitor();
        foreach (var english in new[] { false, true })
        {
            var page = await reader.GetAsync("/handbook/context?lang=" + (english ? "en" : "de"));
            Assert.Equal(english ? "Translate my context" : "Begriffe übersetzen", page.Heading);
            Assert.Equal(terms.All.Count, page.Document.QuerySelectorAll(".handbook-context > div").Length);
            foreach (var term in terms.All)
            {
                var shown = page.Document.GetElementById(term.Key)!.TextContent.Replace('\u00a0', ' ');
                Assert.All([term.There[0], english ? term.HereEn : term.HereDe, english ? term.DiffersEn : term.DiffersDe, term.Basis ?? (english ? "own compilation" : "eigene Zusammenstellung")], said => Assert.Contains(said, shown, StringComparison.Ordinal));
            }
        }

        Assert.True((await reader.GetAsync("/handbook")).Has("main a[href='/handbook/context']"));
        Assert.Empty(reader.SetCookies);
    }

    [Fact]
    public async Task The_search_tells_what_a_foreign_word_is_called_here_and_finds_by_it()
    {
        using var reader = host.Portal.Visitor();
        var page = await reader.GetAsync("/handbook/search?q=settlement+agency&lang=en");
        Assert.Contains("Migration advice for adults", page.Document.QuerySelector("a[href='/handbook/context?lang=en#settlement-agency']")!.TextContent, StringComparison.Ordinal);
        Assert.True(page.Has(".handbook-hits li"));
        Assert.Equal(["job-centre"], terms.In("How do \"Job Centres\" work?").Select(t => t.Key));
        Assert.Equal(["settlement-agency"], terms.In("settlement agencies").Select(t => t.Key));
        Assert.Empty(terms.In("real estate, understated"));
    }

    [Fact]
    public async Task What_the_search_finds_it_by_is_a_term_of_the_glossary_that_knows_the_word()
    {
        var glossary = await host.Portal.AsNobodyAsync(db => db.Set<GlossaryTerm>().ToDictionaryAsync(t => t.Code));
        var linked = terms.All.Where(t => t.Glossary is not null).ToList();
        Assert.InRange(linked.Count, 20, terms.All.Count);
        Assert.All(linked.Where(t => t.Key != "county"), t => Assert.Contains(t.There[0], glossary[t.Glossary!].Words));
        Assert.Equal(terms.All.Count, terms.All.Select(t => t.Key).Distinct().Count());
    }
}
