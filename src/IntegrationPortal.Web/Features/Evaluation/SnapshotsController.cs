using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Evaluation;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Evaluation;
using IntegrationPortal.Web.Data.Indicators;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Evaluation;

/// <summary>Freezing published numbers, and what is read from frozen ones: what is missing, what has changed, all of it as files.</summary>
[Requires(Right.ManageEvaluation), Route("/evaluation/plans/{id:guid}"), OneConnection]
public sealed class SnapshotsController(
    PortalDbContext db, IndicatorReader reader, MissingOutcomes outcomes, DrawComparison comparison, EvaluationExport export, TimeWords time, TimeProvider clock,
    IStringLocalizer<EvaluationTexts> words) : Controller
{
    private const string Views = "/Features/Evaluation/";

    /// <summary>Taken twice, by a second click or a colleague, the database keeps the first.</summary>
    [HttpPost("snapshots/{wave:int}")]
    public async Task<IActionResult> Take([FromRoute] Guid id, [FromRoute] int wave, CancellationToken cancellation)
    {
        if (await db.SeePlanAsync(id, cancellation) is not { } plan)
            return NotFound();
        var taken = await db.SnapshotsAsync(id, cancellation);
        var settles = await reader.SettlesAsync(time.Today, cancellation);
        Refusal.If(EvaluationSnapshot.WhyNotTake(plan, taken, wave, settles, time.Today));
        var month = plan.MonthOf(wave);
        var seals = plan.Indicators.DistinctBy(i => i.Code).ToDictionary(i => (i.Code, i.Version), i => i.DefinitionHash);
        var places = await db.PilotPlacesAsync(cancellation);
        var cells = await reader.CellsAsync(
            new CellQuestion([.. seals.Keys.Select(s => s.Code)], [.. places.Select(p => p.Key)], month, month, Dimension: null), cancellation);
        var content = SnapshotContent.Write(cells.Where(c => seals.ContainsKey((c.Code, c.Version))).Select(c => new FrozenCell(
            c.Code, c.Version, seals[(c.Code, c.Version)], c.MunicipalityKey, c.Dimension, c.Part, c.Amount, c.Denominator, c.Basis)));
        db.Add(EvaluationSnapshot.Take(plan, taken, wave, content, settles, time.Today, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancellation);
        TempData.Success(words["taken", wave]);
        return this.SeeOther($"/evaluation/plans/{id}");
    }

    [HttpGet("missing")]
    public async Task<IActionResult> Missing([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await db.SeePlanAsync(id, cancellation) is not { RegisteredAt: not null } plan)
            return NotFound();
        var definitions = (await reader.NewestDefinitionsAsync(cancellation)).ToDictionary(d => d.Code);
        return View($"{Views}Missing.cshtml", new MissingPage(
            plan, await outcomes.OfAsync(plan, time.Today, cancellation), definitions, plan.Indicators.Select(i => i.Code).Distinct().Count(),
            (await db.PilotPlacesAsync(cancellation)).Count));
    }

    [HttpGet("comparison")]
    public async Task<IActionResult> Comparison([FromRoute] Guid id, string? code, CancellationToken cancellation)
    {
        if (await db.SeePlanAsync(id, cancellation) is not { RegisteredAt: not null } plan)
            return NotFound();
        return await comparison.DrawAsync(plan, await db.SnapshotsAsync(id, cancellation), code, cancellation) is { } page ? View($"{Views}Comparison.cshtml", page) : NotFound();
    }

    [HttpGet("comparison.csv")]
    public async Task<IActionResult> ComparisonCsv([FromRoute] Guid id, string? code, CancellationToken cancellation)
    {
        if (await db.SeePlanAsync(id, cancellation) is not { RegisteredAt: not null } plan)
            return NotFound();
        return await comparison.DrawAsync(plan, await db.SnapshotsAsync(id, cancellation), code, cancellation) is { } page
            ? File(comparison.File(page), "text/csv; charset=utf-8", $"vergleich-{page.Definition.Code}.csv") : NotFound();
    }

    /// <summary>All of it: plan, snapshots, codebook, surveys, and a description that programs can read.</summary>
    [HttpGet("export.zip")]
    public async Task<IActionResult> Export([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await db.SeePlanAsync(id, cancellation) is not { RegisteredAt: not null } plan)
            return NotFound();
        return File(await export.WriteAsync(plan, await db.SnapshotsAsync(id, cancellation), cancellation), "application/zip", $"evaluation-{plan.Begins:yyyy-MM}.zip");
    }
}
