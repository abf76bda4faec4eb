using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Indicators;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Indicators;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.IndicatorData;

/// <summary>A target that was written down wrongly, corrected by the office that has set it while its time runs.</summary>
[Requires(Right.EnterIndicators), Route("/indicator-data/targets/{id:guid}"), OneConnection]
public sealed class TargetCorrectionsController(
    PortalDbContext db, IndicatorReader reader, Places places, CurrentUser user, TimeWords time, TimeProvider clock, RefusalWords refusals,
    IStringLocalizer<IndicatorDataTexts> words) : Controller
{
    private const string Page = "/Features/IndicatorData/CorrectTarget.cshtml";

    [HttpGet("")]
    public async Task<IActionResult> Correct([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await TakeAsync(id, cancellation) is not { } target)
            return NotFound();
        Refusal.If(target.WhyNotCorrect(time.Today));
        return View(Page, await PageAsync(target, CorrectTargetForm.Of(target, db.VersionOf(target)), cancellation));
    }

    [HttpPost("")]
    public async Task<IActionResult> Correct([FromRoute] Guid id, [Bind(Prefix = nameof(CorrectTargetPage.Form))] CorrectTargetForm form, CancellationToken cancellation)
    {
        if (await TakeAsync(id, cancellation) is not { } target)
            return NotFound();
        Refusal.If(target.WhyNotCorrect(time.Today));
        var (from, until) = (MonthOf(form.BaselineMonth, nameof(form.BaselineMonth)), MonthOf(form.TargetMonth, nameof(form.TargetMonth)));
        if (!ModelState.IsValid)
            return this.Again(await PageAsync(target, form, cancellation), Page);
        var definition = await DefinitionAsync(target.Code, until!.Value, cancellation);
        var details = new TargetDetails(id, target.MunicipalityKey, form.Baseline, from, form.Target!.Value, until.Value);
        // Of one place and indicator no two begin in the same month.
        var others = (await reader.TargetsAsync([target.Code], [target.MunicipalityKey], cancellation))
            .Where(t => t.BaselineMonth != target.BaselineMonth).Select(t => new TargetPeriod(t.BaselineMonth, t.TargetMonth)).ToList();
        if (IndicatorTarget.WhyNotSet(definition, details, others) is { } no)
        {
            ModelState.AddModelError($"{nameof(CorrectTargetPage.Form)}.{nameof(form.Baseline)}", refusals[no]);
            return this.Again(await PageAsync(target, form, cancellation), Page);
        }

        db.Expect(target, form.Version);
        target.Correct(definition, details, others, user.UserId!.Value, clock.GetUtcNow(), time.Today);
        if (!await db.SaveInTimeAsync(cancellation))
        {
            return await TakeAsync(id, cancellation) is { } now
                ? this.AgainOvertaken(await PageAsync(now, form, cancellation), form, CorrectTargetForm.Of(now, db.VersionOf(now)), view: Page) : NotFound();
        }

        TempData.Success(words["target-corrected", definition.Name]);
        return this.SeeOther("/indicator-data#targets");
    }

    /// <summary>The wall shows what the own office has set.</summary>
    private Task<IndicatorTarget?> TakeAsync(Guid id, CancellationToken cancellation) => db.IndicatorTargets.AsTracking().SingleOrDefaultAsync(t => t.Id == id, cancellation);

    private async Task<IndicatorDefinition> DefinitionAsync(string code, DateOnly month, CancellationToken cancellation)
    {
        var definitions = (await reader.DefinitionsAsync(cancellation)).Where(d => d.Code == code).ToList();
        return definitions.LastOrDefault(d => d.IsInForceOn(month)) ?? definitions[^1];
    }

    private DateOnly? MonthOf(string? typed, string field)
    {
        var month = TypedMonth.Of(typed);
        if (month is null && !string.IsNullOrWhiteSpace(typed))
            ModelState.AddModelError($"{nameof(CorrectTargetPage.Form)}.{field}", words["month-impossible"]);
        return month;
    }

    private async Task<CorrectTargetPage> PageAsync(IndicatorTarget target, CorrectTargetForm form, CancellationToken cancellation)
    {
        var definition = await DefinitionAsync(target.Code, target.TargetMonth, cancellation);
        var town = (await places.NamesAsync([target.MunicipalityKey], cancellation)).GetValueOrDefault(target.MunicipalityKey) ?? target.MunicipalityKey;
        return new CorrectTargetPage(target.Id, $"{definition.Name} · {town}", form);
    }
}
