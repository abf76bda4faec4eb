using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Mentoring;

/// <summary>
/// A meeting as the mentor wrote it down in less than a minute. Its id is made by whoever writes, so that the same entry sent twice
/// is stored once. No place on a map, no document, nothing about health or asylum.
/// </summary>
public sealed class MentoringSession : ITenantScoped
{
    public const int NoteLength = 500;

    /// <summary>Twelve hours: a longer entry is a slip of the thumb.</summary>
    public const int MostQuarterHours = 48;

    private readonly List<SessionVersion> versions = [];
    private readonly List<SessionAnswer> answers = [];

    private MentoringSession()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>The organisation, whose coordination reads it.</summary>
    public Guid ActorId { get; private set; }

    public Guid TandemId { get; private set; }

    public Guid VolunteerId { get; private set; }

    public DateOnly HeldOn { get; private set; }

    public int QuarterHours { get; private set; }

    public SessionPlace Place { get; private set; }

    public SessionActivities Activities { get; private set; }

    /// <summary>One of the tandem's goals; null when none was touched.</summary>
    public string? Goal { get; private set; }

    public TrafficLight Light { get; private set; }

    public DateOnly? NextMeetingOn { get; private set; }

    public string? Note { get; private set; }

    public bool HasExpenses { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public Guid RecordedByUserId { get; private set; }

    /// <summary>Counts the corrections made after the days of editing were over.</summary>
    public int Version { get; private set; }

    /// <summary>How it read before each correction; never taken away.</summary>
    public IReadOnlyList<SessionVersion> Versions => versions;

    public IReadOnlyList<SessionAnswer> Answers => answers;

    public decimal Hours => QuarterHours / 4m;

    public static MentoringSession Log(Guid id, Tandem tandem, Volunteer volunteer, SessionEntry entry, Officer by, DateTimeOffset now)
    {
        var today = GermanTime.DayOf(now);
        Refusal.If(tandem.WhyNotLog(volunteer, entry.HeldOn, by, today) ?? WhyNotSay(tandem, entry));
        var session = new MentoringSession
        {
            TenantId = tandem.TenantId,
            Id = id,
            ActorId = tandem.ActorId,
            TandemId = tandem.Id,
            VolunteerId = volunteer.Id,
            RecordedAt = now,
            RecordedByUserId = by.UserId,
        };
        session.Write(entry);
        return session;
    }

    /// <summary>Does the entry make sense in itself?</summary>
    public static Refusal? WhyNotSay(Tandem tandem, SessionEntry entry) =>
        entry.QuarterHours is < 1 or > MostQuarterHours ? new Refusal("session-duration", MostQuarterHours / 4)
        : entry.Activities == SessionActivities.None ? new Refusal("session-activity-missing")
        : entry.NextMeetingOn < entry.HeldOn ? new Refusal("session-next-before")
        : entry.Goal is not null && !tandem.Goals.Contains(entry.Goal) ? new Refusal("session-goal-unknown")
        : null;

    public bool IsEditableOn(DateOnly day, MentoringRules rules) => day <= GermanTime.DayOf(RecordedAt).AddDays(rules.EditDays);

    /// <summary>Whoever may write meetings of this mentor may change them.</summary>
    public Refusal? WhyNotChange(Tandem tandem, Volunteer volunteer, Officer by) =>
        volunteer.Id == VolunteerId ? tandem.WhyNotWrite(volunteer, by) : new Refusal("tandem-not-mentor");

    /// <summary>For some days the entry itself is changed; later each change is a correction, and how it read before stays.</summary>
    public void Change(Tandem tandem, Volunteer volunteer, SessionEntry entry, Officer by, MentoringRules rules, DateTimeOffset now)
    {
        var today = GermanTime.DayOf(now);
        Refusal.If(WhyNotChange(tandem, volunteer, by) ?? tandem.WhyNotLog(volunteer, entry.HeldOn, by, today) ?? WhyNotSay(tandem, entry));
        if (!IsEditableOn(today, rules))
            versions.Add(new SessionVersion(this, Version++, by, now));
        Write(entry);
    }

    /// <summary>Volunteers want to be heard: the coordination thanks or asks.</summary>
    public SessionAnswer Answer(Guid id, Tandem tandem, AnswerKind kind, string text, Officer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotAnswer(tandem, by));
        var answer = new SessionAnswer(this, id, kind, text, by, now);
        answers.Add(answer);
        return answer;
    }

    public static Refusal? WhyNotAnswer(Tandem tandem, Officer by) =>
        by.LeadsVolunteersOf(tandem.ActorId) ? null : new Refusal("mentoring-coordination-only");

    private void Write(SessionEntry entry) =>
        (HeldOn, QuarterHours, Place, Activities, Goal, Light, NextMeetingOn, Note, HasExpenses) = (
            entry.HeldOn, entry.QuarterHours, entry.Place, entry.Activities, entry.Goal, entry.Light, entry.NextMeetingOn, entry.Note, entry.HasExpenses);
}
