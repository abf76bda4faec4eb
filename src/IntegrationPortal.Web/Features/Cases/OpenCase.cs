using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Reference;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IntegrationPortal.Web.Features.Cases;

/// <summary>Opens a case with its person and its number, in one transaction.</summary>
public sealed class OpenCase(PortalDbContext db, TownCalendars calendars, TimeProvider clock)
{
    /// <summary>The id of the case of a form that was sent; the second time it is there already.</summary>
    public Task<bool> IsOpenAsync(Guid caseId, CancellationToken cancellation) => db.CasePaths.AnyAsync(c => c.Id == caseId, cancellation);

    /// <returns>The number of the case; null when the same form has opened it in this moment.</returns>
    public async Task<string?> RunAsync(Guid caseId, ProcessTemplate template, PersonDetails details, Officer by, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var calendar = await calendars.OfAsync(db, by.TenantId, cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var number = await db.NextAsync(GermanTime.DayOf(now).Year, cancellation);
        var path = CasePath.Open(caseId, number, template, by, calendar, now);
        db.Add(path);
        db.Add(Person.Of(path, Guid.CreateVersion7(now), details));
        try
        {
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            return number;
        }
        catch (DbUpdateException twice) when (twice.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, TableName: "case_path", ConstraintName: "pk_case_path" })
        {
            return null;
        }
    }
}
