using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.Evaluation;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Charts;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.Surveys;

public sealed class NewSurveyForm
{
    /// <summary>The id of the survey, so that sending the form twice opens one.</summary>
    public Guid Id { get; set; }

    [Required, Display(Name = "questionnaire")]
    public string? Questionnaire { get; set; }

    [Required, Display(Name = "wave")]
    public int? Wave { get; set; }

    [Required, Display(Name = "opens-on")]
    public DateOnly? OpensOn { get; set; }

    [Required, Display(Name = "closes-on")]
    public DateOnly? ClosesOn { get; set; }
}

public sealed class LinksForm
{
    /// <summary>The id of the sheet, so that sending the form twice prints one.</summary>
    public Guid Id { get; set; }

    [Required, Display(Name = "how-many"), Range(Survey.FewestLinksAtOnce, Survey.MostLinksAtOnce)]
    public int? Links { get; set; }
}

public sealed record NewSurveyPage(NewSurveyForm Form, IReadOnlyList<Choice> Questionnaires, IReadOnlyList<Choice> Waves);

public sealed record SurveysPage(IReadOnlyList<SurveyLine> Surveys);

/// <param name="Links">Handed out: where at least five were, for the evaluation; all, for the coordination that printed them.</param>
public sealed record SurveyLine(Survey Survey, string Title, bool IsOpen, int Links, int Answered);

/// <param name="Answers">How many municipalities and answers stand behind the charts.</param>
public sealed record ResultPage(
    Survey Survey, SurveyQuestionnaire Questionnaire, bool IsOver, IReadOnlyList<ResponseLine> Response, IReadOnlyList<ChartView> Charts, int Municipalities, int Answers);

public sealed record ResponseLine(string Municipality, int Links, int Answered);

/// <param name="Sheets">What the municipality has printed before.</param>
public sealed record HandOutPage(Survey Survey, string Title, LinksForm Form, IReadOnlyList<SurveyBatch> Sheets);

public sealed record HandOutListPage(IReadOnlyList<SurveyLine> Surveys);

public sealed record SheetPage(Survey Survey, SurveyQuestionnaire Questionnaire, string Place, IReadOnlyList<Slip> Slips, int Used)
{
    /// <summary>While few are used, those left would tell which are gone, and so who has answered.</summary>
    public bool IsTold => Used is 0 or >= Survey.FewestLinksAtOnce;
}

/// <summary>One link on paper.</summary>
/// <param name="Code">The modules of its QR code as one path.</param>
public sealed record Slip(string Path, string Address, QrPath Code);

/// <summary>The page of whoever is asked, in their language.</summary>
/// <param name="State">What is shown instead of the questions, or null.</param>
public sealed record AnswerPage(SurveyQuestionnaire Questionnaire, string Language, string Token, string? State)
{
    public SurveyWords Words => Questionnaire.Words[Language];
}
