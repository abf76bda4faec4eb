namespace IntegrationPortal.Domain.Tenancy;

/// <summary>Somebody is asked, by mail, to take a role. The link works once, for fourteen days.</summary>
public abstract class InvitationByMail
{
    /// <summary>RFC 5321: the longest address a mail server must accept.</summary>
    public const int AddressLength = 254;

    /// <summary>One address and nothing else: no list, no display name, no line break. Whether it exists shows the mail.</summary>
    public const string AddressPattern = @"\s*[^\s@<>(),;:\\""\[\]]+@[^\s@<>(),;:\\""\[\]]+\.[^\s@<>(),;:\\""\[\]]+\s*";

    public static readonly TimeSpan Validity = TimeSpan.FromDays(14);

    protected InvitationByMail()
    {
    }

    /// <param name="id">Comes from the form, so that sending it twice makes one invitation.</param>
    protected InvitationByMail(Guid id, Guid byUserId, string address, Role role, string language, DateTimeOffset now)
    {
        Id = id;
        Address = address.Trim().ToLowerInvariant();
        Role = role;
        Language = language;
        InvitedBy = byUserId;
        InvitedAt = now;
        ExpiresAt = now + Validity;
    }

    public Guid Id { get; private set; }

    /// <summary>The invited address in lower case; who holds the mailbox may accept.</summary>
    public string Address { get; private set; } = "";

    public Role Role { get; private set; }

    /// <summary>Language of the mail and of the new account, "de" or "en".</summary>
    public string Language { get; private set; } = "de";

    public Guid InvitedBy { get; private set; }

    public DateTimeOffset InvitedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? AcceptedAt { get; private set; }

    public Guid? AcceptedBy { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public Guid? RevokedBy { get; private set; }

    /// <summary>Where the role is held; neither for a role of the whole portal.</summary>
    protected abstract (Guid? TenantId, Guid? ActorId) Place { get; }

    public bool IsOpen(DateTimeOffset now) => WhyNotAccept(now) is null;

    public Refusal? WhyNotAccept(DateTimeOffset now)
    {
        if (AcceptedAt is not null)
            return new Refusal("invitation-used");
        if (RevokedAt is not null)
            return new Refusal("invitation-revoked");
        return ExpiresAt <= now ? new Refusal("invitation-expired") : null;
    }

    /// <summary>
    /// Asked when it is sent to the address of an account, and when that accepts: nobody lets themselves in, and nobody holds two roles
    /// of which one watches over the other.
    /// </summary>
    /// <param name="held">The memberships of the account.</param>
    public Refusal? WhyNotFor(Guid userId, IReadOnlyCollection<Membership> held, DateTimeOffset now) =>
        userId == InvitedBy && !IsOfOwnOffice(held, now)
            ? new Refusal("invitation-own")
            : Membership.WhyNotBegin(Role, Place.TenantId, held, now);

    /// <summary>The membership that gives already what this invitation would give.</summary>
    public Membership? AmongThem(IEnumerable<Membership> held, DateTimeOffset now) =>
        held.FirstOrDefault(m => m.IsActive(now) && m.Role == Role && (m.TenantId, m.ActorId) == Place);

    /// <summary>The invited person takes the hat, or has it already; the link is used up.</summary>
    public Membership Accept(Guid userId, IReadOnlyCollection<Membership> held, DateTimeOffset now)
    {
        Refusal.If(WhyNotAccept(now) ?? WhyNotFor(userId, held, now));
        AcceptedAt = now;
        AcceptedBy = userId;
        return AmongThem(held, now) ?? Membership.Begin(userId, Role, Place.TenantId, Place.ActorId, now);
    }

    /// <summary>An invitation that lapsed makes room for a new one to the same address.</summary>
    public void Supersede(Guid byUserId, DateTimeOffset now)
    {
        if (ExpiresAt > now)
            throw new InvalidOperationException("Only a lapsed invitation can be superseded.");
        TakeBack(byUserId, now);
    }

    protected Refusal? WhyNotTakeBack()
    {
        if (AcceptedAt is not null)
            return new Refusal("invitation-used");
        return RevokedAt is not null ? new Refusal("invitation-revoked") : null;
    }

    protected void TakeBack(Guid byUserId, DateTimeOffset now)
    {
        RevokedAt = now;
        RevokedBy = byUserId;
    }

    /// <summary>
    /// Where the coordination of a municipality keeps volunteers itself, in its own office, the same person may do both: there is
    /// nobody else's mentoring that they would get to see.
    /// </summary>
    private bool IsOfOwnOffice(IEnumerable<Membership> held, DateTimeOffset now) =>
        Role == Role.VolunteerCoordinator
        && held.Any(m => m.IsActive(now) && m.Role == Role.Coordinator && (m.TenantId, m.ActorId) == Place);
}
