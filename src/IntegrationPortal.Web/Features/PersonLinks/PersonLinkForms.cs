using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.PersonLinks;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.MyPath;

namespace IntegrationPortal.Web.Features.PersonLinks;

/// <summary>From which the sheet of a person is printed.</summary>
/// <param name="Print">Token and code that will be printed and told, sealed.</param>
/// <param name="Prints">How often it has been printed, as this page knows it.</param>
public sealed record PersonLinkPage(string CaseHref, string Number, string Until, string Print, int Prints, string Language, IReadOnlyList<Choice> Languages)
{
    /// <summary>What holds now; null where there is none.</summary>
    public string? Standing { get; init; }

    public bool MayPrint { get; init; }

    public bool MayRevoke { get; init; }
}

/// <summary>The sheet, and once beside it the code that is not on it.</summary>
/// <param name="Start">The address that is typed by hand, and there the letters.</param>
public sealed record PersonSheetPage(
    string CaseHref, string Number, PersonWords Words, string Code, string Start, string Letters, string Address, QrPath Picture, string Until, string Town, string Office);

/// <summary>A question of the person with the form of its answer.</summary>
public sealed record QuestionPage(string CaseHref, string Number, string Kind, string About, string Text, string Asked, string Language, AnswerForm Form)
{
    /// <summary>What was answered already; then it is only read.</summary>
    public string? Answer { get; init; }

    public string? Answered { get; init; }
}

public sealed class AnswerForm
{
    [Display(Name = "answer-text"), Visible, StringLength(PersonQuestion.TextLength), PlainText]
    public string? Text { get; set; }
}
