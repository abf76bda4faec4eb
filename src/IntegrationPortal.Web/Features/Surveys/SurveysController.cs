using System.Globalization;
using IntegrationPortal.Domain.Evaluation;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Evaluation;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Charts;
using IntegrationPortal.Web.Presentation.Files;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Surveys;

/// <summary>Surveys of the evaluation: opened, followed by their response rate, read when they are over.</summary>
[Requires(Right.ManageEvaluation), Route("/surveys"), OneConnection]
public sealed class SurveysController(
    PortalDbContext db, SurveyQuestionnaires questionnaires, RefusalWords refusals, TimeWords time, TimeProvider clock, IStringLocalizer<SurveysTexts> words) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellation)
    {
        var lines = new List<SurveyLine>();
        foreach (var survey in await db.Surveys.AsNoTracking().OrderByDescending(s => s.OpensOn).ThenBy(s => s.QuestionnaireKey).ToListAsync(cancellation))
        {
            var response = await db.SurveyResponseAsync(survey.Id, cancellation);
            lines.Add(new SurveyLine(
                survey, TitleOf(questionnaires.Of(survey)), survey.IsOpenOn(time.Today), response.Sum(r => r.Links), response.Sum(r => r.Answered)));
        }

        return View(new SurveysPage(lines));
    }

    [HttpGet("new")]
    public IActionResult New() => View(Page(new NewSurveyForm { Id = Guid.CreateVersion7(clock.GetUtcNow()) }));

    [HttpPost("new")]
    public async Task<IActionResult> New([Bind(Prefix = nameof(NewSurveyPage.Form))] NewSurveyForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        var questionnaire = questionnaires.All.FirstOrDefault(q => q.Key == form.Questionnaire);
        if (ModelState.IsValid && (questionnaire is null || !EvaluationPlan.Waves.Contains(form.Wave!.Value)))
            ModelState.AddModelError("Form.Questionnaire", words["choose-from-list"]);
        if (form is { OpensOn: { } opens, ClosesOn: { } closes } && Survey.WhyNotOpen(opens, closes, time.Today) is { } no)
            ModelState.AddModelError("Form.ClosesOn", refusals[no]);
        if (!ModelState.IsValid)
            return this.Again(Page(form));
        if (!await db.Surveys.AnyAsync(s => s.Id == form.Id, cancellation))
        {
            await db.AddOnceAsync(Survey.Open(
                form.Id, questionnaire!, form.Wave!.Value, form.OpensOn!.Value, form.ClosesOn!.Value,
                await db.Surveys.AsNoTracking().ToListAsync(cancellation), time.Today, clock.GetUtcNow()), cancellation);
        }

        return this.SeeOther($"/surveys/{form.Id}");
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show([FromRoute] Guid id, CancellationToken cancellation) =>
        await db.Surveys.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellation) is { } survey ? View(await ResultAsync(survey, cancellation)) : NotFound();

    [HttpGet("{id:guid}/results.csv")]
    public async Task<IActionResult> Csv([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await db.Surveys.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellation) is not { } survey)
            return NotFound();
        var file = SafeCsv.ForPeople().Line(words["question"].Value, words["answer"].Value, words["answers"].Value);
        var counts = await db.SurveyValuesAsync(id, cancellation);
        foreach (var item in questionnaires.Of(survey).Items)
        {
            foreach (var (answer, i) in item.Answers[Language].Select((a, i) => (a, i)))
                file.Line(item.Text[Language], answer, counts.TryGetValue((item.Key, i + 1), out var count) ? (object)count : words["hidden"].Value);
        }

        return File(file.ToFile(), "text/csv; charset=utf-8", $"umfrage-{survey.QuestionnaireKey}.csv");
    }

    private async Task<ResultPage> ResultAsync(Survey survey, CancellationToken cancellation)
    {
        var questionnaire = questionnaires.Of(survey);
        var names = (await db.PilotPlacesAsync(cancellation)).ToDictionary(p => p.Key, p => p.Name);
        var response = (await db.SurveyResponseAsync(survey.Id, cancellation)).Select(r => new ResponseLine(names.GetValueOrDefault(r.MunicipalityKey, r.MunicipalityKey), r.Links, r.Answered))
            .OrderBy(r => r.Municipality, StringComparer.CurrentCulture).ToList();
        var results = await db.SurveyResultsAsync(survey.Id, cancellation);
        var (all, counts) = (results.Where(r => r.MunicipalityKey is null).ToDictionary(r => r.ItemKey), await db.SurveyValuesAsync(survey.Id, cancellation));
        return new ResultPage(
            survey, questionnaire, survey.IsOverOn(time.Today), response, [.. questionnaire.Items.Where(i => all.ContainsKey(i.Key)).Select(i => Chart(survey, i, all[i.Key], counts))],
            results.Select(r => r.MunicipalityKey).OfType<string>().Distinct().Count(), all.GetValueOrDefault("")?.Answers ?? 0);
    }

    /// <summary>The title says how many agree, the two best answers, where neither they nor the others are fewer than five.</summary>
    private ChartView Chart(Survey survey, SurveyItem item, SurveyResult all, Dictionary<(string Item, int Value), int> counts)
    {
        var labels = item.Answers[Language];
        ChartPoint Point(int value) => counts.TryGetValue((item.Key, value), out var count)
            ? new ChartPoint(count, count.ToString(CultureInfo.CurrentCulture)) : new ChartPoint(null, words["hidden"], IsHidden: true);
        var points = Enumerable.Range(1, labels.Count).Select(Point).ToList();
        return new ChartView(
            "item-" + item.Key,
            all.Best is { } best
                ? words["finding", item.Text[Language], ChartView.Percent(Math.Round(best / (decimal)all.Answers, 2)), labels[^2], labels[^1]]
                : words["finding-hidden", item.Text[Language]],
            words["answer"], words["answers-of", all.Answers], labels, [new ChartSeries(words["answers"], points)], $"/surveys/{survey.Id}/results.csv")
        { Kind = ChartKind.Bars, Note = points.Exists(p => p.IsHidden) ? words["hidden-means"].Value : null };
    }

    private NewSurveyPage Page(NewSurveyForm form) => new(
        form, [.. questionnaires.All.Select(q => new Choice(q.Key, TitleOf(q), words["audience." + q.Audience]))],
        [.. EvaluationPlan.Waves.Select(w => new Choice(w.ToString(CultureInfo.InvariantCulture), words["wave-of", w]))]);

    private static string Language => Languages.Current;

    private static string TitleOf(SurveyQuestionnaire questionnaire) => questionnaire.Words[Language].Title;
}
