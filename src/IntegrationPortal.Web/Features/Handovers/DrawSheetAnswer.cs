using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Handovers;

/// <summary>Draws what whoever holds a printed sheet sees, and the form of an answer.</summary>
public sealed class DrawSheetAnswer(IStringLocalizer<HandoversTexts> words, TimeWords time, KindWords kinds, DrawSheet sheets)
{
    public static SheetAnswerForm Blank(HandoverDeed deed, Guid id) => deed switch
    {
        HandoverDeed.Accept => new SheetAcceptForm { Id = id },
        HandoverDeed.Decline => new SheetDeclineForm { Id = id },
        _ => new SheetAskForm { Id = id },
    };

    public SheetAnswerPage Page(string token, HandoverFile file, HandoverDeed? deed, SheetAnswerForm? form)
    {
        var handover = file.Handover;
        var receiver = Officer.OnPaper(handover.TenantId, handover.ToActorId, "", "");
        List<HandoverDeed> deeds = [.. new[] { HandoverDeed.Accept, HandoverDeed.AskBack, HandoverDeed.Decline }.Where(d => handover.WhyNot(d, receiver) is null)];
        // A form whose deed is no longer possible stays only to be copied from, when it was just refused.
        return new SheetAnswerPage(
            token, handover.Subject.ToString(), file.From, words["answer-lead-until", time.Full(handover.Clock.AnswerBy)],
            handover.State == HandoverState.ClarificationRequested ? words["sheet-waits", file.From].Value : null,
            [.. handover.Messages.OrderBy(m => m.Id).Select(m => Line(m, file))],
            sheets.Preview(file, words["sheet-what"]), deeds)
        {
            Asking = deed is { } asked && deeds.Contains(asked) ? asked : null,
            Form = form,
            Reasons = [.. Enum.GetValues<DeclineReason>().Select(r => new Choice(r.ToString(), kinds[r]))],
            Today = time.Today,
        };
    }

    private HistoryLine Line(HandoverMessage message, HandoverFile file) => new(
        message.WrittenAt, time.Moment(message.WrittenAt), words[message.IsQuestion ? "happened-question" : "happened-answer"],
        message.IsQuestion ? message.WrittenBy ?? file.To : file.From, message.Text, true);
}
