using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.CasePaths;

/// <summary>What an answered handover does to the case. The handover has checked who may; this moves what must move with it.</summary>
public sealed partial class CasePath
{
    /// <summary>After acceptance: the receiver is responsible for the steps, and leads after a transfer.</summary>
    public void TakeOn(Handover handover, Officer by, WorkingCalendar calendar, DateTimeOffset now)
    {
        var today = GermanTime.DayOf(now);
        foreach (var step in handover.Steps.Select(s => Step(s.StepId)).Where(s => s.State.IsOpen()))
        {
            step.Assign(handover.ToActorId, standsIn: false);
            if (step.State == StepState.Planned)
                step.Start(today, calendar);
        }

        if (handover.Kind == HandoverKind.Transfer)
            MoveLead(handover.ToActorId, handover, by, now);
        Settle(now, today, calendar);
    }

    /// <summary>May the lead still go back? Not when the receiver has passed it on since.</summary>
    public Refusal? WhyNotTakeBack(Handover handover) =>
        handover.Kind == HandoverKind.Transfer && LeadActorId != handover.ToActorId ? new Refusal("handover-lead-moved-on") : null;

    /// <summary>After a return: steps and lead go back as they were.</summary>
    public void TakeBack(Handover handover, Officer by, WorkingCalendar calendar, DateTimeOffset now)
    {
        Refusal.If(WhyNotTakeBack(handover));
        foreach (var handed in handover.Steps)
        {
            if (Step(handed.StepId) is { } step && step.ResponsibleActorId == handover.ToActorId && step.State.IsOpen())
                step.Assign(handed.PreviousActorId, handed.PreviousStoodIn);
        }

        if (handover.Kind == HandoverKind.Transfer)
            MoveLead(handover.FromActorId, handover, by, now);
        Settle(now, GermanTime.DayOf(now), calendar);
    }

    /// <summary>After a return: the receiver loses what this handover gave it. Saved last, since it closes the case to the one who saves.</summary>
    public void Leave(Handover handover, DateTimeOffset now) =>
        ParticipationOf(handover.ToActorId)?.Uncover(handover.Id, now, GermanTime.DayOf(now));

    /// <summary>After completion: the steps handed over are done.</summary>
    public void Conclude(Handover handover, Officer by, WorkingCalendar calendar, DateTimeOffset now)
    {
        var today = GermanTime.DayOf(now);
        foreach (var step in handover.Steps.Select(s => Step(s.StepId)).Where(s => s.State.IsOpen()))
        {
            if (step.State == StepState.Planned)
                step.Start(today, calendar);
            step.Finish(today);
            Record(CaseEventKind.StepFinished, by, now, step.Id, handover.Id, subject: step.TitleDe);
        }

        Settle(now, today, calendar);
    }

    /// <summary>May this officer open the case for 24 hours with a reason? Only the coordination, and only when it does not take part.</summary>
    public Refusal? WhyNotBreakGlass(Officer by) =>
        !by.Coordinates ? new Refusal("break-glass-coordination-only")
        : ParticipationOf(by.ActorId)?.IsActive == true ? new Refusal("break-glass-not-needed")
        : null;

    /// <summary>Opens the case to the coordination for 24 hours. The data protection officer and the lead actor must be told at once.</summary>
    public Participation BreakGlass(string reason, Officer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotBreakGlass(by));
        var today = GermanTime.DayOf(now);
        var mine = ParticipationOf(by.ActorId);
        if (mine is null)
            participations.Add(mine = Participation.Join(TenantId, Id, by.ActorId, today, now));
        mine.BreakGlass(today, now);
        Record(CaseEventKind.AccessBroken, by, now, reason: reason);
        return mine;
    }

    /// <summary>Ends grounds whose last day has passed.</summary>
    public void Lapse(DateTimeOffset now)
    {
        foreach (var participation in participations.Where(p => p.Lapse(GermanTime.DayOf(now), now)).ToList())
            Record(CaseEventKind.GroundsLapsed, null, now, otherActorId: participation.ActorId);
    }

    /// <summary>Writes down that something was recorded in a category; only those who see the category see the event.</summary>
    public void Note(CaseEventKind kind, DataCategory category, string? subject, Officer by, DateTimeOffset now) =>
        Record(kind, by, now, subject: subject, category: category);

    private void MoveLead(Guid toActorId, Handover handover, Officer by, DateTimeOffset now)
    {
        (LeadActorId, LeadSince) = (toActorId, GermanTime.DayOf(now));
        foreach (var step in steps.Where(s => s.StandsIn && s.State.IsOpen()))
            step.Assign(toActorId, standsIn: step.ResponsibleKind != by.ActorKind || by.ActorId != toActorId);
        Record(CaseEventKind.LeadMoved, by, now, handoverId: handover.Id, otherActorId: toActorId);
    }

    private void Settle(DateTimeOffset now, DateOnly today, WorkingCalendar calendar)
    {
        Project(today, calendar);
        LastActivityAt = now;
        foreach (var participation in participations)
            participation.Touch(now, NextDueOn);
    }
}
