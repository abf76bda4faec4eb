using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Presentation.Path;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Cases;

/// <summary>Draws the path of a case: its steps in stages, handovers before the first step they are about.</summary>
public sealed class DrawPath(
    IStringLocalizer<CasesTexts> words, KindWords kinds, TimeWords time, DeadlineWords deadlines, ReferenceCatalogue catalogue)
{
    /// <param name="takesPart">False for the coordination that only looks: it reads where a path stands still, and not why.</param>
    public PathView Of(CaseFile file, Officer by, bool takesPart, WorkingCalendar calendar)
    {
        var current = Current(file.Path);
        var handovers = file.Handovers.ToLookup(h => FirstStep(file.Path, h.Handover));
        var processes = file.Path.Templates;
        var stages = new List<StageView>();
        foreach (var process in processes)
        {
            var begins = processes.Count > 1 ? new ProcessView(catalogue.NamesOf([process]), Version(process)) : null;
            var lines = new List<PathLine>();
            var (stage, number) = ((string?)null, 0);
            foreach (var step in file.Path.Steps.Where(s => file.Path.TemplateOf(s) == process).OrderBy(s => s.Position))
            {
                if (stage != step.Stage.ToString())
                {
                    stages.Add(new StageView(stage = step.Stage.ToString(), lines = []) { Begins = begins });
                    begins = null;
                }

                var (behind, around) = (handovers[step.Id].Where(h => IsBehind(file.Path, h.Handover)), handovers[step.Id].Where(h => !IsBehind(file.Path, h.Handover)));
                lines.AddRange(around.Select(h => Line(file, h.Handover, by)));
                lines.Add(Step(file, step, ++number, current, takesPart, by, calendar) with { Handover = Done(behind, by) });
            }
        }

        return new PathView(words["path", catalogue.NamesOf(processes)], processes.Count > 1 ? null : Version(processes[0]), stages);
    }

    private string? Version((string Key, int Version) process) =>
        catalogue.Template(process.Key, process.Version) is { } template ? words["path-version", template.Key, time.Plain(template.ValidFrom)].Value : null;

    /// <summary>The step that it is about now: the first that somebody works on, else the first planned one.</summary>
    public static CaseStep? Current(CasePath path) => path.ClosedOn is not null ? null :
        path.Steps.Where(s => s.State.IsOpen()).OrderBy(s => s.State == StepState.Planned).ThenBy(s => s.Position).FirstOrDefault();

    private StepView Step(CaseFile file, CaseStep step, int number, CaseStep? current, bool takesPart, Officer by, WorkingCalendar calendar)
    {
        var href = $"/cases/{step.CaseId}/steps/{step.Id}";
        return new StepView(number, step.Title.ToString(), Enum.Parse<StepLook>(step.State.ToString()), Responsible(file, step, by))
        {
            Id = $"step-{step.Id:N}",
            IsCurrent = step == current,
            Note = Note(file.Path, step, takesPart),
            Deadline = file.Path.ClosedOn is null ? deadlines.Of(step, calendar) : null,
            Href = takesPart ? href : null,
            Actions = !takesPart || !OffersDeeds(file, step, current) ? [] : Deeds(file.Path, step, href, by),
        };
    }

    /// <summary>
    /// A step in work, the first open one of another process, one whose deadline of the law runs, and the current one. What the card above offers is not offered twice, but while a
    /// handover is open it is about that.
    /// </summary>
    private static bool OffersDeeds(CaseFile file, CaseStep step, CaseStep? current) =>
        step == current ? DrawWhatNow.OpenHandovers(file).Any()
        : step.State is StepState.Active or StepState.Blocked || (step.IsCurrent && (step.FurtherKey != current?.FurtherKey || step.EventOn is not null));

    private List<ActionView> Deeds(CasePath path, CaseStep step, string href, Officer by)
    {
        var deeds = new List<ActionView>();
        var about = step.Title.ToString();
        if (path.WhyNotFinish(by, step) is null)
            deeds.Add(new ActionView(words["finish"], $"{href}/finish") { Posts = !catalogue.AsksBeforeFinish(path, step), About = about });
        if (path.WhyNotStart(by, step) is null)
            deeds.Add(new ActionView(words[step.State == StepState.Blocked ? "go-on" : "start"], $"{href}/start", "tertiary") { Posts = !step.RunsFromEvent, About = about });
        return deeds;
    }

    private string Responsible(CaseFile file, CaseStep step, Officer by)
    {
        var name = file.NameOf(step.ResponsibleActorId);
        if (!step.State.IsOpen())
            return name;
        // Whom else it was offered to no longer matters once somebody has accepted.
        if (file.Handovers.FirstOrDefault(h => h.Handover.State.IsOpen() && h.Handover.Steps.Any(s => s.StepId == step.Id) && file.Path.WhyNotTakeOn(h.Handover) is null) is { } waiting)
            return words["after-acceptance", file.NameOf(waiting.Handover.ToActorId)];
        if (!step.StandsIn || catalogue.ActorKind(step.ResponsibleKind) is not { } kind)
            return name;
        return step.ResponsibleActorId == by.ActorId ? words["stands-in-own", kind.Name] : words["stands-in", kind.Name, name];
    }

    private string? Note(CasePath path, CaseStep step, bool takesPart) => step switch
    {
        _ when path.ClosedOn is not null && step.State.IsOpen() => words["open-when-closed"],
        // Who does not take part learns neither how a step ended nor why it was skipped or stands still: both tell of the person.
        { State: StepState.Done, EndedOn: { } ended } => takesPart && catalogue.ResultOf(path, step) is { } result ? $"{time.Plain(ended)} · {result}" : time.Plain(ended),
        { State: StepState.Skipped } => takesPart ? step.Reason : null,
        { State: StepState.Blocked, BlockReason: { } why } => !takesPart ? words["blocked"]
            : step.Reason is { Length: > 0 } more ? words["blocked-because-more", kinds[why], more]
            : words["blocked-because", kinds[why]],
        _ => null,
    };

    private HandoverLine Line(CaseFile file, Handover handover, Officer by)
    {
        var to = file.NameOf(handover.ToActorId);
        var day = time.Plain(handover.State.IsOpen() ? handover.SentAt : handover.ChangedAt);
        return new HandoverLine(words[$"handover-{handover.State}", to, day], Href(handover, by))
        {
            Late = handover.State is HandoverState.Declined or HandoverState.Expired or HandoverState.Returned
                || (handover.State.IsOpen() && handover.Alarm >= HandoverAlarm.Escalation),
        };
    }

    /// <summary>Its steps are over and nobody acts on it any more: what became of it stands in the step, and what came to nothing in the timeline.</summary>
    private static bool IsBehind(CasePath path, Handover handover) =>
        !handover.State.IsOpen() && !handover.State.IsRunning() && path.Steps.Where(s => handover.Steps.Any(h => h.StepId == s.Id)).All(s => !s.State.IsOpen());

    private HandoverLine? Done(IEnumerable<HandoverRow> behind, Officer by) =>
        behind.LastOrDefault(h => h.Handover.State == HandoverState.Completed) is { } row && Href(row.Handover, by) is { } href ? new HandoverLine(words["see-handover"], href) : null;

    private static string? Href(Handover handover, Officer by) =>
        by.Coordinates || by.ActorId == handover.FromActorId || by.ActorId == handover.ToActorId ? $"/handovers/{handover.Id}" : null;

    private static Guid? FirstStep(CasePath path, Handover handover) =>
        path.Steps.Where(s => handover.Steps.Any(h => h.StepId == s.Id)).MinBy(s => s.Position)?.Id;
}
