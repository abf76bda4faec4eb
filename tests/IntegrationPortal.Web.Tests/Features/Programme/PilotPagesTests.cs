using System.Net;
using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Features.Programme;

/// <summary>A pilot from its application to what stays, and who sees which.</summary>
public sealed class PilotPagesTests(PortalHost host)
{
    [Fact]
    public async Task The_foundation_takes_in_agrees_assigns_and_plans()
    {
        var town = await host.TownAsync("Neustadt");
        var facilitator = await TestUser.CreateAsync(host.Portal, Role.ProcessFacilitator, name: "N. Braun");
        using var foundation = host.Portal.VisitAs(await TestUser.CreateAsync(host.Portal, Role.FoundationStaff));
        var here = $"/programme/pilots/{town.Tenant.Key}";
        var taken = await (await foundation.OpenAsync($"/programme/pilots/new?municipality={town.Tenant.Id}")).Form()
            .Fill("Form.Phase", "2").Fill("Form.AppliedOn", "2024-01-10").Fill("Form.Interest", "Übergaben ohne Lücke").SubmitAsync();
        Assert.Contains("hat Interesse bekundet", taken.Text, StringComparison.Ordinal);
        Assert.Contains("Vereinbarung", (await foundation.GetAsync($"{here}/plan")).Text, StringComparison.Ordinal);

        var agreement = (await foundation.OpenAsync($"{here}/agreements/new")).Form()
            .Fill("Form.SignedOn", "2024-03-01").Fill("Form.FromOn", "2024-03-04").Fill("Form.UntilOn", "2026-03-03").Fill("Form.SignedFor", "Bürgermeisteramt");
        await agreement.SendAsync();
        // Sent twice it is one; another that overlaps is refused with what was typed.
        Assert.Equal(HttpStatusCode.SeeOther, (await agreement.SendAsync()).Status);
        var overlap = await (await foundation.OpenAsync($"{here}/agreements/new")).Form()
            .Fill("Form.SignedOn", "2024-03-01").Fill("Form.FromOn", "2025-01-01").Fill("Form.UntilOn", "2027-01-01").Fill("Form.SignedFor", "Amt").SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, overlap.Status);
        Assert.Contains("überschneidet sich mit der Vereinbarung vom 04.03.2024 bis 03.03.2026", overlap.Text, StringComparison.Ordinal);

        await (await foundation.OpenAsync($"{here}/facilitator")).Form().Fill("Form.Facilitator", facilitator.Id.ToString()).Fill("Form.FromOn", "2024-03-04").SubmitAsync();
        var planned = await (await foundation.OpenAsync($"{here}/plan")).Form().SubmitAsync();
        Assert.Equal(8, planned.Document.QuerySelectorAll(".portal-step").Length);
        Assert.Contains("N. Braun", planned.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await foundation.GetAsync($"{here}/plan")).Status);

        using var desk = host.Portal.VisitAs(facilitator);
        Assert.Equal(HttpStatusCode.OK, (await desk.GetAsync(here)).Status);
    }

    [Fact]
    public async Task Every_open_question_stands_on_the_page_and_what_is_older_waits_below()
    {
        var pilot = await TownPilot.CreateAsync(await host.TownAsync());
        using var facilitator = host.Portal.VisitAs(pilot.Facilitator);
        using var coordinator = host.Portal.VisitAs(pilot.Coordinator);
        async Task AskAsync(string text) => await (await facilitator.OpenAsync($"{pilot.Here}/questions/new")).Form().Fill("Form.Text", text).SubmitAsync();
        foreach (var number in Enumerable.Range(1, 6))
        {
            await AskAsync($"Frage {number}?");
            var card = (await coordinator.GetAsync(pilot.Here)).Document.QuerySelector("#questions")!;
            await (await coordinator.OpenAsync(card.QuerySelector("a[href*='/questions/']")!.GetAttribute("href")!)).Form().Fill("Form.Text", $"Antwort {number}.").SubmitAsync();
        }

        foreach (var number in Enumerable.Range(7, 8))
            await AskAsync($"Frage {number}?");
        var questions = (await coordinator.GetAsync(pilot.Here)).Document.QuerySelector("#questions")!;
        // Each can be answered from here; of the six answers four are at hand.
        Assert.Equal(8, questions.QuerySelectorAll("a[href*='/questions/']").Length);
        Assert.Equal(8 + 4, questions.QuerySelectorAll(".programme-note").Count(n => n.Closest("details") is null));
        var earlier = Assert.Single(questions.QuerySelectorAll("details"));
        Assert.Equal("Frühere (2)", earlier.QuerySelector("summary")!.TextContent);
        Assert.Contains("Antwort 1.", earlier.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_coordination_records_what_became_of_milestones_and_a_stale_page_changes_nothing()
    {
        var pilot = await TownPilot.CreateAsync(await host.TownAsync());
        using var coordinator = host.Portal.VisitAs(pilot.Coordinator);
        // The page begins with what is due and the deed for it.
        Assert.True((await coordinator.OpenAsync(pilot.Here)).Has($".portal-now--late a[href='{pilot.Here}/milestones/T13.1/reach']"));
        var (form, stale) = ((await coordinator.OpenAsync($"{pilot.Here}/milestones/T13.1/reach")).Form(), (await coordinator.OpenAsync($"{pilot.Here}/milestones/T13.1/reach")).Form());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await form.Fill("Form.ReachedOn", "2099-01-01").SendAsync()).Status);
        var reached = await form.Fill("Form.ReachedOn", $"{pilot.Today.AddDays(-20):yyyy-MM-dd}").SubmitAsync();
        Assert.Contains("erreicht am", reached.Text, StringComparison.Ordinal);
        var late = await stale.Fill("Form.ReachedOn", $"{pilot.Today:yyyy-MM-dd}").SendAsync();
        var both = late.WithBoth("Form.ReachedOn", $"{pilot.Today:yyyy-MM-dd}", $"{pilot.Today.AddDays(-20):dd.MM.yyyy}");
        Assert.Equal(HttpStatusCode.SeeOther, (await both.Fill("Form.ReachedOn", $"{pilot.Today.AddDays(-19):yyyy-MM-dd}").SendAsync()).Status);

        // Only a day that has moved is a new one.
        Assert.DoesNotContain("Neuer Termin", (await coordinator.OpenAsync($"{pilot.Here}/milestones/T13.2")).Text, StringComparison.Ordinal);
        var delay = (await coordinator.OpenAsync($"{pilot.Here}/milestones/T13.2/delay")).Form().Fill("Form.Reason", "Staff").Fill("Form.Text", "<script>alert(1)</script>");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await delay.Fill("Form.ExpectedOn", $"{pilot.Today.AddDays(-1):yyyy-MM-dd}").SendAsync()).Status);
        delay.Fill("Form.ExpectedOn", $"{pilot.Today.AddDays(90):yyyy-MM-dd}");
        await delay.SendAsync();
        var again = await delay.SubmitAsync();
        Assert.Contains("Personal fehlt", again.Text, StringComparison.Ordinal);
        Assert.Contains("Neuer Termin", again.Text, StringComparison.Ordinal);
        Assert.Single(again.Document.QuerySelectorAll(".portal-entries > li"));
        Assert.DoesNotContain("<script>alert", again.Body, StringComparison.Ordinal);
        Assert.Contains("verschoben: Personal fehlt", (await coordinator.GetAsync(pilot.Here)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Measures_decisions_seats_and_what_stays_are_kept_by_the_municipality()
    {
        var pilot = await TownPilot.CreateAsync(await host.TownAsync());
        using var coordinator = host.Portal.VisitAs(pilot.Coordinator);
        var measure = (await coordinator.OpenAsync($"{pilot.Here}/measures/new")).Form()
            .Fill("Form.Title", "Übergabeblatt").Fill("Form.Field", "Across").Fill("Form.Responsible", "Sozialamt").Fill("Form.Budget", "2500").Fill("Form.State", "Done");
        Assert.Contains("woran man sieht", (await measure.SendAsync()).Text, StringComparison.Ordinal);
        var page = await measure.Fill("Form.Evidence", "Liegt vor").SubmitAsync();
        Assert.Contains("2.500 €", page.Text, StringComparison.Ordinal);
        var change = page.Document.QuerySelector("#measures ~ * a[href*='/measures/'], a[href*='/measures/']:not([href$='new'])")!.GetAttribute("href")!;
        var stale = await coordinator.OpenAsync(change);
        Assert.Equal("Maßnahme ändern", stale.Heading);
        await (await coordinator.OpenAsync(change)).Form().Fill("Form.State", "Running").SubmitAsync();
        var both = (await stale.Form().Fill("Form.Title", "Anders").SendAsync()).WithBoth("Form.State", "Done", "läuft");
        Assert.Contains("Anders", (await both.SubmitAsync()).Text, StringComparison.Ordinal);

        page = await (await coordinator.OpenAsync($"{pilot.Here}/decisions/new")).Form()
            .Fill("Form.DecidedOn", "2026-01-15").Fill("Form.Body", "Stadtrat").Fill("Form.Subject", "Stelle bleibt").Fill("Form.Outcome", "Adopted").SubmitAsync();
        Assert.Contains("Stelle bleibt", page.Text, StringComparison.Ordinal);
        page = await (await coordinator.OpenAsync($"{pilot.Here}/seats/new")).Form().Fill("Form.Function", "Leitung").Fill("Form.Office", "Dezernat").Fill("Form.PersonName", "A. Muster").SubmitAsync();
        Assert.Contains("A. Muster", page.Text, StringComparison.Ordinal);
        var asked = await coordinator.GetAsync(page.Document.QuerySelector("main a[href$='/leave']")!.GetAttribute("href")!);
        Assert.Equal("Sitz „Leitung“ aufgeben?", asked.Heading);
        page = await asked.Form("main form").SubmitAsync();
        Assert.DoesNotContain("A. Muster", page.Text, StringComparison.Ordinal);
        page = await (await coordinator.OpenAsync($"{pilot.Here}/continuations/new")).Form().Tick("Form.TemplateInUse", "true").SubmitAsync();
        Assert.Contains("Die Stelle ist nicht gesichert. Nach dem vereinbarten Ablauf wird gearbeitet.", page.Text, StringComparison.Ordinal);
        using var facilitator = host.Portal.VisitAs(pilot.Facilitator);
        var refused = await (await facilitator.OpenAsync($"{pilot.Here}/seats/new")).Form().Fill("Form.Function", "Leitung").Fill("Form.Office", "Amt").Fill("Form.PersonName", "B. Muster").SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
    }

    [Fact]
    public async Task Who_is_not_of_the_pilot_finds_nothing_and_an_evaluator_reads_facts_only()
    {
        var pilot = await TownPilot.CreateAsync(await host.TownAsync());
        await pilot.DoAsync(pilot.OfFacilitator, (db, p) =>
        {
            db.Add(p.GiveCheckIn(Guid.CreateVersion7(), Quarter.Of(pilot.Today), PilotLight.Red, "Vertraulich gesagt", pilot.OfFacilitator, pilot.Town.Now));
            db.Add(p.Ask(Guid.CreateVersion7(), "Vertraulich gefragt", pilot.OfFacilitator, pilot.Town.Now));
        });
        var elsewhere = await (await Town.CreateAsync(host.Portal, "Anderswo")).CoordinatorAsync();
        foreach (var stranger in new[] { elsewhere, await TestUser.CreateAsync(host.Portal, Role.ProcessFacilitator) })
        {
            using var visitor = host.Portal.VisitAs(stranger);
            foreach (var address in new[] { "", "/milestones/T13.1", "/measures/new" })
                Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(pilot.Here + address)).Status);
            Assert.DoesNotContain(pilot.Key, (await visitor.GetAsync("/programme")).Body, StringComparison.Ordinal);
        }

        using var evaluator = host.Portal.VisitAs(await TestUser.CreateAsync(host.Portal, Role.Evaluator));
        var facts = await evaluator.GetAsync(pilot.Here);
        Assert.Equal(HttpStatusCode.OK, facts.Status);
        Assert.DoesNotContain("Vertraulich", facts.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await evaluator.GetAsync($"{pilot.Here}/measures/new")).Status);
        using var board = host.Portal.VisitAs(await TestUser.CreateAsync(host.Portal, Role.AdvisoryBoard));
        Assert.Equal(HttpStatusCode.Forbidden, (await board.GetAsync(pilot.Here)).Status);
        using var foundation = host.Portal.VisitAs(pilot.Foundation);
        var overview = await foundation.GetAsync("/programme?Light=Red");
        // A funder is shown with its state: whom it pays for, and the way to their figures.
        var funder = overview.Document.QuerySelectorAll("section[aria-labelledby=about] li").Single(l => l.QuerySelector("a[href='/programme/regions/HE']") is not null);
        Assert.Contains("Landkreis Fulda", funder.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Krefeld", funder.TextContent, StringComparison.Ordinal);
        Assert.Contains($"/programme/pilots/{pilot.Key}", overview.Body, StringComparison.Ordinal);
        Assert.DoesNotContain($"/programme/pilots/{pilot.Key}", (await foundation.GetAsync("/programme?Phase=1&Light=nonsense")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_municipality_that_became_part_of_another_stays_readable_and_says_which_key_follows()
    {
        var pilot = await TownPilot.CreateAsync(await host.TownAsync());
        var next = "98" + pilot.Key[2..];
        await using (var owner = new NpgsqlConnection(host.Database.Owner))
        {
            await owner.OpenAsync();
            await using var command = new NpgsqlCommand("insert into key_successor (key, next_key, next_name, from_on, source) values ($1, $2, 'Großstadt', '2026-01-01', 'Test')", owner);
            command.Parameters.Add(new() { Value = pilot.Key });
            command.Parameters.Add(new() { Value = next });
            await command.ExecuteNonQueryAsync();
        }

        using var foundation = host.Portal.VisitAs(pilot.Foundation);
        var page = await foundation.OpenAsync($"/programme/pilots/{next}");
        Assert.EndsWith(pilot.Key, page.Address, StringComparison.Ordinal);
        Assert.Contains(next, page.Text, StringComparison.Ordinal);
        Assert.Contains("Großstadt", page.Text, StringComparison.Ordinal);
    }
}
