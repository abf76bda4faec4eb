namespace IntegrationPortal.Domain.Tenancy;

/// <summary>
/// One hat of one user: what the user is, for which actor of which municipality, and for how long. Stands outside the tenant
/// wall, because the user must be found before the tenant is known.
/// </summary>
public sealed class Membership
{
    private Membership()
    {
    }

    public Guid Id { get; private set; }

    public Guid UserId { get; private set; }

    /// <summary>Null for roles of the whole portal (foundation, evaluation, operations).</summary>
    public Guid? TenantId { get; private set; }

    /// <summary>Null for roles that act for no actor; never null for a role that may hold cases.</summary>
    public Guid? ActorId { get; private set; }

    public Role Role { get; private set; }

    public DateTimeOffset ValidFrom { get; private set; }

    /// <summary>Planned end, exclusive; null while open.</summary>
    public DateTimeOffset? ValidUntil { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public Guid? EndedBy { get; private set; }

    /// <summary>Asked before somebody gets a hat, with all that they wear already.</summary>
    public static Refusal? WhyNotBegin(Role role, Guid? tenantId, IEnumerable<Membership> held, DateTimeOffset now) =>
        tenantId is not null && held.Any(m => m.IsActive(now) && m.TenantId == tenantId && m.Role.ExcludesInOneTown(role))
            ? new Refusal("membership-two-sides")
            : null;

    /// <summary>A user gets a hat. Roles that hold cases need an actor, and an actor needs its municipality.</summary>
    public static Membership Begin(
        Guid userId, Role role, Guid? tenantId, Guid? actorId, DateTimeOffset now, DateTimeOffset? until = null)
    {
        if (actorId is not null && tenantId is null)
            throw new ArgumentException("An actor belongs to a municipality.", nameof(tenantId));
        if (role.HoldsCases() && actorId is null)
            throw new ArgumentException($"{role} acts for an actor.", nameof(actorId));

        return new Membership
        {
            Id = Guid.CreateVersion7(now),
            UserId = userId,
            TenantId = tenantId,
            ActorId = actorId,
            Role = role,
            ValidFrom = now,
            ValidUntil = until,
        };
    }

    public bool IsActive(DateTimeOffset now) =>
        EndedAt is null && ValidFrom <= now && (ValidUntil is null || ValidUntil > now);

    /// <summary>
    /// The coordination ends every membership of its municipality, a manager those of the own actor; nobody the own. Whoever watches over
    /// the coordination is followed by somebody else, never taken away.
    /// </summary>
    /// <param name="isWatchedByOthers">The municipality has another data protection officer.</param>
    public Refusal? WhyNotEnd(Officer by, bool isWatchedByOthers)
    {
        if (EndedAt is not null)
            return new Refusal("membership-ended-already");
        if (by.TenantId != TenantId || !(by.Coordinates || (by.Role == Role.ActorManager && by.ActorId == ActorId)))
            return new Refusal("membership-not-yours-to-end");
        if (by.UserId == UserId)
            return new Refusal("membership-own");
        if (Role is Role.Coordinator or Role.DataProtectionOfficer && !by.Coordinates)
            return new Refusal("membership-not-yours-to-end");
        return Role == Role.DataProtectionOfficer && !isWatchedByOthers ? new Refusal("membership-last-officer") : null;
    }

    public void End(Officer by, bool isWatchedByOthers, DateTimeOffset now)
    {
        Refusal.If(WhyNotEnd(by, isWatchedByOthers));
        EndedAt = now;
        EndedBy = by.UserId;
    }

    /// <summary>Operations close an account: all its hats end with it, also where no officer is at hand.</summary>
    public void EndWithAccount(Guid byUserId, DateTimeOffset now)
    {
        if (EndedAt is not null)
            return;
        EndedAt = now;
        EndedBy = byUserId;
    }
}
