using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Consents;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.PersonLinks;
using IntegrationPortal.Web.Data.Audit;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>What the token of a person's sheet leads to, before the municipality is entered.</summary>
/// <param name="Language">In which the page opens.</param>
public sealed record OpenPersonLink(Guid TenantId, Guid CaseId, string Language);

/// <summary>What an actor did with the record of the person on a day, and how often.</summary>
/// <param name="ActorId">Null where somebody of the municipality without an actor did it.</param>
public sealed record ReadingOfPerson(DateOnly Day, Guid? ActorId, string Kind, long Times)
{
    public AccessKind What => Enum.Parse<AccessKind>(Kind);
}

/// <summary>All that a person's own page shows, as far as its session sees it (person-walls.sql).</summary>
public sealed record PersonFile(
    CasePath Path, string Town, IReadOnlyDictionary<Guid, Actor> Actors, IReadOnlyList<Handover> Waiting, IReadOnlyList<Consent> Consents,
    IReadOnlyList<ReadingOfPerson> Readings, IReadOnlyList<PersonQuestion> Questions)
{
    public string NameOf(Guid? actorId) => actorId is { } id && Actors.GetValueOrDefault(id) is { } actor ? actor.Name : Town;
}

public static class PersonPages
{
    /// <summary>Found by a function that returns nothing else. Null for a link that is none, or holds no more.</summary>
    public static async Task<OpenPersonLink?> PersonLinkOfAsync(this PortalDbContext db, byte[] tokenHash, CancellationToken cancellation) =>
        (await db.Database.SqlQuery<OpenPersonLink>($"select * from reading.person_link_of({tokenHash})").ToListAsync(cancellation)).SingleOrDefault();

    /// <summary>For what the person sees of a consent before withdrawing it: the path with the grounds of everybody who takes part.</summary>
    public static Task<CasePath?> PersonPathAsync(this PortalDbContext db, Guid caseId, CancellationToken cancellation) =>
        db.CasePaths.AsNoTracking().Include(p => p.Steps).Include(p => p.FurtherTemplates).Include(p => p.Participations).ThenInclude(p => p.Grounds)
            .SingleOrDefaultAsync(p => p.Id == caseId, cancellation);

    public static async Task<PersonFile?> ReadPersonPageAsync(this PortalDbContext db, Guid caseId, CancellationToken cancellation)
    {
        if (await db.PersonPathAsync(caseId, cancellation) is not { } path)
            return null;
        return new PersonFile(
            path,
            await db.Tenants.AsNoTracking().Where(t => t.Id == path.TenantId).Select(t => t.Name).SingleAsync(cancellation),
            await db.Actors.AsNoTracking().Include(a => a.Contacts).ToDictionaryAsync(a => a.Id, cancellation),
            await db.Handovers.AsNoTracking().Include(h => h.Steps).Where(h => h.CaseId == caseId && (h.State == HandoverState.Sent || h.State == HandoverState.ClarificationRequested))
                .OrderBy(h => h.SentAt).ToListAsync(cancellation),
            await db.Consents.AsNoTracking().Where(c => c.CaseId == caseId).OrderByDescending(c => c.GivenOn).ThenByDescending(c => c.Id).ToListAsync(cancellation),
            await db.Database.SqlQuery<ReadingOfPerson>($"select * from reading.readings_of_person()").ToListAsync(cancellation),
            await db.PersonQuestions.AsNoTracking().Where(q => q.CaseId == caseId).OrderByDescending(q => q.AskedAt).ToListAsync(cancellation));
    }

    /// <summary>In a transaction: of two forms that the person sends at once the second waits for the first.</summary>
    public static Task HoldPersonLinkAsync(this PortalDbContext db, Guid caseId, CancellationToken cancellation) => db.Database.ExecuteSqlAsync(
        $"select from person_link where tenant_id = {db.TenantId} and case_id = {caseId} for no key update", cancellation);
}
