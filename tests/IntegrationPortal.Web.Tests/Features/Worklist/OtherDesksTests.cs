using System.Net;
using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Features.Worklist;

public sealed class OtherDesksTests(PortalHost host)
{
    [Theory]
    [InlineData(Role.FoundationStaff, "Teilnehmende Kommunen")]
    [InlineData(Role.ProcessFacilitator, "Teilnehmende Kommunen")]
    [InlineData(Role.Evaluator, "Teilnehmende Kommunen")]
    [InlineData(Role.AdvisoryBoard, "Teilnehmende Kommunen")]
    [InlineData(Role.Administrator, "Mails")]
    public async Task Roles_of_the_whole_portal_have_a_first_page_and_every_link_of_it_leads_somewhere(Role role, string says)
    {
        var user = await TestUser.CreateAsync(host.Portal, role);
        using var visitor = await host.Portal.SignInAsync(user);
        await AssertOpensAsync(visitor, says);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("/worklist/answers")).Status);
    }

    [Fact]
    public async Task Operations_read_first_that_no_mail_server_is_configured_and_since_when_mails_wait()
    {
        using var operations = await host.Portal.SignInAsync(await TestUser.CreateAsync(host.Portal, Role.Administrator));
        await host.Portal.AsNobodyAsync(db =>
        {
            db.Add(OutboxMail.ForAddress("wartet@example.org", "de", MailTemplate.Invitation, new DateTimeOffset(2026, 1, 2, 8, 0, 0, TimeSpan.Zero)));
            return db.SaveChangesAsync();
        });
        var alert = (await operations.OpenAsync("/worklist")).Document.QuerySelector(".kern-alert--warning")!.TextContent;
        Assert.Contains("Es ist kein Mailserver eingerichtet.", alert, StringComparison.Ordinal);
        Assert.Matches("[0-9]+ Mails? warte(n|t) und geh(en|t) nicht hinaus", alert);
    }

    [Fact]
    public async Task The_foundation_reads_which_pilot_is_late_and_a_facilitator_of_the_own_only()
    {
        var pilot = await TownPilot.CreateAsync(await host.TownAsync("Spätheim"));
        using var foundation = host.Portal.VisitAs(pilot.Foundation);
        var row = (await foundation.OpenAsync("/worklist")).Document.QuerySelectorAll("[aria-labelledby=todo] .portal-task")
            .Single(t => t.QuerySelector($"a[href='{pilot.Here}']") is not null);
        Assert.Contains("überfällig seit", row.QuerySelector(".portal-due--late")!.TextContent, StringComparison.Ordinal);

        using var own = host.Portal.VisitAs(pilot.Facilitator);
        Assert.Single((await own.OpenAsync("/worklist")).Document.QuerySelectorAll("[aria-labelledby=todo] .portal-task"));
        using var other = host.Portal.VisitAs(await TestUser.CreateAsync(host.Portal, Role.ProcessFacilitator));
        Assert.Contains("Kein Meilenstein ist überfällig", (await other.OpenAsync("/worklist")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_board_reads_of_the_newest_review_until_it_has_said_something_to_it()
    {
        var town = await host.TownAsync("Beiratsheim");
        var pilot = await TownPilot.CreateAsync(town);
        var review = ProgrammeReview.Begin(Guid.CreateVersion7(), "Zwischenbericht", pilot.OfFoundation, town.Now);
        review.Add(Guid.CreateVersion7(), "Stand", "Gut.", pilot.OfFoundation);
        await host.Portal.InScopeAsync(s => s.Enter(pilot.Foundation.Id, null, null, Role.FoundationStaff), async db =>
        {
            db.Add(review);
            await db.SaveChangesAsync();
            review.Publish(pilot.OfFoundation, town.Now);
            return await db.SaveChangesAsync();
        });
        const string waits = "[aria-labelledby=programme-tasks] a[href^='/programme/board/reviews/']";
        using var foundation = host.Portal.VisitAs(pilot.Foundation);
        Assert.False((await foundation.OpenAsync("/worklist")).Has(waits));

        // Another test may publish a newer one.
        using var board = await host.Portal.SignInAsync(await TestUser.CreateAsync(host.Portal, Role.AdvisoryBoard));
        var newest = Assert.Single((await board.OpenAsync("/worklist")).Document.QuerySelectorAll(waits)).GetAttribute("href")!;
        var comment = (await board.OpenAsync(newest)).Document.QuerySelector("main a[href$='/comment']")!.GetAttribute("href")!;
        await (await board.OpenAsync(comment)).Form("main form[method=post]").Fill("Form.Text", "Danke, gut zu lesen.").SubmitAsync();
        Assert.False((await board.OpenAsync("/worklist")).Has($"[aria-labelledby=programme-tasks] a[href='{newest}']"));
    }

    [Fact]
    public async Task A_volunteer_reads_that_nothing_is_to_do_and_whom_to_ask()
    {
        var town = await host.TownAsync();
        var initiative = await town.ActorAsync("volunteer_organisation", "Lotsen Musterstadt");
        await host.Portal.AsAsync((await town.CoordinatorAsync()).Officer, async db =>
        {
            var actor = db.Actors.Single(a => a.Id == initiative.Id);
            db.Add(actor.AddContact((await town.CoordinatorAsync()).Officer, Guid.CreateVersion7(), new ContactDetails("H. Kaya", "Ehrenamt", "02151 1", null)));
            return await db.SaveChangesAsync();
        });
        using var visitor = await host.Portal.SignInAsync(await town.UserAsync(Role.Volunteer, initiative));
        var page = await AssertOpensAsync(visitor, "H. Kaya");
        Assert.Contains("Lotsen Musterstadt", page.Text, StringComparison.Ordinal);
        Assert.Equal("02151 1", page.Document.QuerySelector("main a[href='tel:021511']")?.TextContent);
    }

    [Fact]
    public async Task The_data_protection_officer_reads_openings_with_a_reason_and_no_person()
    {
        var town = await host.TownAsync();
        var worker = await town.WorkerAsync("mbe");
        var path = await town.CaseAsync(worker, c => c.Named("Zarife Oğuz", "Zarife"));
        await path.BreakGlassAsync(await town.CoordinatorAsync(), town.Now);
        using var visitor = await host.Portal.SignInAsync(await town.UserAsync(Role.DataProtectionOfficer, town.Coordination));

        var page = await AssertOpensAsync(visitor, "Gefahr im Verzug");
        Assert.Contains(path.Number, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Zarife", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_data_protection_officer_reads_how_many_deletions_are_not_confirmed()
    {
        var town = await host.TownAsync();
        var (brandt, jobcenter) = (await town.CoordinatorAsync(), await town.WorkerAsync("jobcenter"));
        var path = await town.CaseAsync(brandt);
        await path.HandOverAsync(jobcenter, h => h.Until(HandoverState.Accepted));
        using var visitor = host.Portal.VisitAs(await town.UserAsync(Role.DataProtectionOfficer, town.Coordination));
        Assert.Contains("0 Löschungen nach Widerruf nicht bestätigt", await TileAsync(), StringComparison.Ordinal);
        await path.WithdrawAsync(brandt, jobcenter);
        Assert.Contains("1 Löschung nach Widerruf nicht bestätigt", await TileAsync(), StringComparison.Ordinal);

        async Task<string> TileAsync() => string.Join(' ', (await visitor.OpenAsync("/worklist")).Document.QuerySelectorAll("a[href='/privacy#deletions'] span").Select(s => s.TextContent.Trim()));
    }

    [Fact]
    public async Task The_board_reads_what_it_may_do_and_not_that_it_sees_the_paths_of_pilots()
    {
        using var board = await host.Portal.SignInAsync(await TestUser.CreateAsync(host.Portal, Role.AdvisoryBoard));
        var text = (await board.OpenAsync("/worklist")).Text;
        Assert.Contains("Sie lesen die Berichte des Programms", text, StringComparison.Ordinal);
        Assert.DoesNotContain("wie weit die Pilotkommunen sind", text, StringComparison.Ordinal);
        using var facilitator = await host.Portal.SignInAsync(await TestUser.CreateAsync(host.Portal, Role.ProcessFacilitator));
        Assert.Contains("wie weit die Pilotkommunen sind", (await facilitator.OpenAsync("/worklist")).Text, StringComparison.Ordinal);
    }

    private static async Task<Page> AssertOpensAsync(Visitor visitor, string says)
    {
        var page = await visitor.GetAsync("/worklist");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(says, page.Text, StringComparison.Ordinal);
        var links = page.Document.QuerySelectorAll("main a[href^='/']:not([hidden]), nav a[href^='/']").Select(a => a.GetAttribute("href")!).Distinct().ToList();
        Assert.NotEmpty(links);
        foreach (var link in links)
            Assert.True((await visitor.GetAsync(link)).Status == HttpStatusCode.OK, $"{link} leads nowhere.");
        return page;
    }
}
