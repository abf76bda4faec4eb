using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.CaseClosing;

/// <summary>Closes a case, having shown what that ends.</summary>
[Requires(Right.EditCase), Route("/cases/{id:guid}/close"), OneConnection]
public sealed class CaseClosingController(
    PortalDbContext db, CurrentUser user, ReferenceCatalogue catalogue, TownCalendars calendars, DrawClosing draw, RefusalWords refusals, TimeWords time,
    TimeProvider clock, IStringLocalizer<CaseClosingTexts> words) : Controller
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
        // The same closing sent twice is done once; another one hears that somebody was faster.
        if (IsDone(path, form))
            return this.SeeOther($"/cases/{id}");
        Refusal.If(path.WhyNotSteer(user.Officer));
        if (form.On is { } day && path.WhyNotCloseOn(day, now) is { } no && ModelState.GetFieldValidationState(Day) != ModelValidationState.Invalid)
            ModelState.AddModelError(Day, refusals[no]);
        if (!ModelState.IsValid)
            return this.Again(await PageAsync(path, form, now, cancellation));
        await CloseAsync(path, form, now, cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            if (await db.SeePathAsync(id, cancellation) is not { } stored || !IsDone(stored, form))
                throw;
            return this.SeeOther($"/cases/{id}");
        }

        TempData.Success(words["closed", path.Number, time.Plain(path.EraseOn!.Value)]);
        return this.SeeOther($"/cases/{id}");
    }

    private async Task CloseAsync(CasePath path, CloseForm form, DateTimeOffset now, CancellationToken cancellation)
    {
        var (coordinations, pending) = (await CoordinationsAsync(cancellation), await db.PendingOfCaseAsync(path.Id, cancellation));
        var ending = path.EndingWithClosure(coordinations).Select(p => p.ActorId).ToList();
        var details = new ClosingDetails(form.On!.Value, form.Reason!.Value, catalogue.EraseCaseOn(form.On.Value, GermanTime.DayOf(now)), TypedText.OrNull(form.Note));
        path.Close(details, coordinations, pending.All(), user.Officer, now);
        foreach (var actor in ending)
            await db.TellOfCaseAsync(actor, MailTemplate.CaseClosed, path, now, cancellation);
        // Whoever leads hears of it too, when the coordination closes.
        if (path.LeadActorId != user.Officer.ActorId)
            await db.TellOfCaseAsync(path.LeadActorId, MailTemplate.CaseClosedForLead, path, now, cancellation);
    }

    private async Task<ClosePage> PageAsync(CasePath path, CloseForm form, DateTimeOffset now, CancellationToken cancellation) => draw.Close(
        path, form, await db.PendingOfCaseAsync(path.Id, cancellation), await db.ActorNamesAsync(cancellation), await CoordinationsAsync(cancellation),
        await calendars.OfAsync(db, user.Officer.TenantId, cancellation), now);

    private Task<List<Guid>> CoordinationsAsync(CancellationToken cancellation) =>
        db.Actors.AsNoTracking().Where(a => a.Kind == Actor.Coordination).Select(a => a.Id).ToListAsync(cancellation);

    private static bool IsDone(CasePath path, CloseForm form) => path.Closure is { } closure && (closure.On, closure.Reason) == (form.On, form.Reason);
}
