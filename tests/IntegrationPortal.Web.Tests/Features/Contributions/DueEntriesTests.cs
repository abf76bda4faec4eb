using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Jobs.Handbook;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.Contributions;

/// <summary>A year after the last look, an entry says so, its office is asked once, and an editor's look ends it.</summary>
public sealed class DueEntriesTests(PortalHost host)
{
    [Fact]
    public async Task An_entry_of_last_year_is_due_its_author_is_asked_once_and_a_look_ends_it()
    {
        var town = await host.TownAsync();
        var author = await town.CoordinatorAsync();
        var editor = await host.EditorAsync();
        var last = town.Now.AddMonths(-13);
        var id = await PublishAsync(author, editor, last);
        for (var night = 0; night < 2; night++)
            await host.Portal.RunAsync<MarkDueEntries>(job => job.RunAsync(default));

        Assert.Equal(EntryState.DueForReview, await StateAsync(editor, id));
        Assert.Equal([id], await host.Portal.AsNobodyAsync(db =>
            db.OutboxMails.Where(m => m.RecipientUserId == author.Id && m.Template == MailTemplate.EntryDue).Select(m => m.AboutId!.Value).ToListAsync()));
        using var visitor = host.Portal.VisitAs(editor);
        var review = await visitor.GetAsync($"/reviews/{id}");
        await review.Form("form[action$='/confirm']").SubmitAsync();
        Assert.Equal(EntryState.Published, await StateAsync(editor, id));
        await host.Portal.RunAsync<MarkDueEntries>(job => job.RunAsync(default));
        Assert.Equal(EntryState.Published, await StateAsync(editor, id));
    }

    [Fact]
    public async Task When_the_author_has_left_the_colleagues_who_write_there_are_asked()
    {
        var town = await host.TownAsync();
        var author = await town.CoordinatorAsync();
        var colleague = await town.CoordinatorAsync("A. Vural");
        var elsewhere = await (await host.TownAsync()).CoordinatorAsync();
        var id = await PublishAsync(author, await host.EditorAsync(), town.Now.AddMonths(-13));
        await host.Portal.AsAsync(colleague.Officer, async db =>
        {
            var hat = await db.Memberships.AsTracking().SingleAsync(m => m.UserId == author.Id);
            hat.End(colleague.Officer, isWatchedByOthers: false, town.Now);
            return await db.SaveChangesAsync();
        });
        await host.Portal.RunAsync<MarkDueEntries>(job => job.RunAsync(default));

        var asked = await host.Portal.AsNobodyAsync(db => db.OutboxMails.Where(m => m.AboutId == id && m.Template == MailTemplate.EntryDue).Select(m => m.RecipientUserId).ToListAsync());
        Assert.Equal([colleague.Id], asked);
        Assert.DoesNotContain(elsewhere.Id, asked);
    }

    private async Task<Guid> PublishAsync(TestUser author, TestUser editor, DateTimeOffset at)
    {
        var (id, by) = (Guid.CreateVersion7(), new Writer(author.Id, Role.Coordinator, author.Officer.TenantId, "Koordination"));
        var words = new EntryWords("Titel", "Kurz gesagt.", EntryField.Of(HandbookKind.Lesson).ToDictionary(f => f.Key, _ => "So war es."), []);
        await host.Portal.AsAsync(author.Officer, async db =>
        {
            var entry = HandbookEntry.Begin(id, HandbookKind.Lesson, $"e-{id:N}", by.MunicipalityId, new EntryFacts(FieldOfAction.Across), words, by, at);
            db.Add(entry);
            await db.SaveChangesAsync();
            entry.Submit(by, at);
            return await db.SaveChangesAsync();
        });
        var reviewer = new Writer(editor.Id, Role.FoundationStaff, null, "Redaktion");
        await AsEditorAsync(editor, async db =>
        {
            var entry = (await db.TakeEntryAsync(id, default))!;
            entry.TakeIntoReview(reviewer);
            await db.SaveChangesAsync();
            entry.Publish(Criteria.None, reviewer, at);
            return await db.SaveChangesAsync();
        });
        return id;
    }

    private Task<EntryState> StateAsync(TestUser editor, Guid id) =>
        AsEditorAsync(editor, async db => (await db.TakeEntryAsync(id, default))!.Public!.State);

    private Task<T> AsEditorAsync<T>(TestUser editor, Func<IntegrationPortal.Web.Data.PortalDbContext, Task<T>> work) =>
        host.Portal.InScopeAsync(s => s.Enter(editor.Id, null, null, Role.FoundationStaff), work);
}
