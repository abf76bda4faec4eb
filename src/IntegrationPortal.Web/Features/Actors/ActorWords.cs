using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Actors;

/// <summary>Actors and their services in words.</summary>
public sealed class ActorWords(ReferenceCatalogue catalogue, IStringLocalizer<ActorsTexts> words, TimeWords time)
{
    public string Kind(string code) => catalogue.ActorKind(code)?.Name.ToString() ?? code;

    public IReadOnlyList<Choice> Kinds() =>
        [.. catalogue.ActorKinds.Where(k => k.MayReceivePersons).Select(k => new Choice(k.Code, k.Name.ToString()))];

    /// <summary>A municipality has one coordination, from the day it joins.</summary>
    public IReadOnlyList<Choice> KindsToAdd() => [.. Kinds().Where(k => k.Value != Actor.Coordination)];

    public IReadOnlyList<Choice> Languages() => [.. catalogue.Languages.Select(l => new Choice(l.Code, l.Name.ToString()))];

    public ServiceLine Service(ActorService service) => new(
        service.Id, service.Name, service.ForWhom,
        service.Languages.Count == 0 ? null : string.Join(", ", service.Languages.Select(c => catalogue.Language(c)?.Name.ToString() ?? c)),
        service.Capacity is { } places ? Places(places) : null, service.FirstFreeDate is { } free ? FreeFrom(free) : null);

    /// <summary>What somebody should know who wants to work with actors of this kind through the portal.</summary>
    public string? Access(ActorKind? kind) => kind switch
    {
        { Access: PortalAccess.None } => words["access-none"],
        { Access: PortalAccess.Limited } => words["access-limited", kind.AccessNote],
        { Access: PortalAccess.AggregatesOnly } => kind.AccessNote.ToString(),
        _ => null,
    };

    private string Places(int places) => places == 1 ? words["one-place"] : words["places", places];

    /// <summary>A day that has passed is told: whether what was said for then still holds, only its age can say.</summary>
    private string FreeFrom(DateOnly day) => words[day < time.Today ? "free-since" : day == time.Today ? "free-now" : "free-from", time.Brief(day)];
}
