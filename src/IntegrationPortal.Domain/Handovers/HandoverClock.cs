using IntegrationPortal.Domain.Calendar;

namespace IntegrationPortal.Domain.Handovers;

/// <summary>After how many working days of the receiver somebody is reminded, both coordinators are told, and it goes back.</summary>
public sealed record HandoverClock(int Reminder, int Escalation, int Return)
{
    /// <summary>What was said already when so many working days were used up; the return is never taken as said.</summary>
    public HandoverAlarm RaisedAfter(int days) =>
        days >= Escalation ? HandoverAlarm.Escalation : days >= Reminder ? HandoverAlarm.Reminder : HandoverAlarm.None;
}

/// <summary>What the clock has to say about an unanswered handover.</summary>
public enum HandoverAlarm
{
    None,
    Reminder,
    Escalation,
    Return,
}

/// <summary>
/// The running clock of one side. A question stops the receiver's clock and starts the sender's; the answer lets the
/// receiver's run on with the days it had left.
/// </summary>
public sealed record RunningClock(DateOnly Since, DateOnly RemindOn, DateOnly AnswerBy, DateOnly ReturnOn)
{
    /// <param name="used">Working days the same side had already used.</param>
    public static RunningClock Start(HandoverClock clock, WorkingCalendar calendar, DateOnly today, int used = 0)
    {
        DateOnly After(int days) => days > used ? calendar.Add(today, days - used) : today;
        // Whoever gets an answer has at least one working day to read it.
        return new(today, After(clock.Reminder), After(clock.Escalation), calendar.Add(today, Math.Max(1, clock.Return - used)));
    }

    public HandoverAlarm AlarmOn(DateOnly today) =>
        today >= ReturnOn ? HandoverAlarm.Return
        : today >= AnswerBy ? HandoverAlarm.Escalation
        : today >= RemindOn ? HandoverAlarm.Reminder
        : HandoverAlarm.None;
}
