using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.Handovers;

/// <summary>The receiver asks back.</summary>
public sealed class AskForm
{
    [Required(ErrorMessage = "ask-something")]
    [StringLength(HandoverContent.TextLength)]
    [PlainText]
    [Display(Name = "question")]
    public string? Text { get; set; }
}

/// <summary>The sender answers.</summary>
public sealed class AnswerForm
{
    [Required(ErrorMessage = "answer-something")]
    [StringLength(HandoverContent.TextLength)]
    [PlainText]
    [Display(Name = "answer")]
    public string? Text { get; set; }
}

/// <summary>The receiver accepts and may say when it can begin, and since when deadlines of the law run.</summary>
public sealed class AcceptForm
{
    [Display(Name = "first-free-date")]
    public DateOnly? FirstFreeDate { get; set; }

    /// <summary>For each step handed over whose deadline the law counts from an event.</summary>
    public List<StepEvent> Events { get; set; } = [];
}

/// <summary>Since when the deadline of one of the steps handed over runs.</summary>
public sealed class StepEvent
{
    public Guid Step { get; set; }

    [Display(Name = "event-on")]
    public DateOnly? Day { get; set; }
}

/// <summary>The receiver declines, with a reason from the list and in words.</summary>
public sealed class DeclineForm
{
    [Required(ErrorMessage = "choose-a-reason")]
    [EnumDataType(typeof(DeclineReason))]
    [Display(Name = "decline-reason")]
    public DeclineReason? Reason { get; set; }

    [Required(ErrorMessage = "say-why")]
    [StringLength(HandoverContent.TextLength)]
    [PlainText]
    [Display(Name = "decline-text")]
    public string? Text { get; set; }
}

/// <summary>The sender or the coordination takes it back before an answer. Everybody on the path can read why.</summary>
public sealed class WithdrawForm
{
    [Required(ErrorMessage = "say-why")]
    [StringLength(CaseEvent.ReasonLength)]
    [PlainText]
    [Display(Name = "withdraw-reason")]
    public string? Text { get; set; }
}

/// <summary>The receiver gives back what it had accepted.</summary>
public sealed class ReturnForm
{
    [Required(ErrorMessage = "say-why")]
    [StringLength(HandoverContent.TextLength)]
    [PlainText]
    [Display(Name = "return-reason")]
    public string? Text { get; set; }
}

/// <summary>The receiver reports at the end.</summary>
public sealed class CompleteForm
{
    [Required(ErrorMessage = "report-something")]
    [StringLength(HandoverContent.TextLength)]
    [PlainText]
    [Display(Name = "report")]
    public string? Text { get; set; }

    /// <summary>For each step handed over that has results.</summary>
    public List<StepEnd> Ends { get; set; } = [];
}

/// <summary>How one of the steps handed over ended.</summary>
public sealed class StepEnd
{
    public Guid Step { get; set; }

    [Display(Name = "step-result")]
    public string? Result { get; set; }
}
