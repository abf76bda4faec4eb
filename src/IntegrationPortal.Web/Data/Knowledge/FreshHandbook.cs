using System.Data.Common;
using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Domain.Knowledge.Adoptions;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace IntegrationPortal.Web.Data.Knowledge;

/// <summary>
/// Whatever page changes an entry: once the change is in the database, kept pages of the handbook are thrown away. In a transaction that is
/// at its commit, or the old page would be drawn and kept once more.
/// </summary>
public sealed class FreshHandbook(IOutputCacheStore pages) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    /// <summary>What all pages of the handbook are kept under.</summary>
    public const string Tag = "handbook";

    // Contexts are pooled, and one interceptor serves them all.
    private readonly System.Runtime.CompilerServices.ConditionalWeakTable<DbContext, object> changed = [];

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = eventData.Context!;
        if (db.ChangeTracker.Entries().Any(e => e.Entity is HandbookEntry or EntryVersion or EntryText or Adoption or ReaderQuestion && e.State != EntityState.Unchanged))
            changed.AddOrUpdate(db, true);
        return ValueTask.FromResult(result);
    }

    public override async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { Database.CurrentTransaction: null } db)
            await ThrowAwayAsync(db);
        return result;
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        eventData.Context is { } db ? ThrowAwayAsync(db) : Task.CompletedTask;

    public Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } db)
            changed.Remove(db);
        return Task.CompletedTask;
    }

    private async Task ThrowAwayAsync(DbContext db)
    {
        if (changed.Remove(db))
            await pages.EvictByTagAsync(Tag, CancellationToken.None);
    }
}
