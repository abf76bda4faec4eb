using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Features.Handbook;

public sealed class SearchTests(PortalHost host)
{
    [Theory]
    [InlineData("Akteurskarte", "de", "Akteurskarte")]
    [InlineData("Akteurskarten", "de", "Akteurskarte")] // stem
    [InlineData("Akters­karte", "de", "Akteurskarte")] // soft hyphen and a letter missing
    [InlineData("Prozesswerkstat", "de", "Prozesswerkstatt: Ist und Soll")] // unfinished
    [InlineData("Rechtkreiswechsel", "de", "Rechtskreiswechsel AsylbLG nach SGB II")] // mistyped
    [InlineData("stakeholder map", "de", "Akteurskarte")] // synonym of the glossary, English for German
    [InlineData("Mentoring", "de", "Patenschaft / Tandem")] // synonym
    [InlineData("ABH", "de", "Arrival", false)]
    [InlineData("volunteers", "en", "Volunteers' forum")]
    [InlineData("Modulkoffer", "de", "Prozess", false)]
    public async Task It_finds_by_stem_synonym_beginning_and_in_spite_of_typing_errors(string asked, string language, string expected, bool first = true)
    {
        using var visitor = host.Portal.Visitor();
        var page = await visitor.GetAsync($"/handbook/search?q={Uri.EscapeDataString(asked)}&lang={language}");
        var titles = page.Document.QuerySelectorAll(".handbook-hits h3").Select(h => h.TextContent.Trim()).ToList();
        if (first)
            Assert.True(titles.Take(5).Contains(expected), $"{asked}: {string.Join(" | ", titles.Take(8))} {page.Document.QuerySelector("[role=status]")?.TextContent.Trim()}");
        Assert.Empty(visitor.SetCookies);
    }

    [Fact]
    public async Task The_forms_send_what_their_pages_read_and_the_kept_pages_tell_apart()
    {
        using var visitor = host.Portal.Visitor();
        var found = await (await visitor.GetAsync("/handbook/search")).Form("main form[data-handbook-search]").Fill("q", "Ehrenamtsforum").Fill("Kind", "Format").SendAsync();
        Assert.Equal("Ehrenamtsforum", found.Document.QuerySelector(".handbook-hits h3")!.TextContent.Trim());
        var all = await visitor.GetAsync("/handbook/good-practice");
        var some = await all.Form("main form.portal-filter").Fill("Field", "LanguageAndEducation").SendAsync();
        Assert.True(some.Document.QuerySelectorAll(".handbook-card").Length < all.Document.QuerySelectorAll(".handbook-card").Length);
        Assert.Equal("LanguageAndEducation", some.Document.QuerySelector("select[name=Field] option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task It_says_what_it_took_a_mistyped_word_for()
    {
        using var visitor = host.Portal.Visitor();
        var page = await visitor.GetAsync("/handbook/search?q=Ehrenamtsfroum");
        Assert.Contains("Gesucht wurde nach „ehrenamtsforum“", page.Text, StringComparison.Ordinal);
        Assert.Equal("Ehrenamtsforum", page.Document.QuerySelector(".handbook-hits h3")!.TextContent.Trim());
    }

    [Fact]
    public async Task It_is_narrowed_to_a_chapter_and_marks_what_was_found()
    {
        using var visitor = host.Portal.Visitor();
        var page = await visitor.GetAsync("/handbook/search?q=Jobcenter&Kind=Process");
        Assert.NotEmpty(page.Document.QuerySelectorAll(".handbook-hits li"));
        Assert.All(page.Document.QuerySelectorAll(".handbook-hits a"), a => Assert.StartsWith("/handbook/processes/", a.GetAttribute("href"), StringComparison.Ordinal));
        Assert.True((await visitor.GetAsync("/handbook/search?q=Verwaltungsspitze")).Has(".handbook-hits mark"));
    }

    [Theory]
    [InlineData("'; drop table published_page; --")]
    [InlineData("\"unfinished quote")]
    [InlineData("!!! & | ( ) <-> :*")]
    [InlineData("a:*b 'x' -")]
    [InlineData("⟦<script>alert(1)</script>⟧")]
    [InlineData("% _ \\ {} []")]
    [InlineData("und oder der die das")]
    public async Task Whatever_is_typed_is_a_question_and_never_a_command(string asked)
    {
        using var visitor = host.Portal.Visitor();
        var page = await visitor.GetAsync($"/handbook/search?q={Uri.EscapeDataString(asked)}");
        Assert.Equal(System.Net.HttpStatusCode.OK, page.Status);
        Assert.False(page.Has("main script"));
        Assert.Equal(asked, page.Document.QuerySelector("input[name=q]")!.GetAttribute("value"));
    }
}
