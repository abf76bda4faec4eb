using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CaseImports;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.CaseImports;
using IntegrationPortal.Web.Data.Cases;
using IntegrationPortal.Web.Data.Reference;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Features.CaseImports;

/// <summary>Looks through the rows of a table and keeps what means something: the dry run. No row becomes a case here.</summary>
public sealed class StoreTable(PortalDbContext db, ReferenceCatalogue catalogue, TimeProvider clock)
{
    public async Task RunAsync(CaseImport import, UploadedTable table, IReadOnlyList<int> columns, CancellationToken cancellation)
    {
        if (await db.CaseImports.AnyAsync(i => i.Id == import.Id, cancellation))
            return;
        var (now, today) = (clock.GetUtcNow(), GermanTime.DayOf(clock.GetUtcNow()));
        var lists = catalogue.ImportListsOn(today);
        // Of a row nothing is kept but the columns that mean something, and none where these are empty.
        var rows = table.Rows.Select(r => (r.Number, Cells: (string[])[.. columns.Select(c => r.Cells[c])])).Where(r => r.Cells.Any(c => c.Length > 0)).ToList();
        var read = rows.ConvertAll(r => ReadRow.Of(import.Fields, r.Cells, lists, today));
        var right = Enumerable.Range(0, rows.Count).Where(i => read[i].IsRight).ToList();
        var people = right.ConvertAll(i => SamePerson.Of(read[i].Person!));
        var there = await db.WhoIsThereAsync(people, cancellation);
        var twice = SamePerson.Twice(people);
        var found = right.Select((row, place) => (row, place)).ToDictionary(f => f.row, f => f.place);
        db.Add(import);
        for (var i = 0; i < rows.Count; i++)
        {
            var (state, like) = !found.TryGetValue(i, out var place) ? (ImportRowState.Wrong, (int?)null)
                : there.Contains(place) ? (ImportRowState.LikeCase, null)
                : twice.TryGetValue(place, out var first) ? (ImportRowState.LikeRow, rows[right[first]].Number)
                : (ImportRowState.Ready, null);
            db.Add(CaseImportRow.Of(import, rows[i].Number, rows[i].Cells, Guid.CreateVersion7(now), state, like));
        }

        await db.SaveOnceAsync(db.CaseImports.Where(i => i.Id == import.Id), cancellation);
    }

    /// <summary>Marks the rows whose turn it is: all that are right, and those of which somebody says that it is another person.</summary>
    /// <returns>How many rows now wait for their turn.</returns>
    public async Task<int> QueueAsync(Guid id, IReadOnlyList<int> anyway, Officer by, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        // Held until the rows are marked, and written in any case: whoever is just finding that nothing is left (OpenRows) comes too late then.
        var import = (await db.CaseImports.FromSql($"select *, xmin from case_import where tenant_id = {by.TenantId} and id = {id} for update").AsTracking().ToListAsync(cancellation)).SingleOrDefault();
        if (import is null)
            return 0;
        // Rows leave no trail of their own (AuditTrail); that the table runs is in it.
        await db.Database.ExecuteSqlAsync($"update case_import_row set state = 'Queued' where tenant_id = {by.TenantId} and import_id = {id} and state = 'Ready'", cancellation);
        await db.Database.ExecuteSqlAsync(
            $"update case_import_row set state = 'Queued', anyway = true where tenant_id = {by.TenantId} and import_id = {id} and number = any({anyway.ToArray()}) and state in ('LikeCase', 'LikeRow')", cancellation);
        var waiting = await db.CaseImportRows.CountAsync(r => r.ImportId == id && r.State == ImportRowState.Queued, cancellation);
        if (waiting > 0)
        {
            import.Start(by);
            db.Entry(import).Property(i => i.State).IsModified = true;
            await db.SaveChangesAsync(cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return waiting;
    }
}
