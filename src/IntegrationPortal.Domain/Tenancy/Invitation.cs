namespace IntegrationPortal.Domain.Tenancy;

/// <summary>An actor asks somebody to work for it in a role.</summary>
public sealed class Invitation : InvitationByMail, ITenantScoped
{
    private Invitation()
    {
    }

    private Invitation(
        Guid id, Guid byUserId, Guid tenantId, Guid actorId, string address, Role role, string language, DateTimeOffset now, Guid? volunteerId)
        : base(id, byUserId, address, role, language, now)
    {
        TenantId = tenantId;
        ActorId = actorId;
        VolunteerId = volunteerId;
    }

    public Guid TenantId { get; private set; }

    public Guid ActorId { get; private set; }

    /// <summary>The profile of a volunteer that becomes the account's; null for all other roles, and for a volunteer nobody has written down.</summary>
    public Guid? VolunteerId { get; private set; }

    protected override (Guid? TenantId, Guid? ActorId) Place => (TenantId, ActorId);

    /// <summary>
    /// The coordination invites to every actor of its municipality, a manager to the own actor and never a coordinator, whoever
    /// coordinates volunteers only volunteers of the own organisation.
    /// </summary>
    public static Refusal? WhyNotInvite(Officer by, Guid actorId, string actorKind, Role role)
    {
        if (by.LeadsVolunteersOf(actorId) && role == Role.Volunteer)
            return RolesOffered(by, actorKind).Contains(role) ? null : new Refusal("invitation-role-not-offered");
        if (!Invites(by, actorId))
            return new Refusal("invitation-not-yours");
        if (!RolesOffered(by, actorKind).Contains(role))
            return new Refusal("invitation-role-not-offered");
        return null;
    }

    /// <summary>True when the officer may invite to, and see the staff of, this actor at all.</summary>
    public static bool Invites(Officer by, Guid actorId) =>
        by.Coordinates || (by.Role == Role.ActorManager && by.ActorId == actorId);

    /// <summary>The roles this officer can offer; what the form lists and what the deed accepts.</summary>
    public static IReadOnlyList<Role> RolesOffered(Officer by, string actorKind) => by.Coordinates
        ? Roles.OfferedAt(actorKind)
        : [.. Roles.OfferedAt(actorKind).Where(r => r is not (Role.Coordinator or Role.DataProtectionOfficer))];

    public static Invitation Send(
        Guid id, Officer by, Guid actorId, string actorKind, string address, Role role, string language, DateTimeOffset now,
        Guid? volunteerId = null)
    {
        Refusal.If(WhyNotInvite(by, actorId, actorKind, role));
        return new Invitation(id, by.UserId, by.TenantId, actorId, address, role, language, now, volunteerId);
    }

    /// <summary>Operations begin a municipality, and help one that has lost all its coordinators; while it has one, it is on its own.</summary>
    public static Refusal? WhyNotToCoordination(bool isCoordinated) =>
        isCoordinated ? new Refusal("coordination-there-already") : null;

    /// <summary>Operations invite the first coordinator of a municipality; all others of it are invited by its own people.</summary>
    public static Invitation ToCoordination(
        Guid id, Guid byUserId, Guid tenantId, Guid actorId, string address, string language, DateTimeOffset now, bool isCoordinated)
    {
        Refusal.If(WhyNotToCoordination(isCoordinated));
        return new Invitation(id, byUserId, tenantId, actorId, address, Role.Coordinator, language, now, volunteerId: null);
    }

    /// <summary>Of the invitations to coordinate a municipality that has no coordinator, the last one counts.</summary>
    public void GiveWayTo(Invitation next)
    {
        if (Role != Role.Coordinator || next.Role != Role.Coordinator || next.TenantId != TenantId)
            throw new ArgumentException("Not the next invitation to the same coordination.", nameof(next));
        TakeBack(next.InvitedBy, next.InvitedAt);
    }

    public Refusal? WhyNotRevoke(Officer by) =>
        by.TenantId != TenantId || !(Invites(by, ActorId) || (Role == Role.Volunteer && by.LeadsVolunteersOf(ActorId)))
            ? new Refusal("invitation-not-yours")
            : WhyNotTakeBack();

    public void Revoke(Officer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotRevoke(by));
        TakeBack(by.UserId, now);
    }
}
