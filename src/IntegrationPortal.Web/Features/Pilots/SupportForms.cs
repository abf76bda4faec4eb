using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.Pilots;

public sealed class CheckInForm
{
    public Guid Id { get; set; }

    /// <summary>As "2026-4": this quarter or the one before.</summary>
    [Required, Display(Name = "which-quarter")]
    public string? Quarter { get; set; }

    [Required, Display(Name = "light")]
    public PilotLight? Light { get; set; }

    [Display(Name = "check-in-text"), Visible, StringLength(Pilot.TextLength), PlainText]
    public string? Text { get; set; }
}

public sealed class VisitForm
{
    public Guid Id { get; set; }

    [Required, Display(Name = "visit-day")]
    public DateOnly? Day { get; set; }

    [Display(Name = "purpose"), Visible, StringLength(Pilot.TextLength), PlainText]
    public string? Purpose { get; set; }
}

public sealed class QuestionForm
{
    public Guid Id { get; set; }

    [Display(Name = "question"), Visible, StringLength(Pilot.TextLength), PlainText]
    public string? Text { get; set; }
}

public sealed class ReplyForm
{
    [Display(Name = "answer-text"), Visible, StringLength(Pilot.TextLength), PlainText]
    public string? Text { get; set; }
}
