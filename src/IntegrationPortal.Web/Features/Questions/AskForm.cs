using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.Questions;

/// <summary>A reader's question.</summary>
public sealed class AskForm
{
    /// <summary>Of the question, so that sending it twice asks once.</summary>
    public Guid Id { get; set; }

    /// <summary>When the page was opened, sealed.</summary>
    public string? Opened { get; set; }

    [Display(Name = "question"), Visible, StringLength(ReaderQuestion.TextLength), PlainText]
    public string? Text { get; set; }

    /// <summary>No person sees this field; machines fill it in.</summary>
    [Display(Name = "leave-empty"), StringLength(200)]
    public string? Website { get; set; }
}

public sealed record AskPage(HandbookKind Kind, string Slug, string Title, AskForm Form)
{
    public string Address => Kind.Address(Slug);
}
