namespace IntegrationPortal.Web.Security;

/// <summary>What somebody may ever do because of a role. Whether with this row is a rule of the domain; who sees which row, the database.</summary>
public enum Right
{
    /// <summary>Own name, password, language and hats; also for somebody whose last membership has ended.</summary>
    KeepOwnAccount,

    /// <summary>The own second factor; also for somebody who has to set it up before anything else.</summary>
    KeepSecondFactor,

    /// <summary>The page after sign-in: what is mine to do today.</summary>
    UseWorklist,

    /// <summary>Case list and case pages, as far as a participation reaches.</summary>
    ReadCases,

    OpenCase,

    /// <summary>Bring in a table of many people, each of whom becomes a case.</summary>
    ImportCases,

    /// <summary>Start, finish, skip, block and add steps; write facts.</summary>
    EditCase,

    RecordConsent,

    /// <summary>Send, withdraw, and answer questions to handovers.</summary>
    SendHandover,

    /// <summary>Accept, decline, ask back, return, report.</summary>
    AnswerHandover,

    /// <summary>The directory of actors with services and contacts.</summary>
    ReadActors,

    /// <summary>Add and edit actors. A manager keeps only the own actor: a rule of the actor, not a right.</summary>
    ManageActors,

    /// <summary>Staff of an actor: invite, revoke, end a membership.</summary>
    InviteUsers,

    /// <summary>Open a case of the municipality for 24 hours with a reason.</summary>
    BreakGlass,

    /// <summary>Own tandems as a volunteer, those of the organisation as its coordination.</summary>
    ReadMentoring,

    /// <summary>Write down meetings, and call for help.</summary>
    LogSession,

    /// <summary>A volunteer's own profile.</summary>
    KeepOwnProfile,

    /// <summary>Volunteers, requests, tandems and concerns of one organisation.</summary>
    LeadMentoring,

    /// <summary>Mentoring in numbers: of the own organisation, or of all of the municipality without any person.</summary>
    ReadMentoringFigures,

    /// <summary>Look at the own actor by a questionnaire, and keep the plan that follows. Whether there is one for it is a rule.</summary>
    AssessSelf,

    /// <summary>Adopt what the handbook describes for the own municipality, and say what came of it.</summary>
    AdoptPractice,

    /// <summary>Numbers the portal cannot count itself, and targets; a coordination for its own municipality.</summary>
    EnterIndicators,

    /// <summary>Who read and changed what; no case content.</summary>
    ReadAccessLog,

    /// <summary>Keep a case from being erased, and lift that again; no case content.</summary>
    HoldErasure,

    /// <summary>Drafts of the own office for the handbook, up to handing them in.</summary>
    WriteHandbook,

    /// <summary>Review, comment and publish what others have written for the handbook.</summary>
    ReviewHandbook,

    /// <summary>The programme: the pilots that somebody steers, accompanies, evaluates, or is.</summary>
    ReadProgramme,

    /// <summary>New pilots, agreements, paths, and who accompanies whom.</summary>
    SteerProgramme,

    /// <summary>Measures, decisions, the steering group and what became of milestones. Of which pilots is a rule of the pilot.</summary>
    KeepPilot,

    /// <summary>The advisory board's reading room: reviews, meetings, recommendations.</summary>
    ReadAdvice,

    /// <summary>What everybody may read about oneself.</summary>
    KeepPublicProfile,

    /// <summary>The facilitator's desk: check-ins and visits.</summary>
    AccompanyPilots,
    /// <summary>Published numbers of pilots: the own, those accompanied or all, and sums over all.</summary>
    ReadIndicators,

    /// <summary>The real process in published numbers: of the own municipality, of pilots accompanied, or of all.</summary>
    ReadAnalysis,

    /// <summary>Plans, snapshots and surveys of the evaluation, reports of the programme, and the complete export.</summary>
    ManageEvaluation,

    /// <summary>Links to a survey for the own municipality.</summary>
    HandOutSurveys,

    /// <summary>All accounts of the portal: lock, unlock, close, and invite to the roles of the whole portal.</summary>
    SeeAccounts,

    /// <summary>Take in a municipality, and invite its first coordinator, or the next where none is left.</summary>
    InviteCoordination,

    /// <summary>State of jobs and mails.</summary>
    SeeJobs,
}
