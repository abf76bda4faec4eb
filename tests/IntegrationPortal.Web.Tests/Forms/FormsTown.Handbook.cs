using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Domain.Knowledge.Adoptions;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Forms;

/// <summary>What the town writes for the handbook, is asked about it, and has adopted from it.</summary>
public partial class FormsTown
{
    /// <summary>A draft for the handbook; where it is written.</summary>
    public async Task<string> DraftAsync() => $"/contributions/{(await EntryAsync(HandbookKind.Lesson, _ => { })).Id}";

    /// <summary>A version that an editor has taken into review.</summary>
    public async Task<string> InReviewAsync(HandbookKind kind = HandbookKind.Lesson)
    {
        var entry = await EntryAsync(kind, e => e.Submit(WriterOf(Coordinator), Town.Now));
        var editor = await EditorAsync();
        await Town.Portal.InScopeAsync(s => s.Enter(editor.Id, null, null, Role.FoundationStaff), async db =>
        {
            var taken = (await db.TakeEntryAsync(entry.Id, default))!;
            taken.TakeIntoReview(new Writer(editor.Id, Role.FoundationStaff, null, "Redaktion"));
            return await db.SaveChangesAsync();
        });
        return $"/reviews/{entry.Id}";
    }

    /// <summary>A comment on a draft that was sent back.</summary>
    public async Task<string> CommentedAsync()
    {
        var address = await InReviewAsync();
        var (id, comment, editor) = (Guid.Parse(address.Split('/')[^1]), Guid.CreateVersion7(), await EditorAsync());
        var by = new Writer(editor.Id, Role.FoundationStaff, null, "Redaktion");
        await Town.Portal.InScopeAsync(s => s.Enter(editor.Id, null, null, Role.FoundationStaff), async db =>
        {
            var entry = (await db.TakeEntryAsync(id, default))!;
            db.Add(EntryComment.Say(comment, entry, "summary", 1, "Woran sieht man das?", by, Town.Now));
            await db.SaveChangesAsync();
            entry.SendBack("Bitte genauer.", by);
            return await db.SaveChangesAsync();
        });
        return $"/contributions/{id}/comments/{comment}";
    }

    /// <summary>The id of a good practice that everybody reads, and that the town has not adopted.</summary>
    public async Task<Guid> PracticeAsync()
    {
        var shelf = Features.Handbook.Shelf.Of(Town);
        var id = await shelf.DraftAsync("Vorbild", "Erst fragen. Dann tun.", HandbookKind.GoodPractice);
        await shelf.PublishAsync(id);
        return id;
    }

    /// <summary>The page on which somebody without an account asks.</summary>
    public async Task<string> AskingAsync()
    {
        var shelf = Features.Handbook.Shelf.Of(Town);
        return await shelf.PublishedAsync("Gefragt") + "/question";
    }

    /// <summary>A question that the town is to answer.</summary>
    public async Task<string> QuestionAsync()
    {
        var (practice, editor, id) = (await PracticeAsync(), await EditorAsync(), Guid.CreateVersion7());
        await Town.Portal.AsNobodyAsync(async db =>
        {
            db.Add(ReaderQuestion.Ask(id, (await db.OriginAsync(practice, default))!, "Wie lange hat es gedauert?", Town.Now));
            return await db.SaveChangesAsync();
        });
        await Town.Portal.InScopeAsync(s => s.Enter(editor.Id, null, null, Role.FoundationStaff), async db =>
        {
            (await db.ReaderQuestions.AsTracking().SingleAsync(q => q.Id == id)).Pass(new Writer(editor.Id, Role.FoundationStaff, null, "Redaktion"), Town.Now);
            return await db.SaveChangesAsync();
        });
        return $"/questions/{id}/answer";
    }

    /// <summary>A plan of the town.</summary>
    public async Task<string> AdoptionAsync() => (await AdoptAsync()).Address;

    public async Task<string> StepOfAdoptionAsync()
    {
        var (address, step) = await AdoptAsync();
        return $"{address}/steps/{step}";
    }

    private async Task<(string Address, Guid Step)> AdoptAsync()
    {
        var practice = await PracticeAsync();
        return await Town.Portal.AsAsync(Coordinator.Officer, async db =>
        {
            var plan = Adoption.Adopt(Guid.CreateVersion7(), (await db.OriginAsync(practice, default))!, EntryLanguage.De, null, Coordinator.Officer, Town.Now);
            db.Add(plan);
            await db.SaveChangesAsync();
            return ($"/adoptions/{plan.Id}", plan.Steps[0].Id);
        });
    }

    private async Task<HandbookEntry> EntryAsync(HandbookKind kind, Action<HandbookEntry> then)
    {
        var words = new EntryWords("Titel", "Kurz gesagt.", EntryField.Of(kind).ToDictionary(f => f.Key, _ => "So war es."), []);
        var entry = HandbookEntry.Begin(
            Guid.CreateVersion7(), kind, $"e-{Guid.NewGuid():N}", Town.Tenant.Id, new EntryFacts(FieldOfAction.Across), words, WriterOf(Coordinator), Town.Now);
        await Town.Portal.AsAsync(Coordinator.Officer, async db =>
        {
            db.Add(entry);
            await db.SaveChangesAsync();
            then(entry);
            return await db.SaveChangesAsync();
        });
        return entry;
    }

    private static Writer WriterOf(TestUser user) => new(user.Id, user.Officer.Role, user.Officer.TenantId, user.Actor!.Name);
}
