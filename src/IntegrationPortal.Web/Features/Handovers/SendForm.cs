using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.Handovers;

/// <summary>What the sender decides and writes. Carries the id of the handover, so that sending twice makes one.</summary>
public sealed class SendForm
{
    public Guid Id { get; set; }

    public Guid To { get; set; }

    /// <summary>The page said that nobody opens the portal there, and that it will be printed.</summary>
    public bool OnPaper { get; set; }

    [Required(ErrorMessage = "choose-a-step")]
    [MinLength(1, ErrorMessage = "choose-a-step")]
    [MaxLength(100)]
    [Display(Name = "steps")]
    public Guid[] Steps { get; set; } = [];

    [EnumDataType(typeof(HandoverKind))]
    [Display(Name = "kind")]
    public HandoverKind Kind { get; set; }

    [MaxLength(20)]
    [Display(Name = "categories")]
    public DataCategory[] Categories { get; set; } = [];

    [Required(ErrorMessage = "say-the-goal")]
    [StringLength(HandoverContent.TextLength)]
    [PlainText]
    [Display(Name = "goal")]
    public string? Goal { get; set; }

    [MaxLength(HandoverContent.MaxDocuments)]
    public List<DocumentRow> Documents { get; set; } = [];

    [StringLength(HandoverContent.TextLength)]
    [PlainText]
    [Display(Name = "agreed")]
    public string? Agreed { get; set; }

    [StringLength(10)]
    [Display(Name = "agreed-language")]
    public string? AgreedLanguage { get; set; }

    [Display(Name = "with-interpreter")]
    public bool WithInterpreter { get; set; }

    [StringLength(HandoverContent.TextLength)]
    [PlainText]
    [Display(Name = "risks")]
    public string? Risks { get; set; }

    [Display(Name = "wished")]
    public DateOnly? Wished { get; set; }

    [JsonIgnore]
    public DataCategory Asked => Categories.Where(c => DataCategories.All.Contains(c)).Aggregate(DataCategory.None, (sum, c) => sum | c);

    /// <summary>What the domain is given; steps that the case does not have are left out, which it then refuses.</summary>
    public HandoverDraft Draft(CasePath path, Person? person, DateOnly today)
    {
        var chosen = path.Steps.Where(s => Steps.Contains(s.Id)).OrderBy(s => s.Position).Select(s => s.Id).ToList();
        return new HandoverDraft(
            Id, Kind, chosen, Goal?.Trim() ?? "", Blank(Agreed), Blank(AgreedLanguage), WithInterpreter, Blank(Risks), Wished,
            person?.Born?.AgeBandOn(today), person?.Languages ?? [],
            [.. path.Steps.Where(s => s.State == StepState.Done).OrderBy(s => s.Position).TakeLast(6).Select(s => new StepSnapshot(s.Title, s.EndedOn, null))],
            [.. path.Steps.Where(s => s.State.IsOpen() && (chosen.Contains(s.Id) || s.State != StepState.Planned)).OrderBy(s => s.Position).Take(6).Select(s => new StepSnapshot(s.Title, s.DueOn, s.LegalBasis))],
            [.. Documents.Where(d => !string.IsNullOrWhiteSpace(d.Name)).Select(d => new DocumentNote(d.Name!.Trim(), d.Present))])
        {
            OnPaper = OnPaper,
        };
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>A document of the person and whether it is there; never the file.</summary>
public sealed class DocumentRow
{
    [StringLength(HandoverContent.DocumentLength)]
    [PlainText]
    [Display(Name = "document")]
    public string? Name { get; set; }

    [Display(Name = "document-is-there")]
    public bool Present { get; set; }
}
