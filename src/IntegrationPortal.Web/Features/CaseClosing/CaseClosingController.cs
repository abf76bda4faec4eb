using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.CaseClosing;

/// <summary>Closes a case, having shown what that ends.</summary>
[Requires(Right.EditCase), Route("/cases/{id:guid}/close"), OneConnection]
public sealed class CaseClosingController(
    PortalDbContext db, CurrentUser user, ReferenceCatalogue catalogue, TownCalendars calendars, CloseCase close, DrawClosing draw, RefusalWords refusals,
    TimeWords time, TimeProvider clock, IStringLocalizer<CaseClosingTexts> words) : Controller
{
    private const string Day = $"{nameof(ClosePage.Form)}.{nameof(CloseForm.On)}";

    [HttpGet("")]
    public async Task<IActionResult> Close([FromRoute] Guid id, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (await db.SeeOwnPathAsync(id, user.Officer, now, cancellation) is not { } path)
            return NotFound();
        Refusal.If(path.WhyNotSteer(user.Officer));
        return View(await PageAsync(path, new CloseForm { On = GermanTime.DayOf(now) }, now, cancellation));
    }

    [HttpPost("")]
    public async Task<IActionResult> Close([FromRoute] Guid id, [Bind(Prefix = nameof(ClosePage.Form))] CloseForm form, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (await db.TakeOwnPathAsync(id, user.Officer, now, cancellation) is not { } path)
            return NotFound();
        if (CloseCase.IsDone(path, form))
            return this.SeeOther($"/cases/{id}");
        Refusal.If(path.WhyNotSteer(user.Officer));
        if (form.On is { } day && path.WhyNotCloseOn(day, now) is { } no && ModelState.GetFieldValidationState(Day) != ModelValidationState.Invalid)
            ModelState.AddModelError(Day, refusals[no]);
        if (!ModelState.IsValid)
            return this.Again(await PageAsync(path, form, now, cancellation));
        var eraseOn = catalogue.EraseCaseOn(form.On!.Value, GermanTime.DayOf(now));
        if (await close.RunAsync(path, form, eraseOn, user.Officer, cancellation))
            TempData.Success(words["closed", path.Number, time.Plain(eraseOn)]);
        return this.SeeOther($"/cases/{id}");
    }

    private async Task<ClosePage> PageAsync(CasePath path, CloseForm form, DateTimeOffset now, CancellationToken cancellation) => draw.Close(
        path, form, await db.PendingOfCaseAsync(path.Id, cancellation), await db.ActorNamesAsync(cancellation), await close.CoordinationsAsync(cancellation),
        await calendars.OfAsync(db, user.Officer.TenantId, cancellation), now);
}
