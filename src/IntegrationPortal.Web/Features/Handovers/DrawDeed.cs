using IntegrationPortal.Domain;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Path;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Handovers;

/// <summary>Opens the form of one deed on the page of a handover, and says beforehand what would be in its way.</summary>
public sealed class DrawDeed(IStringLocalizer<HandoversTexts> words, RefusalWords refusals, KindWords kinds, TimeWords time)
{
    /// <summary>The deeds that have a form, by their address.</summary>
    public static HandoverDeed? Of(string path) => path switch
    {
        "ask" => HandoverDeed.AskBack,
        "answer" => HandoverDeed.Answer,
        "accept" => HandoverDeed.Accept,
        "decline" => HandoverDeed.Decline,
        "withdraw" => HandoverDeed.Withdraw,
        "return" => HandoverDeed.Return,
        "complete" => HandoverDeed.Complete,
        _ => null,
    };

    public static object Blank(HandoverDeed deed) => deed switch
    {
        HandoverDeed.AskBack => new AskForm(),
        HandoverDeed.Answer => new AnswerForm(),
        HandoverDeed.Accept => new AcceptForm(),
        HandoverDeed.Decline => new DeclineForm(),
        HandoverDeed.Withdraw => new WithdrawForm(),
        HandoverDeed.Return => new ReturnForm(),
        _ => new CompleteForm(),
    };

    /// <summary>What is in the way of a deed now, as far as the handover itself says it.</summary>
    public Refusal? WhyNot(Handover handover, HandoverDeed deed, Officer by)
    {
        if (handover.WhyNot(deed, by) is { } no)
            return no;
        var lapsed = deed == HandoverDeed.Accept ? handover.Grounds.FirstOrDefault(g => g.Until < time.Today) : null;
        return lapsed is null ? null : new Refusal("handover-ground-lapsed", lapsed.Covers);
    }

    /// <summary>What a handover waits for is done on its own page, without a page between: to accept it, or to answer a question.</summary>
    public HandoverPage Offer(HandoverPage page, HandoverFile file, Officer by)
    {
        foreach (var (deed, path) in new[] { (HandoverDeed.Accept, "accept"), (HandoverDeed.Answer, "answer") })
        {
            if (WhyNot(file.Handover, deed, by) is not null)
                continue;
            var asking = With(page, file, deed, Blank(deed), [], no: null, typed: false);
            // Links stand beside the button of the form; what posts by itself stays in the card.
            var others = page.Now.Actions.Where(a => a is { Posts: false, Kind: not "tertiary" }).ToList();
            return asking with
            {
                Asking = asking.Asking! with { IsOffered = true, Others = [.. others.Where(a => a.Href != $"/handovers/{page.Id}/{path}")] },
                Now = page.Now with { Actions = [.. page.Now.Actions.Except(others)], Jump = deed == HandoverDeed.Accept ? new ActionView(words["to-the-answer"], "#deed-title") : null },
            };
        }

        return page;
    }

    /// <summary>Why the deadline of a step cannot run since that day; null where it can.</summary>
    public string? WhyNotSince(DateOnly day) => CaseStep.WhyNotSince(day, time.Today) is { } no ? refusals[no] : null;

    /// <param name="no">What is in the way of the deed now; the page then says so instead of asking.</param>
    /// <param name="typed">The form was sent: what somebody wrote stays on the page, so that they can copy it also when the deed is no longer theirs.</param>
    public HandoverPage With(HandoverPage page, HandoverFile file, HandoverDeed deed, object form, IReadOnlyList<StepAsked> ends, Refusal? no, bool typed)
    {
        var kept = typed && no is not null;
        // A day is chosen quickly again: whoever could not accept sees what else there is to do, and not a form of one field.
        if (form is AcceptForm && (kept || page.Refused is not null))
            return page with { Refused = page.Refused ?? refusals[no!] };
        // One question for each step, in the order of the path, with what was answered.
        if (form is CompleteForm complete)
            complete.Ends = [.. ends.Select(e => new StepEnd { Step = e.Step, Result = complete.Ends.Find(x => x.Step == e.Step)?.Result })];
        if (form is AcceptForm accept)
            accept.Events = [.. file.Handover.Steps.Where(s => s.RunsFromEvent).Select(s => new StepEvent { Step = s.StepId, Day = accept.Events.Find(e => e.Step == s.StepId)?.Day })];
        var transfer = file.Handover.Kind == HandoverKind.Transfer;
        var lead = deed == HandoverDeed.Accept && transfer ? words["lead-Accept-transfer", file.From] : words[$"lead-{deed}", file.From, file.To];
        return page with
        {
            Asking = new DeedAsked(deed, form, kept ? words["title-kept"] : words[$"title-{deed}"], kept ? words["lead-kept"] : lead, words[$"now-{deed}"])
            {
                Reasons = [.. Enum.GetValues<DeclineReason>().Select(r => new Choice(r.ToString(), kinds[r]))],
                Said = deed is HandoverDeed.Accept or HandoverDeed.Answer ? page.History.LastOrDefault(l => l.IsMessage) : null,
                Wished = file.Handover.Content?.WishedFirstAppointment is { } wished ? words["wished-first", time.Full(wished)].Value : null,
                Today = time.Today,
                Ends = ends,
                Events = [.. file.Handover.Steps.Where(s => s.RunsFromEvent).Select(s => s.Title.ToString())],
                IsKept = kept,
            },
            Warning = no is null || page.Refused is not null ? null : refusals[no],
        };
    }
}
