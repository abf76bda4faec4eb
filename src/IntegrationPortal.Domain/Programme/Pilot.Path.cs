using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;

namespace IntegrationPortal.Domain.Programme;

/// <summary>The path: planned once, then reached or put off step by step.</summary>
public sealed partial class Pilot
{
    /// <summary>The first milestone that is not reached.</summary>
    public Milestone? Current => milestones.Where(m => m.ReachedOn is null).MinBy(m => m.Position);

    public int Reached => milestones.Count(m => m.ReachedOn is not null);

    public bool IsLateOn(DateOnly day) => Late(day) is not null;

    /// <summary>The milestone that it is about now, when its day has passed; those behind it wait for it and are not late themselves.</summary>
    public Milestone? Late(DateOnly day) => WithdrawnOn is null && Current is { } current && current.IsLateOn(day) ? current : null;

    public Milestone? Milestone(string stepKey) => milestones.Find(m => m.StepKey == stepKey);

    public Refusal? WhyNotPlan(ProgrammeMember by) =>
        WhyNotSteer(by)
        ?? (agreements.Count == 0 ? new Refusal("pilot-without-agreement") : milestones.Count > 0 ? new Refusal("pilot-path-planned") : null);

    /// <summary>Every step of the cycle gets its day: one after the other, each with the working days that the template expects.</summary>
    public void Plan(ProcessTemplate cycle, DateOnly from, WorkingCalendar calendar, ProgrammeMember by)
    {
        Refusal.If(WhyNotPlan(by));
        CycleVersion = cycle.Version;
        foreach (var step in cycle.Steps)
        {
            from = calendar.Add(from, step.ExpectedWorkingDays);
            milestones.Add(new Milestone(this, step.Key, step.Position, from));
        }
    }

    public Refusal? WhyNotReach(DateOnly? on, ProgrammeMember by, DateOnly today) =>
        WhyNotKeep(by, today)
        ?? (on > today ? new Refusal("milestone-in-future") : on < AppliedOn ? new Refusal("milestone-before-application") : null);

    /// <param name="on">The day it was reached; null when that was written down by mistake.</param>
    public void Reach(Milestone milestone, DateOnly? on, ProgrammeMember by, DateOnly today)
    {
        Refusal.If(WhyNotReach(on, by, today));
        milestone.Reach(on);
    }

    public Refusal? WhyNotDelay(Milestone milestone, DateOnly expectedOn, ProgrammeMember by, DateOnly today) =>
        WhyNotKeep(by, today)
        ?? (milestone.ReachedOn is not null ? new Refusal("milestone-reached")
        : expectedOn < today || expectedOn <= milestone.PlannedOn ? new Refusal("delay-not-later")
        : null);

    public MilestoneDelay Delay(Milestone milestone, Guid id, DelayReason reason, string text, DateOnly expectedOn, ProgrammeMember by, DateTimeOffset now)
    {
        Refusal.If(WhyNotDelay(milestone, expectedOn, by, GermanTime.DayOf(now)));
        var delay = new MilestoneDelay(milestone, id, reason, text, expectedOn, by, now);
        milestone.Delay(delay);
        return delay;
    }
}
