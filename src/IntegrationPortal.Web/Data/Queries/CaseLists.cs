using IntegrationPortal.Domain.CasePaths;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>
/// Lists of cases. The own list starts from participation, whose index holds what the wall asks; the coordination's list of all
/// paths starts from the path and never touches a person.
/// </summary>
public static class CaseLists
{
    public const int PageSize = 50;

    /// <summary>The cases in which the acting actor takes part.</summary>
    public static Task<CasePage> CasesOfActorAsync(
        this PortalDbContext db, Guid actorId, CaseFilter filter, DateOnly today, CancellationToken cancellation)
    {
        var places = db.Taking(actorId).Select(p => new CasePlace { CaseId = p.CaseId, LastActivityAt = p.LastActivityAt, NextDueOn = p.NextDueOn });
        return db.ReadAsync(places, actorId, filter, today, withPerson: true, cancellation);
    }

    /// <summary>All paths of the municipality; the wall lets only its coordination see them.</summary>
    public static Task<CasePage> CasesOfTownAsync(
        this PortalDbContext db, Guid actorId, CaseFilter filter, DateOnly today, CancellationToken cancellation)
    {
        var places = db.CasePaths.Select(c => new CasePlace { CaseId = c.Id, LastActivityAt = c.LastActivityAt, NextDueOn = c.NextDueOn });
        return db.ReadAsync(places, actorId, filter, today, withPerson: false, cancellation);
    }

    /// <summary>The participations of an actor that are in force; the same predicate as the wall's.</summary>
    public static IQueryable<Participation> Taking(this PortalDbContext db, Guid actorId)
    {
        var now = db.Session.Now;
        return db.Participations.AsNoTracking().Where(p => p.ActorId == actorId && p.IsActive && (p.Until == null || p.Until > now));
    }

    private static async Task<CasePage> ReadAsync(
        this PortalDbContext db, IQueryable<CasePlace> places, Guid actorId, CaseFilter filter, DateOnly today, bool withPerson,
        CancellationToken cancellation)
    {
        var ordered = CasePlace.Order(db.Narrow(places, actorId, filter, today), filter.Sort, filter.From);
        // The index alone gives the page; everything else is looked up for its rows only.
        var rows = await ordered.Take(PageSize + 1).WithLines(db, withPerson).ToListAsync(cancellation);
        var more = rows.Count > PageSize;
        if (more)
            rows.RemoveAt(PageSize);
        var back = filter.From?.Back == true;
        if (back)
            rows.Reverse();
        if (rows.Count == 0)
            return new CasePage(rows, null, null);
        return new CasePage(
            rows,
            filter.From is not null && (!back || more) ? CasePlace.Of(rows[0], filter.Sort, back: true) : null,
            back || more ? CasePlace.Of(rows[^1], filter.Sort, back: false) : null);
    }

    private static IQueryable<CasePlace> Narrow(
        this PortalDbContext db, IQueryable<CasePlace> places, Guid actorId, CaseFilter filter, DateOnly today)
    {
        if (filter.Among is { } among)
            places = places.Where(x => among.Contains(x.CaseId));
        if (filter.TemplateKey is { } key)
            places = places.Where(x => db.CasePaths.Any(c => c.Id == x.CaseId && c.TemplateKey == key));
        if (filter.Lead is { } lead)
            places = places.Where(x => db.CasePaths.Any(c => c.Id == x.CaseId && c.LeadActorId == actorId == (lead == LeadIs.Us)));
        var sunday = today.AddDays((7 - (int)today.DayOfWeek) % 7);
        return filter.Step switch
        {
            StepIs.Blocked => places.Where(x => db.CaseSteps.Any(s => s.CaseId == x.CaseId && s.State == StepState.Blocked)),
            StepIs.Overdue => places.Where(x => x.NextDueOn < today),
            StepIs.ThisWeek => places.Where(x => x.NextDueOn >= today && x.NextDueOn <= sunday),
            _ => places,
        };
    }
}
