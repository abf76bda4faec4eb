using IntegrationPortal.Domain.CaseImports;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Reference;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IntegrationPortal.Web.Data.Cases;

/// <summary>Opens a case with its person and its number, in one transaction: from the form, or from a row of a table.</summary>
public sealed class OpenCase(PortalDbContext db, TownCalendars calendars, TimeProvider clock)
{
    /// <summary>The id of the case of a form that was sent; the second time it is there already.</summary>
    public Task<bool> IsOpenAsync(Guid caseId, CancellationToken cancellation) => db.CasePaths.AnyAsync(c => c.Id == caseId, cancellation);

    /// <returns>The number of the case; null when the same form has opened it in this moment.</returns>
    public async Task<string?> RunAsync(Guid caseId, ProcessTemplate template, PersonDetails details, Officer by, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var number = await NumberAsync(cancellation);
        try
        {
            await WriteAsync(caseId, number, template, new(details, null, [], []), null, by, cancellation);
            await transaction.CommitAsync(cancellation);
            return number;
        }
        catch (DbUpdateException twice) when (IsThere(twice))
        {
            return null;
        }
    }

    /// <summary>Until the transaction ends nobody else in the municipality opens a case.</summary>
    internal Task<string> NumberAsync(CancellationToken cancellation) => db.NextAsync(GermanTime.DayOf(clock.GetUtcNow()).Year, cancellation);

    /// <summary>Writes it all, in the transaction of whoever asks.</summary>
    /// <param name="source">Where the facts are known from.</param>
    internal async Task WriteAsync(
        Guid caseId, string number, ProcessTemplate template, ImportedPerson of, string? source, Officer by, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var path = CasePath.Open(caseId, number, template, by, await calendars.OfAsync(db, by.TenantId, cancellation), now);
        var person = Person.Of(path, Guid.CreateVersion7(now), of.Person!);
        db.Add(path);
        db.Add(person);
        foreach (var fact in of.Facts)
        {
            var details = new FactDetails(Guid.CreateVersion7(now), fact.Kind, fact.Code, fact.Value, null, fact.ValidUntil, source!);
            db.Add(PersonFact.Record(path, person, details, by, now));
        }

        await db.SaveChangesAsync(cancellation);
    }

    internal static bool IsThere(DbUpdateException failure) =>
        failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, TableName: "case_path", ConstraintName: "pk_case_path" };
}
