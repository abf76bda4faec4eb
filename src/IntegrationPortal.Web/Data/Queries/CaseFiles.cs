using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>Reads one case for its pages. Each table is asked once; children come through the case, never by a bare id.</summary>
public static class CaseFiles
{
    // Compiled once: to take these apart at every request would cost more than to answer them.
    private static readonly Func<PortalDbContext, Guid, CancellationToken, Task<CasePath?>> Path =
        EF.CompileAsyncQuery((PortalDbContext db, Guid caseId, CancellationToken _) =>
            db.CasePaths.AsNoTracking().Include(p => p.Steps).Include(p => p.FurtherTemplates).Include(p => p.Participations).SingleOrDefault(p => p.Id == caseId));

    private static readonly Func<PortalDbContext, Guid, IAsyncEnumerable<HandoverRow>> Handovers =
        EF.CompileAsyncQuery((PortalDbContext db, Guid caseId) =>
            db.Handovers.AsNoTracking().Include(h => h.Steps).Include(h => h.Grounds)
                .Where(h => h.CaseId == caseId && h.State != HandoverState.Withdrawn)
                .OrderBy(h => h.SentAt).ThenBy(h => h.Id)
                .Select(h => new HandoverRow(
                    h, db.AccessEntries.Where(a => a.HandoverId == h.Id && a.ActorId == h.ToActorId).Max(a => (DateTimeOffset?)a.At))));

    /// <summary>The path with its steps and participations, to be looked at and not changed; null for who may not see it.</summary>
    public static Task<CasePath?> SeePathAsync(this PortalDbContext db, Guid caseId, CancellationToken cancellation) => Path(db, caseId, cancellation);

    /// <summary>
    /// The path with all that its deeds need, to be changed and saved. Who takes part is read after it, since both in one statement would be
    /// every step beside every ground; what changed in between changed the path too, and the save is refused.
    /// </summary>
    public static async Task<CasePath?> TakePathAsync(this PortalDbContext db, Guid caseId, CancellationToken cancellation)
    {
        if (await db.CasePaths.AsTracking().Include(p => p.Steps).Include(p => p.FurtherTemplates).SingleOrDefaultAsync(p => p.Id == caseId, cancellation) is not { } path)
            return null;
        await db.Participations.AsTracking().Include(p => p.Grounds).Where(p => p.CaseId == caseId).LoadAsync(cancellation);
        return path;
    }

    /// <summary>Everything of a case in which the reader takes part.</summary>
    public static async Task<CaseFile> ReadCaseAsync(this PortalDbContext db, CasePath path, Officer by, DateOnly today, CancellationToken cancellation)
    {
        var papers = await CasePapers.ReadAsync(db, path.Id, by, today, cancellation);
        return new CaseFile(
            path, papers.Actors, papers.Grounds, await Handovers(db, path.Id).ToListAsync(cancellation), papers.Person,
            [.. papers.Facts.Where(f => f.Withdrawn is null)], papers.Consents, papers.Events)
        {
            WithdrawnFacts = [.. papers.Facts.Where(f => f.Withdrawn is not null)],
            Meetings = papers.Meetings,
            Link = papers.Link,
            Asked = papers.Asked,
            Waiting = papers.Waiting,
            // Asked only where there is one: hardly any case has.
            Restrictions = path.Restricted == DataCategory.None ? [] : await db.RestrictionsOfCaseAsync(path.Id, cancellation),
        };
    }

    /// <summary>The path alone, for the coordination that does not take part: no person, no fact, no consent.</summary>
    public static async Task<CaseFile> ReadPathOnlyAsync(this PortalDbContext db, CasePath path, CancellationToken cancellation) => new(
        path, await db.ActorNamesAsync(cancellation), [], await Handovers(db, path.Id).ToListAsync(cancellation), null, [], [], new EventPage([], null));

    public static Task<Dictionary<Guid, ActorName>> ActorNamesAsync(this PortalDbContext db, CancellationToken cancellation) =>
        db.Actors.AsNoTracking().Select(a => new ActorName(a.Id, a.Name, a.Kind)).ToDictionaryAsync(a => a.Id, cancellation);
}
