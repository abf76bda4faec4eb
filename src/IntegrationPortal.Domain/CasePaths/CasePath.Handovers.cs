using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.CasePaths;

/// <summary>What an answered handover does to the case. The handover has checked who may; this moves what must move with it.</summary>
public sealed partial class CasePath
{
    /// <summary>
    /// What lies with whom: the lead (which is no step) and each open step. Before and after a deed it says from whom something went and
    /// to whom it came.
    /// </summary>
    public IReadOnlySet<(Guid? StepId, Guid ActorId)> Responsibilities() =>
        steps.Where(s => s.State.IsOpen()).Select(s => ((Guid?)s.Id, s.ResponsibleActorId)).Append((null, LeadActorId)).ToHashSet();

    /// <summary>Can lead and steps still move? Not when the lead, or a step, has gone to another actor since it was sent.</summary>
    public Refusal? WhyNotTakeOn(Handover handover) =>
        WhyNotRunning() is { } closed ? closed
        : handover.Kind == HandoverKind.Transfer && LeadActorId != handover.PreviousLeadActorId ? new Refusal("handover-lead-elsewhere")
        : handover.Steps.FirstOrDefault(IsElsewhere(handover)) is { } taken ? new Refusal("handover-step-elsewhere", taken.Title)
        : null;

    /// <summary>After acceptance: the receiver is responsible for the steps, and leads after a transfer.</summary>
    /// <param name="events">Of steps with a deadline of the law the day since when it runs, where the receiver says it; otherwise it runs on.</param>
    public void TakeOn(
        Handover handover, Officer by, WorkingCalendar calendar, DateTimeOffset now, IReadOnlyDictionary<Guid, DateOnly>? events = null)
    {
        Refusal.If(WhyNotTakeOn(handover));
        var today = GermanTime.DayOf(now);
        foreach (var step in handover.Steps.Select(s => Step(s.StepId)).Where(s => s.State.IsOpen()))
        {
            step.Assign(handover.ToActorId, standsIn: false, handover.Id);
            if (events is not null && events.TryGetValue(step.Id, out var eventOn))
                step.RunSince(eventOn, today);
            if (step.State == StepState.Planned)
                step.Start(today, calendar);
        }

        if (handover.Kind == HandoverKind.Transfer)
        {
            foreach (var step in steps.Where(s => s.StandsIn && s.State.IsOpen()))
                step.Assign(handover.ToActorId, standsIn: step.ResponsibleKind != by.ActorKind, handover.Id);
            MoveLead(handover.ToActorId, handover, by, now);
        }

        Settle(now, today, calendar);
    }

    /// <summary>May the lead still go back? Not when the receiver has passed it on since, nor to somebody who has left.</summary>
    public Refusal? WhyNotTakeBack(Handover handover) =>
        WhyNotRunning() is { } closed ? closed
        : handover.Kind != HandoverKind.Transfer ? null
        : LeadActorId != handover.ToActorId ? new Refusal("handover-lead-moved-on")
        : TakesPart(handover.PreviousLeadActorId) ? null
        : new Refusal("handover-lead-has-left");

    /// <summary>After a return: steps and lead go back as they were; a step whose actor only stood in for the lead, or has left, goes to the lead.</summary>
    public void TakeBack(Handover handover, Officer by, WorkingCalendar calendar, DateTimeOffset now)
    {
        Refusal.If(WhyNotTakeBack(handover));
        if (handover.Kind == HandoverKind.Transfer)
            MoveLead(handover.PreviousLeadActorId, handover, by, now);
        var stays = ParticipationOf(handover.ToActorId)?.StaysWithout(handover.Id) == true;
        foreach (var step in steps.Where(s => s.State.IsOpen() && s.ResponsibleActorId == handover.ToActorId))
        {
            var handed = handover.Steps.FirstOrDefault(h => h.StepId == step.Id);
            if (handed is { PreviousStoodIn: false } && TakesPart(handed.PreviousActorId) && (stays || handed.PreviousActorId != handover.ToActorId))
                step.Assign(handed.PreviousActorId, standsIn: false);
            else if (!stays || handed is not null || step.GivenByHandoverId == handover.Id || (step.StandsIn && LeadActorId != handover.ToActorId))
                step.Assign(LeadActorId, standsIn: true);
        }

        Settle(now, GermanTime.DayOf(now), calendar);
    }

    /// <summary>After a return: the receiver loses what this handover gave it. Saved last, since it closes the case to the one who saves.</summary>
    public void Leave(Handover handover, DateTimeOffset now) =>
        ParticipationOf(handover.ToActorId)?.Uncover(handover.Id, now, GermanTime.DayOf(now));

    /// <summary>The steps that completing this handover finishes: those that its receiver has not passed on.</summary>
    public IEnumerable<CaseStep> OpenStepsOf(Handover handover) =>
        handover.Steps.Select(s => Step(s.StepId)).Where(s => s.State.IsOpen() && s.ResponsibleActorId == handover.ToActorId).OrderBy(s => s.Position);

    /// <summary>After completion: the steps handed over are done, each that has results with one of them.</summary>
    /// <param name="templateOf">The version by which each step runs; they may be of several processes.</param>
    public void Conclude(
        Handover handover, IReadOnlyDictionary<Guid, string> results, Func<CaseStep, ProcessTemplate> templateOf, Officer by, WorkingCalendar calendar, DateTimeOffset now)
    {
        Refusal.If(WhyNotRunning());
        var today = GermanTime.DayOf(now);
        foreach (var step in OpenStepsOf(handover).ToList())
        {
            var result = results.GetValueOrDefault(step.Id);
            Refusal.If(WhyNotResult(step, result, templateOf(step)));
            if (step.State == StepState.Planned)
                step.Start(today, calendar);
            SetOff(step, null, today);
            step.Finish(result, today);
            Record(CaseEventKind.StepFinished, by, now, step.Id, handover.Id, subject: step.TitleDe, reason: result);
        }

        Settle(now, today, calendar);
    }

    /// <summary>May this officer open the case for 24 hours with a reason? Only the coordination, and only when it does not take part.</summary>
    public Refusal? WhyNotBreakGlass(Officer by, DateTimeOffset now) =>
        !by.Coordinates ? new Refusal("break-glass-coordination-only")
        : ParticipationOf(by.ActorId)?.HoldsAt(now) == true ? new Refusal("break-glass-not-needed")
        : null;

    /// <summary>Opens the case to the coordination for 24 hours. The data protection officer and the lead actor must be told at once.</summary>
    public Participation BreakGlass(string reason, Officer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotBreakGlass(by, now));
        var today = GermanTime.DayOf(now);
        var mine = ParticipationOf(by.ActorId);
        if (mine is null)
            participations.Add(mine = Participation.Join(TenantId, Id, by.ActorId, today, now));
        mine.BreakGlass(today, now);
        Record(CaseEventKind.AccessBroken, by, now, reason: reason);
        return mine;
    }

    /// <summary>Ends grounds whose last day has passed. Who still answers for something keeps the path, without any fact about the person.</summary>
    public void Lapse(DateTimeOffset now)
    {
        foreach (var participation in participations.Where(p => p.Lapse(GermanTime.DayOf(now), now, AnswersForSomething(p.ActorId))).ToList())
            Record(CaseEventKind.GroundsLapsed, null, now, otherActorId: participation.ActorId);
    }

    /// <summary>Writes down that something was recorded in a category; only those who see the category see the event.</summary>
    public void Note(CaseEventKind kind, DataCategory category, string? subject, Officer by, DateTimeOffset now) =>
        Record(kind, by, now, subject: subject, category: category);

    private bool AnswersForSomething(Guid actorId) =>
        actorId == LeadActorId || steps.Any(s => s.ResponsibleActorId == actorId && s.State.IsOpen());

    private void MoveLead(Guid toActorId, Handover handover, Officer by, DateTimeOffset now)
    {
        (LeadActorId, LeadSince) = (toActorId, GermanTime.DayOf(now));
        Record(CaseEventKind.LeadMoved, by, now, handoverId: handover.Id, otherActorId: toActorId);
    }

    /// <summary>For good, so that lead and steps can be given to it: an emergency is over within a day.</summary>
    private bool TakesPart(Guid actorId) => ParticipationOf(actorId) is { IsActive: true, Until: null };

    // A step is free to go from whom it lay with when it was sent, from a lead that only stands in, and of course from the receiver itself.
    private Func<HandoverStep, bool> IsElsewhere(Handover handover) => handed =>
        Step(handed.StepId) is { StandsIn: false } step && step.State.IsOpen()
        && step.ResponsibleActorId != handed.PreviousActorId && step.ResponsibleActorId != handover.ToActorId;

    private void Settle(DateTimeOffset now, DateOnly today, WorkingCalendar calendar)
    {
        Project(today, calendar);
        LastActivityAt = now;
        foreach (var participation in participations)
            participation.Touch(now, NextDueOn, ClosedOn);
    }
}
