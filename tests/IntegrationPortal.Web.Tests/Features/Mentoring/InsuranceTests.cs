using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Features.Mentoring;

/// <summary>The list for the accident insurance names volunteers and days, and nobody whom they met.</summary>
public sealed class InsuranceTests(PortalHost host)
{
    [Fact]
    public async Task The_list_of_a_year_names_who_was_active_in_it_and_from_when_until_when()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        var began = initiative.Town.Now.AddDays(-400);
        var ended = GermanTime.DayOf(began.AddDays(5));
        var tandem = await initiative.TandemAsync(at: began);
        await initiative.OnAsync(tandem, (file, by) => file.Tandem.End(ended, TandemEndReason.NoTime, null, [], by, initiative.Town.Now));
        var successor = initiative with { VolunteerId = await initiative.VolunteerAsync(name: "Rolf") };
        await successor.TandemAsync(mentee: "Samir");
        var idle = initiative with { VolunteerId = await initiative.VolunteerAsync(name: "Wartend") };
        await idle.TandemAsync(TandemState.Proposed, "Zarife");

        using var coordinator = host.Portal.VisitAs(initiative.Coordinator);
        var now = await RowsAsync(coordinator, GermanTime.DayOf(initiative.Town.Now).Year);
        Assert.Equal($"Rolf {GermanTime.DayOf(initiative.Town.Now):dd.MM.yyyy} dauert an", Assert.Single(now));
        var first = GermanTime.DayOf(began);
        var lastOfTheYear = new DateOnly(first.Year, 12, 31);
        var then = await RowsAsync(coordinator, first.Year);
        Assert.Equal($"Johanna {first:dd.MM.yyyy} {(ended < lastOfTheYear ? ended : lastOfTheYear):dd.MM.yyyy}", Assert.Single(then));
        Assert.Contains("/mentoring/insurance", (await coordinator.GetAsync("/mentoring/volunteers")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_organisation_has_a_list_of_its_own()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        await initiative.TandemAsync();
        var other = await TownInitiative.CreateAsync(initiative.Town, "Brücke");
        using var coordinator = host.Portal.VisitAs(other.Coordinator);
        var year = GermanTime.DayOf(initiative.Town.Now).Year;
        Assert.Empty(await RowsAsync(coordinator, year));
        using var own = host.Portal.VisitAs(initiative.Coordinator);
        Assert.Single(await RowsAsync(own, year));
    }

    private static async Task<List<string>> RowsAsync(Visitor visitor, int year) =>
        [.. (await visitor.GetAsync($"/mentoring/insurance?year={year}")).Document.QuerySelectorAll("main tbody tr").Select(r => string.Join(' ', r.Children.Select(c => c.TextContent.Trim())))];
}
