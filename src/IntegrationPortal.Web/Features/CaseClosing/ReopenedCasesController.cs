using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.CaseClosing;

/// <summary>Takes up again a case that was closed.</summary>
[Requires(Right.EditCase), Route("/cases/{id:guid}/reopen"), OneConnection]
public sealed class ReopenedCasesController(
    PortalDbContext db, CurrentUser user, TownCalendars calendars, DrawClosing draw, TimeProvider clock, IStringLocalizer<CaseClosingTexts> words) : Controller
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
        var now = clock.GetUtcNow();
        if (await db.TakeOwnPathAsync(id, user.Officer, now, cancellation) is not { } path)
            return NotFound();
        // It runs already, by a second sending or by somebody faster: that is what was wished.
        if (path.ClosedOn is null)
            return this.SeeOther($"/cases/{id}");
        Refusal.If(path.WhyNotReopen(user.Officer));
        if (!ModelState.IsValid)
            return this.Again(draw.Reopen(path, form, await db.ActorNamesAsync(cancellation)), Page);
        var back = path.ComingBack(GermanTime.DayOf(now)).Select(p => p.ActorId).ToList();
        path.Reopen(form.Reason!.Trim(), user.Officer, await calendars.OfAsync(db, user.Officer.TenantId, cancellation), now);
        foreach (var actor in back)
            await db.TellOfCaseAsync(actor, MailTemplate.CaseReopened, path, now, cancellation);
        if (path.LeadActorId != user.Officer.ActorId)
            await db.TellOfCaseAsync(path.LeadActorId, MailTemplate.CaseReopened, path, now, cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            if (await db.SeePathAsync(id, cancellation) is not { ClosedOn: null })
                throw;
            return this.SeeOther($"/cases/{id}");
        }

        TempData.Success(words["reopened", path.Number]);
        return this.SeeOther($"/cases/{id}");
    }
}
