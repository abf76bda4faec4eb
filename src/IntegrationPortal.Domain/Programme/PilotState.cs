namespace IntegrationPortal.Domain.Programme;

/// <summary>How far a pilot is; follows from what is written down of it.</summary>
public enum PilotState
{
    /// <summary>Has applied.</summary>
    Interested,

    /// <summary>Has an agreement, and no dates yet.</summary>
    Agreed,

    Running,

    /// <summary>All milestones are reached.</summary>
    Completed,

    Withdrawn,
}

/// <summary>The fields of action a pilot has chosen.</summary>
[Flags]
public enum PilotFields
{
    None = 0,
    WorkAndTraining = 1,
    LanguageAndEducation = 2,
    DialogueAndParticipation = 4,
    Housing = 8,
}

/// <summary>Why a milestone comes later.</summary>
public enum DelayReason
{
    /// <summary>The head of the administration or the council is not on board.</summary>
    Leadership,

    /// <summary>Nobody has said who is responsible.</summary>
    Responsibility,
    Staff,
    Funding,
    Election,

    /// <summary>The law or a federal programme has changed.</summary>
    Law,

    /// <summary>No room or common date was found.</summary>
    Appointment,
    Other,
}
