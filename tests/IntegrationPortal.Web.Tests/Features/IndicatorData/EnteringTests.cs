using System.Net;
using IntegrationPortal.Domain.Indicators;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Indicators;
using IntegrationPortal.Web.Jobs.Indicators;
using IntegrationPortal.Web.Tests.Features.Evaluation;
using IntegrationPortal.Web.Tests.Testing;
using IntegrationPortal.Web.Tests.Walls;

namespace IntegrationPortal.Web.Tests.Features.IndicatorData;

/// <summary>Numbers the portal cannot count itself come in with a source, are held to the same rule, and stay in their office.</summary>
public sealed class EnteringTests(PortalHost host)
{
    private const string Head = "code;municipality_key;month;part;amount;denominator;source;source_date\n";

    [Fact]
    public async Task A_table_is_entered_as_a_whole_and_published_as_far_as_it_may_be_told()
    {
        using var visitor = await FoundationAsync();
        // Eisenach had another key until 2021.
        var content = Head + "L3;05914000;2026-03;;31;54;VHS;2026-04-05\nL3;05914000;2026-04;;3;54;VHS;2026-05-05\nX6;16056000;2024-12;;120;;Land;2025-06-01\nL3;05914000;2026-05;;;;VHS;2026-06-05\n";
        var page = await (await visitor.GetAsync("/indicator-data/import")).Form().Fill("Content", content).SubmitAsync();
        Assert.Contains("Eingelesen: 4 Zahlen", page.Text, StringComparison.Ordinal);
        Assert.Contains("16063105", page.Text, StringComparison.Ordinal);
        await host.Portal.RunAsync<CountIndicators>(job => job.RunAsync(default));
        var cells = await CellsAsync("L3", "05914000");
        Assert.Equal([(CellBasis.Shown, 31m), (CellBasis.Hidden, null), (CellBasis.None, null)], cells.Select(c => (c.Basis, c.Amount)));
        Assert.Equal(120, Assert.Single(await CellsAsync("X6", "16063105")).Amount);

        // A correction by one person would tell of that person; the earlier number stands.
        await (await visitor.GetAsync("/indicator-data/import")).Form().Fill("Content", Head + "L3;05914000;2026-03;;32;55;VHS;2026-04-06\n").SubmitAsync();
        await host.Portal.RunAsync<CountIndicators>(job => job.RunAsync(default));
        Assert.Equal(31, (await CellsAsync("L3", "05914000"))[0].Amount);
        // The list says so, and says nothing where the number is the published one.
        var told = (await visitor.GetAsync("/indicator-data")).Document.QuerySelectorAll("section[aria-labelledby=entries] tbody tr").Where(r => r.TextContent.Contains("05914000", StringComparison.Ordinal))
            .Select(r => string.Join(' ', r.QuerySelector(".portal-number")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal(["3 von 54 nicht veröffentlicht", "31 von 54", "32 von 55 veröffentlicht ist 31 von 54", "liegt nicht vor"], told.Order(StringComparer.Ordinal));

        // Somebody who typed 31 for 3 takes it back by leaving the number empty.
        await (await visitor.GetAsync("/indicator-data/import")).Form().Fill("Content", Head + "L3;05914000;2026-03;;;;VHS;2026-04-07\n").SubmitAsync();
        await host.Portal.RunAsync<CountIndicators>(job => job.RunAsync(default));
        Assert.Equal((CellBasis.None, null), ((await CellsAsync("L3", "05914000"))[0].Basis, (await CellsAsync("L3", "05914000"))[0].Amount));
    }

    [Fact]
    public async Task As_much_may_be_pasted_as_the_form_promises()
    {
        using var visitor = await FoundationAsync();
        // Semicolons and breaks are what a form writes longest.
        var line = "L3;05914000;2026-03;;31;54;VHS;2026-04-05\n";
        var content = Head + string.Concat(Enumerable.Repeat(line, (890_000 - Head.Length) / line.Length));
        var answer = await (await visitor.GetAsync("/indicator-data/import")).Form().Fill("Content", content).SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
    }

    [Fact]
    public async Task One_wrong_line_keeps_all_out_and_each_is_told_with_its_number()
    {
        using var visitor = await FoundationAsync();
        var content = Head + "L3;05911000;2026-03;;31;54;VHS;2026-04-05\nL3;99999999;2026-03;;31;54;VHS;2026-04-05\nQ9;05911000;2026-03;;1;2;VHS;2026-04-05\nL3;05911000;2026-13;;1;2;VHS;2026-04-05\n"
            + "L3;05911000;2026-04;;1;0;VHS;2026-05-05\nL3;05911000;2026-05;;eins;2;VHS;2026-05-05\nL3;05911000;2026-03;;31;54;VHS;2026-04-05\n";
        var answer = await (await visitor.GetAsync("/indicator-data/import")).Form().Fill("Content", content).SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(["Zeile 3", "Zeile 4", "Zeile 5", "Zeile 6", "Zeile 7", "Zeile 8"],
            answer.Document.QuerySelectorAll(".portal-error-summary li").Select(li => li.TextContent.Trim()[..7]));
        await host.Portal.RunAsync<CountIndicators>(job => job.RunAsync(default));
        Assert.Empty(await CellsAsync("L3", "05911000"));
    }

    [Fact]
    public async Task A_form_sent_twice_enters_one_and_another_municipality_sees_nothing_of_it()
    {
        var town = await host.TownAsync();
        using var visitor = host.Portal.VisitAs(await town.CoordinatorAsync());
        var form = (await visitor.GetAsync("/indicator-data/new")).Form().Fill("Code", "C2").Fill("Month", "2026-05").Fill("Amount", "2,5").Fill("Part", "Leitung")
            .Fill("SourceName", "Selbstcheck vom Mai").Fill("SourceDate", "2026-06-01");
        Assert.Equal(HttpStatusCode.SeeOther, (await form.SendAsync()).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await form.SendAsync()).Status);
        Assert.Single((await visitor.GetAsync("/indicator-data")).Document.QuerySelectorAll("tbody tr"));
        await IsOnRecordAsync("indicator_entry", form);

        using var neighbour = host.Portal.VisitAs(await (await host.TownAsync("Nachbarstadt")).CoordinatorAsync());
        Assert.DoesNotContain("Selbstcheck vom Mai", (await neighbour.GetAsync("/indicator-data")).Text, StringComparison.Ordinal);
        var elsewhere = await (await neighbour.GetAsync("/indicator-data/import")).Form().Fill("Content", $"{Head}C2;{town.Tenant.Key};2026-05;Leitung;3;;Selbstcheck;2026-06-01").SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, elsewhere.Status);
    }

    [Theory]
    [InlineData("2026-09")]
    [InlineData("09/2026")]
    [InlineData("9.2026")]
    public async Task A_month_is_read_as_machines_and_as_offices_write_it(string typed)
    {
        var town = await host.TownAsync();
        using var visitor = host.Portal.VisitAs(await town.CoordinatorAsync());
        await ScoreOf(await visitor.GetAsync("/indicator-data/new"), "2,5").Fill("Month", typed).SubmitAsync();
        await using var superuser = await Prompt.OpenAsync(host.Superuser);
        Assert.Equal(new DateOnly(2026, 9, 1), await superuser.AskAsync<DateOnly>("select month from indicator_entry where municipality_key = $1", town.Tenant.Key));
    }

    [Theory]
    [InlineData("de", "2,5")]
    [InlineData("de", "2.5")]
    [InlineData("en", "2,5")]
    [InlineData("en", "2.5")]
    public async Task Two_and_a_half_is_two_and_a_half_with_comma_and_point_in_both_languages(string language, string typed)
    {
        var town = await host.TownAsync();
        using var visitor = host.Portal.VisitAs(await town.CoordinatorAsync());
        await ScoreOf(await visitor.Speaking(language).GetAsync("/indicator-data/new"), typed).SubmitAsync();
        await using var superuser = await Prompt.OpenAsync(host.Superuser);
        Assert.Equal(2.5m, await superuser.AskAsync<decimal>("select amount from indicator_entry where municipality_key = $1", town.Tenant.Key));
    }

    [Theory]
    [InlineData("de", "2.500")]
    [InlineData("de", "1.234,5")]
    [InlineData("en", "1,234.5")]
    [InlineData("en", "1,234,567")]
    [InlineData("de", "zwei")]
    public async Task What_may_mean_two_numbers_or_none_is_refused_and_stays_as_it_was_typed(string language, string typed)
    {
        using var visitor = host.Portal.VisitAs(await (await host.TownAsync()).CoordinatorAsync());
        var answer = await ScoreOf(await visitor.Speaking(language).GetAsync("/indicator-data/new"), typed).SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(language == "de" ? "„Zahl“ muss eine Zahl sein." : "“Number” must be a number.", answer.Text, StringComparison.Ordinal);
        Assert.Equal(typed, answer.Document.QuerySelector("#Amount")!.GetAttribute("value"));
    }

    private static FilledForm ScoreOf(Page page, string typed) => page.Form().Fill("Code", "C2").Fill("Month", "2026-05").Fill("Amount", typed)
        .Fill("Part", "Leitung").Fill("SourceName", "Selbstcheck vom Mai").Fill("SourceDate", "2026-06-01");

    [Fact]
    public async Task A_target_without_a_baseline_is_refused_with_a_sentence_and_keeps_what_was_typed()
    {
        using var visitor = host.Portal.VisitAs(await (await host.TownAsync()).CoordinatorAsync());
        var answer = await (await visitor.GetAsync("/indicator-data/targets/new")).Form().Fill("Code", "P2").Fill("Target", "0,8").Fill("TargetMonth", "2027-12").SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Ein Ziel ohne Ausgangswert lässt sich nicht messen.", answer.Text, StringComparison.Ordinal);
        var set = answer.Form().Fill("Baseline", "0,6").Fill("BaselineMonth", "2026-01");
        var page = await set.SubmitAsync();
        await IsOnRecordAsync("target", set);
        Assert.Contains("Ziel gesetzt", page.Text, StringComparison.Ordinal);
        var again = await (await visitor.GetAsync("/indicator-data/targets/new")).Form().Fill("Code", "P2").Fill("Baseline", "0,7").Fill("BaselineMonth", "2026-06")
            .Fill("Target", "0,8").Fill("TargetMonth", "2026-12").SendAsync();
        Assert.Contains("Die Zeiträume dürfen sich nicht überschneiden.", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Foundation_and_coordination_set_no_two_targets_for_the_same_time()
    {
        const string byTheCoordination = """
            insert into indicator.target (id, municipality_key, code, baseline, baseline_month, target, target_month, office, set_by_user_id, set_at)
            values (gen_random_uuid(), '05112000', 'P2', 0.5, $1, 0.9, '2027-12-01', '05112000', gen_random_uuid(), now())
            """;
        await PublishedFigures.RunAsync(host.Superuser, byTheCoordination.Replace("$1", "'2026-01-01'", StringComparison.Ordinal));
        using var foundation = await FoundationAsync();
        var refused = await (await foundation.GetAsync("/indicator-data/targets/new")).Form().Fill("Code", "P2").Fill("Municipality", "05112000").Fill("Baseline", "0,6").Fill("BaselineMonth", "2026-06")
            .Fill("Target", "0,8").Fill("TargetMonth", "2028-06").SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Die Zeiträume dürfen sich nicht überschneiden.", refused.Text, StringComparison.Ordinal);
        // Nor at the same moment, when neither page could know of the other.
        var late = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => PublishedFigures.RunAsync(host.Superuser, byTheCoordination.Replace("$1", "'2026-11-01'", StringComparison.Ordinal)));
        Assert.Equal("ex_target_overlap", late.ConstraintName);
    }

    [Fact]
    public async Task A_part_with_a_break_in_quotes_is_entered_as_one_line()
    {
        var town = await host.TownAsync();
        using var visitor = host.Portal.VisitAs(await town.CoordinatorAsync());
        await (await visitor.GetAsync("/indicator-data/import")).Form().Fill("Content", $"{Head}C3;{town.Tenant.Key};2026-05;\"Zukunfts\twerk\nstatt\";3;;\"Akte\nB\";2026-06-01\n").SubmitAsync();
        await using var superuser = await Prompt.OpenAsync(host.Superuser);
        Assert.Equal("Zukunfts werk statt", await superuser.AskAsync<string>("select part from indicator_entry where municipality_key = $1", town.Tenant.Key));
        Assert.Equal("Akte B", await superuser.AskAsync<string>("select source_name from indicator_entry where municipality_key = $1", town.Tenant.Key));
    }

    /// <summary>Like every other deed: who and when, and not which number.</summary>
    private async Task IsOnRecordAsync(string table, FilledForm form)
    {
        await using var superuser = await Prompt.OpenAsync(host.Superuser);
        Assert.Equal(1L, await superuser.AskAsync<long>(
            "select count(*) from audit_entry where \"table\" = $1 and row_key = $2 and change = 'Added' and user_id is not null", table, form.Fields.Single(f => f.Key == "Id").Value));
    }

    private async Task<Visitor> FoundationAsync() => host.Portal.VisitAs(await TestUser.CreateAsync(host.Portal, Role.FoundationStaff));

    private async Task<List<IndicatorCell>> CellsAsync(string code, string key)
    {
        await using var aggregate = new AggregateDatabase(host.Database.Aggregate);
        return await new IndicatorReader(aggregate).CellsAsync(new CellQuestion([code], [key], Dimension: null), TestContext.Current.CancellationToken);
    }
}
