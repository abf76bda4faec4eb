using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Handovers;

/// <summary>What was said and what happened, the oldest first, from the handover itself: before acceptance the receiver sees no events of the case.</summary>
public sealed class DrawHistory(IStringLocalizer<HandoversTexts> words, TimeWords time, KindWords kinds)
{
    public IReadOnlyList<HistoryLine> Of(HandoverFile file)
    {
        var handover = file.Handover;
        var lines = new List<HistoryLine> { Line(file, handover.SentAt, words["happened-sent"].Value, handover.SentByUserId, file.From) };
        lines.AddRange(handover.Messages.OrderBy(m => m.Id).Select(m => Line(
            file, m.WrittenAt, words[m.IsQuestion ? "happened-question" : "happened-answer"], m.UserId, m.ActorId == handover.FromActorId ? file.From : file.To, m.Text, true, m.WrittenBy)));
        if (handover.AcceptedAt is { } accepted)
            lines.Add(Line(file, accepted, handover.FirstFreeDate is { } free ? words["happened-accepted-free", time.Brief(free)] : words["happened-accepted"].Value, null, file.To, says: OnPaper(handover, accepted)));
        if (handover.ArrivedAt is { } arrived)
            lines.Add(Line(file, arrived, words["happened-arrived"].Value, null, file.To));
        if (End(handover) is { } end)
        {
            var byPortal = handover is { State: HandoverState.Withdrawn, ChangedByUserId: null };
            // The coordination may have withdrawn it; whoever does not see the events of the case reads the name alone.
            var by = handover.State switch
            {
                HandoverState.Withdrawn when byPortal => words["the-portal"].Value,
                HandoverState.Withdrawn => file.Withdrawal?.Actor,
                HandoverState.Expired => words["the-portal"].Value,
                _ => file.To,
            };
            var why = byPortal ? words["withdrawn-by-portal"].Value : file.Withdrawal?.Reason ?? handover.Content?.Report ?? handover.Content?.ReasonText;
            lines.Add(Line(file, handover.ChangedAt, end, handover.ChangedByUserId, by, why, says: OnPaper(handover, handover.ChangedAt)));
        }

        return [.. lines.OrderBy(l => l.At)];
    }

    private string? End(Handover handover) => handover.State switch
    {
        HandoverState.Declined when handover.DeclineReason is { } reason => words["happened-declined", kinds[reason]].Value,
        HandoverState.Withdrawn => words["happened-withdrawn"].Value,
        HandoverState.Expired => words["happened-expired"].Value,
        HandoverState.Returned => words["happened-returned"].Value,
        HandoverState.Completed => words["happened-completed"].Value,
        _ => null,
    };

    /// <summary>Who says to have answered at that moment, on a printed sheet.</summary>
    public static string? OnPaper(Handover handover, DateTimeOffset at) => handover.Sheet is { AnsweredAt: { } answered } sheet && answered == at ? sheet.AnsweredBy : null;

    private HistoryLine Line(HandoverFile file, DateTimeOffset at, string what, Guid? user, string? actor, string? text = null, bool isMessage = false, string? says = null)
    {
        var name = says is not null ? words["says-on-paper", says].Value : user is { } id ? file.Users.GetValueOrDefault(id) : null;
        return new HistoryLine(at, time.Moment(at), what, string.Join(", ", new[] { name, actor }.OfType<string>()), text, isMessage);
    }
}
