using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.CasePaths;

/// <summary>A step that was ended by mistake, or that is not over after all, is taken up again; what was stays in the timeline.</summary>
public sealed partial class CasePath
{
    /// <summary>Only who ended the step or leads: and nobody once a handover has gone out that others rely on.</summary>
    public Refusal? WhyNotReopen(Officer by, CaseStep step, StepEnd end) =>
        WhyNotWrite(by) is { } no ? no
        : step.State.IsOpen() ? new Refusal("step-not-over", step.Title)
        : by.ActorId != LeadActorId && by.ActorId != end.ByActorId ? new Refusal("step-ended-by-others", step.Title)
        : end.HandedOnSince ? new Refusal("step-handed-on-since", step.Title)
        : null;

    public void Reopen(Guid stepId, string reason, StepEnd end, Officer by, WorkingCalendar calendar, DateTimeOffset now)
    {
        var step = Step(stepId);
        Refusal.If(WhyNotReopen(by, step, end));
        step.Reopen();
        // Somebody always answers for what is open: where its actor has left since, the lead stands in.
        if (!TakesPart(step.ResponsibleActorId))
            step.Assign(LeadActorId, standsIn: true);
        Project(GermanTime.DayOf(now), calendar);
        Record(CaseEventKind.StepReopened, by, now, step.Id, subject: step.TitleDe, reason: reason);
    }

    /// <summary>Can a step have been done on this day? Not before there was a case, and not in the future.</summary>
    public Refusal? WhyNotDoneOn(DateOnly day, DateTimeOffset now) =>
        day > GermanTime.DayOf(now) ? new Refusal("step-day-in-future")
        : day < GermanTime.DayOf(OpenedAt) ? new Refusal("step-day-before-case", GermanTime.DayOf(OpenedAt))
        : null;

    /// <summary>An earlier day is told without an hour; its noon stands for it.</summary>
    private DateTimeOffset MomentOf(DateOnly day, DateTimeOffset now)
    {
        if (day == GermanTime.DayOf(now))
            return now;
        var noon = GermanTime.NoonOf(day);
        return noon < OpenedAt ? OpenedAt : noon;
    }
}

/// <summary>How a step came to its end.</summary>
/// <param name="ByActorId">Null where nothing tells.</param>
/// <param name="HandedOnSince">A handover of a later step has been sent since and is not back.</param>
public sealed record StepEnd(Guid? ByActorId, bool HandedOnSince);
