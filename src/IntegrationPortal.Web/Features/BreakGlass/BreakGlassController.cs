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
        return View(Frame(path, new BreakGlassForm()));
    }

    [HttpPost("/cases/{id:guid}/break-glass")]
    [Requires(Right.BreakGlass)]
    public async Task<IActionResult> Ask([FromRoute] Guid id, BreakGlassForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
            return await db.SeePathAsync(id, cancellation) is { } path ? this.Again(Frame(path, form)) : NotFound();
        if (!await open.RunAsync(id, form.Reason!.Trim(), user.Officer, cancellation))
            return NotFound();
        TempData.Warn(words["opened"]);
        return this.SeeOther($"/cases/{id}");
    }

    private BreakGlassForm Frame(CasePath path, BreakGlassForm form)
    {
        ViewData["case"] = path;
        return form;
    }
}
