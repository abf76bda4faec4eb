using System.Net;
using System.Text;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Features.Evaluation;

/// <summary>Dashboards and the yearly report: what is hidden is said, nobody sees more than the own, and no page needs a table of persons.</summary>
public sealed class FigurePagesTests(PublishedFigures figures, PortalHost host) : IClassFixture<PublishedFigures>
{
    [Fact]
    public async Task What_is_hidden_is_said_in_words_and_sums_say_how_many_stand_behind()
    {
        using var foundation = await figures.AsAsync(Role.FoundationStaff);
        var overview = await foundation.OpenAsync("/programme/indicators");
        Assert.Equal(23, overview.Document.QuerySelectorAll(".portal-multiple").Length);
        Assert.Contains("zu wenige Fälle", overview.Document.QuerySelectorAll(".portal-multiple").Single(m => m.TextContent.Contains("Kreis Viersen", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
        Assert.Contains("(21 von 23 Kommunen)", overview.Text, StringComparison.Ordinal);
        Assert.Equal(6, (await foundation.OpenAsync("/programme/indicators?state=HE")).Document.QuerySelectorAll(".portal-multiple").Length);

        var one = await foundation.OpenAsync("/programme/indicators/P2?dimension=age_band");
        Assert.True(one.Has("#trend table") && one.Has("#compared .portal-chart__interval") && one.Has("#parts"));
        Assert.Contains("Wilson", one.Text, StringComparison.Ordinal);
        Assert.Contains("Summe der Kommunen, deren Zahl gezeigt wird (zuletzt 21 von 23)", one.Text, StringComparison.Ordinal);
        // A dimension that is not allowed is not drawn.
        Assert.False((await foundation.OpenAsync("/programme/indicators/P1?dimension=nationality")).Has("#parts"));

        // A split of which everything is hidden, or nothing told yet, says so.
        Assert.Contains("In keiner Gruppe gibt es genug Fälle.", (await foundation.OpenAsync("/programme/indicators/R2?dimension=recognition_result")).Document.QuerySelector("#parts")!.TextContent, StringComparison.Ordinal);

        // A period without data, and keys that nobody has.
        Assert.Contains("Für diesen Zeitraum liegen keine Zahlen vor", (await foundation.OpenAsync("/programme/indicators/V1")).Text, StringComparison.Ordinal);
        foreach (var wrong in new[] { "/programme/indicators/ZZ9", "/programme/indicators/pilots/99999", "/programme/regions/HH", "/programme/indicators/ZZ9.csv" })
            Assert.Equal((wrong, HttpStatusCode.NotFound), (wrong, (await foundation.GetAsync(wrong)).Status));

        // Beside the own number stands the sum of all in the same month; of a place without one, in the latest month of any.
        foreach (var (place, own) in new[] { (PublishedFigures.Krefeld, "%"), (PublishedFigures.Viersen, "zu wenige Fälle") })
        {
            var row = (await foundation.OpenAsync($"/programme/indicators/pilots/{place}")).Document.QuerySelectorAll("tbody tr").First(r => r.QuerySelector("a[href$='code=P2']") is not null);
            Assert.Contains(own, row.Children[2].TextContent, StringComparison.Ordinal);
            Assert.Contains("21 von 23 Kommunen", row.Children[6].TextContent, StringComparison.Ordinal);
        }

        var hesse = await foundation.OpenAsync("/programme/regions/HE");
        Assert.Contains("von 6 Kommunen", hesse.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<td>Gießen", hesse.Body, StringComparison.Ordinal);
        var file = Encoding.UTF8.GetString(await foundation.BytesAsync("/programme/indicators/P2.csv"));
        Assert.Contains("\"05166\";\"Kreis Viersen\"", file, StringComparison.Ordinal);
        Assert.Contains(";;;\"zu wenige Fälle\"", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_region_tells_of_every_indicator_its_latest_month_and_the_year_before_also_of_those_it_does_not_draw()
    {
        // A newer month in which all is hidden is not the latest one; the year before may be hidden too.
        await PublishedFigures.RunAsync(figures.Database.Owner, """
            insert into indicator.cell (code, version, municipality_key, month, amount, basis, as_of, published_at)
            select code, 1, '05114000', (date_trunc('month', now()) - ago * interval '1 month')::date, amount, case when amount is null then 'hidden' else 'shown' end, now(), now()
            from (values ('L1', 2, null), ('L1', 3, 41), ('L1', 15, 29), ('P7', 1, 53), ('P7', 13, null)) n (code, ago, amount) on conflict do nothing
            """);
        using var foundation = await figures.AsAsync(Role.FoundationStaff);
        var rows = (await foundation.OpenAsync("/programme/regions/NW")).Document.QuerySelectorAll("tbody tr")
            .Where(r => r.Children.Length == 5).ToDictionary(r => r.Children[0].TextContent.Split(' ')[0], r => r.Children.Skip(2).Select(c => c.LastChild!.TextContent.Trim()).ToList());
        Assert.Equal(("41", "29"), (rows["L1"][0], rows["L1"][1]));
        Assert.Equal(("53", "zu wenige Fälle"), (rows["P7"][0], rows["P7"][1]));
        Assert.StartsWith("1 von ", rows["L1"][2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_coordination_sees_its_own_numbers_and_the_sum_of_all_and_no_other_town()
    {
        using var coordinator = figures.As(await figures.CoordinatorAsync(PublishedFigures.Krefeld));
        var overview = await coordinator.OpenAsync("/programme/indicators");
        Assert.Single(overview.Document.QuerySelectorAll(".portal-multiple"));
        Assert.Contains("(21 von 23 Kommunen)", overview.Text, StringComparison.Ordinal);
        Assert.Contains("alle Pilotkommunen", (await coordinator.OpenAsync("/programme/indicators/pilots/05114000")).Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.GetAsync("/programme/indicators/pilots/05515000")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.GetAsync("/programme/indicators/pilots/05515000.csv")).Status);
        Assert.False((await coordinator.OpenAsync("/programme/indicators/P2")).Has("#compared"));
        var file = Encoding.UTF8.GetString(await coordinator.BytesAsync("/programme/indicators/P2.csv"));
        Assert.DoesNotContain("Münster", file, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await coordinator.GetAsync("/evaluation")).Status);
    }

    /// <summary>Saarland has one pilot, Merzig: its sum is that town's number.</summary>
    [Fact]
    public async Task No_filter_tells_a_coordination_the_number_of_one_other_town()
    {
        using var coordinator = figures.As(await figures.CoordinatorAsync(PublishedFigures.Krefeld));
        using var foundation = await figures.AsAsync(Role.FoundationStaff);
        foreach (var page in new[] { "/programme/indicators/P2?state=SL", "/programme/regions/SL", "/programme/indicators?state=SL" })
        {
            Assert.DoesNotContain("1 von 1 Kommune", (await coordinator.OpenAsync(page)).Text, StringComparison.Ordinal);
            Assert.Contains("1 von 1 Kommune", (await foundation.OpenAsync(page)).Text, StringComparison.Ordinal);
        }

        static IEnumerable<string> Sums(byte[] file) => Encoding.UTF8.GetString(file).Split("\r\n").Where(l => l.Contains("von 1", StringComparison.Ordinal));
        foreach (var file in new[] { "/programme/indicators/P2.csv?state=SL", "/programme/regions/SL.csv" })
        {
            Assert.All(Sums(await coordinator.BytesAsync(file)), line => Assert.EndsWith(";;;\"zu wenige Fälle\"", line, StringComparison.Ordinal));
            Assert.Contains(Sums(await foundation.BytesAsync(file)), line => !line.Contains("zu wenige Fälle", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_report_is_made_by_one_click_written_released_and_then_as_it_was()
    {
        using var foundation = await figures.AsAsync(Role.FoundationStaff);
        var button = (await foundation.OpenAsync("/programme/reports")).Form("main form");
        var (once, twice) = (await button.SendAsync(), await button.SendAsync());
        Assert.Equal(once.Location, twice.Location);
        var report = await foundation.OpenAsync(once.Location!);
        Assert.True(report.Has("#report-P2 svg .portal-chart__line"));
        Assert.False(report.Has("script[src*=echarts]"));
        var edit = await foundation.OpenAsync(once.Location + "/edit");
        var stale = await foundation.OpenAsync(once.Location + "/edit");
        await edit.Form("main form").Fill("Form.Sections[0].De", "<script>alert(1)</script>").SendAsync();
        var late = await stale.Form("main form").Fill("Form.Sections[0].De", "Anders").Fill("Form.Sections[5].En", "Outlook").SendAsync();
        var both = late.WithBoth("Form.Sections[0].De", "Anders", "<script>alert(1)</script>");
        Assert.Contains("Das Wichtigste: Text auf Deutsch", late.Document.QuerySelector(".portal-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.False(late.Has("#Form_Sections_1__De-error"));
        Assert.Equal(HttpStatusCode.SeeOther, (await both.SendAsync()).Status);
        Assert.Contains("Outlook", (await foundation.OpenAsync(once.Location + "/edit")).Document.QuerySelector("#Form_Sections_5__En")!.TextContent, StringComparison.Ordinal);
        using (var board = await figures.AsAsync(Role.AdvisoryBoard))
            Assert.Equal(HttpStatusCode.NotFound, (await board.GetAsync(once.Location!)).Status);
        // Drawn before the text was changed: nobody releases what they have not read.
        Assert.Equal(HttpStatusCode.Conflict, (await report.Form("form[action$='/release']").SendAsync()).Status);
        var before = await foundation.OpenAsync(once.Location!);
        Assert.Equal(HttpStatusCode.SeeOther, (await before.Form("form[action$='/release']").SendAsync()).Status);
        Assert.Contains("released_at", (await figures.TrailAsync("progress_report", once.Location![^36..]))[^1], StringComparison.Ordinal);
        // Numbers change, the report does not; nor by the owner's hand.
        await PublishedFigures.RunAsync(figures.Superuser, "update indicator.cell set amount = amount - 1 where code = 'P2' and amount > 1 and dimension = ''");
        var after = await foundation.OpenAsync(once.Location!);
        Assert.Equal(before.Document.QuerySelector("#report-P2 table")!.TextContent, after.Document.QuerySelector("#report-P2 table")!.TextContent);
        Assert.DoesNotContain("<script>alert", after.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await foundation.GetAsync(once.Location + "/edit")).Status);
        // Whoever was still writing gets every text back, to be read and copied.
        var tooLate = await both.Fill("Form.Sections[5].De", "Was kommt").SendAsync();
        Assert.Equal(HttpStatusCode.Conflict, tooLate.Status);
        foreach (var typed in new[] { "Anders", "Was kommt", "Outlook" })
            Assert.Contains(typed, tooLate.Text, StringComparison.Ordinal);
        foreach (var attack in new[] { "update progress_report set year = 2025", "update report_block set text_de = 'anders'", "delete from report_block" })
            await Assert.ThrowsAsync<Npgsql.PostgresException>(() => PublishedFigures.RunAsync(figures.Database.Owner, attack));
        using var reader = await figures.AsAsync(Role.AdvisoryBoard);
        Assert.Contains("Zahlen und Texte sind, wie sie an diesem Tag waren", (await reader.OpenAsync(once.Location!)).Text, StringComparison.Ordinal);
        using var english = figures.As(await TestUser.CreateAsync(figures.Portal, Role.Evaluator)).Speaking("en");
        Assert.Contains("Handovers accepted within the target time", (await english.OpenAsync(once.Location!)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_page_of_the_programme_needs_a_table_of_persons_or_cases()
    {
        var database = await host.NewDatabaseAsync($"aggregates_{Guid.NewGuid():N}");
        await PublishedFigures.PublishAsync(database.Owner);
        // Whatever the pages read, it is not there any more.
        await PublishedFigures.RunAsync(database.Owner, """
            do $$ declare t text; begin
                for t in select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
                    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not in ('membership', 'outbox_mail', 'audit_entry', 'actor') loop
                    execute format('revoke all on %I from portal_app', t);
                end loop; end $$
            """);
        await using var portal = host.Start(database: database);
        foreach (var role in new[] { Role.FoundationStaff, Role.Evaluator, Role.ProcessFacilitator, Role.AdvisoryBoard })
        {
            using var visitor = portal.VisitAs(await TestUser.CreateAsync(portal, role));
            string[] pages = ["/programme/indicators", "/programme/indicators/P2", "/programme/indicators/P2.csv", "/programme/regions/NW", "/programme/reports"];
            string[] more = role is Role.FoundationStaff or Role.Evaluator ? ["/programme/indicators/pilots/05114000", "/evaluation", "/evaluation/plans/new", "/surveys", "/surveys/new", "/open-data/indicators.csv"] : [];
            foreach (var page in pages.Concat(more))
                Assert.Equal((role, page, HttpStatusCode.OK), (role, page, (await visitor.GetAsync(page)).Status));
        }
    }

    [Fact]
    public async Task Open_data_hold_sums_of_at_least_five_pilots_and_say_what_they_are()
    {
        using var anybody = figures.Portal.Visitor();
        var file = Encoding.UTF8.GetString(await anybody.BytesAsync("/open-data/indicators.csv"));
        Assert.Contains("\"P2\",1,", file, StringComparison.Ordinal);
        Assert.DoesNotContain("05114000", file, StringComparison.Ordinal);
        using var catalogue = System.Text.Json.JsonDocument.Parse(await anybody.BytesAsync("/open-data/catalog.jsonld"));
        Assert.Equal("dcat:Catalog", catalogue.RootElement.GetProperty("@type").GetString());
        foreach (var dataset in catalogue.RootElement.GetProperty("dcat:dataset").EnumerateArray())
        {
            foreach (var required in new[] { "dct:title", "dct:description", "dct:publisher", "dcat:theme", "dcat:distribution" })
                Assert.True(dataset.TryGetProperty(required, out _), required);
            var distribution = dataset.GetProperty("dcat:distribution");
            foreach (var required in new[] { "dcat:accessURL", "dct:license", "dct:format" })
                Assert.True(distribution.TryGetProperty(required, out _), required);
            Assert.Equal(HttpStatusCode.OK, (await anybody.GetAsync(new Uri(distribution.GetProperty("dcat:accessURL").GetProperty("@id").GetString()!).AbsolutePath)).Status);
        }
    }
}
