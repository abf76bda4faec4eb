using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.Concerns;

/// <summary>A call for help, apart from all meetings.</summary>
public sealed class ConcernForm
{
    /// <summary>The id of the concern, so that sending it twice raises one.</summary>
    public Guid Id { get; set; }

    [Display(Name = "text"), Visible, StringLength(Concern.TextLength), PlainText]
    public string? Text { get; set; }

    [Display(Name = "is-acute")]
    public bool IsAcute { get; set; }
}

/// <summary>What is done now.</summary>
public sealed class RespondForm
{
    [Display(Name = "answer"), Visible, StringLength(Concern.TextLength), PlainText]
    public string? Answer { get; set; }
}

public sealed record ConcernPage(Guid TandemId, string Names, ConcernForm Form, IReadOnlyList<EmergencyNumber> Numbers);

/// <summary>A concern as the professional sees it.</summary>
/// <param name="WhyNot">Why it cannot be answered, in words; null while it can.</param>
public sealed record RespondPage(Concern Concern, string Names, string RaisedBy, string? WhyNot, RespondForm Form);
