using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.TandemReviews;

/// <summary>How the tandem goes, after another half year.</summary>
public sealed class ReviewForm
{
    /// <summary>The id of the answer, so that sending it twice says it once.</summary>
    public Guid Id { get; set; }

    [Required, Display(Name = "light")]
    public TrafficLight? Light { get; set; }

    [StringLength(TandemReview.TextLength), PlainText, Display(Name = "text")]
    public string? Text { get; set; }
}

public sealed record ReviewPage(TandemFile File, ReviewSide Side, ReviewForm Form, IReadOnlyList<Choice> Lights);
