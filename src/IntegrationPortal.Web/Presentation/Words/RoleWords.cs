using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Presentation.Resources;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Presentation.Words;

/// <summary>Roles and hats as people say them.</summary>
public sealed class RoleWords(IStringLocalizer<RoleTexts> words)
{
    /// <summary>The role alone, such as "Leitung eines Akteurs".</summary>
    public string Name(Role role) => words[role.ToString()];

    /// <summary>The hat in the header, such as "Koordination Krefeld" or "Fachkraft, Jobcenter Krefeld".</summary>
    public string Hat(Role role, string? tenant, string? actor) => role == Role.Coordinator && tenant is not null
        ? words["coordination-of", tenant]
        : actor is null && tenant is null ? words[$"{role}.short"] : $"{words[$"{role}.short"]}, {actor ?? tenant}";
}
