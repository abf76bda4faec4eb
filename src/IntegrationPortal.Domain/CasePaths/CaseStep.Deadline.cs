using IntegrationPortal.Domain.Calendar;

namespace IntegrationPortal.Domain.CasePaths;

/// <summary>Until when: from the steps before it, from the day it was begun, or from the event that the law names.</summary>
public sealed partial class CaseStep
{
    /// <summary>An event longer ago is a slip of the year.</summary>
    public const int MostYearsSinceEvent = 5;

    public DateOnly? DueOn { get; private set; }

    /// <summary>How many of <see cref="LawUnit"/>; both are there or neither.</summary>
    public int? LawValue { get; private set; }

    public LawUnit? LawUnit { get; private set; }

    /// <summary>The deadline as the law states it; null where there is none or the law reckons in working days.</summary>
    public LawPeriod? Law => LawPeriod.Of(LawValue, LawUnit);

    /// <summary>The deadline runs from an event, whose day people may say: it is seldom the one on which somebody begins.</summary>
    public bool RunsFromEvent => Law is not null;

    /// <summary>Once the deadline is over a right is lost for good.</summary>
    public bool IsIrrevocable { get; private set; }

    /// <summary>
    /// The day of the event since which the deadline of the law runs. It is not counted; nothing but saying another moves it: no deed on the
    /// case, no handover.
    /// </summary>
    public DateOnly? EventOn { get; private set; }

    /// <summary>May a deadline run since that day?</summary>
    public static Refusal? WhyNotSince(DateOnly eventOn, DateOnly today) =>
        eventOn > today ? new Refusal("step-event-in-future")
        : eventOn < today.AddYears(-MostYearsSinceEvent) ? new Refusal("step-event-long-ago", MostYearsSinceEvent)
        : null;

    /// <summary>Since when the deadline of the law runs, as somebody has said it.</summary>
    internal void RunSince(DateOnly eventOn, DateOnly today)
    {
        Refusal.If(RunsFromEvent ? WhyNotSince(eventOn, today) : new Refusal("step-without-event", Title));
        EventOn = eventOn;
    }

    /// <summary>What comes before it has happened: where nobody has said the day of the event, the deadline of the law runs from now and moves no more.</summary>
    internal void ComeUp(DateOnly today)
    {
        if (RunsFromEvent)
            EventOn ??= today;
    }

    /// <summary>A step not begun has a deadline that moves with the steps before it; one of the law follows from its event alone, begun or not.</summary>
    /// <param name="before">When the steps before it will be done.</param>
    internal void Project(DateOnly before, WorkingCalendar calendar)
    {
        if (State == StepState.Planned || EventOn is not null)
            DueOn = DueAfter(EventOn ?? before, calendar);
    }

    /// <summary>From the day it is begun a step has a deadline of its own, also when it begins with what blocks it; until then it was projected.</summary>
    private void Begin(DateOnly today, WorkingCalendar calendar)
    {
        if (StartedOn is not null)
            return;
        ComeUp(today);
        (StartedOn, DueOn) = (today, DueAfter(EventOn ?? today, calendar));
    }

    /// <summary>The working days, or what the law says where that is earlier: months of many holidays are longer in working days than they are.</summary>
    private DateOnly DueAfter(DateOnly day, WorkingCalendar calendar)
    {
        var expected = calendar.Add(day, ExpectedWorkingDays);
        return Law is { } law && calendar.Add(day, law) is var last && last < expected ? last : expected;
    }
}
