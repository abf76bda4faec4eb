using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Cases;

/// <summary>Puts the dated facts of a case into words: by category and kind, the newest first, and what of it ends by itself.</summary>
public sealed class DrawFacts(
    IStringLocalizer<CasesTexts> words, KindWords kinds, TimeWords time, CategoryWords categories, ReferenceCatalogue catalogue)
{
    private const int EntitlementsShown = 6;

    public FactsView Of(CaseFile file, Participation mine, Officer by)
    {
        var held = DataCategories.All.Where(c => c != DataCategory.Basic && mine.Categories.Covers(c)).ToList();
        var known = file.Facts.ToLookup(f => f.Category);
        var mayRecord = Enum.GetValues<FactKind>().Any(k => PersonFact.WhyNotRecord(file.Path, k, by) is null);
        return new FactsView(
            [.. held.Where(known.Contains).Select(c => new FactCategoryView(categories.Name(c), [.. known[c].GroupBy(f => f.Kind).OrderBy(g => g.Key).Select(g => Kind(file, g))]))],
            [.. held.Where(c => !known.Contains(c)).Select(categories.Name)],
            [.. DataCategories.All.Where(c => !mine.Categories.Covers(c)).Select(categories.Name)],
            mayRecord ? $"/cases/{file.Path.Id}/facts/new" : null);
    }

    /// <summary>What ends by itself, and the next deadlines of the law, the nearest first.</summary>
    public IReadOnlyList<EntitlementLine> Entitlements(CaseFile file)
    {
        var ending = file.Facts.GroupBy(f => f.Kind).Select(g => g.First()).Where(f => f.ValidUntil is not null)
            .Select(f => (Day: f.ValidUntil!.Value, Line: Ending(f)));
        var statutory = file.Path.Steps
            .Where(s => s.State.IsOpen() && s.DeadlineKind == DeadlineKind.Statutory && s.DueOn is not null)
            .Select(s => (Day: s.DueOn!.Value, Line: new EntitlementLine(
                s.Title.ToString(), words[s.DueOn < time.Today ? "was-due" : "until-day", time.Plain(s.DueOn!.Value)], s.LegalBasis, s.DueOn < time.Today)));
        return [.. ending.Concat(statutory).OrderBy(e => e.Day).Take(EntitlementsShown).Select(e => e.Line)];
    }

    private EntitlementLine Ending(FactRow fact)
    {
        var day = fact.ValidUntil!.Value;
        var late = day < time.Today;
        return new EntitlementLine(kinds[fact.Kind], words[late ? "ended-on" : "ends-on", time.Plain(day)], fact.Source, late);
    }

    // Rows come newest first.
    private FactKindView Kind(CaseFile file, IEnumerable<FactRow> facts)
    {
        var lines = facts.Select(f => Line(file, f)).ToList();
        return new FactKindView(kinds[facts.First().Kind], lines[0], lines[1..]);
    }

    private FactLine Line(CaseFile file, FactRow fact)
    {
        var status = fact.Code is { } code ? catalogue.ResidenceStatus(code)?.Name.ToString() ?? code : null;
        var value = status is null ? fact.Value : fact.Value.Length == 0 || fact.Value == status ? status : $"{status}: {fact.Value}";
        var valid = fact.ValidUntil is { } until
            ? words["valid-from-until", time.Plain(fact.ValidFrom), time.Plain(until)]
            : words["valid-from", time.Plain(fact.ValidFrom)];
        return new FactLine(value, valid, words["fact-source", fact.Source, file.NameOf(fact.RecordedByActorId), time.Plain(fact.RecordedAt)]);
    }
}
