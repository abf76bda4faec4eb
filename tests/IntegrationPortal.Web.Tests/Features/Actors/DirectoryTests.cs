using System.Net;
using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Features.Actors;

public sealed class DirectoryTests(PortalHost host)
{
    [Fact]
    public async Task Everybody_with_cases_finds_actors_by_kind_language_and_what_they_offer()
    {
        var town = await host.TownAsync();
        var brandt = await town.CoordinatorAsync();
        var school = await town.ActorAsync("language_course_provider", "VHS Musterstadt");
        var free = new DateOnly(GermanTime.DayOf(town.Now).Year + 2, 1, 7);
        await OfferAsync(town, brandt, school, new ServiceDetails("Alphabetisierung 100%", "für Frauen", ["uk"], 12, free));
        using var visitor = await host.Portal.SignInAsync(await town.WorkerAsync());

        var all = await visitor.GetAsync("/actors");
        Assert.Contains("VHS Musterstadt", all.Text, StringComparison.Ordinal);
        Assert.Contains($"07.01.{free.Year}", all.Text, StringComparison.Ordinal);
        Assert.Contains("Ukrainisch", all.Text, StringComparison.Ordinal);

        foreach (var (query, found) in new[]
        {
            ("q=alphabet", true), ("q=f%C3%BCr+frauen", true), ("q=100%25", true), ("q=1%25%25%25", false), ("q=_", false), ("q=vhs&language=uk", true),
            ("language=fa", false), ("kind=language_course_provider", true), ("kind=school", false), ("q=' or 1=1--", false), ("q=" + new string('a', 3000), false),
        })
        {
            var page = await visitor.GetAsync("/actors?" + query);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.True(page.Has($"main a[href='/actors/{school.Id}']") == found, query);
        }

        Assert.Contains("kein Akteur gefunden", (await visitor.GetAsync("/actors?q=gibtesnicht")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_counts_beside_the_lists_and_the_lists_show_what_was_chosen()
    {
        var town = await host.TownAsync();
        var school = await town.ActorAsync("language_course_provider", "VHS Musterstadt");
        await town.ActorAsync("language_course_provider", "Sprachhaus Musterstadt");
        using var visitor = await host.Portal.SignInAsync(await town.WorkerAsync());

        var page = await visitor.GetAsync("/actors");
        var typed = await page.Form("main form.portal-filter").Fill("q", "vhs").SendAsync();
        Assert.Equal([$"/actors/{school.Id}"], typed.Document.QuerySelectorAll(".portal-directory__name").Select(a => a.GetAttribute("href")));
        var chosen = await typed.Form("main form.portal-filter").Fill("kind", "language_course_provider").Fill("q", "musterstadt").SendAsync();
        Assert.Equal(2, chosen.Document.QuerySelectorAll(".portal-directory__name").Length);
        Assert.Equal("language_course_provider", chosen.Document.QuerySelector("select[name=kind] option[selected]")!.GetAttribute("value"));
        Assert.Equal("musterstadt", chosen.Document.QuerySelector("input[name=q]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Another_municipality_has_another_directory()
    {
        var town = await host.TownAsync();
        var elsewhere = await host.TownAsync("Anderstadt");
        using var visitor = await host.Portal.SignInAsync(await elsewhere.CoordinatorAsync());

        Assert.DoesNotContain("Koordination Musterstadt", (await visitor.GetAsync("/actors")).Text, StringComparison.Ordinal);
        foreach (var address in new[] { "", "/edit", "/services/new", "/contacts/new" })
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/actors/{town.Coordination.Id}{address}")).Status);
    }

    [Fact]
    public async Task A_first_free_day_that_has_passed_is_told_with_its_day()
    {
        var town = await host.TownAsync();
        var brandt = await town.CoordinatorAsync();
        var today = GermanTime.DayOf(town.Now);
        await OfferAsync(town, brandt, town.Coordination, new ServiceDetails("Alter Kurs", null, [], 12, new DateOnly(today.Year - 2, 3, 4)));
        await OfferAsync(town, brandt, town.Coordination, new ServiceDetails("Neuer Kurs", null, [], 12, today));
        using var visitor = host.Portal.VisitAs(brandt);
        var text = (await visitor.GetAsync("/actors")).Document.QuerySelector("main")!.TextContent;
        Assert.Matches($"frei seit .*04\\.03\\.{today.Year - 2}", text);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(text, "jetzt frei"));
    }

    [Fact]
    public async Task A_long_directory_is_read_page_by_page()
    {
        var town = await host.TownAsync();
        for (var i = 0; i < 60; i++)
            await town.ActorAsync("volunteer_organisation", i % 2 == 0 ? "Nachbarn & Freunde" : $"Verein ~{i:00}");
        using var visitor = await host.Portal.SignInAsync(await town.CoordinatorAsync());
        var seen = new List<string>();
        for (string? next = "/actors"; next is not null;)
        {
            var page = await visitor.GetAsync(next);
            seen.AddRange(page.Document.QuerySelectorAll(".portal-directory__name").Select(a => a.GetAttribute("href")!));
            next = page.Document.QuerySelector(".portal-paging a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(61, seen.Count);
        Assert.Equal(61, seen.Distinct().Count());

        // Back to the beginning of what was searched for, not of everything.
        var first = await visitor.GetAsync("/actors?kind=volunteer_organisation&q=e");
        var second = await visitor.GetAsync(first.Document.QuerySelector(".portal-paging a[rel=next]")!.GetAttribute("href")!);
        var again = await visitor.GetAsync(second.Document.QuerySelector(".portal-paging a[rel=prev]")!.GetAttribute("href")!);
        Assert.Equal("volunteer_organisation", again.Document.QuerySelector("select[name=kind] option[selected]")!.GetAttribute("value"));
        Assert.Equal("e", again.Document.QuerySelector("input[name=q]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Roles_without_cases_are_told_that_they_may_not()
    {
        using var visitor = await host.Portal.SignInAsync(await TestUser.CreateAsync(host.Portal, Role.Evaluator));
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("/actors")).Status);
    }

    private static Task<int> OfferAsync(Town town, TestUser by, Actor actor, ServiceDetails details) => town.Portal.AsAsync(by.Officer, async db =>
    {
        db.Add(db.Actors.Single(a => a.Id == actor.Id).Offer(by.Officer, Guid.CreateVersion7(), details));
        return await db.SaveChangesAsync();
    });
}
