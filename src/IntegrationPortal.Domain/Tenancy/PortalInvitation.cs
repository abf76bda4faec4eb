namespace IntegrationPortal.Domain.Tenancy;

/// <summary>Operations ask somebody, by mail, to take a role of the whole portal. It belongs to no municipality.</summary>
public sealed class PortalInvitation : InvitationByMail
{
    private PortalInvitation()
    {
    }

    private PortalInvitation(Guid id, Guid byUserId, string address, Role role, string language, DateTimeOffset now)
        : base(id, byUserId, address, role, language, now)
    {
    }

    protected override (Guid? TenantId, Guid? ActorId) Place => (null, null);

    /// <summary>A role of a municipality is given by that municipality.</summary>
    public static Refusal? WhyNotInvite(Role role) =>
        Roles.OfThePortal.Contains(role) ? null : new Refusal("invitation-role-not-offered");

    public static PortalInvitation Send(Guid id, Guid byUserId, string address, Role role, string language, DateTimeOffset now)
    {
        Refusal.If(WhyNotInvite(role));
        return new PortalInvitation(id, byUserId, address, role, language, now);
    }

    public void Revoke(Guid byUserId, DateTimeOffset now)
    {
        Refusal.If(WhyNotTakeBack());
        TakeBack(byUserId, now);
    }
}
