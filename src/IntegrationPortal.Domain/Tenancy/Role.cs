namespace IntegrationPortal.Domain.Tenancy;

/// <summary>What somebody is for an actor. One person may hold several memberships with different roles.</summary>
public enum Role
{
    /// <summary>Kommunale Koordination: steers the paths of one municipality.</summary>
    Coordinator,

    /// <summary>Fachkraft of an actor.</summary>
    CaseWorker,

    /// <summary>Leitung eines Akteurs: as case worker, keeps the actor's services and staff, acts for absent colleagues.</summary>
    ActorManager,

    /// <summary>Ehrenamtskoordination of one organisation.</summary>
    VolunteerCoordinator,

    /// <summary>Ehrenamtliche Person: sees only the mentoring card of their own mentees.</summary>
    Volunteer,

    /// <summary>Stiftung: the programme, aggregates only.</summary>
    FoundationStaff,

    /// <summary>Prozessbegleitung: assigned pilots, aggregates only.</summary>
    ProcessFacilitator,

    /// <summary>Evaluation: frozen snapshots, aggregates only.</summary>
    Evaluator,

    /// <summary>Beirat: reads programme reviews.</summary>
    AdvisoryBoard,

    /// <summary>Datenschutz: access log, requests, consents, retention; no case content.</summary>
    DataProtectionOfficer,

    /// <summary>Betrieb: accounts, health, jobs; no case content.</summary>
    Administrator,
}
