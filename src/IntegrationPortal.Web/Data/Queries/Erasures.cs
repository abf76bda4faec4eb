using IntegrationPortal.Domain.CasePaths;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>What the data protection officer sees of erasing: numbers, and which case is held.</summary>
public static class Erasures
{
    private const int MostRuns = 24;

    /// <param name="until">How many are due until then is counted apart.</param>
    public static async Task<IReadOnlyList<ErasuresOfMonth>> ErasuresAheadAsync(this PortalDbContext db, DateOnly until, CancellationToken cancellation) =>
        await db.Database.SqlQuery<ErasuresOfMonth>($"""select a.month, a.cases, a.soon, a.held from reading.erasures_ahead({until}) a order by a.month""").ToListAsync(cancellation);

    /// <summary>The latest days on which something was erased, each with its rows by table.</summary>
    public static async Task<IReadOnlyList<ErasureRun>> ErasureRunsAsync(this PortalDbContext db, CancellationToken cancellation)
    {
        var rows = await db.Database.SqlQuery<RunRow>($"""
            with erased as (select (e.erased_at at time zone 'Europe/Berlin')::date as day, e.due_on, e.rows from erased_case e where e.tenant_id = {db.TenantId}),
                run as (select day, count(*) as cases, min(due_on) as due_from, max(due_on) as due_to from erased group by day order by day desc limit {MostRuns})
            select r.day, r.cases, r.due_from, r.due_to, k.key as kind, sum(k.value::bigint)::bigint as rows
            from run r join erased e on e.day = r.day cross join lateral jsonb_each_text(e.rows) k
            group by r.day, r.cases, r.due_from, r.due_to, k.key
            """).ToListAsync(cancellation);
        return
        [
            .. rows.GroupBy(r => (r.Day, r.Cases, r.DueFrom, r.DueTo)).OrderByDescending(g => g.Key.Day)
                .Select(g => new ErasureRun(g.Key.Day, g.Key.Cases, g.Key.DueFrom, g.Key.DueTo, [.. g.Where(r => r.Rows > 0).OrderByDescending(r => r.Rows).ThenBy(r => r.Kind, StringComparer.Ordinal).Select(r => new ErasedRows(r.Kind, r.Rows))])),
        ];
    }

    /// <summary>The hold that keeps this case from being erased, if there is one.</summary>
    public static Task<ErasureHold?> RunningHoldAsync(this PortalDbContext db, Guid caseId, CancellationToken cancellation) =>
        db.ErasureHolds.AsTracking().SingleOrDefaultAsync(h => h.CaseId == caseId && h.LiftedAt == null, cancellation);

    private sealed record RunRow(DateOnly Day, long Cases, DateOnly DueFrom, DateOnly DueTo, string Kind, long Rows);
}

/// <summary>How many cases are due in a month, how many of them soon, and how many more are held.</summary>
public sealed record ErasuresOfMonth(DateOnly Month, long Cases, long Soon, long Held);

/// <summary>What one evening erased: how many cases, on which days they were due, and what went with them.</summary>
public sealed record ErasureRun(DateOnly Day, long Cases, DateOnly DueFrom, DateOnly DueTo, IReadOnlyList<ErasedRows> Rows);

/// <summary>Rows of one table.</summary>
public sealed record ErasedRows(string Table, long Count);
