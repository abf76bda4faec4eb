using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Consents;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Consents;

/// <summary>Puts into words what withdrawing a consent does; asks the path, so that it says what will happen.</summary>
public sealed class DrawWithdrawal(
    IStringLocalizer<ConsentsTexts> words, KindWords kinds, TimeWords time, CategoryWords categories, ReferenceCatalogue catalogue)
{
    /// <param name="others">The consents of the case, for what the recipient goes on seeing on another one.</param>
    public WithdrawConsentPage Page(
        CasePath path, Consent consent, IReadOnlyList<Handover> open, IReadOnlyList<Consent> others, IReadOnlyDictionary<Guid, ActorName> actors, WithdrawConsentForm form)
    {
        string Name(Guid actorId) => actors.GetValueOrDefault(actorId)?.Name ?? "";
        var (loss, recipient) = (path.LossOf(consent), Name(consent.RecipientActorId));
        return new WithdrawConsentPage($"/cases/{path.Id}", path.Number, form)
        {
            Consent = new ConsentInWords(
                recipient, categories.Names(consent.Covers), consent.Purpose, words["given-until", time.Plain(consent.GivenOn), time.Plain(consent.Until)], consent.GivenOn),
            Loses = Loses(path, loss, recipient),
            Becomes = loss.Leaves ? words["recipient-leaves", recipient].Value : loss.LeadsOn ? words["recipient-leads-on", recipient].Value : null,
            Steps = loss.Leaves && path.ClosedOn is null ? [.. path.OpenStepsOf(consent.RecipientActorId).Select(s => s.Title.ToString())] : [],
            Kept = [.. loss.Kept.GroupBy(g => Ground(g, others)).Select(g => words["recipient-keeps", recipient, categories.Names(Covers(g) & consent.Covers), g.Key].Value)],
            Handovers = [.. open.Select(h => ($"/handovers/{h.Id}", words["handover-to", h.Subject, Name(h.FromActorId), Name(h.ToActorId)].Value))],
            Asked = loss.Received == DataCategory.None ? null : words["recipient-asked", recipient, categories.Names(loss.Received)].Value,
            Ways = [.. Enum.GetValues<WithdrawnAs>().Select(w => new Choice(w.ToString(), kinds[w]))],
            Languages = [.. catalogue.Languages.Select(l => new Choice(l.Code, l.Name.ToString()))],
            Today = time.Today,
        };
    }

    private string Loses(CasePath path, ConsentLoss loss, string recipient) =>
        loss.Loses == DataCategory.None ? words["nothing-lost", recipient]
        : path.ClosedOn is not null ? words["recipient-loses-closed", recipient, categories.Names(loss.Loses)]
        : words["recipient-loses", recipient, categories.Names(loss.Loses)];

    private static DataCategory Covers(IEnumerable<ParticipationGround> grounds) => grounds.Aggregate(DataCategory.None, (sum, g) => sum | g.Covers);

    private string Ground(ParticipationGround ground, IReadOnlyList<Consent> others) => ground switch
    {
        { ConsentId: { } id } => others.FirstOrDefault(c => c.Id == id) is { } other ? words["ground-consent-of", time.Plain(other.GivenOn)] : words["ground-consent"],
        { Norm: LegalGround.Own } => words["ground-own"],
        { Norm: { } key } => catalogue.StatutoryBasis(key)?.Norm ?? key,
        _ => "",
    };
}
