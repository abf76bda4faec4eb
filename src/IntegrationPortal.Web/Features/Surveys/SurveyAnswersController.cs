using System.Globalization;
using IntegrationPortal.Domain.Evaluation;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Features.Surveys;

/// <summary>
/// A link is followed and answered once: without an account, without a cookie, in the language of whoever holds it. The answers are added
/// to sums; no sheet of answers exists afterwards.
/// </summary>
[AllowAnonymous, Route("/survey/{token}")]
public sealed class SurveyAnswersController(PortalDbContext db, SurveyQuestionnaires questionnaires, SignedLinks links) : Controller
{
    private const string Page = "/Features/Surveys/Answer.cshtml";

    [HttpGet("")]
    public async Task<IActionResult> Answer([FromRoute] string token, string? lang, CancellationToken cancellation)
    {
        var questionnaire = await OpenedAsync(token, cancellation);
        return questionnaire is null ? Gone(token, lang) : View(Page, Of(questionnaire, lang, token));
    }

    /// <summary>No antiforgery token: it would need a cookie, and whoever has the link may answer; nobody else has it.</summary>
    [HttpPost(""), IgnoreAntiforgeryToken]
    public async Task<IActionResult> Send([FromRoute] string token, [FromForm] string? language, CancellationToken cancellation)
    {
        var questionnaire = await OpenedAsync(token, cancellation);
        if (questionnaire is null)
            return Gone(token, language);
        var given = new Dictionary<string, int>();
        // A body that is no form has ticked nothing.
        var form = Request.HasFormContentType ? Request.Form : FormCollection.Empty;
        foreach (var item in questionnaire.Items)
        {
            if (int.TryParse(form["answer-" + item.Key], NumberStyles.None, CultureInfo.InvariantCulture, out var tick) && tick >= 1 && tick <= item.Answers.Values.First().Count)
                given[item.Key] = tick;
        }

        if (given.Count == 0)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View(Page, Of(questionnaire, language, token, "empty"));
        }

        return await db.AnswerSurveyAsync(links.ReadSurvey(token)!.Value, given, cancellation)
            ? this.SeeOther($"/survey-thanks/{questionnaire.Key}?lang={Of(questionnaire, language, token).Language}") : Gone(token, language);
    }

    /// <summary>The same page for everybody who has answered.</summary>
    [HttpGet("/survey-thanks/{key}")]
    public IActionResult Thanks([FromRoute] string key, string? lang) =>
        questionnaires.All.FirstOrDefault(q => q.Key == key) is { } questionnaire ? View(Page, Of(questionnaire, lang, "", "thanks")) : NotFound();

    private async Task<SurveyQuestionnaire?> OpenedAsync(string token, CancellationToken cancellation)
    {
        if (links.ReadSurvey(token) is not { } link || await db.SurveyOfLinkAsync(link, cancellation) is not { } id)
            return null;
        return await db.Surveys.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellation) is { } survey ? questionnaires.Of(survey) : null;
    }

    /// <summary>The same answer to a used link, one of a survey that is over, and one that never was.</summary>
    private ViewResult Gone(string token, string? language)
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return View(Page, Of(questionnaires.All.First(q => q.Audience == SurveyAudience.Persons), language, token, "gone"));
    }

    private static AnswerPage Of(SurveyQuestionnaire questionnaire, string? language, string token, string? state = null) =>
        new(questionnaire, questionnaire.Words.ContainsKey(language ?? "") ? language! : Languages.Current, token, state);
}
