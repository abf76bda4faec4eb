using IntegrationPortal.Domain;
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

namespace IntegrationPortal.Web.Features.CaseSteps;

/// <summary>Puts one step into words; offers exactly the deeds that the path allows.</summary>
public sealed class DrawStep(
    IStringLocalizer<CaseStepsTexts> words, KindWords kinds, TimeWords time, RefusalWords refusals, DeadlineWords deadlines, ReferenceCatalogue catalogue)
{
    /// <param name="end">How it came to its end; null while it is open.</param>
    public StepPage Page(
        CasePath path, CaseStep step, IReadOnlyDictionary<Guid, ActorName> actors, bool isHandedOver, StepEnd? end, Officer by, WorkingCalendar calendar)
    {
        var deeds = Deeds(path, step, isHandedOver, end, by);
        return new StepPage($"/cases/{path.Id}", path.Number, step.Title.ToString(), State(step), Responsible(step, actors))
        {
            Deadline = path.ClosedOn is null ? deadlines.Of(step, calendar) : null,
            Facts = [.. Facts(path, step).Where(f => f.Text.Length > 0)],
            Deeds = deeds,
            WhyNot = deeds.Count > 0 ? null : WhyNot(path, step, by),
        };
    }

    private List<ActionView> Deeds(CasePath path, CaseStep step, bool isHandedOver, StepEnd? end, Officer by)
    {
        var href = $"/cases/{path.Id}/steps/{step.Id}";
        var deeds = new List<ActionView>();
        void Offer(Refusal? no, string key, string address, bool posts = false)
        {
            if (no is null)
                deeds.Add(new ActionView(words[key], address, deeds.Count == 0 ? "primary" : "secondary") { Posts = posts });
        }

        Offer(path.WhyNotFinish(by, step), "finish", $"{href}/finish", posts: !catalogue.AsksBeforeFinish(path, step));
        Offer(path.WhyNotStart(by, step), step.State == StepState.Blocked ? "go-on" : "start", $"{href}/start", posts: !step.RunsFromEvent);
        if (step.State.IsOpen() && !isHandedOver)
        {
            Offer(path.WhyNotWrite(by) ?? Handover.WhyNotSender(path, HandoverKind.Referral, [step], by), "hand-over", $"/cases/{path.Id}/handovers/new?step={step.Id}");
        }

        // Where "done" is done at once there is a page only for what was done on another day.
        if (!catalogue.AsksForResult(path, step))
            Offer(path.WhyNotFinish(by, step), "finish-earlier", $"{href}/finish");
        Offer(path.WhyNotBlock(by, step), "block", $"{href}/block");
        Offer(path.WhyNotSkip(by, step), "skip", $"{href}/skip");
        if (end is not null)
            Offer(path.WhyNotReopen(by, step, end), "reopen", $"{href}/reopen");
        return deeds;
    }

    private string? WhyNot(CasePath path, CaseStep step, Officer by) =>
        path.WhyNotWork(by, step) is { } no ? refusals[no] : step.State.IsOpen() ? null : words["step-over"].Value;

    private string State(CaseStep step) => step switch
    {
        { State: StepState.Done, EndedOn: { } ended } => words["state-done", time.Plain(ended)],
        { State: StepState.Skipped, Reason: { } reason } => words["state-skipped", reason],
        { State: StepState.Blocked, BlockReason: { } why } => step.Reason is { Length: > 0 } more
            ? words["state-blocked-more", kinds[why], more]
            : words["state-blocked", kinds[why]],
        { State: StepState.Active, StartedOn: { } started } => words["state-active", time.Plain(started)],
        _ => kinds[step.State],
    };

    private string Responsible(CaseStep step, IReadOnlyDictionary<Guid, ActorName> actors)
    {
        var name = actors.GetValueOrDefault(step.ResponsibleActorId)?.Name ?? "";
        return step.StandsIn && step.State.IsOpen() && catalogue.ActorKind(step.ResponsibleKind) is { } kind
            ? words["stands-in", kind.Name, name]
            : name;
    }

    /// <summary>Working days beside a period of the law are those of a template; of an added step the law alone counts.</summary>
    private string Expected(CaseStep step) => step switch
    {
        { Law: { } law, TemplateKey: null } => time.Period(law),
        { Law: { } law } => words["expected-law", time.Period(law), time.Length(step.ExpectedWorkingDays)],
        _ => time.Length(step.ExpectedWorkingDays),
    };

    private IEnumerable<(string Key, string Text)> Facts(CasePath path, CaseStep step)
    {
        var known = catalogue.StepOf(path, step);
        yield return (words["process"], path.FurtherTemplates.Count > 0 ? catalogue.NamesOf([path.TemplateOf(step)]) : "");
        yield return (words["result"], catalogue.ResultOf(path, step)?.ToString() ?? "");
        yield return (words["expected"], $"{Expected(step)} ({kinds[step.DeadlineKind]})");
        yield return (words["basis"], step.LegalBasis ?? "");
        if (known is null)
            yield break;
        yield return (words["entry"], known.Entry.ToString());
        yield return (words["exit"], known.Exit.ToString());
        yield return (words["documents"], known.Documents.ToString());
        yield return (words["breaks"], known.TypicalBreaks.ToString());
        yield return (words["afterwards"], step.ReceivingKind is { } next && next != step.ResponsibleKind ? catalogue.ActorKind(next)?.Name.ToString() ?? "" : "");
    }
}
