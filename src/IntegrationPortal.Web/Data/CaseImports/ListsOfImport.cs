using IntegrationPortal.Domain.CaseImports;
using IntegrationPortal.Web.Data.Reference;

namespace IntegrationPortal.Web.Data.CaseImports;

/// <summary>What cells may say, from reference data: every list by its names in both languages and by its codes.</summary>
internal static class ListsOfImport
{
    public static ImportLists ImportListsOn(this ReferenceCatalogue catalogue, DateOnly day)
    {
        var languages = catalogue.Languages.SelectMany(l => new[] { l.Code, l.NameDe, l.NameEn, l.NativeName ?? "" }, (l, says) => (says, l.Code));
        var templates = catalogue.TemplatesOn(day).SelectMany(t => new[] { t.Key, t.NameDe, t.NameEn }, (t, says) => (says, t.Key));
        // The paragraph says it too, where it is the paragraph of one status only.
        var statuses = catalogue.ResidenceStatusesBy(day).Where(s => s.IsInForceOn(day)).ToList();
        var only = statuses.GroupBy(s => s.LegalBasis).Where(g => g.Count() == 1).Select(g => g.Key).ToHashSet();
        return new ImportLists(languages, templates, statuses
            .SelectMany(s => new[] { s.Code, s.NameDe, s.NameEn, only.Contains(s.LegalBasis) ? s.LegalBasis : "" }, (s, says) => (says, s.Code))
            .Select(s => (s.says, catalogue.FactCode(Domain.Persons.FactKind.ResidenceStatus, s.Code)!)));
    }
}
