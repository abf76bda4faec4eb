namespace IntegrationPortal.Domain.Programme;

/// <summary>
/// A format of the handbook at work in a municipality: planned, then held with its participants counted, or cancelled with a reason.
/// Participants are numbers of groups, never names.
/// </summary>
public sealed class Workshop : IOfPilot
{
    /// <summary>More in one room is a slip of the pen.</summary>
    public const int MostParticipants = 2000;

    public const int ResultLength = 20_000;

    private readonly List<WorkshopAttendance> attendances = [];

    private Workshop()
    {
    }

    public Guid PilotId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>The entry of the handbook, with the title that it had then.</summary>
    public Guid FormatId { get; private set; }

    public string FormatSlug { get; private set; } = "";

    public string FormatTitle { get; private set; } = "";

    public DateOnly Day { get; private set; }

    public string Place { get; private set; } = "";

    /// <summary>Who moderates: an office or a function.</summary>
    public string Moderation { get; private set; } = "";

    public WorkshopState State { get; private set; }

    public string? CancelReason { get; private set; }

    /// <summary>The result document, as Markdown.</summary>
    public string? Result { get; private set; }

    public IReadOnlyList<WorkshopAttendance> Attendances => attendances;

    public int Participants => attendances.Sum(a => a.Count);

    public static Workshop Schedule(Guid id, Pilot pilot, WorkshopFormat format, WorkshopPlan plan, ProgrammeMember by, DateOnly today)
    {
        Refusal.If(pilot.WhyNotKeep(by, today));
        var workshop = new Workshop { PilotId = pilot.PilotId, Id = id, FormatId = format.Id, FormatSlug = format.Slug, FormatTitle = format.Title };
        workshop.Say(plan);
        return workshop;
    }

    public Refusal? WhyNotMove(Pilot pilot, ProgrammeMember by, DateOnly today) =>
        pilot.WhyNotKeep(by, today) ?? (State == WorkshopState.Planned ? null : new Refusal("workshop-not-planned"));

    public void Move(Pilot pilot, WorkshopPlan plan, ProgrammeMember by, DateOnly today)
    {
        Refusal.If(WhyNotMove(pilot, by, today));
        Say(plan);
    }

    public void Cancel(Pilot pilot, string reason, ProgrammeMember by, DateOnly today)
    {
        Refusal.If(WhyNotMove(pilot, by, today));
        (State, CancelReason) = (WorkshopState.Cancelled, reason);
    }

    public Refusal? WhyNotReport(Pilot pilot, ProgrammeMember by, DateOnly today) =>
        pilot.WhyNotKeep(by, today)
        ?? (State == WorkshopState.Cancelled ? new Refusal("workshop-not-planned") : Day > today ? new Refusal("workshop-not-yet") : null);

    /// <summary>Slips for feedback are for those who came: it was held and its participants are counted.</summary>
    public Refusal? WhyNotMakeSlips(Pilot pilot, ProgrammeMember by, DateOnly today) =>
        WhyNotReport(pilot, by, today) ?? (State == WorkshopState.Held ? null : new Refusal("workshop-not-yet"));

    public static Refusal? WhyNotCount(IReadOnlyDictionary<ParticipantGroup, int> counts) =>
        counts.Values.Sum() is < 1 or > MostParticipants || counts.Values.Any(c => c < 0) ? new Refusal("workshop-participants", MostParticipants) : null;

    /// <summary>It was held: how many of which group came, and what it brought. Said again, it is corrected.</summary>
    public void Report(Pilot pilot, IReadOnlyDictionary<ParticipantGroup, int> counts, string? result, ProgrammeMember by, DateOnly today)
    {
        Refusal.If(WhyNotReport(pilot, by, today) ?? WhyNotCount(counts));
        State = WorkshopState.Held;
        Result = result;
        foreach (var group in Enum.GetValues<ParticipantGroup>())
        {
            var count = counts.GetValueOrDefault(group);
            if (attendances.Find(a => a.Group == group) is { } known)
                known.Correct(count);
            else if (count > 0)
                attendances.Add(new WorkshopAttendance(this, group, count));
        }
    }

    private void Say(WorkshopPlan plan) => (Day, Place, Moderation) = (plan.Day, plan.Place, plan.Moderation);
}

/// <summary>Where a workshop stands; what was held or cancelled stays so.</summary>
public enum WorkshopState
{
    Planned,
    Held,
    Cancelled,
}

/// <summary>For whom somebody came. One person is counted once.</summary>
public enum ParticipantGroup
{
    Administration,
    Employment,
    Education,
    Welfare,
    Employers,
    Volunteers,
    Refugees,
    Politics,
    Others,
}

/// <summary>How many came from a group.</summary>
public sealed class WorkshopAttendance : IOfPilot
{
    private WorkshopAttendance()
    {
    }

    internal WorkshopAttendance(Workshop workshop, ParticipantGroup group, int count) =>
        (PilotId, WorkshopId, Group, Count) = (workshop.PilotId, workshop.Id, group, count);

    public Guid PilotId { get; private set; }

    public Guid WorkshopId { get; private set; }

    public ParticipantGroup Group { get; private set; }

    public int Count { get; private set; }

    internal void Correct(int count) => Count = count;
}

/// <summary>A published format, as it was called when it was chosen.</summary>
public sealed record WorkshopFormat(Guid Id, string Slug, string Title);

/// <summary>When, where and by whom.</summary>
public sealed record WorkshopPlan(DateOnly Day, string Place, string Moderation);
