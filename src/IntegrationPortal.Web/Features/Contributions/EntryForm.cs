using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.Contributions;

/// <summary>A new entry: what it is called and where it belongs. Everything else is written on the next page.</summary>
public sealed class NewEntryForm
{
    /// <summary>Id of the entry, so that sending the form twice begins one.</summary>
    public Guid Id { get; set; }

    [Required, Display(Name = "kind")]
    public HandbookKind? Kind { get; set; }

    [Display(Name = "title-of-entry"), Visible, StringLength(EntryText.TitleLength), PlainText]
    public string? Title { get; set; }

    [Required, Display(Name = "field-of-action")]
    public FieldOfAction? Field { get; set; }

    public EntryWords Words() => new(TypedText.Line(Title)!, "", new Dictionary<string, string>(), []);

    /// <summary>The address after the title.</summary>
    public string Slug() => Domain.Knowledge.Slug.Of(Title!) is { Length: > 0 } readable && Domain.Knowledge.Slug.IsValid(readable) ? readable : "eintrag";
}

/// <summary>One language of a draft. Nothing but lengths is checked here: a draft may have gaps.</summary>
public sealed class EntryForm : IVersionedForm
{
    /// <summary>Empty points that are offered below those that there are.</summary>
    private const int MorePoints = 3;

    public uint Version { get; set; }

    public EntryLanguage Language { get; set; }

    [Display(Name = "title-of-entry"), StringLength(EntryText.TitleLength), PlainText]
    public string? Title { get; set; }

    [Display(Name = "summary"), StringLength(EntryText.SummaryLength), PlainText]
    public string? Summary { get; set; }

    /// <summary>By the keys of <see cref="EntryField"/>.</summary>
    [Display(Name = "texts"), PlainText]
    public Dictionary<string, string?> Fields { get; set; } = [];

    public List<AgendaForm> Agenda { get; set; } = [];

    [Display(Name = "field-of-action")]
    public FieldOfAction Field { get; set; }

    [Display(Name = "phase")]
    public WorkPhase? Phase { get; set; }

    [Display(Name = "cost")]
    public CostBand? Cost { get; set; }

    [Display(Name = "evidence")]
    public EvidenceGrade? Evidence { get; set; }

    [Display(Name = "participants-min")]
    public int? ParticipantsMin { get; set; }

    [Display(Name = "participants-max")]
    public int? ParticipantsMax { get; set; }

    [Display(Name = "source"), StringLength(EntryVersion.SourceLength), PlainText]
    public string? Source { get; set; }

    [Display(Name = "partner")]
    public string? Partner { get; set; }

    /// <summary>The button that was pressed: "preview" shows what was saved.</summary>
    public string? Then { get; set; }

    public static EntryForm Of(EntryVersion draft, HandbookKind kind, EntryLanguage language, uint version)
    {
        var words = draft.In(language)?.Words ?? new EntryWords("", "", new Dictionary<string, string>(), []);
        return new EntryForm
        {
            Version = version, Language = language, Title = words.Title, Summary = words.Summary,
            Fields = EntryField.Of(kind).ToDictionary(f => f.Key, f => words.Fields.GetValueOrDefault(f.Key)),
            Agenda = kind == HandbookKind.Format
                ? [.. words.Agenda.Select(a => new AgendaForm { Minutes = a.Minutes, Title = a.Title, Text = a.Text }), .. Enumerable.Range(0, MorePoints).Select(_ => new AgendaForm())]
                : [],
            Field = draft.Field, Phase = draft.Phase, Cost = draft.Cost, Evidence = draft.Evidence,
            ParticipantsMin = draft.ParticipantsMin, ParticipantsMax = draft.ParticipantsMax, Source = draft.Source, Partner = draft.Partner,
        };
    }

    /// <summary>As many points as the other one has, and nothing of what is asked in German only where it is not.</summary>
    public void AskAs(EntryForm other)
    {
        while (Agenda.Count < other.Agenda.Count)
            Agenda.Add(new AgendaForm());
        if (Language == EntryLanguage.De)
            return;
        (Field, Phase, Cost, Evidence, Source, Partner) = (other.Field, other.Phase, other.Cost, other.Evidence, other.Source, other.Partner);
        (ParticipantsMin, ParticipantsMax) = (other.ParticipantsMin, other.ParticipantsMax);
    }

    public EntryWords Words(HandbookKind kind) => new(
        TypedText.Line(Title) ?? "", TypedText.Lines(Summary) ?? "",
        EntryField.Of(kind).Select(f => (f.Key, Text: f.IsOneLine ? TypedText.Line(Fields.GetValueOrDefault(f.Key)) : TypedText.Lines(Fields.GetValueOrDefault(f.Key))))
            .Where(f => f.Text is not null).ToDictionary(f => f.Key, f => f.Text!),
        [.. Agenda.Where(a => !a.IsEmpty).Select(a => new AgendaItem(a.Minutes ?? 0, TypedText.Line(a.Title) ?? "", TypedText.Line(a.Text) ?? ""))]);

    /// <summary>What the other form fields say; places and the mark of a proposal stay as they are.</summary>
    public EntryFacts Facts(EntryFacts before) => before with
    {
        Field = Field, Phase = Phase, Cost = Cost, Evidence = Evidence, ParticipantsMin = ParticipantsMin, ParticipantsMax = ParticipantsMax,
        Source = TypedText.Lines(Source), Partner = string.IsNullOrWhiteSpace(Partner) ? null : Partner,
    };
}

/// <summary>One point of the agenda; an empty row is none.</summary>
public sealed class AgendaForm
{
    [Display(Name = "minutes")]
    public int? Minutes { get; set; }

    [Display(Name = "point"), StringLength(AgendaItem.TitleLength), PlainText]
    public string? Title { get; set; }

    [Display(Name = "point-text"), StringLength(AgendaItem.TextLength), PlainText]
    public string? Text { get; set; }

    public bool IsEmpty => Minutes is null && string.IsNullOrWhiteSpace(Title) && string.IsNullOrWhiteSpace(Text);
}
