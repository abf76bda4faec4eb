using System.Net;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Features.Staff;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Features.Privacy;

/// <summary>The data protection officer reads who got or lost access, and through whom.</summary>
public sealed class AccessRightsTests(PortalHost host)
{
    [Fact]
    public async Task The_officer_reads_who_was_invited_came_and_went_and_through_whom()
    {
        var (town, jobcenter, _) = await Inviting.TownAsync(host.Portal);
        using var coordinator = host.Portal.VisitAs(await town.CoordinatorAsync("L. Lädtein"));
        var (address, unwanted) = (Inviting.Address(), Inviting.Address());
        await Inviting.InviteAsync(coordinator, jobcenter, address, Role.CaseWorker);
        using var invited = host.Portal.Visitor();
        await Inviting.FillAsync(await invited.GetAsync(await Mailbox.LastLinkAsync(host.Portal, address)), "N. Neu");
        var end = (await coordinator.GetAsync($"/actors/{jobcenter.Id}/staff")).Document.QuerySelector("main a[href$='/end']")!.GetAttribute("href")!;
        await (await coordinator.GetAsync(end)).Form("main form").SubmitAsync();
        await Inviting.InviteAsync(coordinator, jobcenter, unwanted, Role.ActorManager);
        await (await coordinator.GetAsync($"/actors/{jobcenter.Id}/staff")).Form("form[action$='/revoke']").SubmitAsync();

        using var officer = await OfficerAsync(town);
        var page = await officer.OpenAsync((await officer.GetAsync("/privacy")).Document.QuerySelector("main a[href='/privacy/access-rights']")!.GetAttribute("href")!);
        var rows = Rows(page);
        Assert.Equal(
            [
                $"{unwanted} | Einladung zurückgezogen | Leitung eines Akteurs | Jobcenter Musterstadt | L. Lädtein",
                $"{unwanted} | eingeladen | Leitung eines Akteurs | Jobcenter Musterstadt | L. Lädtein",
                "N. Neu | Zugang beendet | Fachkraft | Jobcenter Musterstadt | L. Lädtein",
                "N. Neu | Zugang bekommen | Fachkraft | Jobcenter Musterstadt | L. Lädtein",
                $"{address} | eingeladen | Fachkraft | Jobcenter Musterstadt | L. Lädtein",
            ], rows.Take(5));
    }

    [Fact]
    public async Task What_operations_end_with_an_account_stands_there_too()
    {
        var town = await host.TownAsync();
        var worker = await town.WorkerAsync("jobcenter", "G. Gegangen");
        using var operations = host.Portal.VisitAs(await TestUser.CreateAsync(host.Portal, Role.Administrator, name: "O. Betrieb"));
        await (await operations.GetAsync($"/admin/accounts/{worker.Id}/close")).Form("main form").SendAsync();
        using var officer = await OfficerAsync(town);
        Assert.Contains("G. Gegangen | Zugang beendet | Fachkraft | jobcenter Musterstadt | O. Betrieb", Rows(await officer.GetAsync("/privacy/access-rights")));
    }

    [Fact]
    public async Task Whoever_was_there_from_the_beginning_came_through_nobody_and_the_page_says_so()
    {
        var town = await host.TownAsync();
        await town.WorkerAsync("jobcenter", "E. Erste");
        using var officer = await OfficerAsync(town);
        Assert.Contains("E. Erste | Zugang bekommen | Fachkraft | jobcenter Musterstadt | bei der Einrichtung", Rows(await officer.GetAsync("/privacy/access-rights")));
    }

    [Fact]
    public async Task A_long_list_is_read_to_its_end_and_another_town_is_not_in_it()
    {
        var (town, elsewhere) = (await host.TownAsync(), await host.TownAsync("Anderstadt"));
        await elsewhere.WorkerAsync("jobcenter", "F. Fremd");
        for (var i = 0; i < 60; i++)
            await town.UserAsync(Role.Volunteer, town.Coordination, $"V. {i:00}");
        using var officer = await OfficerAsync(town);
        var rows = new List<string>();
        for (string? next = "/privacy/access-rights"; next is not null;)
        {
            var page = await officer.GetAsync(next);
            rows.AddRange(Rows(page));
            next = page.Document.QuerySelector(".portal-paging a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(61, rows.Count);
        Assert.Equal(61, rows.Distinct().Count());
        Assert.DoesNotContain(rows, r => r.Contains("Fremd", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_else_reads_it()
    {
        var town = await host.TownAsync();
        foreach (var role in new[] { Role.Coordinator, Role.CaseWorker, Role.ActorManager, Role.VolunteerCoordinator, Role.Volunteer })
        {
            using var visitor = host.Portal.VisitAs(await town.UserAsync(role, town.Coordination));
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("/privacy/access-rights")).Status);
        }
    }

    /// <summary>As they are read beside each other, where the headers stand above; on a phone each cell has its own.</summary>
    private static List<string> Rows(Page page)
    {
        foreach (var label in page.Document.QuerySelectorAll(".portal-table__label").ToList())
            label.Remove();
        return [.. page.Document.QuerySelectorAll("tbody tr").Select(r => string.Join(" | ", r.QuerySelectorAll("th, td").Skip(1).Select(c => c.TextContent.Trim())))];
    }

    private async Task<Visitor> OfficerAsync(Town town) =>
        host.Portal.VisitAs(await town.UserAsync(Role.DataProtectionOfficer, town.Coordination, "D. Schutz"));
}
