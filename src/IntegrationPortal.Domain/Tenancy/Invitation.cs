namespace IntegrationPortal.Domain.Tenancy;

/// <summary>An actor asks somebody, by mail, to work for it in a role. The link works once, for fourteen days.</summary>
public sealed class Invitation : ITenantScoped
{
    /// <summary>RFC 5321: the longest address a mail server must accept.</summary>
    public const int AddressLength = 254;

    /// <summary>One address and nothing else: no list, no display name, no line break. Whether it exists shows the mail.</summary>
    public const string AddressPattern = @"\s*[^\s@<>(),;:\\""\[\]]+@[^\s@<>(),;:\\""\[\]]+\.[^\s@<>(),;:\\""\[\]]+\s*";

    public static readonly TimeSpan Validity = TimeSpan.FromDays(14);

    private Invitation()
    {
    }

    public Guid Id { get; private set; }

    public Guid TenantId { get; private set; }

    public Guid ActorId { get; private set; }

    /// <summary>The invited address in lower case; who holds the mailbox may accept.</summary>
    public string Address { get; private set; } = "";

    public Role Role { get; private set; }

    /// <summary>The profile of a volunteer that becomes the account's; null for all other roles, and for a volunteer nobody has written down.</summary>
    public Guid? VolunteerId { get; private set; }

    /// <summary>Language of the mail and of the new account, "de" or "en".</summary>
    public string Language { get; private set; } = "de";

    public Guid InvitedBy { get; private set; }

    public DateTimeOffset InvitedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? AcceptedAt { get; private set; }

    public Guid? AcceptedBy { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public Guid? RevokedBy { get; private set; }

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

    /// <summary>The id comes from the form, so that sending it twice makes one invitation.</summary>
    public static Invitation Send(
        Guid id, Officer by, Guid actorId, string actorKind, string address, Role role, string language, DateTimeOffset now,
        Guid? volunteerId = null)
    {
        Refusal.If(WhyNotInvite(by, actorId, actorKind, role));
        return new Invitation
        {
            Id = id,
            TenantId = by.TenantId,
            ActorId = actorId,
            Address = address.Trim().ToLowerInvariant(),
            Role = role,
            VolunteerId = volunteerId,
            Language = language,
            InvitedBy = by.UserId,
            InvitedAt = now,
            ExpiresAt = now + Validity,
        };
    }

    /// <summary>Operations invite the first coordinator of a municipality; all others of it are invited by its own people.</summary>
    public static Invitation ToCoordination(
        Guid id, Guid byUserId, Guid tenantId, Guid actorId, string address, string language, DateTimeOffset now) => new()
        {
            Id = id,
            TenantId = tenantId,
            ActorId = actorId,
            Address = address.Trim().ToLowerInvariant(),
            Role = Role.Coordinator,
            Language = language,
            InvitedBy = byUserId,
            InvitedAt = now,
            ExpiresAt = now + Validity,
        };

    public bool IsOpen(DateTimeOffset now) => WhyNotAccept(now) is null;

    public Refusal? WhyNotAccept(DateTimeOffset now)
    {
        if (AcceptedAt is not null)
            return new Refusal("invitation-used");
        if (RevokedAt is not null)
            return new Refusal("invitation-revoked");
        return ExpiresAt <= now ? new Refusal("invitation-expired") : null;
    }

    /// <summary>The invited person takes the hat; the link is used up.</summary>
    public Membership Accept(Guid userId, DateTimeOffset now)
    {
        Refusal.If(WhyNotAccept(now));
        AcceptedAt = now;
        AcceptedBy = userId;
        return Membership.Begin(userId, Role, TenantId, ActorId, now);
    }

    public Refusal? WhyNotRevoke(Officer by)
    {
        if (by.TenantId != TenantId || !(Invites(by, ActorId) || (Role == Role.Volunteer && by.LeadsVolunteersOf(ActorId))))
            return new Refusal("invitation-not-yours");
        if (AcceptedAt is not null)
            return new Refusal("invitation-used");
        return RevokedAt is not null ? new Refusal("invitation-revoked") : null;
    }

    public void Revoke(Officer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotRevoke(by));
        RevokedAt = now;
        RevokedBy = by.UserId;
    }

    /// <summary>An invitation that lapsed makes room for a new one to the same address.</summary>
    public void Supersede(Guid byUserId, DateTimeOffset now)
    {
        if (ExpiresAt > now)
            throw new InvalidOperationException("Only a lapsed invitation can be superseded.");
        RevokedAt = now;
        RevokedBy = byUserId;
    }
}
