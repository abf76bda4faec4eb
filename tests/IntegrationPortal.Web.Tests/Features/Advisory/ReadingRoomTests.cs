using System.Net;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Features.Advisory;

/// <summary>The advisory board's reading room, from a draft to what became of a recommendation.</summary>
public sealed class ReadingRoomTests(PortalHost host)
{
    private const string Room = "/programme/board";

    [Fact]
    public async Task A_review_is_a_draft_until_it_is_published_and_is_frozen_then()
    {
        using var foundation = await VisitorAsync(Role.FoundationStaff);
        using var board = await VisitorAsync(Role.AdvisoryBoard);
        var begun = (await foundation.OpenAsync($"{Room}/reviews/new")).Form().Fill("Form.Title", "Bericht <b>des Jahres</b>");
        var twice = (await begun.SendAsync(), await begun.SendAsync());
        Assert.Equal(twice.Item1.Location, twice.Item2.Location);
        var review = twice.Item1.Location!;
        Assert.False((await foundation.OpenAsync(review)).Has("form[action$='/publish']"));
        Assert.Equal(HttpStatusCode.NotFound, (await board.GetAsync(review)).Status);
        Assert.DoesNotContain(review, (await board.GetAsync(Room)).Body, StringComparison.Ordinal);

        var section = (await foundation.OpenAsync($"{review}/sections/new")).Form().Fill("Form.Heading", "Stand").Fill("Form.Text", "## Gut <script>alert(1)</script> [x](javascript:alert(1))");
        await section.SendAsync();
        var page = await section.SubmitAsync();
        Assert.Single(page.Document.QuerySelectorAll("section[aria-labelledby='section-1']"));
        Assert.False(page.Has("#section-2"));
        var change = page.Document.QuerySelector("a[href*='/sections/']:not([href$='new'])")!.GetAttribute("href")!;
        var (fresh, stale) = ((await foundation.OpenAsync(change)).Form(), (await foundation.OpenAsync(change)).Form());
        await fresh.Fill("Form.Heading", "Stand im Herbst").SubmitAsync();
        // Nobody freezes what they have not read: a section has changed since, then another came.
        Assert.Equal(HttpStatusCode.Conflict, (await page.Form("form[action$='/publish']").SendAsync()).Status);
        page = await foundation.OpenAsync(review);
        await (await foundation.OpenAsync($"{review}/sections/new")).Form().Fill("Form.Heading", "Ausblick").Fill("Form.Text", "Es geht weiter.").SubmitAsync();
        Assert.Equal(HttpStatusCode.Conflict, (await page.Form("form[action$='/publish']").SendAsync()).Status);
        var both = (await stale.Fill("Form.Heading", "Anders").Fill("Form.Text", "Neu.").SendAsync()).WithBoth("Form.Heading", "Anders", "Stand im Herbst");
        Assert.Equal(HttpStatusCode.SeeOther, (await both.Fill("Form.Heading", "Stand im Herbst").SendAsync()).Status);

        var open = (await foundation.OpenAsync(change)).Form();
        Assert.Contains(open.Fields, f => f is { Key: "Form.Text", Value: "Neu." });
        await open.Fill("Form.Text", "## Gut <script>alert(1)</script> [x](javascript:alert(1))").SubmitAsync();
        open = (await foundation.OpenAsync(change)).Form();
        page = await (await foundation.OpenAsync(review)).Form("form[action$='/publish']").SubmitAsync();
        Assert.Contains("Stand im Herbst", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await open.Fill("Form.Text", "Nachträglich").SendAsync()).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await foundation.GetAsync($"{review}/sections/new")).Status);

        page = await board.OpenAsync(review);
        Assert.DoesNotContain("<script>alert", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", page.Body, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Bericht <b>des Jahres</b>", page.Heading!, StringComparison.Ordinal);
        var said = (await board.OpenAsync(page.Document.QuerySelector("a[href$='/comment']")!.GetAttribute("href")!)).Form().Fill("Form.Text", "Einverstanden");
        await said.SendAsync();
        page = await said.SubmitAsync();
        Assert.Single(page.Document.QuerySelectorAll(".portal-entries > li"));
        Assert.Contains("Einverstanden", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Minutes_are_written_after_the_meeting_and_read_by_the_board()
    {
        using var foundation = await VisitorAsync(Role.FoundationStaff);
        using var board = await VisitorAsync(Role.AdvisoryBoard);
        var today = GermanTime.DayOf((await host.TownAsync()).Now);
        var coming = await PlanAsync(foundation, today.AddDays(30));
        Assert.Equal(HttpStatusCode.Conflict, (await foundation.GetAsync($"{coming}/minutes")).Status);
        var held = await PlanAsync(foundation, today.AddDays(-3));
        var (form, stale) = ((await foundation.OpenAsync($"{held}/minutes")).Form(), (await foundation.OpenAsync($"{held}/minutes")).Form());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await form.SendAsync()).Status);
        await form.Fill("Form.Minutes", "Beschlossen: **weiter**").SubmitAsync();
        var both = (await stale.Fill("Form.Minutes", "Anders").SendAsync()).WithBoth("Form.Minutes", "Anders", "Beschlossen: **weiter**");
        Assert.Equal(held, (await both.Fill("Form.Minutes", "Beschlossen: **weiter**, einstimmig").SendAsync()).Location);
        var read = await board.GetAsync(held);
        Assert.Contains("Beschlossen: weiter", read.Text, StringComparison.Ordinal);
        Assert.False(read.Has("a[href$='/minutes']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await board.GetAsync($"{held}/minutes")).Status);
    }

    [Fact]
    public async Task A_recommendation_is_given_by_the_board_and_followed_up_by_the_foundation()
    {
        using var foundation = await VisitorAsync(Role.FoundationStaff);
        using var board = await VisitorAsync(Role.AdvisoryBoard);
        var words = $"Mehr Zeit {Guid.NewGuid():N}";
        var given = (await board.OpenAsync($"{Room}/recommendations/new")).Form().Fill("Form.Text", words);
        await given.SendAsync();
        var page = await given.SubmitAsync();
        Assert.Equal(1, page.Text.Split(words).Length - 1);
        Assert.DoesNotContain($"{Room}/recommendations/0", page.Body, StringComparison.Ordinal);

        var link = (await foundation.GetAsync(Room)).Document.QuerySelectorAll("a[href*='/recommendations/']").Single(a => a.TextContent == words).GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.Forbidden, (await board.GetAsync(link)).Status);
        var (form, stale) = ((await foundation.OpenAsync(link)).Form(), (await foundation.OpenAsync(link)).Form());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await form.Fill("Form.State", "NotFollowed").SendAsync()).Status);
        await form.Fill("Form.Answer", "Der Zeitplan bleibt").SubmitAsync();
        var late = await stale.Fill("Form.State", "InWork").Fill("Form.Responsible", "Programmbüro").SendAsync();
        late.WithBoth("Form.State", "InWork", "nicht gefolgt");
        var both = late.WithTyped("Form.Responsible", "Programmbüro");
        Assert.Equal(HttpStatusCode.SeeOther, (await both.Fill("Form.Answer", "Der Zeitplan bleibt").SendAsync()).Status);
        Assert.Contains("Der Zeitplan bleibt", (await board.GetAsync(Room)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_finds_the_room()
    {
        var town = await host.TownAsync();
        using (var nobody = host.Portal.Visitor())
            Assert.StartsWith("/account/login", (await nobody.GetAsync(Room)).Location, StringComparison.Ordinal);
        foreach (var user in new[] { await town.CoordinatorAsync(), await town.WorkerAsync(), await TestUser.CreateAsync(host.Portal, Role.ProcessFacilitator), await TestUser.CreateAsync(host.Portal, Role.Evaluator) })
        {
            using var visitor = host.Portal.VisitAs(user);
            foreach (var address in new[] { "", "/reviews/new", "/meetings/new", "/recommendations/new" })
                Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync(Room + address)).Status);
        }

        using var board = await VisitorAsync(Role.AdvisoryBoard);
        Assert.Equal(HttpStatusCode.OK, (await board.GetAsync(Room)).Status);
        foreach (var address in new[] { "/reviews/new", "/meetings/new" })
            Assert.Equal(HttpStatusCode.Forbidden, (await board.GetAsync(Room + address)).Status);
        foreach (var address in new[] { $"/reviews/{Guid.NewGuid()}", $"/meetings/{Guid.NewGuid()}" })
            Assert.Equal(HttpStatusCode.NotFound, (await board.GetAsync(Room + address)).Status);
    }

    private static async Task<string> PlanAsync(Visitor foundation, DateOnly day) => (await (await foundation.OpenAsync($"{Room}/meetings/new")).Form()
        .Fill("Form.Day", $"{day:yyyy-MM-dd}").Fill("Form.Place", "Rathaus").Fill("Form.Agenda", "1. Bericht").SendAsync()).Location!;

    private async Task<Visitor> VisitorAsync(Role role) => host.Portal.VisitAs(await TestUser.CreateAsync(host.Portal, role));
}
