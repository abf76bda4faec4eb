using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Path;

namespace IntegrationPortal.Web.Features.Participations;

/// <summary>Why an actor takes part no more.</summary>
public sealed class EndParticipationForm
{
    [Required]
    [StringLength(CaseEvent.ReasonLength)]
    [PlainText]
    [Display(Name = "reason")]
    public string? Reason { get; set; }
}

/// <summary>What ending a participation means, before it is done.</summary>
/// <param name="IsOwn">The actor of whoever reads it.</param>
/// <param name="Pending">What has to come to an end first; while there is something there is no form.</param>
/// <param name="Steps">For which the lead stands in from then on.</param>
public sealed record EndParticipationPage(
    string CaseHref, string Number, string Actor, bool IsOwn, string Lead, IReadOnlyList<PendingLine> Pending, IReadOnlyList<string> Steps, EndParticipationForm Form);
