using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Mentoring;

/// <summary>What is written down of a meeting.</summary>
public sealed record SessionEntry(
    DateOnly HeldOn, int QuarterHours, SessionPlace Place, SessionActivities Activities, string? Goal, TrafficLight Light,
    DateOnly? NextMeetingOn = null, string? Note = null, bool HasExpenses = false);

/// <summary>The kind of place, never the place.</summary>
public enum SessionPlace
{
    Public,
    Home,
    Office,
    Online,
}

/// <summary>What they did together; a meeting may have been several things.</summary>
[Flags]
public enum SessionActivities
{
    None = 0,
    Language = 1,
    AuthorityLetter = 2,
    School = 4,
    JobSearch = 8,
    Housing = 16,
    Leisure = 32,
    HealthEscort = 64,
    Other = 128,
}

/// <summary>How it goes, in the mentor's eyes.</summary>
public enum TrafficLight
{
    Good,
    Unsure,
    NeedsCoordinator,
}

/// <summary>A word of thanks, or a question.</summary>
public enum AnswerKind
{
    Thanks,
    Question,
}

/// <summary>How a session read before it was corrected.</summary>
public sealed class SessionVersion : ITenantScoped
{
    private SessionVersion()
    {
    }

    internal SessionVersion(MentoringSession was, int version, Officer by, DateTimeOffset now) =>
        (TenantId, SessionId, Version, HeldOn, QuarterHours, Place, Activities, Goal, Light, NextMeetingOn, Note, HasExpenses, CorrectedByUserId, CorrectedAt) = (
            was.TenantId, was.Id, version, was.HeldOn, was.QuarterHours, was.Place, was.Activities, was.Goal, was.Light, was.NextMeetingOn,
            was.Note, was.HasExpenses, by.UserId, now);

    public Guid TenantId { get; private set; }

    public Guid SessionId { get; private set; }

    public int Version { get; private set; }

    public DateOnly HeldOn { get; private set; }

    public int QuarterHours { get; private set; }

    public SessionPlace Place { get; private set; }

    public SessionActivities Activities { get; private set; }

    public string? Goal { get; private set; }

    public TrafficLight Light { get; private set; }

    public DateOnly? NextMeetingOn { get; private set; }

    public string? Note { get; private set; }

    public bool HasExpenses { get; private set; }

    public Guid CorrectedByUserId { get; private set; }

    public DateTimeOffset CorrectedAt { get; private set; }
}

/// <summary>What the coordination said to a session.</summary>
public sealed class SessionAnswer : ITenantScoped
{
    public const int TextLength = 500;

    private SessionAnswer()
    {
    }

    internal SessionAnswer(MentoringSession session, Guid id, AnswerKind kind, string text, Officer by, DateTimeOffset now) =>
        (TenantId, SessionId, Id, Kind, Text, UserId, WrittenAt) = (session.TenantId, session.Id, id, kind, text, by.UserId, now);

    public Guid TenantId { get; private set; }

    public Guid SessionId { get; private set; }

    public Guid Id { get; private set; }

    public AnswerKind Kind { get; private set; }

    public string Text { get; private set; } = "";

    public Guid UserId { get; private set; }

    public DateTimeOffset WrittenAt { get; private set; }
}
