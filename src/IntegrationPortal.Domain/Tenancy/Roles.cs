namespace IntegrationPortal.Domain.Tenancy;

/// <summary>What follows from a role alone.</summary>
public static class Roles
{
    private const string Coordination = "municipal_coordination";
    private const string VolunteerOrganisation = "volunteer_organisation";

    /// <summary>True for the roles that take part in cases on behalf of an actor; only these ever reach case data.</summary>
    public static bool HoldsCases(this Role role) =>
        role is Role.Coordinator or Role.CaseWorker or Role.ActorManager or Role.VolunteerCoordinator;

    /// <summary>The roles of no municipality, which operations invite to.</summary>
    public static IReadOnlyList<Role> OfThePortal { get; } =
        [Role.FoundationStaff, Role.ProcessFacilitator, Role.Evaluator, Role.AdvisoryBoard, Role.Administrator];

    /// <summary>One of the two watches over the other: nobody is both in one municipality (Art. 38 (6) GDPR).</summary>
    public static bool ExcludesInOneTown(this Role role, Role other) =>
        (role, other) is (Role.Coordinator, Role.DataProtectionOfficer) or (Role.DataProtectionOfficer, Role.Coordinator);

    /// <summary>
    /// The roles somebody can be invited to at an actor of a kind. The data protection officer is named by the municipality
    /// (Art. 37 GDPR), so the invitation comes from its coordination.
    /// </summary>
    public static IReadOnlyList<Role> OfferedAt(string actorKind) => actorKind switch
    {
        Coordination => [Role.Coordinator, Role.VolunteerCoordinator, Role.DataProtectionOfficer],
        VolunteerOrganisation => [Role.VolunteerCoordinator, Role.Volunteer, Role.ActorManager],
        _ => [Role.CaseWorker, Role.ActorManager],
    };
}
