using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.Consents;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.Deletions;

/// <summary>What became of the copies.</summary>
public enum CopiesAre
{
    Deleted,
    Kept,
}

/// <summary>What the recipient of a withdrawn consent answers.</summary>
public sealed class DeletionForm
{
    [Required]
    [Display(Name = "copies")]
    public CopiesAre? Copies { get; set; }

    [StringLength(DeletionRequest.BasisLength)]
    [PlainText]
    [Display(Name = "because")]
    public string? Because { get; set; }

    /// <summary>Who has deleted everything owes no norm, whatever stands in the field.</summary>
    internal string? Norm => Copies == CopiesAre.Kept ? TypedText.OrNull(Because) : null;
}

/// <summary>The question, and the answer once it is given.</summary>
public sealed record DeletionPage(string Number, string Categories, string Asked, string AnswerBy, DeletionForm Form, IReadOnlyList<Choice> Answers)
{
    /// <summary>Nobody has answered, and the last day for it is over.</summary>
    public bool IsLate { get; init; }

    /// <summary>Null while nobody has answered.</summary>
    public string? Answered { get; init; }
}
