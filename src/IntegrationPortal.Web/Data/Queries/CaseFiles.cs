using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>Reads one case for its pages. Each table is asked once; children come through the case, never by a bare id.</summary>
public static class CaseFiles
{
    public const int EventsPerPage = 20;

    // Compiled once: to take these apart at every request would cost more than to answer them.
    private static readonly Func<PortalDbContext, Guid, CancellationToken, Task<CasePath?>> Path =
        EF.CompileAsyncQuery((PortalDbContext db, Guid caseId, CancellationToken _) =>
            db.CasePaths.AsNoTracking().AsSingleQuery().Include(p => p.Steps).Include(p => p.Participations).SingleOrDefault(p => p.Id == caseId));

    private static readonly Func<PortalDbContext, Guid, IAsyncEnumerable<HandoverRow>> Handovers =
        EF.CompileAsyncQuery((PortalDbContext db, Guid caseId) =>
            db.Handovers.AsNoTracking().AsSingleQuery().Include(h => h.Steps).Include(h => h.Grounds)
                .Where(h => h.CaseId == caseId && h.State != HandoverState.Withdrawn)
                .OrderBy(h => h.SentAt).ThenBy(h => h.Id)
                .Select(h => new HandoverRow(
                    h, db.AccessEntries.Where(a => a.HandoverId == h.Id && a.ActorId == h.ToActorId).Max(a => (DateTimeOffset?)a.At))));

    private static readonly Func<PortalDbContext, Guid, Guid, IAsyncEnumerable<EventRow>> Events =
        EF.CompileAsyncQuery((PortalDbContext db, Guid caseId, Guid before) =>
            db.CaseEvents.AsNoTracking().Where(e => e.CaseId == caseId && e.Id < before).OrderByDescending(e => e.Id).Take(EventsPerPage + 1)
                .Select(e => new EventRow(
                    e.Id, e.Kind, e.HappenedAt, e.RecordedAt,
                    db.Users.Where(u => u.Id == e.UserId).Select(u => u.DisplayName).FirstOrDefault(),
                    e.ActorId, e.StepId, e.HandoverId, e.OtherActorId, e.Subject, e.Reason)));

    /// <summary>The path with its steps and participations, to be looked at and not changed; null for who may not see it.</summary>
    public static Task<CasePath?> SeePathAsync(this PortalDbContext db, Guid caseId, CancellationToken cancellation) => Path(db, caseId, cancellation);

    /// <summary>The path with all that its deeds need, to be changed and saved.</summary>
    public static Task<CasePath?> TakePathAsync(this PortalDbContext db, Guid caseId, CancellationToken cancellation) =>
        db.CasePaths.AsTracking().Include(p => p.Steps).Include(p => p.Participations).ThenInclude(p => p.Grounds)
            .SingleOrDefaultAsync(p => p.Id == caseId, cancellation);

    /// <summary>Everything of a case in which the reader takes part.</summary>
    public static async Task<CaseFile> ReadCaseAsync(this PortalDbContext db, CasePath path, CancellationToken cancellation)
    {
        var papers = await CasePapers.ReadAsync(db, path.TenantId, path.Id, cancellation);
        return new CaseFile(
            path, papers.Actors, papers.Grounds, await Handovers(db, path.Id).ToListAsync(cancellation), papers.Person, papers.Facts, papers.Consents,
            await db.EventsAsync(path.Id, null, cancellation)) { Meetings = await db.SharedMeetingsAsync(path.Id, cancellation) };
    }

    /// <summary>The path alone, for the coordination that does not take part: no person, no fact, no consent.</summary>
    public static async Task<CaseFile> ReadPathOnlyAsync(this PortalDbContext db, CasePath path, CancellationToken cancellation) => new(
        path, await db.ActorNamesAsync(cancellation), [], await Handovers(db, path.Id).ToListAsync(cancellation), null, [], [], new EventPage([], null));

    public static Task<Dictionary<Guid, ActorName>> ActorNamesAsync(this PortalDbContext db, CancellationToken cancellation) =>
        db.Actors.AsNoTracking().Select(a => new ActorName(a.Id, a.Name, a.Kind)).ToDictionaryAsync(a => a.Id, cancellation);

    /// <summary>The events before one, or the latest. Their ids are in order of time.</summary>
    public static async Task<EventPage> EventsAsync(this PortalDbContext db, Guid caseId, Guid? before, CancellationToken cancellation)
    {
        var rows = await Events(db, caseId, before ?? Guid.AllBitsSet).ToListAsync(cancellation);
        if (rows.Count <= EventsPerPage)
            return new EventPage(rows, null);
        rows.RemoveAt(EventsPerPage);
        return new EventPage(rows, rows[^1].Id);
    }
}
