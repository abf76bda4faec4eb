using IntegrationPortal.Domain.Calendar;
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

/// <summary>Numbers that the portal cannot count itself, and targets: what was entered, and entering one.</summary>
[OneConnection]
[Requires(Right.EnterIndicators), Route("/indicator-data")]
public sealed class IndicatorDataController(
    PortalDbContext db, IndicatorReader reader, Places places, CurrentUser user, TimeProvider clock, RefusalWords refusals,
    IStringLocalizer<IndicatorDataTexts> words) : Controller
{
    private const string Targets = "/indicator-data#targets";

    [HttpGet("")]
    public async Task<IActionResult> Index([FromServices] DrawEntered draw, CancellationToken cancellation) => View(await draw.PageAsync(cancellation));

    [HttpGet("new")]
    public async Task<IActionResult> New(CancellationToken cancellation) =>
        View(await OfferEntryAsync(new EntryForm { Id = Guid.CreateVersion7(clock.GetUtcNow()) }, cancellation));

    [HttpPost("new")]
    public async Task<IActionResult> New(EntryForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (await db.IndicatorEntries.AnyAsync(e => e.Id == form.Id, cancellation))
            return this.SeeOther("/indicator-data");
        var office = await places.OfficeAsync(cancellation);
        var month = MonthOf(form.Month, nameof(form.Month));
        var key = await KeyAsync(form.Municipality, office, nameof(form.Municipality), cancellation);
        var definition = await DefinitionAsync(form.Code, month, cancellation);
        if (!ModelState.IsValid)
            return this.Again(await OfferEntryAsync(form, cancellation));
        var details = new EntryDetails(
            form.Id, key!, month!.Value, TypedText.Line(form.Part) ?? "", form.Amount, form.Denominator, form.SourceName!, form.SourceDate!.Value);
        if (IndicatorEntry.WhyNotEnter(definition!, details, GermanTime.DayOf(clock.GetUtcNow())) is { } no)
        {
            ModelState.AddModelError(nameof(form.Amount), refusals[no]);
            return this.Again(await OfferEntryAsync(form, cancellation));
        }

        await db.AddOnceAsync(IndicatorEntry.Enter(definition!, details, office, user.UserId!.Value, clock.GetUtcNow()), cancellation);
        TempData.Success(words["entered", definition!.Name]);
        return this.SeeOther("/indicator-data");
    }

    [HttpGet("targets/new")]
    public async Task<IActionResult> Target(CancellationToken cancellation) =>
        View(await OfferTargetAsync(new TargetForm { Id = Guid.CreateVersion7(clock.GetUtcNow()) }, cancellation));

    [HttpPost("targets/new")]
    public async Task<IActionResult> Target(TargetForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (await IsSetAsync(form.Id, cancellation))
            return this.SeeOther(Targets);
        var office = await places.OfficeAsync(cancellation);
        var from = string.IsNullOrWhiteSpace(form.BaselineMonth) ? null : MonthOf(form.BaselineMonth, nameof(form.BaselineMonth));
        var until = MonthOf(form.TargetMonth, nameof(form.TargetMonth));
        var key = await KeyAsync(form.Municipality, office, nameof(form.Municipality), cancellation);
        var definition = await DefinitionAsync(form.Code, until, cancellation);
        if (!ModelState.IsValid)
            return this.Again(await OfferTargetAsync(form, cancellation));
        var details = new TargetDetails(form.Id, key!, form.Baseline, from, form.Target!.Value, until!.Value);
        // Of the other office as well, whose targets this one cannot write but everybody reads.
        var others = (await reader.TargetsAsync([definition!.Code], [key!], cancellation)).Select(t => new TargetPeriod(t.BaselineMonth, t.TargetMonth)).ToList();
        if (IndicatorTarget.WhyNotSet(definition!, details, others) is { } no)
        {
            // Sent twice at once, the other may be what the first has set in this moment.
            if (await IsSetAsync(form.Id, cancellation))
                return this.SeeOther(Targets);
            ModelState.AddModelError(nameof(form.Baseline), refusals[no]);
            return this.Again(await OfferTargetAsync(form, cancellation));
        }

        await db.AddOnceAsync(IndicatorTarget.Set(definition!, details, others, office, user.UserId!.Value, clock.GetUtcNow()), cancellation);
        TempData.Success(words["target-set", definition!.Name]);
        return this.SeeOther(Targets);
    }

    private Task<bool> IsSetAsync(Guid id, CancellationToken cancellation) => db.IndicatorTargets.AnyAsync(t => t.Id == id, cancellation);

    private Task<EntryForm> OfferEntryAsync(EntryForm form, CancellationToken cancellation) =>
        OfferAsync(form, d => d.Supply == IndicatorSupply.Entered, cancellation);

    private Task<TargetForm> OfferTargetAsync(TargetForm form, CancellationToken cancellation) =>
        OfferAsync(form, d => d.Direction != IndicatorDirection.None, cancellation);

    private DateOnly? MonthOf(string? typed, string field)
    {
        var month = TypedMonth.Of(typed);
        if (month is null && !string.IsNullOrWhiteSpace(typed))
            ModelState.AddModelError(field, words["month-impossible"]);
        return month;
    }

    private async Task<string?> KeyAsync(string? typed, string office, string field, CancellationToken cancellation)
    {
        if (office != "foundation")
            return office;
        if (string.IsNullOrWhiteSpace(typed))
        {
            ModelState.AddModelError(field, words["municipality-missing"]);
            return null;
        }

        var (key, no) = (await places.FindAsync([typed], office, cancellation))[typed];
        if (no is not null)
            ModelState.AddModelError(field, refusals[no]);
        return key;
    }

    private async Task<IndicatorDefinition?> DefinitionAsync(string? code, DateOnly? month, CancellationToken cancellation)
    {
        var definitions = (await reader.DefinitionsAsync(cancellation)).Where(d => d.Code == code).ToList();
        if (definitions.Count == 0 && !string.IsNullOrEmpty(code))
            ModelState.AddModelError(nameof(EntryForm.Code), words["indicator-unknown"]);
        return definitions.LastOrDefault(d => month is { } m && d.IsInForceOn(m)) ?? definitions.LastOrDefault();
    }

    private async Task<T> OfferAsync<T>(T form, Func<IndicatorDefinition, bool> offered, CancellationToken cancellation)
    {
        var definitions = (await reader.DefinitionsAsync(cancellation)).Where(d => d.ValidTo is null && d.Supply != IndicatorSupply.Missing).Where(offered);
        ViewData["choices"] = new IndicatorChoices(
            [.. definitions.Select(d => new Choice(d.Code, $"{d.Code} {d.Name}"))], await places.OfficeAsync(cancellation) == "foundation");
        return form;
    }
}
