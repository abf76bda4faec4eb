using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Features.Handovers;

/// <summary>Whoever chooses a receiver sees first who can take the step and has a free date, and why; nobody is hidden.</summary>
public sealed class ReceiverOrderTests(PortalHost host)
{
    [Fact]
    public async Task For_a_step_those_with_a_free_date_come_first_then_those_with_an_offer_and_in_each_the_alphabet_holds()
    {
        var (town, brandt, path) = await TownAsync();
        var today = GermanTime.DayOf(town.Now);
        await OfficeAsync(town, brandt, "Jobcenter Ahorn");
        await OfficeAsync(town, brandt, "Jobcenter Birke", new ServiceDetails("Erstberatung", null, [], null, null));
        await OfficeAsync(town, brandt, "Jobcenter Zeder", new ServiceDetails("Gruppe", null, [], 5, today.AddDays(20)), new ServiceDetails("Sprechstunde", null, [], 5, today.AddDays(9)));
        await OfficeAsync(town, brandt, "Jobcenter Linde", new ServiceDetails("Beratung", null, [], 5, today.AddDays(30)));
        await OfficeAsync(town, brandt, "Jobcenter Erle", new ServiceDetails("Alter Kurs", null, [], 5, today.AddDays(-3)));
        await town.WorkerAsync("mbe");
        using var visitor = host.Portal.VisitAs(brandt);

        var page = await visitor.OpenAsync($"{path.Address}/handovers/new?step={await StepAsync(path, brandt, "jobcenter")}");
        var rows = page.Document.QuerySelectorAll("main .portal-task__title").Select(t => t.TextContent.Trim()).ToList();
        Assert.Equal(
            [
                $"Jobcenter Linde · „Beratung“ laut Stelle frei ab {today.AddDays(30):dd.MM.yyyy}",
                $"Jobcenter Zeder · „Sprechstunde“ laut Stelle frei ab {today.AddDays(9):dd.MM.yyyy}",
                "Jobcenter Birke · bietet an: Erstberatung",
                "Jobcenter Erle · bietet an: Alter Kurs",
                "Jobcenter Ahorn · kein Angebot eingetragen",
            ], rows.Take(5));
        Assert.Contains("Zuerst stehen Stellen mit einem freien Termin; sonst gilt das Alphabet.", page.Text, StringComparison.Ordinal);
        Assert.StartsWith("mbe Musterstadt", Assert.Single(rows, r => r.StartsWith("mbe", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_step_those_for_the_next_one_come_first_whatever_others_have_free()
    {
        var (town, brandt, path) = await TownAsync();
        await OfficeAsync(town, brandt, "Jobcenter Ahorn", new ServiceDetails("Beratung", null, [], 5, GermanTime.DayOf(town.Now).AddDays(2)));
        await town.UserAsync(Role.CaseWorker, await town.ActorAsync("social_welfare_office", "Sozialamt Musterstadt"));
        using var visitor = host.Portal.VisitAs(brandt);

        var page = await visitor.OpenAsync($"{path.Address}/handovers/new");
        var rows = page.Document.QuerySelectorAll("main .portal-task__title strong").Select(t => t.TextContent.Trim());
        Assert.Equal(["Sozialamt Musterstadt", "Jobcenter Ahorn"], rows);
        Assert.Contains("Sozialamt Musterstadt · für den nächsten Schritt · kein Angebot eingetragen", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Jobcenter Ahorn · für den nächsten Schritt", page.Text, StringComparison.Ordinal);
        Assert.Contains("Zuerst stehen Stellen für den nächsten Schritt", page.Text, StringComparison.Ordinal);
    }

    private async Task<(Town Town, TestUser Brandt, TownCase Path)> TownAsync()
    {
        var town = await host.TownAsync();
        var brandt = await town.CoordinatorAsync();
        return (town, brandt, await town.CaseAsync(brandt));
    }

    private static async Task<Guid> StepAsync(TownCase path, TestUser by, string kind) =>
        (await path.SeenByAsync(by))!.Steps.OrderBy(s => s.Position).First(s => s.ResponsibleKind == kind).Id;

    private static async Task OfficeAsync(Town town, TestUser by, string name, params ServiceDetails[] services)
    {
        var office = await town.ActorAsync("jobcenter", name);
        await town.UserAsync(Role.CaseWorker, office);
        await town.Portal.AsAsync(by.Officer, async db =>
        {
            foreach (var service in services)
                db.Add(db.Actors.Single(a => a.Id == office.Id).Offer(by.Officer, Guid.CreateVersion7(), service));
            return await db.SaveChangesAsync();
        });
    }
}
