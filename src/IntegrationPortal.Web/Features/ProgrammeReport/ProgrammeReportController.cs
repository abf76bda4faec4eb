using System.Globalization;
using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Evaluation;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Evaluation;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.ProgrammeReport;

/// <summary>The yearly report of the programme: made by one click, written on, released, and from then on as it was.</summary>
[Route("/programme/reports"), OneConnection]
public sealed class ProgrammeReportController(
    PortalDbContext db, CurrentUser me, DrawReport draw, RefusalWords refusals, TimeWords time, TimeProvider clock, IStringLocalizer<ProgrammeReportTexts> words) : Controller
{
    /// <summary>The walls show drafts to those who write them, and released ones to the others.</summary>
    [HttpGet(""), Requires(Right.ReadIndicators)]
    public async Task<IActionResult> Index(CancellationToken cancellation)
    {
        var reports = await db.ProgressReports.AsNoTracking().OrderByDescending(r => r.Year).ToListAsync(cancellation);
        var since = await draw.NumbersSinceAsync(cancellation);
        var years = Enumerable.Range(0, 3).Select(back => time.Today.Year - back).Where(y => ProgressReport.WhyNotMake(y, since, time.Today) is null).Except(reports.Select(r => r.Year)).ToList();
        return View(new ReportsPage(reports, me.May(Right.ManageEvaluation), new MakeReportForm(), years.ToDictionary(y => y, _ => Guid.CreateVersion7(clock.GetUtcNow()))));
    }

    [HttpPost(""), Requires(Right.ManageEvaluation)]
    public async Task<IActionResult> Make([Bind(Prefix = nameof(ReportsPage.Form))] MakeReportForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty || !ModelState.IsValid)
            return BadRequest();
        if (!await db.ProgressReports.AnyAsync(r => r.Id == form.Id, cancellation))
        {
            var pilots = (await db.PilotPlacesAsync(cancellation)).Count;
            await db.AddOnceAsync(ProgressReport.Make(
                form.Id, form.Year, draw.FirstWords(form.Year, pilots), await draw.NumbersSinceAsync(cancellation), time.Today, clock.GetUtcNow()), cancellation);
        }

        return this.SeeOther($"/programme/reports/{form.Id}");
    }

    [HttpGet("{id:guid}"), Requires(Right.ReadIndicators)]
    public async Task<IActionResult> Show([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await TakeAsync(id, cancellation) is not { } report)
            return NotFound();
        var writes = me.May(Right.ManageEvaluation);
        return View(new ReportPage(
            report, await draw.FiguresAsync(report, cancellation), writes && report.WhyNotWrite() is null, report.WhyNotRelease() is { } no ? refusals[no] : null, db.VersionOf(report)));
    }

    [HttpGet("{id:guid}/edit"), Requires(Right.ManageEvaluation)]
    public async Task<IActionResult> Edit([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await TakeAsync(id, cancellation) is not { } report)
            return NotFound();
        Refusal.If(report.WhyNotWrite());
        return View(new EditReportPage(report, EditReportForm.Of(report, db.VersionOf(report))));
    }

    [HttpPost("{id:guid}/edit"), Requires(Right.ManageEvaluation)]
    public async Task<IActionResult> Edit([FromRoute] Guid id, [Bind(Prefix = nameof(EditReportPage.Form))] EditReportForm form, CancellationToken cancellation)
    {
        if (await TakeAsync(id, cancellation) is not { } report)
            return NotFound();
        if (form.Sections.Count != ProgressReport.Sections.Count)
            return BadRequest();
        Refusal.If(report.WhyNotWrite());
        if (!ModelState.IsValid)
            return this.Again(new EditReportPage(report, form));
        db.Expect(report, form.Version);
        foreach (var (section, text) in ProgressReport.Sections.Zip(form.Sections))
            report.Write(section, new Bilingual(TypedText.Lines(text.De) ?? "", TypedText.Lines(text.En) ?? ""), clock.GetUtcNow());
        // The report's own row moves with its sections, so that a page drawn before is told, also within the same moment.
        db.Entry(report).Property(r => r.ChangedAt).IsModified = true;
        if (!await db.SaveInTimeAsync(cancellation))
        {
            return await TakeAsync(id, cancellation) is { } now
                ? this.AgainOvertaken(
                    new EditReportPage(now, form), form, EditReportForm.Of(now, db.VersionOf(now)),
                    part: row => words["section." + ProgressReport.Sections[int.Parse(row, CultureInfo.InvariantCulture)]])
                : NotFound();
        }

        TempData.Success(words["saved"]);
        return this.SeeOther($"/programme/reports/{id}");
    }

    [HttpPost("{id:guid}/release"), Requires(Right.ManageEvaluation)]
    public async Task<IActionResult> Release([FromRoute] Guid id, uint version, CancellationToken cancellation)
    {
        if (await TakeAsync(id, cancellation) is not { } report)
            return NotFound();
        db.Expect(report, version);
        Refusal.If(report.WhyNotRelease());
        report.Release(await draw.KeptAsync(report.Year, cancellation), clock.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        TempData.Success(words["released"]);
        return this.SeeOther($"/programme/reports/{id}");
    }

    private Task<ProgressReport?> TakeAsync(Guid id, CancellationToken cancellation) =>
        db.ProgressReports.AsTracking().Include(r => r.Blocks).SingleOrDefaultAsync(r => r.Id == id, cancellation);
}
