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

/// <summary>The first card of a case: who has to act, until when, and who is responsible until then.</summary>
public sealed class DrawWhatNow(
    IStringLocalizer<CasesTexts> words, KindWords kinds, TimeWords time, DeadlineWords deadlines, ReferenceCatalogue catalogue)
{
    /// <param name="takesPart">False for the coordination that only looks: it reads where a path stands still, and not why.</param>
    public WhatNowView Of(CaseFile file, Officer by, bool takesPart, WorkingCalendar calendar)
    {
        if (file.Path.Closure is { } closure)
            return OfClosed(file.Path, closure, by, takesPart);
        if (Waiting(file, by) is { } waiting)
            return OfHandover(file, waiting, by, takesPart ? Own(file, by, calendar) : null, calendar);
        return DrawPath.Current(file.Path) is { } step ? OfStep(file, step, by, takesPart, calendar) : new WhatNowView(words["now-over"], words["now-over-text"], []) { Quiet = true };
    }

    /// <summary>Why it ended tells of the person, so only those who take part read it.</summary>
    private WhatNowView OfClosed(CasePath path, CaseClosure closure, Officer by, bool takesPart) => takesPart
        ? new WhatNowView(
            words["closed-because", time.Plain(closure.On), kinds[closure.Reason]],
            $"{words["closed-means"]} {words["closed-erased", time.Plain(closure.EraseOn)]}",
            path.WhyNotReopen(by) is null ? [new ActionView(words["reopen-case"], $"/cases/{path.Id}/reopen")] : []) { Quiet = true }
        : new WhatNowView(words["now-closed", time.Plain(closure.On)], words["now-over-text"], []) { Quiet = true };

    /// <summary>While there is one, the card is about it and not about the current step.</summary>
    public static IEnumerable<HandoverRow> OpenHandovers(CaseFile file) => file.Handovers.Where(h => h.Handover.State.IsOpen());

    /// <summary>The step in work that lies with the reader and is the most urgent: a card about something else must not hide its deadline.</summary>
    private (CaseStep Step, DeadlineView Deadline)? Own(CaseFile file, Officer by, WorkingCalendar calendar, CaseStep? except = null) => file.Path.Steps
        .Where(s => s.IsCurrent && s.ResponsibleActorId == by.ActorId && s != except)
        .Select(s => (Step: s, Deadline: deadlines.Of(s, calendar)))
        .Where(s => s.Deadline is not null)
        .OrderByDescending(s => s.Deadline!.Irrevocable).ThenBy(s => s.Step.DueOn)
        .Select(s => ((CaseStep, DeadlineView)?)(s.Step, s.Deadline!))
        .FirstOrDefault();

    /// <summary>The open handover that asks something; first those that ask the reader.</summary>
    private static HandoverRow? Waiting(CaseFile file, Officer by) => OpenHandovers(file)
        .OrderByDescending(h => AskedActor(h.Handover) == by.ActorId)
        .ThenByDescending(h => h.Handover.FromActorId == by.ActorId)
        .ThenBy(h => h.Handover.Clock.AnswerBy)
        .FirstOrDefault();

    private static Guid AskedActor(Handover handover) =>
        handover.State == HandoverState.ClarificationRequested ? handover.FromActorId : handover.ToActorId;

    private WhatNowView OfHandover(CaseFile file, HandoverRow row, Officer by, (CaseStep Step, DeadlineView Deadline)? own, WorkingCalendar calendar)
    {
        var handover = row.Handover;
        var asked = AskedActor(handover);
        var mine = asked == by.ActorId;
        var question = handover.State == HandoverState.ClarificationRequested;
        var title = (question, mine) switch
        {
            (false, true) => words["now-answer", handover.Subject],
            (false, false) => words["now-waits", file.NameOf(asked), handover.Subject],
            (true, true) => words["now-question", handover.Subject],
            (true, false) => words["now-question-theirs", file.NameOf(asked), handover.Subject],
        };
        var until = handover.Clock.AnswerBy;
        var late = until < time.Today;
        List<string> sentences =
        [
            Sent(row, mine),
            handover.FromActorId == by.ActorId ? words["now-you-stay"] : words["now-they-stay", file.NameOf(handover.FromActorId)],
        ];
        if (own is var (step, deadline))
            sentences.Add(words["now-own-step", step.Title, Until(deadline)]);
        if (own is { Deadline.Irrevocable: true })
            sentences.Add(words["now-irrevocable"]);
        return new WhatNowView(title, string.Join(' ', sentences), HandoverDeeds(handover, mine, by))
        {
            Until = words["now-until", time.Plain(until), time.Left(calendar, until)],
            Late = late || own is { Deadline.Overdue: true },
        };
    }

    private string Sent(HandoverRow row, bool mine)
    {
        var sent = time.Plain(row.Handover.SentAt);
        if (mine || row.Handover.State != HandoverState.Sent)
            return words["now-sent", sent];
        return row.ReadAt is { } read ? words["now-sent-read", sent, time.PlainMoment(read)] : words["now-sent-unread", sent];
    }

    private List<ActionView> HandoverDeeds(Handover handover, bool mine, Officer by)
    {
        var deeds = new List<ActionView>();
        var isSide = by.Coordinates || by.ActorId == handover.FromActorId || by.ActorId == handover.ToActorId;
        if (isSide)
            deeds.Add(new ActionView(words[mine ? "answer-handover" : "see-handover"], $"/handovers/{handover.Id}", "primary"));
        if (handover.WhyNot(HandoverDeed.Withdraw, by) is null)
            deeds.Add(new ActionView(words["withdraw"], $"/handovers/{handover.Id}/withdraw"));
        return deeds;
    }

    private WhatNowView OfStep(CaseFile file, CaseStep step, Officer by, bool takesPart, WorkingCalendar calendar)
    {
        var mine = step.ResponsibleActorId == by.ActorId;
        var title = (mine, step.State) switch
        {
            (true, StepState.Blocked) => words["now-blocked", step.Title],
            (true, _) => words["now-step", step.Title],
            (false, StepState.Blocked) => words["now-blocked-theirs", file.NameOf(step.ResponsibleActorId), step.Title],
            (false, _) => words["now-step-theirs", file.NameOf(step.ResponsibleActorId), step.Title],
        };
        var deadline = deadlines.Of(step, calendar);
        var sentences = new List<string>();
        if (takesPart && step is { State: StepState.Blocked, BlockReason: { } why })
            sentences.Add(words["now-because", kinds[why]]);
        if (takesPart && deadline?.Since is { } since)
            sentences.Add(words["now-runs-since", since]);
        if (deadline is { Irrevocable: true })
            sentences.Add(words["now-irrevocable"]);
        if (step.StandsIn && catalogue.ActorKind(step.ResponsibleKind) is { } kind)
            sentences.Add(mine ? words["now-stands-in", kind.Name] : words["now-stands-in-theirs", kind.Name]);
        if (takesPart && Own(file, by, calendar, except: step) is var (own, its))
            sentences.Add(words["now-own-step", own.Title, Until(its)]);
        return new WhatNowView(title, string.Join(' ', sentences), takesPart ? StepDeeds(file.Path, step, by) : [])
        {
            Until = deadline is null ? null : words["now-due", Until(deadline)].Value,
            Late = deadline?.Overdue == true,
        };
    }

    /// <summary>"18.12.2026 (noch 4 Arbeitstage)"; where that stands is said by the step in the path.</summary>
    private static string Until(DeadlineView deadline)
    {
        var (day, inWords) = deadline.Overdue ? (deadline.Left, deadline.When) : (deadline.When, deadline.Left);
        return inWords is null ? day! : $"{day} ({inWords})";
    }

    private List<ActionView> StepDeeds(CasePath path, CaseStep step, Officer by)
    {
        var href = $"/cases/{step.CaseId}/steps/{step.Id}";
        var handsOver = step.StandsIn && (path.WhyNotWrite(by) ?? Handover.WhyNotSender(path, HandoverKind.Referral, [step], by)) is null;
        var deeds = new List<ActionView>();
        if (handsOver)
            deeds.Add(new ActionView(words["hand-over"], $"/cases/{path.Id}/handovers/new?step={step.Id}", "primary"));
        if (path.WhyNotFinish(by, step) is null)
            deeds.Add(new ActionView(words["finish"], $"{href}/finish", handsOver ? "secondary" : "primary") { Posts = !catalogue.AsksBeforeFinish(path, step) });
        if (path.WhyNotStart(by, step) is null)
            deeds.Add(new ActionView(words[step.State == StepState.Blocked ? "go-on" : "start"], $"{href}/start", handsOver || deeds.Count > 0 ? "secondary" : "primary") { Posts = !step.RunsFromEvent });
        if (path.WhyNotWork(by, step) is null)
            deeds.Add(new ActionView(words["more-deeds"], href, deeds.Count == 0 ? "primary" : "tertiary"));
        return deeds;
    }
}
