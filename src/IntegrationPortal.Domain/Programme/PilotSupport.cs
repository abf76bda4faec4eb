namespace IntegrationPortal.Domain.Programme;

/// <summary>How a pilot is doing, as its facilitator sees it.</summary>
public enum PilotLight
{
    Green,
    Yellow,
    Red,
}

/// <summary>Once a quarter the facilitator says how it goes. What was said stays.</summary>
public sealed class CheckIn : IOfPilot
{
    /// <summary>So long after the end of a quarter it may wait before the foundation is told.</summary>
    public const int DaysToAnswer = 30;

    private CheckIn()
    {
    }

    internal CheckIn(Pilot pilot, Guid id, Quarter quarter, PilotLight light, string text, ProgrammeMember by, DateTimeOffset now) =>
        (PilotId, Id, Year, Number, Light, Text, ByUserId, GivenAt) = (pilot.PilotId, id, quarter.Year, quarter.Number, light, text, by.UserId, now);

    public Guid PilotId { get; private set; }

    public Guid Id { get; private set; }

    public int Year { get; private set; }

    /// <summary>1 to 4.</summary>
    public int Number { get; private set; }

    public Quarter Quarter => new(Year, Number);

    public PilotLight Light { get; private set; }

    public string Text { get; private set; } = "";

    public Guid ByUserId { get; private set; }

    public DateTimeOffset GivenAt { get; private set; }

    /// <summary>Whoever accompanies a pilot since before this day has seen enough of the last quarter.</summary>
    public static DateOnly AskedSince(DateOnly today) => today.AddMonths(-2);
}

/// <summary>Why the foundation should look at a pilot.</summary>
public enum CheckInAlert
{
    Red,

    /// <summary>All is well, says the check-in, but the path is late.</summary>
    GreenAndLate,
    Missing,
}

/// <summary>A quarter of a calendar year.</summary>
public readonly record struct Quarter(int Year, int Number) : IComparable<Quarter>
{
    public DateOnly LastDay => new DateOnly(Year, Number * 3, 1).AddMonths(1).AddDays(-1);

    public Quarter Before => Number == 1 ? new Quarter(Year - 1, 4) : new Quarter(Year, Number - 1);

    public static Quarter Of(DateOnly day) => new(day.Year, ((day.Month - 1) / 3) + 1);

    public static bool operator <(Quarter left, Quarter right) => left.CompareTo(right) < 0;

    public static bool operator >(Quarter left, Quarter right) => left.CompareTo(right) > 0;

    public static bool operator <=(Quarter left, Quarter right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Quarter left, Quarter right) => left.CompareTo(right) >= 0;

    public int CompareTo(Quarter other) => (Year, Number).CompareTo((other.Year, other.Number));
}

/// <summary>The facilitator comes to the municipality.</summary>
public sealed class PilotVisit : IOfPilot
{
    private PilotVisit()
    {
    }

    internal PilotVisit(Pilot pilot, Guid id, DateOnly day, string purpose) => (PilotId, Id, Day, Purpose) = (pilot.PilotId, id, day, purpose);

    public Guid PilotId { get; private set; }

    public Guid Id { get; private set; }

    public DateOnly Day { get; private set; }

    public string Purpose { get; private set; } = "";

    public bool IsCancelled { get; private set; }

    internal void Cancel() => IsCancelled = true;
}

/// <summary>Something the programme wants to know from the municipality.</summary>
public sealed class PilotQuestion : IOfPilot
{
    private PilotQuestion()
    {
    }

    internal PilotQuestion(Pilot pilot, Guid id, string text, ProgrammeMember by, DateTimeOffset now) =>
        (PilotId, Id, Text, AskedByUserId, AskedAt) = (pilot.PilotId, id, text, by.UserId, now);

    public Guid PilotId { get; private set; }

    public Guid Id { get; private set; }

    public string Text { get; private set; } = "";

    public Guid AskedByUserId { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    public string? Answer { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    internal void Reply(string answer, DateTimeOffset now) => (Answer, AnsweredAt) = (answer, now);
}
