using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Path;

namespace IntegrationPortal.Web.Features.Handovers;

/// <summary>From which a sheet is printed.</summary>
/// <param name="Print">The token that will be printed, sealed.</param>
/// <param name="Prints">How often it has been printed, as this page knows it.</param>
/// <param name="Before">When and by whom it was printed last.</param>
public sealed record SheetFormPage(Guid Id, string Subject, string Receiver, string Print, int Prints, string? Before);

/// <summary>The sheet.</summary>
/// <param name="Start">The address that is typed by hand, and there the code.</param>
public sealed record SheetPage(
    Guid Id, string Subject, IReadOnlyList<string> Receiver, IReadOnlyList<string> Sender, string SentBy, string AnswerBy, string OpenUntil,
    HandoverPreviewView Preview, string Start, string Code, string Address, QrPath Picture);

/// <summary>What was shared, on paper.</summary>
/// <param name="Given">To whom, on which day and by whom.</param>
public sealed record SharedSheetPage(Guid Id, string Subject, string Given, HandoverPreviewView Content);

/// <summary>What whoever holds a sheet sees: what a receiver reads before accepting, and what can be answered.</summary>
/// <param name="Deeds">None while the sender is to answer a question, but declining.</param>
/// <param name="Messages">What was asked and answered.</param>
public sealed record SheetAnswerPage(
    string Token, string Subject, string From, string Until, string? Waits, IReadOnlyList<HistoryLine> Messages, HandoverPreviewView Preview, IReadOnlyList<HandoverDeed> Deeds)
{
    /// <summary>The form that is open.</summary>
    public HandoverDeed? Asking { get; init; }

    public SheetAnswerForm? Form { get; init; }

    public IReadOnlyList<Choice> Reasons { get; init; } = [];

    public DateOnly Today { get; init; }

    /// <summary>What was just refused.</summary>
    public string? Refused { get; init; }

    public string Here => $"/answer/{Token}";
}

/// <summary>The code of a sheet, typed by hand.</summary>
public sealed class SheetCodeForm
{
    [Display(Name = "sheet-code"), Visible, StringLength(100), PlainText]
    public string? Code { get; set; }
}

/// <summary>Who answers, in their own words. Carries an id, so that sending it twice is one answer.</summary>
public abstract class SheetAnswerForm
{
    public Guid Id { get; set; }

    [Display(Name = "answer-name"), Visible, StringLength(HandoverSheet.NameLength), PlainText]
    public string? Name { get; set; }

    [Display(Name = "answer-function"), Visible, StringLength(HandoverSheet.NameLength), PlainText]
    public string? Function { get; set; }

    /// <summary>As it is kept with the answer.</summary>
    public string Says() => $"{TypedText.Line(Name)}, {TypedText.Line(Function)}";
}

public sealed class SheetAcceptForm : SheetAnswerForm
{
    [Display(Name = "first-free-date")]
    public DateOnly? FirstFreeDate { get; set; }
}

public sealed class SheetDeclineForm : SheetAnswerForm
{
    [Required(ErrorMessage = "choose-a-reason")]
    [EnumDataType(typeof(DeclineReason))]
    [Display(Name = "decline-reason")]
    public DeclineReason? Reason { get; set; }

    [Display(Name = "decline-text"), Visible, StringLength(HandoverContent.TextLength), PlainText]
    public string? Text { get; set; }
}

public sealed class SheetAskForm : SheetAnswerForm
{
    [Display(Name = "question"), Visible, StringLength(HandoverContent.TextLength), PlainText]
    public string? Text { get; set; }
}
