using IntegrationPortal.Domain;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.BreakGlass;

/// <summary>Break-glass: the coordination opens a case of its municipality for 24 hours, with a reason that others read.</summary>
public sealed class BreakGlassController(
    PortalDbContext db, CurrentUser user, OpenInEmergency open, TimeProvider clock, IStringLocalizer<BreakGlassTexts> words) : Controller
{
    [HttpGet("/cases/{id:guid}/break-glass")]
    [Requires(Right.BreakGlass)]
    public async Task<IActionResult> Ask([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await db.SeePathAsync(id, cancellation) is not { } path)
            return NotFound();
        Refusal.If(path.WhyNotBreakGlass(user.Officer, clock.GetUtcNow()));
        return View(await PageAsync(path, new BreakGlassForm(), cancellation));
    }

    [HttpPost("/cases/{id:guid}/break-glass")]
    [Requires(Right.BreakGlass)]
    public async Task<IActionResult> Ask([FromRoute] Guid id, [Bind(Prefix = nameof(BreakGlassPage.Form))] BreakGlassForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
            return await db.SeePathAsync(id, cancellation) is { } path ? this.Again(await PageAsync(path, form, cancellation)) : NotFound();
        if (await open.RunAsync(id, form.Reason!, user.Officer, cancellation) is not { } told)
            return NotFound();
        TempData.Warn(words[$"opened-{told.Words}"]);
        return this.SeeOther($"/cases/{id}");
    }

    private async Task<BreakGlassPage> PageAsync(CasePath path, BreakGlassForm form, CancellationToken cancellation) =>
        new(path.Id, path.Number, await open.WhoIsToldAsync(path, cancellation), form);
}
