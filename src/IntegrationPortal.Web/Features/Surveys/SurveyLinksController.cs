using IntegrationPortal.Domain.Evaluation;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.PublicPages;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Features.Surveys;

/// <summary>The coordination prints links for its municipality and hands them out. Who was given which is written down nowhere.</summary>
[Requires(Right.HandOutSurveys), Route("/survey-links"), OneConnection]
public sealed class SurveyLinksController(
    PortalDbContext db, CurrentUser me, SurveyQuestionnaires questionnaires, SignedLinks links, TimeWords time, TimeProvider clock) : Controller
{
    private const string Views = "/Features/Surveys/";

    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellation)
    {
        var today = time.Today;
        var made = await db.SurveyBatches.AsNoTracking().ToListAsync(cancellation);
        var left = await db.SurveyLinks.AsNoTracking().GroupBy(l => l.SurveyId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var surveys = await db.Surveys.AsNoTracking().Where(s => s.ClosesOn >= today).OrderBy(s => s.ClosesOn).ToListAsync(cancellation);
        return View($"{Views}HandOutList.cshtml", new HandOutListPage(
        [
            .. surveys.Select(s => (Survey: s, Links: made.Where(b => b.SurveyId == s.Id).Sum(b => b.Links)))
                .Select(s => new SurveyLine(s.Survey, TitleOf(s.Survey), s.Survey.IsOpenOn(today), s.Links, s.Links - left.GetValueOrDefault(s.Survey.Id))),
        ]));
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> HandOut([FromRoute] Guid id, CancellationToken cancellation) =>
        await SurveyAsync(id, cancellation) is { } survey
            ? View($"{Views}HandOut.cshtml", await PageAsync(survey, new LinksForm { Id = Guid.CreateVersion7(clock.GetUtcNow()), Links = 20 }, cancellation)) : NotFound();

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> HandOut([FromRoute] Guid id, [Bind(Prefix = nameof(HandOutPage.Form))] LinksForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (await SurveyAsync(id, cancellation) is not { } survey)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Again(await PageAsync(survey, form, cancellation), $"{Views}HandOut.cshtml");
        if (!await db.SurveyBatches.AnyAsync(b => b.Id == form.Id, cancellation))
        {
            var key = await KeyAsync(cancellation);
            db.Add(SurveyBatch.Make(form.Id, survey, key, form.Links!.Value, time.Today, clock.GetUtcNow()));
            // Random, not by time: nothing about a link tells which one was printed first.
            db.AddRange(Enumerable.Range(0, form.Links!.Value).Select(_ => SurveyLink.For(Guid.NewGuid(), id, key, form.Id)));
            await db.SaveOnceAsync(db.SurveyBatches.Where(b => b.Id == form.Id), cancellation);
        }

        return this.SeeOther($"/survey-links/{id}/sheets/{form.Id}");
    }

    /// <summary>What is left of a sheet, to be printed: a used link is gone from it.</summary>
    [HttpGet("{id:guid}/sheets/{sheetId:guid}")]
    public async Task<IActionResult> Sheet([FromRoute] Guid id, [FromRoute] Guid sheetId, CancellationToken cancellation)
    {
        if (await SurveyAsync(id, cancellation) is not { } survey
            || await db.SurveyBatches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == sheetId && b.SurveyId == id, cancellation) is not { } batch)
            return NotFound();
        var left = await db.SurveyLinks.AsNoTracking().Where(l => l.BatchId == sheetId).OrderBy(l => l.Id).Select(l => l.Id).ToListAsync(cancellation);
        var page = new SheetPage(survey, questionnaires.Of(survey), me.Hat!.TenantName!, [.. left.Select(Slip)], batch.Links - left.Count);
        return View($"{Views}Sheet.cshtml", page.IsTold ? page : page with { Slips = [] });
    }

    private Slip Slip(Guid link)
    {
        var path = $"/survey/{links.ForSurvey(link)}";
        return new Slip(path, HttpContext.Absolute(path), QrPath.Of(HttpContext.Absolute(path)));
    }

    private async Task<HandOutPage> PageAsync(Survey survey, LinksForm form, CancellationToken cancellation) => new(
        survey, TitleOf(survey), form, await db.SurveyBatches.AsNoTracking().Where(b => b.SurveyId == survey.Id).OrderByDescending(b => b.MadeAt).ToListAsync(cancellation));

    private async Task<Survey?> SurveyAsync(Guid id, CancellationToken cancellation)
    {
        var today = time.Today;
        return await db.Surveys.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && s.ClosesOn >= today, cancellation);
    }

    private Task<string> KeyAsync(CancellationToken cancellation) => db.Tenants.Where(t => t.Id == me.Officer.TenantId).Select(t => t.Key).SingleAsync(cancellation);

    private string TitleOf(Survey survey) => questionnaires.Of(survey).Words[Languages.Current].Title;
}
