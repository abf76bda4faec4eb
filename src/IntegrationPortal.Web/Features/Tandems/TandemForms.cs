using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.Tandems;

/// <summary>Which requests are taken up together.</summary>
public sealed class OpenForm
{
    /// <summary>The id of the tandem, so that sending the form twice opens one.</summary>
    public Guid Id { get; set; }

    [Required, Display(Name = "form")]
    public TandemForm? Kind { get; set; }

    [Display(Name = "requests")]
    public List<Guid> Requests { get; set; } = [];
}

/// <summary>Who shall be the mentor.</summary>
public sealed class ProposeForm
{
    [Required, Display(Name = "volunteer")]
    public Guid? VolunteerId { get; set; }
}

/// <summary>What both sides say after the trial.</summary>
public sealed class ConfirmForm
{
    [Display(Name = "feedback"), Visible, StringLength(TandemEvent.TextLength), PlainText]
    public string? Feedback { get; set; }
}

/// <summary>When and why a tandem ended.</summary>
public sealed class EndForm
{
    [Required, Display(Name = "ended-on-day")]
    public DateOnly? EndedOn { get; set; }

    [Required, Display(Name = "end-reason")]
    public TandemEndReason? Reason { get; set; }

    /// <summary>What became of each goal, in the order of the tandem; none of one that never met.</summary>
    public List<GoalEnd> Goals { get; set; } = [];

    [Display(Name = "end-text"), StringLength(TandemEvent.TextLength), PlainText]
    public string? Text { get; set; }
}

public sealed class GoalEnd
{
    [Display(Name = "goal-result")]
    public GoalResult? Result { get; set; }
}
