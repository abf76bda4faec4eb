using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Cases;

/// <summary>Puts the dated facts of a case into words: by category and kind, what stands now before what it followed.</summary>
public sealed class DrawFacts(
    IStringLocalizer<CasesTexts> words, KindWords kinds, TimeWords time, CategoryWords categories, ReferenceCatalogue catalogue)
{
    public FactsView Of(CaseFile file, Participation mine, Officer by)
    {
        var held = DataCategories.All.Where(c => c != DataCategory.Basic && mine.Categories.Covers(c)).ToList();
        var known = file.Facts.Concat(file.WithdrawnFacts).ToLookup(f => f.Category);
        var mayRecord = Enum.GetValues<FactKind>().Any(k => PersonFact.WhyNotRecord(file.Path, k, by) is null);
        return new FactsView(
            [.. held.Where(known.Contains).Select(c => new FactCategoryView(categories.Name(c), [.. known[c].GroupBy(f => f.Kind).OrderBy(g => g.Key).Select(g => Kind(file, g, by))], file.Path.Restricted.Covers(c)))],
            [.. held.Where(c => !known.Contains(c)).Select(categories.Name)],
            [.. DataCategories.All.Where(c => !(mine.Categories | mine.Withheld).Covers(c)).Select(categories.Name)],
            mayRecord ? $"/cases/{file.Path.Id}/facts/new" : null)
        {
            Withheld = [.. mine.Withheld.Each().Select(categories.Name)],
        };
    }

    // Rows come newest first, withdrawn ones after those that stand.
    private FactKindView Kind(CaseFile file, IGrouping<FactKind, FactRow> facts, Officer by)
    {
        var valid = facts.Where(f => f.Withdrawn is null).ToList();
        var standing = StandingFacts.Of(valid, f => (f.Kind, f.Code, f.ValidFrom, f.ValidUntil)).ToList();
        // Of several that were said side by side those that have ended stand behind those that have not.
        if (standing.Exists(f => !(f.ValidUntil < time.Today)))
            standing.RemoveAll(f => f.ValidUntil < time.Today);
        return new FactKindView(kinds[facts.Key], Lines(standing), Lines(valid.Except(standing)), Lines(facts.Where(f => f.Withdrawn is not null)));

        IReadOnlyList<FactLine> Lines(IEnumerable<FactRow> rows) => [.. rows.Select(f => Line(file, f, by))];
    }

    private FactLine Line(CaseFile file, FactRow fact, Officer by)
    {
        var valid = fact.ValidUntil is { } until
            ? words["valid-from-until", time.Plain(fact.ValidFrom), time.Plain(until)]
            : words["valid-from", time.Plain(fact.ValidFrom)];
        var mayWithdraw = fact.Withdrawn is null && PersonFact.WhyNotWithdraw(file.Path, fact.Kind, fact.RecordedByActorId, by) is null;
        return new FactLine(
            catalogue.Says(fact.Kind, fact.Code, fact.Value), valid, words["fact-source", fact.Source, file.NameOf(fact.RecordedByActorId), time.Plain(fact.RecordedAt)],
            mayWithdraw ? $"/cases/{file.Path.Id}/facts/{fact.Id}/withdraw" : null,
            fact.Withdrawn is { } w ? words["fact-withdrawn", time.Plain(w.At), string.Join(", ", new[] { w.UserName, file.NameOf(w.ActorId) }.Where(n => n is { Length: > 0 }))].Value : null,
            fact.Withdrawn?.Reason);
    }
}
