using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Persons;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>A restriction that runs, as the page of its case says it.</summary>
public sealed record RestrictionRow(Guid Id, DataCategory Categories, string Ground, RestrictionAskedBy AskedBy, DateTimeOffset RestrictedAt);

/// <summary>A restriction that runs, as the data protection officer sees it: nothing of the person.</summary>
public sealed record OpenRestriction(Guid CaseId, string CaseNumber, DataCategory Categories, string Ground, DateTimeOffset RestrictedAt);

public static class Restrictions
{
    /// <summary>Those of a case that run, the oldest first.</summary>
    public static Task<List<RestrictionRow>> RestrictionsOfCaseAsync(this PortalDbContext db, Guid caseId, CancellationToken cancellation) =>
        db.Restrictions.AsNoTracking().Where(r => r.CaseId == caseId && r.LiftedAt == null).OrderBy(r => r.RestrictedAt).ThenBy(r => r.Id)
            .Select(r => new RestrictionRow(r.Id, r.Categories, r.Ground, r.AskedBy, r.RestrictedAt)).ToListAsync(cancellation);

    /// <summary>For the data protection officer: those of the municipality that run, the oldest first.</summary>
    public static Task<List<OpenRestriction>> OpenRestrictionsAsync(this PortalDbContext db, int most, CancellationToken cancellation) =>
        db.Database.SqlQuery<OpenRestriction>(
            $"""select o.case_id, o.case_number, o.categories, o.ground, o.restricted_at from reading.open_restrictions({most}) o order by o.restricted_at""").ToListAsync(cancellation);
}
