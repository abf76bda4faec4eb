using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Cases;

/// <summary>
/// Says what of a case ends by itself and when: entitlements with whether they were used, and facts; deadlines stand in the path. What still
/// needs somebody comes first, the nearest before the others; what was used or ended long ago takes no place from it.
/// </summary>
public sealed class DrawEntitlements(IStringLocalizer<CasesTexts> words, KindWords kinds, TimeWords time, ReferenceCatalogue catalogue)
{
    private const int Shown = 6;

    /// <summary>After so many months nobody can be expected to act on something that has ended.</summary>
    private const int MonthsUntilLongGone = 6;

    public IReadOnlyList<EntitlementLine> Of(CaseFile file)
    {
        var ending = StandingFacts.Of(file.Facts, f => (f.Kind, f.Code, f.ValidFrom, f.ValidUntil))
            .Where(f => f.ValidUntil is not null && !(f.Kind == FactKind.CourseEntitlement && f.Code is not null))
            .Select(f => (Day: f.ValidUntil!.Value, Over: IsLongGone(f.ValidUntil!.Value), Line: Ending(f)));
        var all = Courses(file).Concat(ending).ToLookup(e => e.Over);
        return [.. all[false].OrderBy(e => e.Day).Concat(all[true].OrderByDescending(e => e.Day)).Take(Shown).Select(e => e.Line)];
    }

    private bool IsLongGone(DateOnly day) => day < time.Today.AddMonths(-MonthsUntilLongGone);

    private EntitlementLine Ending(FactRow fact)
    {
        var day = fact.ValidUntil!.Value;
        var late = day < time.Today;
        // Beside each other they are told apart by their code.
        var which = FactKinds.HoldSideBySide(fact.Kind) && catalogue.NameOf(fact.Kind, fact.Code) is { } name
            ? words["entitlement-of", kinds[fact.Kind], name].Value
            : kinds[fact.Kind];
        return new EntitlementLine(which, words[late ? "ended-on" : "ends-on", time.Plain(day)], fact.Source, late && !IsLongGone(day));
    }

    /// <summary>
    /// The newest entitlement of each kind of course: a path may say that the course has begun, and so may a fact. One whose end nobody knows
    /// comes after those that say when they end.
    /// </summary>
    private IEnumerable<(DateOnly Day, bool Over, EntitlementLine Line)> Courses(CaseFile file)
    {
        var coded = file.Facts.Where(f => f.Code is not null).OrderBy(f => f.RecordedAt).ThenBy(f => f.Id).ToList();
        var starts = catalogue.FactCodes.Where(c => c.Kind == FactKind.CourseStart);
        var begun = coded.Where(f => f.Kind == FactKind.CourseStart).Select(f => (f.Code!, f.ValidFrom))
            .Concat(from code in starts from step in file.Path.Steps let day = code.BegunIn(step) where day is not null select (code.Code, day.Value));
        var issued = coded.Where(f => f.Kind == FactKind.CourseEntitlement).ToLookup(f => (f.Code!, f.ValidFrom));
        return Entitlement.Of(issued.SelectMany(same => same).Select(f => (f.Code!, f.ValidFrom, f.ValidUntil)), [.. begun])
            .GroupBy(e => e.Code).Select(g => g.Last())
            .Select(e => (e.Until ?? DateOnly.MaxValue, e.BegunOn is not null || e.Until is { } until && IsLongGone(until), Line(e, issued[(e.Code, e.From)].Last().Source)));
    }

    private EntitlementLine Line(Entitlement entitlement, string source)
    {
        var until = entitlement.Until ?? DateOnly.MaxValue;
        var left = until.DayNumber - time.Today.DayNumber;
        var says = entitlement switch
        {
            { BegunOn: { } begun } => words["entitlement-used", time.Plain(begun)],
            { Until: null } => words["entitlement-open"],
            _ when entitlement.LapsedBy(time.Today) => words["entitlement-lapsed", time.Plain(until)],
            _ => left switch
            {
                0 => words["entitlement-today"],
                1 => words["entitlement-one-day", time.Plain(until)],
                _ => words["entitlement-days", left, time.Plain(until)],
            },
        };
        return new EntitlementLine(
            words["entitlement-of", kinds[FactKind.CourseEntitlement], catalogue.NameOf(FactKind.CourseEntitlement, entitlement.Code)!],
            says, source, entitlement.BegunOn is null && left < 0);
    }
}
