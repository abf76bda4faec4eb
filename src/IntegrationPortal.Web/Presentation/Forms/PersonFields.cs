using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace IntegrationPortal.Web.Presentation.Forms;

/// <summary>
/// What is asked about a person, when a case is opened and when it is corrected. A name is one text in any script; a birth date
/// may be known in part; sex may be left out; nothing else is asked for.
/// </summary>
public class PersonFields
{
    /// <summary>More are seldom told at the first meeting: the others are folded until one is there.</summary>
    public const int LanguagesAtOnce = 2;

    private const int LanguagesAsked = 4;

    [Required]
    [StringLength(Person.NameLength)]
    [PlainText]
    [Display(Name = "official-name")]
    public string? OfficialName { get; set; }

    [StringLength(Person.NameLength)]
    [PlainText]
    [Display(Name = "called-name")]
    public string? CalledName { get; set; }

    [StringLength(Person.NameLength)]
    [PlainText]
    [Display(Name = "own-script-name")]
    public string? NameInOwnScript { get; set; }

    [StringLength(4)]
    [Display(Name = "birth-day")]
    public string? BirthDay { get; set; }

    [StringLength(4)]
    [Display(Name = "birth-month")]
    public string? BirthMonth { get; set; }

    [StringLength(6)]
    [Display(Name = "birth-year")]
    public string? BirthYear { get; set; }

    /// <summary>Nothing chosen is "not asked".</summary>
    [EnumDataType(typeof(Sex))]
    [Display(Name = "sex")]
    public Sex? Sex { get; set; }

    /// <summary>Codes, best spoken first; empty answers are left out.</summary>
    [MaxLength(Person.MaxLanguages)]
    [Display(Name = "languages")]
    public List<string?> Languages { get; set; } = [];

    [Display(Name = "needs-interpreter")]
    public bool NeedsInterpreter { get; set; }

    [StringLength(Person.InterpreterNoteLength)]
    [PlainText]
    [Display(Name = "interpreter-note")]
    public string? InterpreterNote { get; set; }

    [StringLength(Person.ReachLength)]
    [PlainText]
    [Display(Name = "reach")]
    public string? Reach { get; set; }

    /// <summary>How many selects for languages the form shows: one is always free.</summary>
    public int LanguageCount => Math.Clamp(Languages.Count(l => !string.IsNullOrEmpty(l)) + 1, LanguagesAsked, Person.MaxLanguages);

    public bool HasMoreLanguages => Languages.Skip(LanguagesAtOnce).Any(l => !string.IsNullOrEmpty(l));

    public void Show(Person person)
    {
        (OfficialName, CalledName, NameInOwnScript) = (person.OfficialName, person.CalledName, person.NameInOwnScript);
        (BirthDay, BirthMonth, BirthYear) = (person.Born?.Day?.ToString("00", null), person.Born?.Month?.ToString("00", null), person.Born?.Year.ToString("0000", null));
        (Sex, Languages) = (person.Sex, [.. person.Languages]);
        (NeedsInterpreter, InterpreterNote, Reach) = (person.NeedsInterpreter, person.InterpreterNote, person.Reach);
    }

    /// <summary>The person's details, or null after the form was told what does not fit.</summary>
    /// <param name="isLanguage">Is this a code of the list?</param>
    public PersonDetails? Read(ModelStateDictionary state, RefusalWords words, DateOnly today, Func<string, bool> isLanguage)
    {
        CheckName(state, words, nameof(OfficialName), OfficialName, required: true);
        CheckName(state, words, nameof(CalledName), CalledName, required: false);
        CheckName(state, words, nameof(NameInOwnScript), NameInOwnScript, required: false);
        var born = ReadBirth(state, words, today);
        string[] languages = [.. Languages.OfType<string>().Where(l => l.Length > 0).Distinct()];
        if (!languages.All(isLanguage))
            state.AddModelError(nameof(Languages), words[new Refusal("language-unknown")]);
        return state.IsValid
            ? new PersonDetails(
                OfficialName!, CalledName, NameInOwnScript, born, languages, NeedsInterpreter, TypedText.OrNull(InterpreterNote), TypedText.OrNull(Reach)) { Sex = Sex }
            : null;
    }

    private static void CheckName(ModelStateDictionary state, RefusalWords words, string field, string? name, bool required)
    {
        // The attributes have said what they have to say; one sentence per field.
        if (state[field] is { Errors.Count: > 0 } || (!required && string.IsNullOrWhiteSpace(name)))
            return;
        if (PersonName.WhyNot(name) is { } no)
            state.AddModelError(field, words[no]);
    }

    private PartialDate? ReadBirth(ModelStateDictionary state, RefusalWords words, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(BirthDay) && string.IsNullOrWhiteSpace(BirthMonth) && string.IsNullOrWhiteSpace(BirthYear))
            return null;
        var text = $"{Known(BirthDay)}.{Known(BirthMonth)}.{BirthYear?.Trim()}";
        if (PartialDateInput.Read(text, today, out var born) is not { } no)
            return born;
        state.AddModelError(nameof(BirthDay), words[no]);
        return null;
    }

    private static string Known(string? part) => string.IsNullOrWhiteSpace(part) ? "0" : part.Trim();
}
