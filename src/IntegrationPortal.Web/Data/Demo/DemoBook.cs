using System.Collections.Concurrent;
using IntegrationPortal.Web.Data.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace IntegrationPortal.Web.Data.Demo;

/// <summary>All rows of the demo, until they are copied into the database in one transaction.</summary>
internal sealed class DemoBook(IModel model)
{
    private readonly ConcurrentDictionary<IEntityType, ConcurrentBag<object>> _rows = [];

    /// <summary>Keeps everything that this context has come to know, and the trail of what was not saved yet.</summary>
    public void Keep(PortalDbContext db)
    {
        AuditTrail.Write(db);
        foreach (var entry in db.ChangeTracker.Entries())
            Keep(entry.Entity);
    }

    /// <summary>Keeps the trails written so far, and lets the context forget them: it would look through them at every later deed.</summary>
    public void File(PortalDbContext db)
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        foreach (var entry in db.ChangeTracker.Entries().Where(e => e.Entity is AuditEntry or AccessEntry).ToList())
        {
            Keep(entry.Entity);
            entry.State = EntityState.Detached;
        }

        db.ChangeTracker.AutoDetectChangesEnabled = true;
    }

    public void Keep(object row) => _rows.GetOrAdd(model.FindEntityType(row.GetType())!, _ => []).Add(row);

    /// <summary>
    /// Both locks bind the owner too (force row level security), and copying knows no policies: inside this transaction, and only
    /// there, the owner is let in.
    /// </summary>
    public async Task WriteAsync(string ownerConnectionString, CancellationToken cancellation)
    {
        await using var owner = new NpgsqlConnection(ownerConnectionString);
        await owner.OpenAsync(cancellation);
        await using var transaction = await owner.BeginTransactionAsync(cancellation);
        var locked = await LockedAsync(owner, cancellation);
        foreach (var type in ParentsFirst([.. _rows.Keys]))
        {
            var table = type.GetSchemaQualifiedTableName()!;
            if (locked.Contains(table))
                await RunAsync(owner, $"alter table {table} no force row level security", cancellation);
            await BulkCopy.WriteAsync(owner, type, _rows[type], cancellation);
        }

        // What waits for the commit, such as the shelf of the handbook, comes first: a table with work left cannot be locked again.
        await RunAsync(owner, "set constraints all immediate", cancellation);
        foreach (var table in _rows.Keys.Select(t => t.GetSchemaQualifiedTableName()!).Where(locked.Contains))
            await RunAsync(owner, $"alter table {table} force row level security", cancellation);
        await transaction.CommitAsync(cancellation);
        await RunAsync(owner, "analyze", cancellation);
    }

    private static IEnumerable<IEntityType> ParentsFirst(List<IEntityType> waiting)
    {
        while (waiting.Count > 0)
        {
            var free = waiting.Where(t => !t.GetForeignKeys().Any(k => k.PrincipalEntityType != t && waiting.Contains(k.PrincipalEntityType))).ToList();
            if (free.Count == 0)
                throw new InvalidOperationException("Tables refer to each other in a circle.");
            waiting.RemoveAll(free.Contains);
            foreach (var type in free)
                yield return type;
        }
    }

    private static async Task<HashSet<string>> LockedAsync(NpgsqlConnection owner, CancellationToken cancellation)
    {
        var locked = new HashSet<string>();
        await using var command = new NpgsqlCommand("select oid::regclass::text from pg_class where relforcerowsecurity", owner);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
            locked.Add(rows.GetString(0));
        return locked;
    }

    private static async Task RunAsync(NpgsqlConnection owner, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, owner);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
