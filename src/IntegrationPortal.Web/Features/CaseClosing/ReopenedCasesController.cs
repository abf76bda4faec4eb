using IntegrationPortal.Domain;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.CaseClosing;

/// <summary>Takes up again a case that was closed.</summary>
[Requires(Right.EditCase), Route("/cases/{id:guid}/reopen"), OneConnection]
public sealed class ReopenedCasesController(
    PortalDbContext db, CurrentUser user, ReopenCase reopen, DrawClosing draw, TimeProvider clock, IStringLocalizer<CaseClosingTexts> words) : Controller
{
    private const string Page = "/Features/CaseClosing/Reopen.cshtml";

    [HttpGet("")]
    public async Task<IActionResult> Reopen([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await db.TakeOwnPathAsync(id, user.Officer, clock.GetUtcNow(), cancellation) is not { } path)
            return NotFound();
        Refusal.If(path.WhyNotReopen(user.Officer));
        return View(Page, draw.Reopen(path, new ReopenCaseForm(), await db.ActorNamesAsync(cancellation)));
    }

    [HttpPost("")]
    public async Task<IActionResult> Reopen([FromRoute] Guid id, [Bind(Prefix = nameof(ReopenPage.Form))] ReopenCaseForm form, CancellationToken cancellation)
    {
        if (await db.TakeOwnPathAsync(id, user.Officer, clock.GetUtcNow(), cancellation) is not { } path)
            return NotFound();
        // It runs already, by a second sending or by somebody faster: that is what was wished.
        if (path.ClosedOn is null)
            return this.SeeOther($"/cases/{id}");
        Refusal.If(path.WhyNotReopen(user.Officer));
        if (!ModelState.IsValid)
            return this.Again(draw.Reopen(path, form, await db.ActorNamesAsync(cancellation)), Page);
        if (await reopen.RunAsync(path, form.Reason!.Trim(), user.Officer, cancellation))
            TempData.Success(words["reopened", path.Number]);
        return this.SeeOther($"/cases/{id}");
    }
}
