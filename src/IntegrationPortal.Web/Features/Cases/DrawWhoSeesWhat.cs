using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Presentation.Path;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Cases;

/// <summary>Says in words who sees what of a case, and on which ground.</summary>
public sealed class DrawWhoSeesWhat(
    IStringLocalizer<CasesTexts> words, TimeWords time, CategoryWords categories, ReferenceCatalogue catalogue)
{
    public WhoSeesWhatView Of(CaseFile file, Officer by, DateTimeOffset now) => new(
        [
            .. file.Path.Participations.Where(p => p.HoldsAt(now))
                .OrderByDescending(p => p.ActorId == file.Path.LeadActorId).ThenBy(p => file.NameOf(p.ActorId), StringComparer.CurrentCulture)
                .Select(p => Taking(file, p, by)),
            .. file.Handovers.Where(h => h.Handover.State.IsOpen()).Select(h => Waiting(file, h.Handover)),
        ]);

    private Seer Taking(CaseFile file, Participation participation, Officer by) => new(file.NameOf(participation.ActorId), Pills(participation.Categories))
    {
        // Its own the actor finds beside the path.
        End = participation.ActorId != by.ActorId && file.Path.WhyNotEndParticipation(participation.ActorId, [], by) is null
            ? new ActionView(words["end-participation"], $"/cases/{file.Path.Id}/participations/{participation.ActorId}/end", "tertiary") { Small = true, About = file.NameOf(participation.ActorId) }
            : null,
        Rest = Rest(participation.Categories),
        Badge = participation.ActorId == file.Path.LeadActorId ? words["lead"].Value : null,
        Note = participation.Until is { } until ? words["until-moment", time.PlainMoment(until)].Value : null,
        Basis = string.Join("; ", file.Grounds.Where(g => g.ActorId == participation.ActorId).Select(Ground).Distinct()),
    };

    private Seer Waiting(CaseFile file, Handover handover) => new(file.NameOf(handover.ToActorId), Pills(handover.Categories))
    {
        Rest = Rest(handover.Categories),
        Note = words["only-after-acceptance"],
        Basis = string.Join("; ", handover.Grounds.Select(g => Ground(new GroundRow(
            handover.ToActorId, g.Covers, g.Norm, file.Consents.FirstOrDefault(c => c.Id == g.ConsentId)?.GivenOn, g.ConsentId is not null, g.Until))).Distinct()),
    };

    private List<PillView> Pills(DataCategory held) =>
        held == DataCategories.Everything ? [new PillView(words["everything"])] : [.. categories.Of(held).Select(c => new PillView(categories.Name(c)))];

    private string? Rest(DataCategory held) =>
        held == DataCategories.Everything ? null : words[held == DataCategory.None ? "nothing" : "nothing-else"].Value;

    private string Ground(GroundRow ground)
    {
        var why = ground switch
        {
            { ByConsent: true, ConsentGivenOn: { } day } => words["ground-consent-of", time.Plain(day)].Value,
            { ByConsent: true } => words["ground-consent"],
            { Norm: LegalGround.Own } => words["ground-own"],
            { Norm: LegalGround.BreakGlass } => words["ground-break-glass"],
            { Norm: { } key } => catalogue.StatutoryBasis(key)?.Norm ?? key,
            _ => "",
        };
        return ground is { Until: { } until, Norm: not LegalGround.BreakGlass } ? words["ground-until", why, time.Plain(until)] : why;
    }
}
