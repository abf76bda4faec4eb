using System.Net;
using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Tests.Features.Handbook;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.Contributions;

/// <summary>What is public is found again by those who may change it, and the foundation can take it out whoever wrote it.</summary>
public sealed class TakenOutTests(PortalHost host)
{
    [Fact]
    public async Task The_foundation_takes_out_what_an_office_wrote_and_whoever_wrote_it_hears_of_it_once()
    {
        var (author, id, address) = await PublishedAsync(await host.TownAsync());
        using var editor = host.Portal.VisitAs(await host.EditorAsync());
        using var visitor = host.Portal.Visitor();
        var page = await editor.OpenAsync(address);
        Assert.False(page.Has($"main a[href='/contributions/{id}']"));
        var review = await editor.OpenAsync(page.Document.QuerySelector($"main a[href='/reviews/{id}']")!.GetAttribute("href")!);
        var form = review.Form("main form[action$='/archive']");
        Assert.Equal(HttpStatusCode.SeeOther, (await form.SendAsync()).Status);
        Assert.Contains("Aus dem Handbuch genommen", (await form.SubmitAsync()).Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(address)).Status);
        Assert.Equal([MailTemplate.EntryArchived], await MailsAsync(author, id));
        using var office = host.Portal.VisitAs(author);
        var desk = await (await office.OpenAsync($"/contributions/{id}")).Form("main form[action$='/revise']").SubmitAsync();
        Assert.True(desk.Has("form[data-autosave]"));
    }

    [Fact]
    public async Task From_the_page_that_everybody_reads_those_who_may_change_it_go_to_where_that_is_done()
    {
        var town = await host.TownAsync();
        var (_, id, address) = await PublishedAsync(town);
        using var office = host.Portal.VisitAs(await town.WorkerAsync());
        using var elsewhere = host.Portal.VisitAs(await (await host.TownAsync("Anderswo")).CoordinatorAsync());
        using var visitor = host.Portal.Visitor();
        Assert.True((await office.OpenAsync(address)).Has($"main a[href='/contributions/{id}']"));
        foreach (var other in new[] { elsewhere, visitor })
            Assert.False((await other.OpenAsync(address)).Has("main a[href^='/contributions/'], main a[href^='/reviews/']"));

        // What came with the portal stands in no list of the foundation's: only this link leads to it.
        using var editor = host.Portal.VisitAs(await host.EditorAsync());
        var shipped = await editor.OpenAsync("/handbook/formats/akteurskarte");
        var desk = await editor.OpenAsync(shipped.Document.QuerySelector("main a[href^='/contributions/']")!.GetAttribute("href")!);
        Assert.Equal(shipped.Heading, desk.Heading);
        Assert.True(desk.Has("main form[action$='/revise']"));
        Assert.True(desk.Has("main form[action$='/archive']"));
    }

    [Fact]
    public async Task When_the_author_has_left_those_who_coordinate_there_hear_what_became_of_it()
    {
        var town = await host.TownAsync();
        var (author, id, _) = await PublishedAsync(town);
        var colleague = await town.CoordinatorAsync("A. Vural");
        await host.Portal.AsAsync(colleague.Officer, async db =>
        {
            (await db.Memberships.AsTracking().SingleAsync(m => m.UserId == author.Id)).End(colleague.Officer, isWatchedByOthers: false, town.Now);
            return await db.SaveChangesAsync();
        });
        using var editor = host.Portal.VisitAs(await host.EditorAsync());
        await (await editor.OpenAsync($"/reviews/{id}")).Form("main form[action$='/archive']").SubmitAsync();
        Assert.Empty(await MailsAsync(author, id));
        Assert.Equal([MailTemplate.EntryArchived], await MailsAsync(colleague, id));
    }

    private Task<List<MailTemplate>> MailsAsync(TestUser to, Guid about) =>
        host.Portal.AsNobodyAsync(db => db.OutboxMails.Where(m => m.RecipientUserId == to.Id && m.AboutId == about).Select(m => m.Template).ToListAsync());

    private static async Task<(TestUser Author, Guid Id, string Address)> PublishedAsync(Town town)
    {
        var author = await town.CoordinatorAsync();
        var (id, by, shelf) = (Guid.CreateVersion7(), new Writer(author.Id, Role.Coordinator, town.Tenant.Id, town.Coordination.Name), Shelf.Of(town));
        await shelf.SaveAsync(by, db =>
        {
            db.Add(HandbookEntry.Begin(id, HandbookKind.Lesson, $"heraus-{id:N}", town.Tenant.Id, new EntryFacts(FieldOfAction.Housing), Shelf.Words("Heraus"), by, town.Now));
            return Task.CompletedTask;
        });
        return (author, id, await shelf.PublishAsync(id));
    }
}
