using System.Net;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Jobs.Indicators;
using IntegrationPortal.Web.Tests.Testing;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Features.Analysis;

/// <summary>The page of the real process: who sees whose, what stands there, and what is said where there is nothing.</summary>
public sealed class AnalysisPageTests(PortalHost host)
{
    private const string Script = "<script>alert(1)</script>";

    [Fact]
    public async Task The_coordination_reads_its_own_process_with_map_waits_rules_and_what_to_do()
    {
        var town = await host.TownAsync("Neustadt");
        await TellAsync(town);
        using var visitor = host.Portal.VisitAs(await town.CoordinatorAsync());
        var page = await visitor.OpenAsync("/analysis?process=T2-RKW");
        Assert.Contains("Gezählt von", page.Text, StringComparison.Ordinal);
        // The same figures in the drawing and in the tables.
        Assert.Contains("T2.1 · rund 40 Fälle", page.Document.QuerySelector(".portal-map")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.Document.QuerySelectorAll("[aria-labelledby=map] tbody tr"), r => r.TextContent.Contains("T2.1", StringComparison.Ordinal) && r.TextContent.Contains("40", StringComparison.Ordinal));
        Assert.NotNull(page.Document.QuerySelector(".portal-map .portal-map__way--skip"));
        Assert.NotNull(page.Document.QuerySelector(".portal-map .portal-map__way--back"));
        Assert.Contains("T2.5 · zu wenige", page.Document.QuerySelector(".portal-map")!.TextContent, StringComparison.Ordinal);
        var worst = page.Document.QuerySelector(".portal-bottlenecks li")!.TextContent;
        Assert.Contains("vergehen in der Hälfte der Fälle mindestens 9 Arbeitstage", worst, StringComparison.Ordinal);
        Assert.Contains("rund 360 Arbeitstage", worst, StringComparison.Ordinal);
        Assert.Contains("kein Kursplatz (rund 10)", page.Text, StringComparison.Ordinal);
        Assert.Contains("rund 75 %", page.Text, StringComparison.Ordinal);
        Assert.Contains("Eine weitere Regel wird fast immer eingehalten", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("a[href*='/handbook/processes/T2-RKW']"));
        Assert.NotNull(page.Document.QuerySelector(".portal-bottlenecks a[href^='/actors?Kind=']"));
        // What stood still says so.
        Assert.Contains("Stand ", page.Text, StringComparison.Ordinal);
        Assert.NotNull((await visitor.OpenAsync("/cases")).Document.QuerySelector("main a[href='/analysis']"));
        Assert.Contains("Process analysis", (await visitor.Speaking("en").GetAsync("/analysis")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_reads_the_process_of_a_municipality_that_is_not_theirs()
    {
        var town = await host.TownAsync("Altstadt");
        await TellAsync(town);
        var address = "/analysis?place=" + town.Tenant.Key;
        var pilot = await TownPilot.CreateAsync(await host.TownAsync("Nachbarstadt"));
        foreach (var stranger in new[] { pilot.Coordinator, pilot.Facilitator })
        {
            using var visitor = host.Portal.VisitAs(stranger);
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(address)).Status);
            Assert.DoesNotContain("Altstadt", (await visitor.GetAsync("/analysis")).Text, StringComparison.Ordinal);
        }

        foreach (var role in new[] { Role.Evaluator, Role.AdvisoryBoard, Role.Administrator })
        {
            using var visitor = host.Portal.VisitAs(await TestUser.CreateAsync(host.Portal, role));
            Assert.NotEqual(HttpStatusCode.OK, (await visitor.GetAsync("/analysis")).Status);
        }

        using var worker = host.Portal.VisitAs(await town.WorkerAsync());
        Assert.NotEqual(HttpStatusCode.OK, (await worker.GetAsync(address)).Status);
    }

    [Fact]
    public async Task A_facilitator_reads_the_pilots_assigned_today_and_the_directory_is_not_offered()
    {
        var pilot = await TownPilot.CreateAsync(await host.TownAsync("Pilotstadt"));
        await TellAsync(pilot.Town);
        using var visitor = host.Portal.VisitAs(pilot.Facilitator);
        var page = await visitor.OpenAsync($"/analysis?place={pilot.Key}&process=T2-RKW");
        Assert.Contains("Pilotstadt", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector(".portal-bottlenecks li"));
        Assert.Null(page.Document.QuerySelector(".portal-bottlenecks a[href^='/actors']"));
        using var foundation = host.Portal.VisitAs(pilot.Foundation);
        Assert.Contains("Pilotstadt", (await foundation.OpenAsync($"/analysis?place={pilot.Key}")).Text, StringComparison.Ordinal);
        using var idle = host.Portal.VisitAs(await TestUser.CreateAsync(host.Portal, Role.ProcessFacilitator));
        Assert.Contains("keine Kommune zugeordnet", (await idle.OpenAsync("/analysis")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_said_and_what_is_typed_into_the_address_does_nothing()
    {
        var town = await host.TownAsync("Leerstadt");
        using var visitor = host.Portal.VisitAs(await town.CoordinatorAsync());
        Assert.Contains("Noch nicht gezählt", (await visitor.OpenAsync("/analysis")).Text, StringComparison.Ordinal);
        await host.Portal.RunAsync<AnalyseProcesses>(job => job.RunAsync(TestContext.Current.CancellationToken));
        Assert.Contains("zu wenige Fälle", (await visitor.OpenAsync("/analysis")).Text, StringComparison.Ordinal);
        var odd = await visitor.OpenAsync("/analysis?process=" + Uri.EscapeDataString(Script) + "&process=" + new string('x', 2000));
        Assert.DoesNotContain("<script>alert", odd.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/analysis?place=" + Uri.EscapeDataString("' or 1=1 --"))).Status);
    }

    [Fact]
    public async Task Where_only_steps_are_told_every_part_says_so_and_stands_after_the_one_before()
    {
        var town = await host.TownAsync("Kleinstadt");
        await TellAsync(town, "step");
        using var visitor = host.Portal.VisitAs(await town.CoordinatorAsync());
        var page = await visitor.OpenAsync("/analysis?process=T2-RKW");
        Assert.Empty(page.Document.QuerySelectorAll("main section section"));
        Assert.Equal(["bottlenecks", "map", "waiting", "rules", "reading"], page.Document.QuerySelectorAll("main section").Select(s => s.GetAttribute("aria-labelledby")));
    }

    /// <summary>As the job would have stored it, of months that it never counts anew.</summary>
    private async Task TellAsync(Town town, string kinds = "%")
    {
        await using var superuser = new NpgsqlConnection(host.Superuser);
        await superuser.OpenAsync();
        await using var command = new NpgsqlCommand("""
            with cell (kind, a, b, basis, n, share, days, most, until) as (values
                ('step', 'T2.1', '', 'shown', 40, null, 2, 6, date '2033-12-31'), ('step', 'T2.2', '', 'shown', 40, null, 3, 9, '2033-12-31'), ('step', 'T2.3', '', 'shown', 20, null, 1, null, '2033-08-31'),
                ('edge', '', 'T2.1', 'shown', 40, null, null, null, '2033-12-31'), ('edge', 'T2.1', 'T2.2', 'shown', 40, null, 9, 20, '2033-12-31'),
                ('edge', 'T2.1', 'T2.3', 'shown', 10, null, 4, null, '2033-08-31'), ('edge', 'T2.3', 'T2.2', 'shown', 5, null, 1, null, '2033-12-31'),
                ('block', 'T2.2', 'NoCoursePlace', 'shown', 10, null, null, null, '2033-12-31'),
                ('sent', 'jobcenter', 'language_school', 'shown', 25, null, null, null, '2033-12-31'), ('accept', 'jobcenter', 'language_school', 'shown', null, null, 3, 8, '2033-12-31'),
                ('asked', 'jobcenter', 'language_school', 'shown', null, 25, null, null, '2033-12-31'), ('reason', '', 'NoCapacity', 'shown', 5, null, null, null, '2033-12-31'),
                ('time', 'T2.1', '', 'shown', null, 75, null, null, '2033-12-31'), ('order', 'T2.1', 'T2.2', 'few_misses', null, null, null, null, '2033-12-31'), ('once', 'T2.1', '', 'few_hits', null, null, null, null, '2033-12-31')),
            run as (insert into indicator.process_run values ($1, '2033-01-01', '2033-12-31', now()))
            insert into indicator.process_cell select $1, 'T2-RKW', kind, a, b, basis, n, share, days, most, '2033-01-01', until from cell where kind like $2
            """, superuser);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = town.Tenant.Key });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = kinds });
        await command.ExecuteNonQueryAsync();
    }
}
