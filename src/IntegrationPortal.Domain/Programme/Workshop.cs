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

/// <summary>
/// The right to answer once. Its link is printed on a slip that somebody takes from the table; who took which nobody knows, and an answer
/// does not say with which it was given.
/// </summary>
public sealed class FeedbackSlip : IOfPilot
{
    /// <summary>For a large hall.</summary>
    public const int Most = 200;

    private FeedbackSlip()
    {
    }

    public FeedbackSlip(Workshop workshop, int number) => (PilotId, WorkshopId, Number) = (workshop.PilotId, workshop.Id, number);

    public Guid PilotId { get; private set; }

    public Guid WorkshopId { get; private set; }

    public int Number { get; private set; }

    public bool IsUsed { get; private set; }
}

/// <summary>A statement that participants rate from 1 (not true) to 5 (true).</summary>
public sealed class FeedbackItem
{
    public required string Key { get; init; }

    public int Position { get; init; }

    public required string TextDe { get; init; }

    public required string TextEn { get; init; }

    public Bilingual Text => new(TextDe, TextEn);

    public DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }

    public required string Source { get; init; }

    public bool IsInForceOn(DateOnly day) => day >= ValidFrom && !(day > ValidTo);
}

/// <summary>
/// What somebody answered to one statement, or a remark. Which answers belong together, when they were given and with which slip is not
/// stored; nobody reads the rows, only what five or more of them say together.
/// </summary>
public sealed class FeedbackAnswer
{
    public const int RemarkLength = 1000;

    /// <summary>So many answers before anything is shown.</summary>
    public const int Fewest = 5;

    private FeedbackAnswer()
    {
    }

    public Guid Id { get; private set; }

    public Guid PilotId { get; private set; }

    public Guid WorkshopId { get; private set; }

    /// <summary>Null for a remark.</summary>
    public string? ItemKey { get; private set; }

    /// <summary>1 (not true) to 5 (true).</summary>
    public int? Value { get; private set; }

    public string? Remark { get; private set; }

    /// <summary>For the demo: the portal itself writes answers only through the database.</summary>
    public static FeedbackAnswer Of(Workshop workshop, string? itemKey, int? value, string? remark) =>
        new() { Id = Guid.NewGuid(), PilotId = workshop.PilotId, WorkshopId = workshop.Id, ItemKey = itemKey, Value = value, Remark = remark };
}
