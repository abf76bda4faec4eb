using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Tests.Features.Handbook;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.Worklist;

/// <summary>What somebody handed in or asked does not lie unseen: it stands on the first page of whoever has to look at it.</summary>
public sealed class HandbookOfADayTests(PortalHost host)
{
    [Fact]
    public async Task What_is_handed_in_and_asked_stands_before_the_foundation_and_what_comes_back_before_the_coordination()
    {
        var town = await host.TownAsync();
        var shelf = Shelf.Of(town);
        using var foundation = host.Portal.VisitAs(await TestUser.CreateAsync(host.Portal, Role.FoundationStaff));
        using var coordination = host.Portal.VisitAs(await town.CoordinatorAsync());
        using var worker = host.Portal.VisitAs(await town.WorkerAsync());
        Assert.Empty(Links(await coordination.OpenAsync("/worklist")));

        var id = await shelf.DraftAsync("Nicht übersehen");
        await shelf.DoAsync(id, shelf.Author, e => e.Submit(shelf.Author, town.Now));
        Assert.Contains("/reviews", Links(await foundation.OpenAsync("/worklist")));
        Assert.Empty(Links(await coordination.OpenAsync("/worklist")));
        await shelf.DoAsync(id, shelf.Editor, e => e.SendBack("Bitte genauer.", shelf.Editor));
        Assert.Equal(["/contributions"], Links(await coordination.OpenAsync("/worklist")));
        Assert.Empty(Links(await worker.OpenAsync("/worklist")));

        var entry = await shelf.DraftAsync("Gefragt");
        await shelf.PublishAsync(entry);
        var asked = Guid.CreateVersion7();
        await host.Portal.AsNobodyAsync(async db =>
        {
            db.Add(ReaderQuestion.Ask(asked, (await db.OriginAsync(entry, default))!, "Wie lange?", town.Now));
            return await db.SaveChangesAsync();
        });
        Assert.Contains("/questions", Links(await foundation.OpenAsync("/worklist")));
        Assert.DoesNotContain("/questions", Links(await coordination.OpenAsync("/worklist")));
        await host.Portal.InScopeAsync(s => s.Enter(shelf.Editor.UserId, null, null, Role.FoundationStaff), async db =>
        {
            (await db.ReaderQuestions.AsTracking().SingleAsync(q => q.Id == asked)).Pass(shelf.Editor, town.Now);
            return await db.SaveChangesAsync();
        });
        var page = await coordination.OpenAsync("/worklist");
        Assert.Equal(["/questions", "/contributions"], Links(page));
        Assert.Contains("Eine Frage von Leserinnen und Lesern wartet auf Ihre Antwort", page.Text, StringComparison.Ordinal);
        using var elsewhere = host.Portal.VisitAs(await (await host.TownAsync("Anderswo")).CoordinatorAsync());
        Assert.Empty(Links(await elsewhere.OpenAsync("/worklist")));
    }

    private static List<string> Links(Page page) => [.. page.Document.QuerySelectorAll("section[aria-labelledby=handbook-tasks] a").Select(a => a.GetAttribute("href")!)];
}
