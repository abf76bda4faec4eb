using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Mentoring;

/// <summary>A person wishes a mentor and has agreed that the organisation writes it down (GDPR Art. 6 (1) a).</summary>
public sealed class MentoringRequest : ITenantScoped
{
    public const int TextLength = 500;
    public const int GoalLength = 120;
    public const int MostGoals = 5;

    private MentoringRequest()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    public Guid ActorId { get; private set; }

    /// <summary>The case it comes from, when the organisation takes part in it; it opens nothing of the case.</summary>
    public Guid? CaseId { get; private set; }

    /// <summary>As the person is called; nothing else of the name is asked for.</summary>
    public string CalledName { get; private set; } = "";

    public IReadOnlyList<string> Languages { get; private set; } = [];

    /// <summary>What the person wishes, in their words; for the coordination only.</summary>
    public string Wish { get; private set; } = "";

    /// <summary>The goals the person chose; these stand on the mentoring card.</summary>
    public IReadOnlyList<string> Goals { get; private set; } = [];

    /// <summary>When the person has time; nothing chosen means any time.</summary>
    public MeetingTimes Times { get; private set; }

    /// <summary>What the person wants help with; nothing chosen means it is not known yet.</summary>
    public SessionActivities HelpWith { get; private set; }

    /// <summary>The part of town where they would meet.</summary>
    public string? District { get; private set; }

    /// <summary>How the coordination reaches the person; never shown to a volunteer.</summary>
    public string? Reach { get; private set; }

    public bool IsMinor { get; private set; }

    public DateOnly ConsentOn { get; private set; }

    public RequestState State { get; private set; }

    public DateTimeOffset EnteredAt { get; private set; }

    /// <param name="path">The case it comes from, or none.</param>
    public static MentoringRequest Enter(Guid id, RequestDetails details, CasePath? path, Officer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotEnter(details, path, by, Calendar.GermanTime.DayOf(now)));
        return new MentoringRequest
        {
            TenantId = by.TenantId,
            Id = id,
            ActorId = by.ActorId,
            CaseId = path?.Id,
            CalledName = PersonName.Clean(details.CalledName),
            Languages = details.Languages,
            Wish = details.Wish,
            Goals = details.Goals,
            Times = details.Times,
            HelpWith = details.HelpWith,
            District = details.District,
            Reach = details.Reach,
            IsMinor = details.IsMinor,
            ConsentOn = details.ConsentOn!.Value,
            State = RequestState.Waiting,
            EnteredAt = now,
        };
    }

    /// <summary>Nobody is asked for without knowing it; goals are chosen by the person.</summary>
    public static Refusal? WhyNotEnter(RequestDetails details, CasePath? path, Officer by, DateOnly today) =>
        !by.LeadsVolunteersOf(by.ActorId) ? new Refusal("mentoring-coordination-only")
        : details.ConsentOn is null ? new Refusal("request-consent-missing")
        : details.ConsentOn > today ? new Refusal("mentoring-date-in-future")
        : details.Goals.Count == 0 ? new Refusal("request-goal-missing")
        : path?.WhyNotWrite(by);

    /// <summary>The person has thought otherwise, or the consent was withdrawn. A tandem has to end first.</summary>
    public Refusal? WhyNotWithdraw(Officer by) =>
        !by.LeadsVolunteersOf(ActorId) ? new Refusal("mentoring-coordination-only")
        : State != RequestState.Waiting ? new Refusal("request-not-waiting", State)
        : null;

    public void Withdraw(Officer by)
    {
        Refusal.If(WhyNotWithdraw(by));
        State = RequestState.Withdrawn;
    }

    /// <summary>Full weeks since it was written down.</summary>
    public int WaitingWeeks(DateOnly today) => Math.Max(0, today.DayNumber - Calendar.GermanTime.DayOf(EnteredAt).DayNumber) / 7;

    internal void Match() => State = RequestState.InTandem;

    /// <summary>The tandem has ended; a new wish is a new request with a new consent.</summary>
    public void Close() => State = RequestState.Closed;
}

/// <summary>Where a request stands.</summary>
public enum RequestState
{
    Waiting,
    InTandem,
    Withdrawn,
    Closed,
}

/// <summary>What is written down with the person.</summary>
public sealed record RequestDetails(
    string CalledName, IReadOnlyList<string> Languages, string Wish, IReadOnlyList<string> Goals, bool IsMinor, DateOnly? ConsentOn,
    MeetingTimes Times = MeetingTimes.None, SessionActivities HelpWith = SessionActivities.None, string? District = null, string? Reach = null);
