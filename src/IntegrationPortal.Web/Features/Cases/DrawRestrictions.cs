using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Cases;

/// <summary>Puts the restrictions of a case that run into words.</summary>
public sealed class DrawRestrictions(IStringLocalizer<CasesTexts> words, TimeWords time, CategoryWords categories, ReferenceCatalogue catalogue)
{
    public IReadOnlyList<RestrictionLine> Of(CaseFile file, Officer by) => [.. file.Restrictions.Select(r => new RestrictionLine(
        words["restricted-since", time.Plain(GermanTime.DayOf(r.RestrictedAt)), categories.Names(r.Categories)],
        catalogue.RestrictionGround(r.Ground) is { } ground ? words["restricted-ground", ground.Name, ground.Norm] : "",
        words[file.Path.LeadActorId == by.ActorId ? "restricted-lead" : "restricted-others"],
        file.Path.WhyNotRestrict(by) is null ? $"/cases/{file.Path.Id}/restrictions/{r.Id}/lift" : null))];
}
