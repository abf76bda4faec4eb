using System.Globalization;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.Worklist;

/// <summary>What ends soon is told to the lead of the case before it has ended, as long as it can still be used.</summary>
public sealed class EndingSoonTests(PortalAtNoon noon) : IClassFixture<PortalAtNoon>
{
    private const string Entitlement = "Kursberechtigung: Integrationskurs";

    private static readonly DateOnly Today = PortalAtNoon.Today;

    [Fact]
    public async Task What_ends_within_four_weeks_stands_on_the_worklist_the_nearest_first_with_its_day_and_a_link()
    {
        var town = await noon.TownAsync();
        var brandt = await town.CoordinatorAsync();
        var late = await town.CaseAsync(brandt, c => c.Named("Omar Said", "Omar").Ending(FactKind.ResidenceStatus, "refugee", Today.AddDays(WorklistQuery.EndsAhead)));
        var soon = await town.CaseAsync(brandt, c => c.Named("Zarife Oğuz", "Zarife").Ending(FactKind.CourseEntitlement, "integration_course", Today.AddDays(5)));
        var now = await town.CaseAsync(brandt, c => c.Named("Ivan Koval", "Ivan").Ending(FactKind.Recognition, null, Today).Ending(FactKind.Accommodation, null, Today));
        await town.CaseAsync(brandt, c => c.Named("Nicht Bald", "Nichtbald").Ending(FactKind.ResidenceStatus, "refugee", Today.AddDays(WorklistQuery.EndsAhead + 1)));
        await town.CaseAsync(brandt, c => c.Named("Schon Vorbei", "Vorbei").Ending(FactKind.ResidenceStatus, "refugee", Today.AddDays(-1)).Opened(town.Now.AddDays(-9)));
        using var visitor = await noon.Portal.SignInAsync(brandt);

        var day = await Day.OfAsync(visitor);
        var rows = day.Rows("Ending");
        Assert.Equal(3, rows.Count);
        Assert.Equal(3, day.Tile("ending"));
        Assert.Contains("Unterkunft; Anerkennung", rows[0], StringComparison.Ordinal);
        Assert.Contains("heute", rows[0], StringComparison.Ordinal);
        Assert.Contains(Entitlement, rows[1], StringComparison.Ordinal);
        Assert.Contains("Zarife O.", rows[1], StringComparison.Ordinal);
        Assert.Contains(soon.Number, rows[1], StringComparison.Ordinal);
        Assert.Contains("noch 5 Tage", rows[1], StringComparison.Ordinal);
        Assert.Contains(Today.AddDays(5).ToString("dddd, d. MMMM yyyy", new CultureInfo("de-DE")), rows[1], StringComparison.Ordinal);
        Assert.Contains("Aufenthaltsstatus: Anerkannter Flüchtling", rows[2], StringComparison.Ordinal);
        Assert.Equal(
            [now.Address, soon.Address, late.Address],
            day.Page.Document.QuerySelectorAll("section[aria-labelledby='list-Ending'] .portal-task a").Select(a => a.GetAttribute("href")!.Split('#')[0]));
    }

    [Theory]
    [InlineData("T2-RKW", "integration_course")]
    [InlineData("T3-SPRACHE", "integration_course")]
    [InlineData("T3-SPRACHE", "vocational_course")]
    public async Task An_entitlement_leaves_the_list_when_its_course_has_begun_by_a_fact_or_by_a_step_of_the_path(string template, string code)
    {
        var town = await noon.TownAsync();
        var brandt = await town.CoordinatorAsync();
        var path = await town.CaseAsync(brandt, c => c.Following(template).Ending(FactKind.CourseEntitlement, code, Today.AddDays(9)));
        using var visitor = await noon.Portal.SignInAsync(brandt);
        Assert.Single((await Day.OfAsync(visitor)).Rows("Ending"));

        // Neither another course nor another step uses it.
        await path.RecordAsync(brandt, FactKind.CourseStart, "other");
        await path.OnAsync(brandt, (p, by) => p.Start(p.Steps.MinBy(s => s.Position)!.Id, by, town.Calendar, town.Now));
        Assert.Single((await Day.OfAsync(visitor)).Rows("Ending"));

        if (template == "T2-RKW")
            await path.RecordAsync(brandt, FactKind.CourseStart, code);
        else
            await path.OnAsync(brandt, (p, by) =>
            {
                // One course begins when its step is done, the other when it is begun.
                var step = p.Steps.Single(s => s.TemplateKey == (code == "vocational_course" ? "T3.9" : "T3.5"));
                p.Start(step.Id, by, town.Calendar, town.Now);
                if (code == "integration_course")
                    p.Finish(step.Id, town.Reference.TemplateOf(p, step).ResultsOf(step) is [var result, ..] ? result.Code : null, town.Reference.TemplateOf(p, step), by, town.Calendar, town.Now);
            });
        await AssertNothingEndsAsync(visitor);
    }

    [Fact]
    public async Task A_newer_fact_one_taken_back_a_closed_case_and_a_new_lead_take_the_row_away()
    {
        var town = await noon.TownAsync();
        var brandt = await town.CoordinatorAsync();
        var weber = await town.WorkerAsync();
        var renewed = await town.CaseAsync(brandt, c => c.Ending(FactKind.ResidenceStatus, "subsidiary", Today.AddDays(3)));
        var closed = await town.CaseAsync(brandt, c => c.Ending(FactKind.ResidenceStatus, "subsidiary", Today.AddDays(4)));
        var moved = await town.CaseAsync(brandt, c => c.Named("Zarife Oğuz", "Zarife").Ending(FactKind.CourseEntitlement, "integration_course", Today.AddDays(5)));
        var mistaken = await town.CaseAsync(brandt, c => c.Ending(FactKind.ResidenceStatus, "subsidiary", Today.AddDays(6)));
        using var visitor = await noon.Portal.SignInAsync(brandt);
        Assert.Equal(4, (await Day.OfAsync(visitor)).Tile("ending"));

        await town.Portal.AsAsync(brandt.Officer, async db =>
        {
            var fact = await db.PersonFacts.AsTracking().SingleAsync(f => f.CaseId == mistaken.Id);
            fact.Withdraw((await db.FindPathAsync(mistaken.Id))!, "Mit einer anderen Person verwechselt.", brandt.Officer, town.Now);
            return await db.SaveChangesAsync();
        });
        Assert.Equal(3, (await Day.OfAsync(visitor)).Tile("ending"));
        await renewed.RecordAsync(brandt, FactKind.ResidenceStatus, "subsidiary", Today, Today.AddYears(2));
        Assert.Equal(2, (await Day.OfAsync(visitor)).Tile("ending"));
        await closed.OnAsync(brandt, (p, by) =>
        {
            foreach (var step in p.Steps)
                p.Skip(step.Id, "nicht nötig", by, town.Calendar, town.Now);
        });
        Assert.Equal(1, (await Day.OfAsync(visitor)).Tile("ending"));
        await moved.HandOverAsync(weber, h => h.AsTransfer().Sharing(DataCategory.Basic | DataCategory.Status).Until(HandoverState.Accepted));
        await AssertNothingEndsAsync(visitor);

        // The new lead knows the day and not what ends: its category is not shared.
        using var lead = await noon.Portal.SignInAsync(weber);
        var day = await Day.OfAsync(lead);
        var row = Assert.Single(day.Rows("Ending"));
        Assert.StartsWith("Eine Angabe endet", row, StringComparison.Ordinal);
        Assert.Contains("noch 5 Tage", row, StringComparison.Ordinal);
        Assert.DoesNotContain("Kurs", day.Page.Document.QuerySelector("section[aria-labelledby='list-Ending'] .portal-tasks, section[aria-labelledby='list-Ending'] .portal-task")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_but_the_lead_reads_it()
    {
        var town = await noon.TownAsync();
        var mbe = await town.WorkerAsync("mbe", "S. Demir");
        var weber = await town.WorkerAsync();
        var path = await town.CaseAsync(mbe, c => c.Named("Zarife Oğuz", "Zarife").Ending(FactKind.ResidenceStatus, "refugee", Today.AddDays(5)));
        await path.HandOverAsync(weber, h => h.Until(HandoverState.Accepted));
        var elsewhere = await noon.TownAsync("Anderstadt");
        foreach (var other in new[] { weber, await town.CoordinatorAsync(), await elsewhere.CoordinatorAsync(), await elsewhere.WorkerAsync("mbe") })
        {
            using var visitor = await noon.Portal.SignInAsync(other);
            await AssertNothingEndsAsync(visitor);
        }

        using var own = await noon.Portal.SignInAsync(mbe);
        Assert.Single((await Day.OfAsync(own)).Rows("Ending"));
    }

    [Fact]
    public async Task A_long_list_is_counted_as_long_as_it_is_and_read_page_by_page()
    {
        var town = await noon.TownAsync();
        var brandt = await town.CoordinatorAsync();
        // Several on one day, so that a page ends within it.
        for (var i = 0; i < 53; i++)
            await town.CaseAsync(brandt, c => c.Ending(FactKind.ResidenceStatus, "refugee", Today.AddDays(i / 10)));
        using var visitor = await noon.Portal.SignInAsync(brandt);

        var day = await Day.OfAsync(visitor);
        Assert.Equal((3, 53), (day.Rows("Ending").Count, day.Tile("ending")));
        Assert.Contains("Alle 53: Was bald endet", day.Page.Text, StringComparison.Ordinal);
        var rows = await Day.WholeListAsync(visitor, "/worklist/ending");
        Assert.Equal((53, 53), (rows.Count, rows.Distinct().Count()));
        Assert.Equal(day.Rows("Ending"), rows.Take(3));
    }

    [Fact]
    public async Task In_English_it_reads_the_same()
    {
        var town = await noon.TownAsync();
        var brandt = await town.CoordinatorAsync();
        await town.CaseAsync(brandt, c => c.Ending(FactKind.CourseEntitlement, "integration_course", Today.AddDays(1)));
        using var visitor = await noon.Portal.SignInAsync(brandt);
        var page = await visitor.GetAsync("/worklist/ending?lang=en");
        Assert.Contains("1 day left", page.Text, StringComparison.Ordinal);
        Assert.Contains("Integration course", page.Text, StringComparison.Ordinal);
    }

    private static async Task AssertNothingEndsAsync(Visitor visitor)
    {
        var day = await Day.OfAsync(visitor);
        Assert.Empty(day.Rows("Ending"));
        Assert.Equal(0, day.Tile("ending"));
        var list = await visitor.GetAsync("/worklist/ending");
        Assert.Contains("In den nächsten 28 Tagen endet nichts.", list.Text, StringComparison.Ordinal);
        Assert.False(list.Has(".portal-task"));
    }
}
