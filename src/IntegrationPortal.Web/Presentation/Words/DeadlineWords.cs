using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Web.Presentation.Path;

namespace IntegrationPortal.Web.Presentation.Words;

/// <summary>Deadlines as a path shows them: the date, how long there is still time, and where the deadline comes from.</summary>
public sealed class DeadlineWords(TimeWords time, KindWords kinds)
{
    /// <summary>A planned step this far ahead is shown by its month: its projected day would claim more than is known.</summary>
    private const int MonthIsEnough = 60;

    /// <summary>The deadline of an open step; null for one that is over or has none.</summary>
    public DeadlineView? Of(CaseStep step, WorkingCalendar calendar)
    {
        if (!step.State.IsOpen() || step.DueOn is not { } due)
            return null;
        var (when, note) = due < time.Today ? (time.Left(calendar, due), time.Plain(due))
            : step is { State: StepState.Planned, EventOn: null } && due.DayNumber - time.Today.DayNumber > MonthIsEnough ? (time.Month(due), (string?)null)
            : (time.Plain(due), time.Left(calendar, due));
        return new DeadlineView(when, Source(step), Overdue: due < time.Today)
        {
            Left = note,
            Since = step.EventOn is { } since ? time.Plain(since) : null,
            Irrevocable = step.IsIrrevocable,
        };
    }

    /// <summary>The paragraph of a statutory deadline, otherwise that nobody promised it.</summary>
    public string? Source(CaseStep step) =>
        step.DeadlineKind == DeadlineKind.Statutory ? step.LegalBasis : kinds[step.DeadlineKind];
}
