using System.Text.RegularExpressions;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Persons;

/// <summary>
/// The person in the middle of a case. The name stands as in the document and as the person is called, without
/// assumptions: no forced family name, any script, a birth date as far as it is known.
/// </summary>
public sealed class Person : IBelongsToCase
{
    public const int NameLength = PersonName.MaxLength;
    public const int ReachLength = 200;
    public const int InterpreterNoteLength = 200;
    public const int MaxLanguages = 10;

    private Person()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid CaseId { get; private set; }

    public Guid Id { get; private set; }

    public DataCategory Category => DataCategory.Basic;

    /// <summary>As it is in the document, whole and in its order.</summary>
    public string OfficialName { get; private set; } = "";

    /// <summary>As the person is called.</summary>
    public string CalledName { get; private set; } = "";

    public string? NameInOwnScript { get; private set; }

    /// <summary>Called name and initial, for lists: no more of the name than needed.</summary>
    public string ShortName { get; private set; } = "";

    /// <summary>All spellings in the search form of DIN 91379.</summary>
    public string SearchForm { get; private set; } = "";

    public PartialDate? Born { get; private set; }

    /// <summary>As the register has it; null when nobody has asked.</summary>
    public Sex? Sex { get; private set; }

    /// <summary>Codes of the languages the person speaks, best first.</summary>
    public IReadOnlyList<string> Languages { get; private set; } = [];

    public bool NeedsInterpreter { get; private set; }

    /// <summary>For example "Dari, Frau bevorzugt".</summary>
    public string? InterpreterNote { get; private set; }

    /// <summary>How to reach the person.</summary>
    public string? Reach { get; private set; }

    /// <summary>The person of a case that is just being opened.</summary>
    public static Person Of(CasePath path, Guid id, PersonDetails details)
    {
        var person = new Person { TenantId = path.TenantId, CaseId = path.Id, Id = id };
        person.Write(details);
        return person;
    }

    /// <summary>May this officer correct the person's basic data?</summary>
    public static Refusal? WhyNotChange(CasePath path, Officer by) =>
        (path.WhyNotWrite(by) ?? path.WhyNotWhileRestricted(PendingDeed.ChangePerson, DataCategory.Basic)) is { } no ? no
        : path.ParticipationOf(by.ActorId)!.Categories.Covers(DataCategory.Basic) ? null
        : new Refusal("fact-category-not-held", DataCategory.Basic);

    /// <summary>Does a text that others than the person's own actors read name the person? Any word of a name, in any of its spellings.</summary>
    public bool IsNamedIn(string? text) =>
        text is not null && $"{OfficialName} {CalledName} {NameInOwnScript}"
            .Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Where(n => n.Length > 2)
            .Any(n => Regex.IsMatch(text, $@"(?<!\w){Regex.Escape(n)}(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)));

    public void Change(CasePath path, PersonDetails details, Officer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotChange(path, by));
        Write(details);
        path.Note(CaseEventKind.PersonChanged, DataCategory.Basic, null, by, now);
    }

    private void Write(PersonDetails details)
    {
        OfficialName = PersonName.Clean(details.OfficialName);
        CalledName = string.IsNullOrWhiteSpace(details.CalledName) ? OfficialName : PersonName.Clean(details.CalledName);
        NameInOwnScript = string.IsNullOrWhiteSpace(details.NameInOwnScript) ? null : PersonName.Clean(details.NameInOwnScript);
        ShortName = ShownName.Brief(CalledName, OfficialName);
        SearchForm = ShownName.Searchable(OfficialName, CalledName, NameInOwnScript);
        (Born, Sex, Languages, NeedsInterpreter, InterpreterNote, Reach) =
            (details.Born, details.Sex, details.Languages, details.NeedsInterpreter, details.InterpreterNote, details.Reach);
    }
}

/// <summary>What somebody gives for a person.</summary>
public sealed record PersonDetails(
    string OfficialName, string? CalledName, string? NameInOwnScript, PartialDate? Born, IReadOnlyList<string> Languages,
    bool NeedsInterpreter, string? InterpreterNote, string? Reach)
{
    public Sex? Sex { get; init; }
}
