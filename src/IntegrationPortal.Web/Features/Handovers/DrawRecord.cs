using System.Globalization;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Presentation.Path;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Handovers;

/// <summary>Draws the record of a handover: before acceptance without a name, afterwards exactly the shared categories.</summary>
public sealed class DrawRecord(
    IStringLocalizer<HandoversTexts> words, TimeWords time, CategoryWords categories, KindWords kinds, DrawGround grounds, ReferenceCatalogue catalogue)
{
    /// <param name="known">
    /// Null where the reader sees no person: the categories are then named by what they hold, and what may name the person is not read.
    /// </param>
    public HandoverPreviewView Of(
        HandoverRecord record, string title, IReadOnlyDictionary<Guid, DateOnly> consentDays, KnownPerson? known) =>
        new(title, [.. Before(record)], [.. After(record, consentDays, known)]);

    private IEnumerable<PreviewRow> Before(HandoverRecord record)
    {
        yield return new PreviewRow(words["row-subject"], [.. record.Steps.Select(s => s.ToString())]);
        yield return new PreviewRow(words["row-kind"], kinds[record.Kind]);
        yield return new PreviewRow(words["row-person"], Person(record));
        if (record.Goal.Length > 0)
            yield return new PreviewRow(words["row-goal"], record.Goal);
        if (record.Done.Count > 0)
            yield return new PreviewRow(words["row-done"], [.. record.Done.Select(s => Step(s, time.Plain))]);
        if (record.Open.Count > 0)
            yield return new PreviewRow(words["row-open"], [.. record.Open.Select(s => Step(s, day => words["open-until", time.Plain(day)]))]);
        if (record.Documents.Count > 0)
            yield return new PreviewRow(words["row-documents"], [.. record.Documents.Select(d => words[d.Present ? "document-present" : "document-missing", d.Name].Value)]);
        if (record.Wished is { } wished)
            yield return new PreviewRow(words["row-wished"], time.Full(wished));
        yield return record.Ended is { } ended
            ? new PreviewRow(words["row-answered"], words[$"answered-{ended.State}", time.Full(GermanTime.DayOf(ended.At))])
            : new PreviewRow(words["row-answer"], words["answer-by", time.Full(record.AnswerBy)]);
    }

    private IEnumerable<PreviewRow> After(HandoverRecord record, IReadOnlyDictionary<Guid, DateOnly> consentDays, KnownPerson? known)
    {
        foreach (var shared in record.Shared)
        {
            var values = known?.Person is null ? [categories.Holds(shared.Category)] : Values(shared.Category, known).ToList();
            if (values.Count == 0)
                values.Add(words[known?.Restricted.Covers(shared.Category) == true ? "only-stored" : "nothing-recorded"]);
            values.Add($"({grounds.Words(shared.Ground, consentDays)})");
            yield return new PreviewRow(categories.Name(shared.Category), values);
        }

        if (record.Agreed is not null || record.AgreedLanguage is not null)
            yield return known?.Person is null ? Unread("row-agreed") : new PreviewRow(words["row-agreed"], [.. Agreed(record)]);
        if (record.Risks is not null)
            yield return known?.Person is null ? Unread("row-risks") : new PreviewRow(words["row-risks"], record.Risks);
        var sharedMask = record.Shared.Aggregate(DataCategory.None, (sum, s) => sum | s.Category);
        if (categories.Names(DataCategories.Everything & ~sharedMask) is { Length: > 0 } withheld)
            yield return new PreviewRow(words["row-withheld"], words["withheld", withheld]) { Withheld = true };
    }

    // Nobody looks for names in these two, because they are read after the acceptance only; the forms say so.
    private PreviewRow Unread(string row) => new(words[row], words["read-after-acceptance"]) { Withheld = true };

    private string Person(HandoverRecord record)
    {
        var about = new List<string> { words["without-name"] };
        if (record.AgeBand is not null)
            about.Add(words["age", record.AgeBand]);
        if (Languages(record.Languages) is { Length: > 0 } languages)
            about.Add(languages);
        return string.Join(" · ", about);
    }

    private IEnumerable<string> Agreed(HandoverRecord record)
    {
        if (record.Agreed is not null)
            yield return record.Agreed;
        if (record.AgreedLanguage is { } code)
            yield return words[record.WithInterpreter ? "agreed-in-with" : "agreed-in", catalogue.Language(code)?.Name.ToString() ?? code];
    }

    private static string Step(StepSnapshot step, Func<DateOnly, string> write) => step.Day is { } day ? $"{step.Title} · {write(day)}{(step.LegalBasis is null ? "" : $" · {step.LegalBasis}")}" : step.Title.ToString();

    private IEnumerable<string> Values(DataCategory category, KnownPerson known)
    {
        if (category == DataCategory.Basic)
            return Basic(known.Person!);
        return known.Facts.Where(f => f.Category == category).Select(Fact);
    }

    private IEnumerable<string> Basic(Person person)
    {
        yield return person.NameInOwnScript is null ? person.OfficialName : $"{person.OfficialName} · {person.NameInOwnScript}";
        if (person.Born is { } born)
            yield return words["born", born.Show(CultureInfo.CurrentUICulture)];
        if (person.Sex is { } sex)
            yield return kinds[sex];
        var languages = Languages(person.Languages);
        if (person.NeedsInterpreter)
            languages = words["needs-interpreter", languages];
        if (languages.Length > 0)
            yield return languages;
        if (person.Reach is not null)
            yield return person.Reach;
    }

    private string Fact(PersonFact fact)
    {
        var value = catalogue.Says(fact.Kind, fact.Code, fact.Value);
        return fact.ValidUntil is { } until
            ? words["fact-until", value, time.Plain(fact.ValidFrom), time.Plain(until)]
            : words["fact-since", value, time.Plain(fact.ValidFrom)];
    }

    private string Languages(IEnumerable<string> codes) => string.Join(", ", codes.Select(c => catalogue.Language(c)?.Name.ToString() ?? c));
}

/// <summary>Says why a category may go along: "Einwilligung vom 09.11.2026", "SGB X § 69 Abs. 1 Nr. 1".</summary>
public sealed class DrawGround(IStringLocalizer<HandoversTexts> words, TimeWords time, ReferenceCatalogue catalogue)
{
    public string Words(LegalGround ground, IReadOnlyDictionary<Guid, DateOnly> consentDays) => ground switch
    {
        { ConsentId: { } id } when consentDays.TryGetValue(id, out var given) => words["ground-consent-of", time.Plain(given)],
        { ConsentId: not null } => words["ground-consent"],
        { Norm: { } key } => catalogue.StatutoryBasis(key)?.Norm ?? key,
        _ => "",
    };
}
