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
        db.Database.SqlQuery<OpenRestriction>($"""
            with running as (select r.case_id, r.categories, r.ground, r.restricted_at, r.id from restriction r
                where r.tenant_id = {db.TenantId} and r.lifted_at is null order by r.restricted_at, r.id limit {most})
            select r.case_id, n.number as case_number, r.categories, r.ground, r.restricted_at
            from running r join reading.case_numbers(array(select case_id from running)) n on n.case_id = r.case_id order by r.restricted_at, r.id
            """).ToListAsync(cancellation);
}
