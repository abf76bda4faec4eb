using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPortal.Web.Tests.Features.Handbook;

/// <summary>An entry of a town's own, moved on by those who may, each in a save of its own as the pages do it.</summary>
internal sealed class Shelf(RunningPortal portal, Town town)
{
    public static readonly Criteria Judged = new(Judgement.Met, Judgement.Met, Judgement.Met, Judgement.Met);

    public Writer Author { get; } = new(Guid.CreateVersion7(), Role.Coordinator, town.Tenant.Id, "Kommunale Koordination Musterstadt");

    public Writer Editor { get; } = new(Guid.CreateVersion7(), Role.FoundationStaff, null, "Redaktion der Stiftung");

    public static Shelf Of(Town town) => new(town.Portal, town);

    public static EntryWords Words(string title, HandbookKind kind = HandbookKind.Lesson, string text = "Ein Text.") =>
        new(title, $"Zusammenfassung: {title}", EntryField.Of(kind).Where(f => f.IsRequired).ToDictionary(f => f.Key, _ => text), []);

    public async Task<Guid> DraftAsync(string title, string text = "Ein Text.", HandbookKind kind = HandbookKind.Lesson)
    {
        var id = Guid.CreateVersion7();
        await SaveAsync(Author, db =>
        {
            db.Add(HandbookEntry.Begin(id, kind, Slug.Of($"{title}-{id:N}"), town.Tenant.Id, new EntryFacts(FieldOfAction.Housing), Words(title, kind, text), Author, Now));
            return Task.CompletedTask;
        });
        return id;
    }

    public async Task<string> PublishAsync(Guid id)
    {
        await DoAsync(id, Author, e => e.Submit(Author, Now));
        await DoAsync(id, Editor, e => e.TakeIntoReview(Editor));
        return await DoAsync(id, Editor, e => e.Publish(Judged, Editor, Now));
    }

    public async Task<string> PublishedAsync(string title, string text = "Ein Text.") => await PublishAsync(await DraftAsync(title, text));

    /// <returns>The address of the entry.</returns>
    public async Task<string> DoAsync(Guid id, Writer by, Action<HandbookEntry> deed)
    {
        var address = "";
        await SaveAsync(by, async db =>
        {
            var entry = await db.HandbookEntries.Include(e => e.Versions).ThenInclude(v => v.Texts).Include(e => e.EarlierSlugs).SingleAsync(e => e.Id == id);
            deed(entry);
            address = entry.Address;
        });
        return address;
    }

    public Task<int> SaveAsync(Writer by, Func<PortalDbContext, Task> work) => InAsync(by, async db =>
    {
        await work(db);
        return await db.SaveChangesAsync();
    });

    private DateTimeOffset Now => town.Now;

    private async Task<T> InAsync<T>(Writer by, Func<PortalDbContext, Task<T>> work)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Session>().Enter(by.UserId, by.MunicipalityId, null, by.Role);
        return await work(scope.ServiceProvider.GetRequiredService<PortalDbContext>());
    }
}
