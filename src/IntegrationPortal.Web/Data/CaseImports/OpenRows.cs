using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CaseImports;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Cases;
using IntegrationPortal.Web.Data.Reference;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IntegrationPortal.Web.Data.CaseImports;

/// <summary>
/// Makes cases of the rows whose turn it is, each in a transaction of its own: case and row are written together or not at all, and a row knows the id of
/// its case beforehand. So it does not matter who else works on the same table, or what interrupts it.
/// </summary>
public sealed class OpenRows(PortalDbContext db, OpenCase open, ReferenceCatalogue catalogue, TimeProvider clock, ILogger<OpenRows> log)
{
    /// <param name="longest">After this long the rest is left to the job.</param>
    /// <returns>True when no row waits any more.</returns>
    public async Task<bool> RunAsync(Guid importId, Officer by, TimeSpan longest, CancellationToken cancellation)
    {
        var began = clock.GetTimestamp();
        var import = await db.CaseImports.AsNoTracking().SingleAsync(i => i.Id == importId, cancellation);
        var lists = catalogue.ImportListsOn(Today);
        while (clock.GetElapsedTime(began) < longest)
        {
            cancellation.ThrowIfCancellationRequested();
            db.ChangeTracker.Clear();
            if (await NextAsync(import, lists, by, cancellation))
                continue;
            return await RestAsync(importId, cancellation);
        }

        return false;
    }

    /// <summary>
    /// Nothing is left. Who presses the button in this moment writes the import as well (StoreTable.QueueAsync): its version was read before the rows
    /// are looked at once more, so either their rows are seen here or this save comes too late.
    /// </summary>
    private async Task<bool> RestAsync(Guid importId, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        var import = await db.CaseImports.AsTracking().SingleOrDefaultAsync(i => i.Id == importId && i.State == ImportState.Running, cancellation);
        if (await db.CaseImportRows.AnyAsync(r => r.ImportId == importId && r.State == ImportRowState.Queued, cancellation))
            return false;
        import?.Rest();
        return await db.SaveInTimeAsync(cancellation);
    }

    private DateOnly Today => GermanTime.DayOf(clock.GetUtcNow());

    /// <summary>False when there is none left, or another portal has the last ones in hand.</summary>
    private async Task<bool> NextAsync(CaseImport import, ImportLists lists, Officer by, CancellationToken cancellation)
    {
        var queued = nameof(ImportRowState.Queued);
        // Told "now" anew for each row: a connection that stays open for minutes would write for a time that has passed.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var row = (await db.CaseImportRows.FromSql($"""
            select * from case_import_row where tenant_id = {by.TenantId} and import_id = {import.Id} and state = {queued}
            order by number limit 1 for update skip locked
            """).AsTracking().ToListAsync(cancellation)).SingleOrDefault();
        if (row is null)
            return false;
        ImportRowState? back;
        try
        {
            back = await OpenAsync(row, import, lists, by, cancellation);
        }
        catch (Exception failure) when (failure is RefusedException || (failure is DbUpdateException { InnerException: PostgresException } && !LostRace.Is(failure)))
        {
            // One row that cannot be opened does not keep the others from it. What it says is not logged, and a message of the database may repeat it.
            log.LogError("Row {Number} of import {ImportId} became no case: {Failure}", row.Number, import.Id, failure.GetBaseException().GetType().Name);
            back = ImportRowState.Wrong;
        }

        if (back is { } state)
        {
            // All that was written for it goes, its number included.
            await transaction.RollbackAsync(cancellation);
            await ReturnAsync(row, state, cancellation);
        }
        else
        {
            await transaction.CommitAsync(cancellation);
        }

        return true;
    }

    /// <returns>Null when it has become a case; otherwise where the row goes back to.</returns>
    private async Task<ImportRowState?> OpenAsync(CaseImportRow row, CaseImport import, ImportLists lists, Officer by, CancellationToken cancellation)
    {
        var read = ReadRow.Of(import.Fields, row.Cells, lists, Today);
        var template = catalogue.TemplatesOn(Today).FirstOrDefault(t => t.Key == (read.TemplateKey ?? import.TemplateKey));
        if (!read.IsRight || template is null)
            return ImportRowState.Wrong;
        // The number first: whoever holds it is the only one to open a case in this town, so that nobody opens the same person beside it.
        var number = await open.NumberAsync(cancellation);
        if (!row.Anyway && (await db.TwinsOfAsync(SamePerson.Of(read.Person!), row.CaseId, cancellation)).Count > 0)
            return ImportRowState.LikeCase;
        row.Open();
        await open.WriteAsync(row.CaseId, number, template, read, import.Source, by, cancellation);
        return null;
    }

    private async Task ReturnAsync(CaseImportRow of, ImportRowState state, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        var row = await db.CaseImportRows.AsTracking().SingleAsync(r => r.ImportId == of.ImportId && r.Number == of.Number, cancellation);
        // Somebody else may have opened it meanwhile.
        if (row.State != ImportRowState.Queued)
            return;
        row.Return(state);
        await db.SaveChangesAsync(cancellation);
    }
}
