using System.Net;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Features.Programme;

/// <summary>What was written down wrongly about a meeting, an agreement or a target is corrected, on record, and by nobody over somebody else's head.</summary>
public sealed class CorrectionTests(PortalHost host)
{
    [Fact]
    public async Task A_meeting_is_moved_by_the_foundation_and_whoever_saves_second_is_shown_both()
    {
        using var foundation = host.Portal.VisitAs(await TestUser.CreateAsync(host.Portal, Role.FoundationStaff));
        var meeting = (await (await foundation.OpenAsync("/programme/board/meetings/new")).Form()
            .Fill("Form.Day", "2026-01-07").Fill("Form.Place", "Kiel").Fill("Form.Agenda", "Stand der Dinge").SendAsync()).Location!;
        var first = (await foundation.OpenAsync(meeting)).Document.QuerySelector("main a[href$='/edit']")!.GetAttribute("href")!;
        var (form, late) = ((await foundation.OpenAsync(first)).Form(), (await foundation.OpenAsync(first)).Form());
        var shown = await form.Fill("Form.Day", "2026-02-03").Fill("Form.Place", "Lübeck").SubmitAsync();
        Assert.Contains("03.02.2026", shown.Heading, StringComparison.Ordinal);
        Assert.Contains("Lübeck", shown.Text, StringComparison.Ordinal);
        Assert.Contains("Stand der Dinge", shown.Text, StringComparison.Ordinal);
        Assert.Equal(meeting, (await (await late.Fill("Form.Place", "Husum").SendAsync()).WithBoth("Form.Place", "Husum", "Lübeck").SendAsync()).Location);
        Assert.Equal(["Added", "Modified day, place", "Modified day, place"], await TrailAsync("board_meeting", meeting[^36..]));

        // What was said there was not said on a day to come.
        await (await foundation.OpenAsync(meeting + "/minutes")).Form().Fill("Form.Minutes", "Alle waren da.").SendAsync();
        var refused = await (await foundation.OpenAsync(first)).Form().Fill("Form.Day", "2099-01-31").SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Zu dieser Sitzung gibt es schon eine Niederschrift", refused.Text, StringComparison.Ordinal);
        using var board = host.Portal.VisitAs(await TestUser.CreateAsync(host.Portal, Role.AdvisoryBoard));
        Assert.Equal(HttpStatusCode.Forbidden, (await board.GetAsync(first)).Status);
        Assert.False((await board.OpenAsync(meeting)).Has("main a[href$='/edit']"));
    }

    [Fact]
    public async Task An_agreement_is_corrected_by_the_foundation_within_days_that_no_other_has()
    {
        var pilot = await TownPilot.CreateAsync(await host.TownAsync());
        using var foundation = host.Portal.VisitAs(pilot.Foundation);
        var address = (await foundation.OpenAsync(pilot.Here)).Document.QuerySelector("#facts a[href*='/agreements/']:not([href$='/new'])")!.GetAttribute("href")!;
        var (form, late) = ((await foundation.OpenAsync(address)).Form(), (await foundation.OpenAsync(address)).Form());
        var shown = await form.Fill("Form.FromOn", "2026-02-01").Fill("Form.UntilOn", "2027-06-30").Fill("Form.SignedFor", "Oberbürgermeisterin").SubmitAsync();
        Assert.Contains("Die Vereinbarung ist berichtigt.", shown.Text, StringComparison.Ordinal);
        Assert.Contains("01.02.2026 bis 30.06.2027", shown.Document.QuerySelector("#facts")!.TextContent, StringComparison.Ordinal);
        (await late.Fill("Form.SignedFor", "Landrat").SendAsync()).WithBoth("Form.SignedFor", "Landrat", "Oberbürgermeisterin");
        Assert.Equal(["Added", "Modified from_on, signed_for, until_on"], await TrailAsync("pilot_agreement", address[^36..]));

        await (await foundation.OpenAsync($"{pilot.Here}/agreements/new")).Form()
            .Fill("Form.SignedOn", "2026-01-31").Fill("Form.FromOn", "2027-07-01").Fill("Form.UntilOn", "2028-06-30").Fill("Form.SignedFor", "Amt").SubmitAsync();
        var over = await (await foundation.OpenAsync(address)).Form().Fill("Form.UntilOn", "2027-07-01").SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, over.Status);
        Assert.Contains("2027", over.Document.QuerySelector("#Form_UntilOn-error")!.TextContent, StringComparison.Ordinal);
        foreach (var other in new[] { pilot.Coordinator, pilot.Facilitator })
        {
            using var visitor = host.Portal.VisitAs(other);
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync(address)).Status);
            Assert.False((await visitor.OpenAsync(pilot.Here)).Has("#facts a[href*='/agreements/']"));
        }
    }

    [Fact]
    public async Task A_target_is_corrected_by_the_office_that_set_it_as_long_as_its_time_runs()
    {
        var town = await host.TownAsync();
        using var coordinator = host.Portal.VisitAs(await town.CoordinatorAsync());
        async Task SetAsync(string from, string until) => await (await coordinator.OpenAsync("/indicator-data/targets/new")).Form()
            .Fill("Code", "P1").Fill("Baseline", "6").Fill("Target", "4").Fill("BaselineMonth", from).Fill("TargetMonth", until).SubmitAsync();
        await SetAsync("2050-01", "2051-01");
        var address = (await coordinator.OpenAsync("/indicator-data")).Document.QuerySelector("section[aria-labelledby=targets] td a")!.GetAttribute("href")!;
        var (form, late) = ((await coordinator.OpenAsync(address)).Form(), (await coordinator.OpenAsync(address)).Form());
        var shown = await form.Fill("Form.Target", "3,5").Fill("Form.TargetMonth", "2051-06").SubmitAsync();
        var row = shown.Document.QuerySelector("section[aria-labelledby=targets] tbody tr")!.TextContent;
        Assert.Contains("3,5", row, StringComparison.Ordinal);
        Assert.Contains("Juni 2051", row, StringComparison.Ordinal);
        (await late.Fill("Form.Target", "2").SendAsync()).WithBoth("Form.Target", "2", "3,5");
        Assert.Equal(["Added", "Modified set_at, target, target_month"], await TrailAsync("target", address[^36..]));

        await SetAsync("2020-01", "2021-01");
        // It is told in its own time what is missed there, and nothing is corrected afterwards.
        var page = await coordinator.OpenAsync("/indicator-data");
        Assert.Equal(2, page.Document.QuerySelectorAll("section[aria-labelledby=targets] tbody tr").Length);
        Assert.Single(page.Document.QuerySelectorAll("section[aria-labelledby=targets] td a"));
        var over = await (await coordinator.OpenAsync(address)).Form().Fill("Form.BaselineMonth", "2020-06").SendAsync();
        Assert.Contains("Die Zeiträume dürfen sich nicht überschneiden.", over.Document.QuerySelector(".portal-error-summary")!.TextContent, StringComparison.Ordinal);

        using var elsewhere = host.Portal.VisitAs(await (await host.TownAsync("Anderswo")).CoordinatorAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync(address)).Status);
        using var foundation = host.Portal.VisitAs(await TestUser.CreateAsync(host.Portal, Role.FoundationStaff));
        Assert.Equal(HttpStatusCode.NotFound, (await foundation.GetAsync(address)).Status);
    }

    /// <summary>Each change with the columns it was in.</summary>
    private async Task<List<string>> TrailAsync(string table, string id)
    {
        await using var superuser = NpgsqlDataSource.Create(host.Superuser);
        await using var command = superuser.CreateCommand(
            "select trim(change || ' ' || coalesce((select string_agg(c, ', ' order by c) from regexp_split_to_table(columns, ' ') c), '')) from audit_entry "
            + "where \"table\" = $1 and row_key like '%' || $2 || '%' order by at, id");
        command.Parameters.Add(new NpgsqlParameter { Value = table });
        command.Parameters.Add(new NpgsqlParameter { Value = id });
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var trail = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            trail.Add(reader.GetString(0));
        return trail;
    }
}
