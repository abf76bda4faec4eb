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

    /// <summary>The one handover that is being answered from a printed sheet, by somebody without an account. Then there is no user, actor or role.</summary>
    public Guid? SheetOf { get; private set; }

    /// <summary>For whom it is answered; only the trail is told, since the walls know it from the handover.</summary>
    public Guid? AnswersFor { get; private set; }

    /// <summary>The one case whose person looks at it on their own page. Then there is no user, actor or role.</summary>
    public Guid? PersonOf { get; private set; }

    public void Enter(Guid userId, Guid? tenantId, Guid? actorId, Role role) =>
        Become(userId, tenantId, HoldsCases(role) ? actorId : null, role.ToString());

    public void Enter(Officer officer) => Enter(officer.UserId, officer.TenantId, officer.ActorId, officer.Role);

    /// <summary>Signed in without a hat: somebody, but of no municipality.</summary>
    public void Enter(Guid userId) => Become(userId, null, null, "");

    /// <summary>Rows that everybody of the municipality may see, and no case: for links in mails, before anybody is signed in.</summary>
    public void EnterMunicipality(Guid tenantId, Guid? userId = null) => Become(userId, tenantId, null, "");

    /// <summary>The same, and one handover to this actor, to be answered.</summary>
    public void EnterSheet(Guid tenantId, Guid handoverId, Guid actorId)
    {
        Become(null, tenantId, null, "");
        (SheetOf, AnswersFor) = (handoverId, actorId);
    }

    /// <summary>The person of one case, on their own page.</summary>
    public void EnterPerson(Guid tenantId, Guid caseId)
    {
        Become(null, tenantId, null, "");
        PersonOf = caseId;
    }

    /// <summary>A job enters one municipality at a time.</summary>
    public void EnterAsClock(Guid tenantId) => Become(null, tenantId, null, Clock);

    /// <summary>A job for what belongs to no municipality: the handbook.</summary>
    public void EnterAsClock() => Become(null, null, null, Clock);

    public void Leave() => Become(null, null, null, "");

    private void Become(Guid? userId, Guid? tenantId, Guid? actorId, string role) =>
        (UserId, TenantId, ActorId, RoleName, SheetOf, AnswersFor, PersonOf) = (userId, tenantId, actorId, role, null, null, null);

    private static bool HoldsCases(Role role) =>
        role is Role.Coordinator or Role.CaseWorker or Role.ActorManager or Role.VolunteerCoordinator;
}
