using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.MeetingShares;

/// <summary>What a person agrees to tell one actor of their case.</summary>
public sealed class ShareForm
{
    /// <summary>The id of what is recorded, so that sending the form twice records it once.</summary>
    public Guid Id { get; set; }

    [Required, Display(Name = "recipient")]
    public Guid? Recipient { get; set; }

    [Display(Name = "with-light")]
    public bool WithLight { get; set; }

    [Required, Display(Name = "agreed-on")]
    public DateOnly? AgreedOn { get; set; }

    [Required, Display(Name = "until")]
    public DateOnly? Until { get; set; }

    public ShareDetails Details() => new(AgreedOn!.Value, Until!.Value, WithLight);
}

/// <summary>The form for one person of a tandem, with the actors of their case.</summary>
public sealed record SharePage(TandemFile File, Guid RequestId, string Name, ShareForm Form, IReadOnlyList<Choice> Recipients, DateOnly Today);
