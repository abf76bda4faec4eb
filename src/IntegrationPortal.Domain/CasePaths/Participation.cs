using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.CasePaths;

/// <summary>
/// An actor takes part in a case, with certain data categories, for a time, on legal grounds. It is the only
/// thing that opens a case to an actor; the wall in the database reads exactly this row.
/// </summary>
public sealed class Participation : IBelongsToCase
{
    private readonly List<ParticipationGround> grounds = [];

    private Participation()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid CaseId { get; private set; }

    public Guid ActorId { get; private set; }

    /// <summary>The row itself is path data: who takes part is visible to all who take part.</summary>
    public DataCategory Category => DataCategory.None;

    /// <summary>What the actor may see now: the sum of its grounds that have not ended, without what is withheld.</summary>
    public DataCategory Categories { get; private set; }

    /// <summary>
    /// What the actor does not see although its grounds cover it, because the processing is restricted (GDPR Art. 18); nothing for the lead. Kept by
    /// the database for all who take part (restriction-walls.sql).
    /// </summary>
    public DataCategory Withheld { get; private set; }

    public DateOnly Since { get; private set; }

    /// <summary>Null while the participation goes on without a fixed end.</summary>
    public DateTimeOffset? Until { get; private set; }

    /// <summary>False once ended; the database checks <see cref="Until"/> too.</summary>
    public bool IsActive { get; private set; }

    /// <summary>Copies of the case's, so that an actor's list reads one index.</summary>
    public DateTimeOffset LastActivityAt { get; private set; }

    public DateOnly? NextDueOn { get; private set; }

    /// <summary>A copy too: an actor's list shows what runs, or what is closed.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>True for break-glass: of what is active only an emergency has an end of its own. It is there to read.</summary>
    public bool IsEmergency => IsActive && Until is not null;

    public IReadOnlyList<ParticipationGround> Grounds => grounds;

    /// <summary>Does it open the case at this moment? The walls in the database ask the same.</summary>
    public bool HoldsAt(DateTimeOffset now) => IsActive && (Until is null || Until > now);

    internal static Participation Lead(CasePath path, Guid actorId, string actorKind, DateOnly today, DateTimeOffset now)
    {
        var participation = new Participation
        {
            TenantId = path.TenantId,
            CaseId = path.Id,
            ActorId = actorId,
            Since = today,
            LastActivityAt = now,
        };
        // What the immigration authority collects itself never includes counselling either.
        var all = actorKind == Actors.Actor.ImmigrationAuthority
            ? DataCategories.Everything & ~DataCategory.Counselling
            : DataCategories.Everything;
        participation.Cover([LegalGround.OwnRecord(all)], null, today);
        return participation;
    }

    /// <summary>The participation that an accepted handover brings.</summary>
    internal static Participation Join(Guid tenantId, Guid caseId, Guid actorId, DateOnly today, DateTimeOffset now) => new()
    {
        TenantId = tenantId,
        CaseId = caseId,
        ActorId = actorId,
        Since = today,
        LastActivityAt = now,
    };

    /// <summary>Break-glass: every category for 24 hours, with nothing but the reason as ground.</summary>
    internal void BreakGlass(DateOnly today, DateTimeOffset now)
    {
        Cover([LegalGround.Emergency(today)], null, today);
        Until = now.AddHours(24);
    }

    internal void Cover(IReadOnlyCollection<LegalGround> added, Guid? handoverId, DateOnly today)
    {
        // An emergency never outlives the regular access that follows it.
        foreach (var emergency in grounds.Where(g => g.Norm == LegalGround.BreakGlass))
            emergency.End(today);
        foreach (var ground in added)
            grounds.Add(new ParticipationGround(this, ground, handoverId, today));
        (Until, Categories, IsActive) = (null, Sum(), true);
    }

    /// <summary>Takes back what one handover brought; what other grounds give stays.</summary>
    internal void Uncover(Guid handoverId, DateTimeOffset now, DateOnly today)
    {
        foreach (var ground in grounds.Where(g => g.HandoverId == handoverId))
            ground.End(today);
        Settle(now);
    }

    /// <summary>Takes back what a consent brought that the person has withdrawn; what other grounds give stays.</summary>
    internal void Recall(Guid consentId, DateTimeOffset now, DateOnly today, bool staysOnPath)
    {
        foreach (var ground in grounds.Where(g => g.ConsentId == consentId))
            ground.End(today);
        if (staysOnPath)
            Categories = Sum();
        else
            Settle(now);
    }

    /// <summary>Ends grounds whose last day has passed, and an emergency whose hours are over; true when that changed what the actor sees.</summary>
    internal bool Lapse(DateOnly today, DateTimeOffset now, bool staysOnPath)
    {
        // What rests with a closed case loses what it would have come back with, and nobody sees less than before.
        var (before, seen) = (Categories, IsActive);
        var over = IsActive && Until <= now;
        foreach (var ground in grounds.Where(g => g.EndedOn is null && (g.Until < today || (over && g.Norm == LegalGround.BreakGlass))))
            ground.End(today);
        if (staysOnPath)
            Categories = Sum();
        else
            Settle(now);
        return seen && Categories != before;
    }

    /// <summary>Would the actor still take part if what one handover brought were taken back?</summary>
    internal bool StaysWithout(Guid handoverId) => grounds.Exists(g => g.EndedOn is null && g.HandoverId != handoverId);

    /// <summary>The case was closed: it is not seen any more. The grounds stand until they lapse, so that reopening finds them.</summary>
    internal void Rest(DateTimeOffset now) => (IsActive, Until) = (false, now);

    /// <summary>Would reopening the case give anything back?</summary>
    internal bool MayResume(DateOnly today) => grounds.Exists(g => g.EndedOn is null && !(g.Until < today));

    /// <summary>The case was reopened: what its grounds still cover is seen again.</summary>
    internal void Resume(DateOnly today)
    {
        foreach (var lapsed in grounds.Where(g => g.EndedOn is null && g.Until < today))
            lapsed.End(today);
        (Categories, Until, IsActive) = (Sum(), null, true);
    }

    /// <summary>Ends by hand, whatever the grounds.</summary>
    internal void End(DateOnly today, DateTimeOffset now)
    {
        foreach (var ground in grounds)
            ground.End(today);
        Settle(now);
    }

    internal void Touch(DateTimeOffset at, DateOnly? nextDue, DateOnly? closedOn) => (LastActivityAt, NextDueOn, ClosedOn) = (at, nextDue, closedOn);

    private DataCategory Sum() => Founded() & ~Withheld;

    private DataCategory Founded() =>
        grounds.Where(g => g.EndedOn is null).Aggregate(DataCategory.None, (sum, g) => sum | g.Covers);

    private void Settle(DateTimeOffset now)
    {
        Categories = Sum();
        // Who sees nothing only because of a restriction still takes part.
        if (Founded() == DataCategory.None && IsActive)
            (IsActive, Until) = (false, now);
    }
}
