using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.CasePaths;

/// <summary>What can be done with the steps of a case, and by whom.</summary>
public sealed partial class CasePath
{
    /// <summary>Asked by the page: may this officer work on this step? Its responsible actor, the lead, or a taking-part coordination.</summary>
    public Refusal? WhyNotWork(Officer by, CaseStep step) =>
        WhyNotWrite(by) is { } no ? no
        : by.ActorId == step.ResponsibleActorId || by.ActorId == LeadActorId || by.Coordinates ? null
        : new Refusal("step-not-yours", step.Title);

    public Refusal? WhyNotStart(Officer by, CaseStep step) => WhyNotWork(by, step) ?? WhyNotMove(step, StepState.Active);

    public Refusal? WhyNotFinish(Officer by, CaseStep step) => WhyNotWork(by, step) ?? WhyNotMove(step, StepState.Done);

    public Refusal? WhyNotSkip(Officer by, CaseStep step) => WhyNotWork(by, step) ?? WhyNotMove(step, StepState.Skipped);

    public Refusal? WhyNotBlock(Officer by, CaseStep step) => WhyNotWork(by, step) ?? WhyNotMove(step, StepState.Blocked);

    public Refusal? WhyNotAddStep(Officer by) => WhyNotSteer(by);

    /// <param name="eventOn">Since when its deadline of the law runs; what is known already, or else today, where nobody says it.</param>
    public void Start(Guid stepId, Officer by, WorkingCalendar calendar, DateTimeOffset now, DateOnly? eventOn = null)
    {
        var step = Step(stepId);
        Refusal.If(WhyNotStart(by, step));
        if (eventOn is { } day)
            step.RunSince(day, GermanTime.DayOf(now));
        step.Start(GermanTime.DayOf(now), calendar);
        Project(GermanTime.DayOf(now), calendar);
        Record(CaseEventKind.StepStarted, by, now, step.Id, subject: step.TitleDe);
    }

    /// <summary>A step that has results is finished with one of them, and no other step with any.</summary>
    /// <param name="template">The version by which the step runs; it says which results it has.</param>
    public Refusal? WhyNotResult(CaseStep step, string? result, ProcessTemplate template) =>
        (template.Key, template.Version) != TemplateOf(step) ? throw new ArgumentException("The step runs by another template.", nameof(template))
        : template.ResultsOf(step) is not { Count: > 0 } results ? (result is null ? null : new Refusal("step-without-result", step.Title))
        : results.Any(r => r.Code == result) ? null
        : new Refusal("step-result-missing", step.Title);

    /// <summary>The step right after this one in its process, when it still waits and its deadline of the law runs from an event: that this one is done.</summary>
    public CaseStep? SetOffBy(CaseStep step) =>
        steps.Where(s => s.State.IsOpen() && s.FurtherKey == step.FurtherKey && s.Position > step.Position).MinBy(s => s.Position)
            is { State: StepState.Planned, RunsFromEvent: true } next ? next : null;

    /// <param name="on">The day it was done, where that was before today.</param>
    /// <param name="nextEventOn">Since when the deadline of the step that this one sets off runs; the day it was done where nobody says it.</param>
    public void Finish(
        Guid stepId, string? result, ProcessTemplate template, Officer by, WorkingCalendar calendar, DateTimeOffset now, DateOnly? on = null, DateOnly? nextEventOn = null)
    {
        var step = Step(stepId);
        var day = on ?? GermanTime.DayOf(now);
        Refusal.If(WhyNotFinish(by, step) ?? WhyNotResult(step, result, template) ?? WhyNotDoneOn(day, now));
        SetOff(step, nextEventOn ?? SetOffBy(step)?.EventOn ?? on, GermanTime.DayOf(now));
        step.Finish(result, day);
        Project(GermanTime.DayOf(now), calendar);
        Record(CaseEventKind.StepFinished, by, now, step.Id, subject: step.TitleDe, reason: result, happenedAt: MomentOf(day, now));
    }

    public void Skip(Guid stepId, string reason, Officer by, WorkingCalendar calendar, DateTimeOffset now)
    {
        var step = Step(stepId);
        Refusal.If(WhyNotSkip(by, step));
        step.Skip(reason, GermanTime.DayOf(now));
        Project(GermanTime.DayOf(now), calendar);
        Record(CaseEventKind.StepSkipped, by, now, step.Id, subject: step.TitleDe, reason: reason);
    }

    public void Block(Guid stepId, BlockReason why, string? more, Officer by, WorkingCalendar calendar, DateTimeOffset now)
    {
        var step = Step(stepId);
        Refusal.If(WhyNotBlock(by, step));
        step.Block(why, more, GermanTime.DayOf(now), calendar);
        Project(GermanTime.DayOf(now), calendar);
        Record(CaseEventKind.StepBlocked, by, now, step.Id, subject: step.TitleDe, reason: why.ToString());
    }

    /// <summary>Adds a step outside any template, after another one or at the end, in the same line. The lead answers for it, whoever adds it.</summary>
    /// <param name="leadKind">The kind of the actor that leads; of another kind than the step it only stands in.</param>
    public CaseStep AddStep(AddedStep added, string leadKind, Officer by, WorkingCalendar calendar, DateTimeOffset now)
    {
        Refusal.If(WhyNotAddStep(by) ?? added.Deadline.WhyNot(GermanTime.DayOf(now)));
        var before = added.After is { } after ? Step(after) : steps.MaxBy(s => s.Position);
        var position = (before?.Position ?? 0) + 1;
        foreach (var later in steps.Where(s => s.Position >= position))
            later.Move(later.Position + 1);
        var step = CaseStep.Add(this, position, before?.Stage ?? new Bilingual("", ""), added, before?.FurtherKey);
        step.Assign(LeadActorId, standsIn: added.ResponsibleKind != leadKind);
        if (added.Deadline.EventOn is { } eventOn)
            step.RunSince(eventOn, GermanTime.DayOf(now));
        steps.Add(step);
        Project(GermanTime.DayOf(now), calendar);
        Record(CaseEventKind.StepAdded, by, now, step.Id, subject: step.TitleDe);
        return step;
    }

    private void SetOff(CaseStep done, DateOnly? eventOn, DateOnly today)
    {
        var next = SetOffBy(done);
        if (eventOn is { } day)
            next?.RunSince(day, today);
        next?.ComeUp(today);
    }

    private static Refusal? WhyNotMove(CaseStep step, StepState to) =>
        StepMoves.Allow(step.State, to) ? null : new Refusal("step-cannot-move", step.Title, step.State, to);
}
