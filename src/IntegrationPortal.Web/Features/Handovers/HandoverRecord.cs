using IntegrationPortal.Domain;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;

namespace IntegrationPortal.Web.Features.Handovers;

/// <summary>
/// What a handover says to its receiver. A draft that is being written and a handover that was sent give the same record, and
/// one class draws it for both sides.
/// </summary>
/// <param name="Ended">What the deadline came to, and when; null while an answer is waited for.</param>
public sealed record HandoverRecord(
    IReadOnlyList<Bilingual> Steps, HandoverKind Kind, DateOnly AnswerBy, (HandoverState State, DateTimeOffset At)? Ended, string? AgeBand, IReadOnlyList<string> Languages, string Goal, DateOnly? Wished,
    IReadOnlyList<StepSnapshot> Done, IReadOnlyList<StepSnapshot> Open, IReadOnlyList<DocumentNote> Documents,
    string? Agreed, string? AgreedLanguage, bool WithInterpreter, string? Risks, IReadOnlyList<SharedCategory> Shared)
{
    public static HandoverRecord Of(Handover handover, HandoverContent content) => new(
        [.. handover.Steps.Select(s => s.Title)], handover.Kind, handover.Clock.AnswerBy, EndOf(handover), content.AgeBand, content.Languages, content.Goal,
        content.WishedFirstAppointment, content.Done, content.Open, content.Documents, content.Agreed, content.AgreedLanguage,
        content.AgreedWithInterpreter, content.Risks,
        [.. handover.Grounds.OrderBy(g => g.Covers).Select(g => new SharedCategory(g.Covers, new LegalGround(g.Covers, g.ConsentId, g.Norm, g.Until)))]);

    public static HandoverRecord Of(
        HandoverDraft draft, CasePath path, IReadOnlyDictionary<DataCategory, LegalGround?> sharing, DateOnly answerBy) => new(
        [.. draft.StepIds.Select(id => path.Step(id).Title)], draft.Kind, answerBy, null, draft.AgeBand, draft.Languages, draft.Goal,
        draft.WishedFirstAppointment, draft.Done, draft.Open, draft.Documents, draft.Agreed, draft.AgreedLanguage, draft.AgreedWithInterpreter, draft.Risks,
        [.. sharing.Where(s => s.Value is not null).OrderBy(s => s.Key).Select(s => new SharedCategory(s.Key, s.Value!))]);

    private static (HandoverState State, DateTimeOffset At)? EndOf(Handover handover) => handover switch
    {
        { AcceptedAt: { } at } => (HandoverState.Accepted, at),
        { State: HandoverState.Declined or HandoverState.Withdrawn or HandoverState.Expired } => (handover.State, handover.ChangedAt),
        _ => null,
    };
}

/// <summary>A category that goes along, and why it may.</summary>
public sealed record SharedCategory(DataCategory Category, LegalGround Ground);
