using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Web.Data.Tenancy;

/// <summary>
/// Who reads and writes in this scope. It is sent to PostgreSQL whenever a connection opens, where the walls read it;
/// empty means nobody, and nobody sees no row of any municipality.
/// </summary>
public sealed class Session(TimeProvider time)
{
    public Guid? TenantId { get; private set; }

    /// <summary>Only for roles that may hold cases; the participation wall compares with it.</summary>
    public Guid? ActorId { get; private set; }

    public Guid? UserId { get; private set; }

    /// <summary>Name of the role, or <see cref="Clock"/>, or empty.</summary>
    public string RoleName { get; private set; } = "";

    /// <summary>The same clock that the domain is given, so that the database never disagrees about "now".</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>The portal's clock: sees paths of its municipality, no person.</summary>
    public const string Clock = "Clock";

    public void Enter(Guid userId, Guid? tenantId, Guid? actorId, Role role) =>
        (UserId, TenantId, ActorId, RoleName) = (userId, tenantId, HoldsCases(role) ? actorId : null, role.ToString());

    public void Enter(Officer officer) => Enter(officer.UserId, officer.TenantId, officer.ActorId, officer.Role);

    /// <summary>Signed in without a hat: somebody, but of no municipality.</summary>
    public void Enter(Guid userId) => (UserId, TenantId, ActorId, RoleName) = (userId, null, null, "");

    /// <summary>Rows that everybody of the municipality may see, and no case: for links in mails, before anybody is signed in.</summary>
    public void EnterMunicipality(Guid tenantId, Guid? userId = null) => (UserId, TenantId, ActorId, RoleName) = (userId, tenantId, null, "");

    /// <summary>A job enters one municipality at a time.</summary>
    public void EnterAsClock(Guid tenantId) => (UserId, TenantId, ActorId, RoleName) = (null, tenantId, null, Clock);

    /// <summary>A job for what belongs to no municipality: the handbook.</summary>
    public void EnterAsClock() => (UserId, TenantId, ActorId, RoleName) = (null, null, null, Clock);

    public void Leave() => (UserId, TenantId, ActorId, RoleName) = (null, null, null, "");

    private static bool HoldsCases(Role role) =>
        role is Role.Coordinator or Role.CaseWorker or Role.ActorManager or Role.VolunteerCoordinator;
}
