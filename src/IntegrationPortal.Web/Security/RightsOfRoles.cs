using IntegrationPortal.Domain.Tenancy;
using static IntegrationPortal.Web.Security.Right;

namespace IntegrationPortal.Web.Security;

/// <summary>Who may do what: the whole table, on one page. A right that is not listed for a role is refused.</summary>
public static class RightsOfRoles
{
    /// <summary>Everybody who is signed in, with or without a hat.</summary>
    private static readonly Right[] WithoutHat = [KeepOwnAccount, KeepSecondFactor];

    /// <summary>Everybody who wears a hat.</summary>
    private static readonly Right[] WithAnyHat = [.. WithoutHat, UseWorklist];

    /// <summary>Everybody who takes part in cases on behalf of an actor.</summary>
    private static readonly Right[] WithCases =
        [.. WithAnyHat, ReadCases, EditCase, RecordConsent, SendHandover, AnswerHandover, ReadActors, WriteHandbook];

    private static readonly Dictionary<Role, IReadOnlySet<Right>> Table = new()
    {
        [Role.Coordinator] = Set(
        [
            .. WithCases, OpenCase, ImportCases, ManageActors, InviteUsers, BreakGlass, ReadMentoringFigures, AssessSelf, ReadProgramme, KeepPilot, AdoptPractice,
            ReadIndicators, ReadAnalysis, HandOutSurveys, EnterIndicators,
        ]),
        [Role.CaseWorker] = Set([.. WithCases, OpenCase]),
        [Role.ActorManager] = Set([.. WithCases, OpenCase, ImportCases, ManageActors, InviteUsers, AssessSelf]),
        [Role.VolunteerCoordinator] = Set([.. WithCases, ReadMentoring, LogSession, LeadMentoring, ReadMentoringFigures]),
        [Role.Volunteer] = Set([.. WithAnyHat, ReadMentoring, LogSession, KeepOwnProfile]),

        // Aggregates only: no person and no single case.
        [Role.FoundationStaff] = Set([.. WithAnyHat, WriteHandbook, ReviewHandbook, ReadProgramme, SteerProgramme, KeepPilot, ReadIndicators, ReadAnalysis, ManageEvaluation, EnterIndicators, ReadAdvice]),
        [Role.ProcessFacilitator] = Set([.. WithAnyHat, WriteHandbook, ReadProgramme, KeepPilot, AccompanyPilots, ReadIndicators, ReadAnalysis, KeepPublicProfile]),
        [Role.Evaluator] = Set([.. WithAnyHat, ReadProgramme, ReadIndicators, ManageEvaluation]),
        [Role.AdvisoryBoard] = Set([.. WithAnyHat, ReadIndicators, ReadAdvice, KeepPublicProfile]),

        // No case content.
        [Role.DataProtectionOfficer] = Set([.. WithAnyHat, ReadActors, ReadAccessLog, HoldErasure]),
        [Role.Administrator] = Set([.. WithAnyHat, SeeAccounts, InviteCoordination, SeeJobs]),
    };

    private static readonly IReadOnlySet<Right> NoHat = Set(WithoutHat);

    public static bool May(this Role? role, Right right) => Of(role).Contains(right);

    /// <summary>All rights of a role; of somebody without a hat for null.</summary>
    public static IReadOnlySet<Right> Of(Role? role) => role is { } known ? Table[known] : NoHat;

    private static HashSet<Right> Set(Right[] rights) => [.. rights];
}
