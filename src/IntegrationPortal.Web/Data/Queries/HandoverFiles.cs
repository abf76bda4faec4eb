using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Consents;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Web.Data.Accounts;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>What is known about a person, as far as the walls let the reader see it: the newest fact of each kind that stands.</summary>
public sealed record KnownPerson(Person? Person, IReadOnlyList<PersonFact> Facts)
{
    /// <summary>Categories that are only stored now: of these nothing may be said.</summary>
    public DataCategory Restricted { get; init; }
}

/// <summary>Everything the page of one handover shows, as far as the walls let the reader see it.</summary>
/// <param name="ReadAt">When somebody of the receiver first opened it; the sender's read receipt.</param>
/// <param name="Known">Null while the reader sees no person.</param>
/// <param name="NobodyThere">It waits, or is worked on, where nobody can sign in.</param>
/// <param name="Withdrawal">Null unless it was withdrawn and the reader sees the events of the case.</param>
public sealed record HandoverFile(
    Handover Handover, string From, string To, string? CaseNumber, IReadOnlyDictionary<Guid, string> Users,
    IReadOnlyDictionary<Guid, DateOnly> ConsentDays, DateTimeOffset? ReadAt, KnownPerson? Known, Withdrawal? Withdrawal, bool NobodyThere);

/// <summary>For which actor it was withdrawn, the sender or the coordination, and why.</summary>
public sealed record Withdrawal(string Actor, string? Reason);

/// <summary>What sending needs to know of a case and a receiver.</summary>
public sealed record SendingFile(CasePath Path, Actor Receiver, KnownPerson Known, IReadOnlyList<Consent> Consents, bool TransferOpen, bool ReceiverIsStaffed);

/// <summary>Reads handovers for their pages and deeds. Children come through the handover, never by a bare id.</summary>
public static class HandoverFiles
{
    // Compiled once: every deed begins with it.
    private static readonly Func<PortalDbContext, Guid, CancellationToken, Task<Handover?>> Taken =
        EF.CompileAsyncQuery((PortalDbContext db, Guid id, CancellationToken _) =>
            db.Handovers.AsTracking().Include(h => h.Steps).Include(h => h.Grounds).Include(h => h.Messages).Include(h => h.Content).Include(h => h.Sheet)
                .SingleOrDefault(h => h.Id == id));

    /// <summary>One handover with all that hangs on it, in one roundtrip because each is only a handful, to be changed and saved; null for who may not see it.</summary>
    public static async Task<Handover?> TakeHandoverAsync(this PortalDbContext db, Guid id, CancellationToken cancellation)
    {
        if (await Taken(db, id, cancellation) is not { } handover)
            return null;
        await db.LeaveDeskAsync(handover, cancellation);
        return handover;
    }

    public static async Task<HandoverFile?> ReadHandoverAsync(this PortalDbContext db, Guid id, CancellationToken cancellation)
    {
        if (await db.Handovers.AsNoTracking().Include(h => h.Steps).Include(h => h.Grounds).Include(h => h.Messages).Include(h => h.Content).Include(h => h.Sheet)
            .SingleOrDefaultAsync(h => h.Id == id, cancellation) is not { } handover)
            return null;
        await db.LeaveDeskAsync(handover, cancellation);
        var actors = await db.Actors.Where(a => a.Id == handover.FromActorId || a.Id == handover.ToActorId).ToDictionaryAsync(a => a.Id, a => a.Name, cancellation);
        var people = handover.Messages.Select(m => m.UserId).Concat([handover.SentByUserId, handover.AssigneeUserId, handover.ChangedByUserId]).OfType<Guid>().Distinct().ToList();
        var consents = handover.Grounds.Select(g => g.ConsentId).OfType<Guid>().Distinct().ToList();
        var path = await db.CasePaths.Where(c => c.Id == handover.CaseId).Select(c => new { c.Number, c.Restricted }).SingleOrDefaultAsync(cancellation);
        return new HandoverFile(
            handover, actors.GetValueOrDefault(handover.FromActorId, ""), actors.GetValueOrDefault(handover.ToActorId, ""),
            path?.Number,
            await db.Users.Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellation),
            await db.Consents.Where(c => c.CaseId == handover.CaseId && consents.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.GivenOn, cancellation),
            await db.AccessEntries.Where(a => a.HandoverId == id && a.ActorId == handover.ToActorId).MinAsync(a => (DateTimeOffset?)a.At, cancellation),
            handover.Content is null ? null : await db.ReadKnownAsync(handover.CaseId, path?.Restricted ?? DataCategory.None, cancellation),
            handover.State == HandoverState.Withdrawn ? await db.ReadWithdrawalAsync(handover, cancellation) : null,
            (handover.State.IsOpen() || handover.State.IsRunning()) && handover.ToActorId != db.Session.ActorId && (await db.StaffedAsync([handover.ToActorId], cancellation)).Count == 0);
    }

    /// <summary>The case and the receiver of something to be sent; null for who may not see the case or where no such actor is.</summary>
    public static async Task<SendingFile?> ReadForSendingAsync(this PortalDbContext db, Guid caseId, Guid receiverId, CancellationToken cancellation)
    {
        var path = await db.SeePathAsync(caseId, cancellation);
        var receiver = await db.Actors.AsNoTracking().Include(a => a.Services).SingleOrDefaultAsync(a => a.Id == receiverId, cancellation);
        if (path is null || receiver is null)
            return null;
        return new SendingFile(
            path, receiver, await db.ReadKnownAsync(caseId, path.Restricted, cancellation),
            await db.Consents.AsNoTracking().Where(c => c.CaseId == caseId && c.RecipientActorId == receiverId).ToListAsync(cancellation),
            await db.Handovers.AnyAsync(
                h => h.CaseId == caseId && h.Kind == HandoverKind.Transfer && (h.State == HandoverState.Sent || h.State == HandoverState.ClarificationRequested), cancellation),
            (await db.StaffedAsync([receiverId], cancellation)).Count > 0);
    }

    /// <summary>Whom a handover is about; null for who does not see the person.</summary>
    public static Task<Person?> PersonOfHandoverAsync(this PortalDbContext db, Guid id, CancellationToken cancellation) =>
        db.Persons.AsNoTracking().SingleOrDefaultAsync(p => db.Handovers.Any(h => h.Id == id && h.CaseId == p.CaseId), cancellation);

    // Stands in the events of the case alone: the reason is for everybody on the path, the content for the two sides.
    private static Task<Withdrawal?> ReadWithdrawalAsync(this PortalDbContext db, Handover handover, CancellationToken cancellation) =>
        db.CaseEvents.Where(e => e.CaseId == handover.CaseId && e.HandoverId == handover.Id && e.Kind == CaseEventKind.HandoverWithdrawn)
            .Join(db.Actors, e => e.ActorId, a => (Guid?)a.Id, (e, a) => new Withdrawal(a.Name, e.Reason)).SingleOrDefaultAsync(cancellation);

    /// <summary>
    /// Whose desk it lay on and who has no hat of the receiver any more has it no more. Asked at every reading and not written when a
    /// membership ends: operations, who close accounts, see no handover, and a membership may end on its day without anybody's deed.
    /// </summary>
    private static async Task LeaveDeskAsync(this PortalDbContext db, Handover handover, CancellationToken cancellation)
    {
        if (handover.AssigneeUserId is { } desk && desk != db.Session.UserId
            && !await db.Memberships.Where(Hats.InForce(db.Session.Now)).AnyAsync(
                m => m.UserId == desk && m.TenantId == handover.TenantId && m.ActorId == handover.ToActorId, cancellation))
            handover.LeaveDesk();
    }

    private static async Task<KnownPerson> ReadKnownAsync(this PortalDbContext db, Guid caseId, DataCategory restricted, CancellationToken cancellation)
    {
        var person = await db.Persons.AsNoTracking().SingleOrDefaultAsync(p => p.CaseId == caseId, cancellation);
        var facts = await db.PersonFacts.AsNoTracking().Where(f => f.CaseId == caseId && f.WithdrawnAt == null).ToListAsync(cancellation);
        return new KnownPerson(person, [.. facts.GroupBy(f => f.Kind).Select(g => g.MaxBy(f => (f.ValidFrom, f.RecordedAt))!).OrderBy(f => f.Kind)]) { Restricted = restricted };
    }
}
