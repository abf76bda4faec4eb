using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.NewTemplates;

/// <summary>Adds a further process to a running case, so that nobody tells the same story for each.</summary>
[OneConnection]
public sealed class NewTemplatesController(
    PortalDbContext db, CurrentUser user, ReferenceCatalogue catalogue, TownCalendars calendars, TimeProvider clock,
    IStringLocalizer<NewTemplatesTexts> words) : Controller
{
    [HttpGet("/cases/{id:guid}/templates/new")]
    [Requires(Right.EditCase)]
    public async Task<IActionResult> New([FromRoute] Guid id, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (await db.SeeOwnPathAsync(id, user.Officer, now, cancellation) is not { } path)
            return NotFound();
        Refusal.If(path.WhyNotAddTemplate(user.Officer));
        Offer(path, now);
        return View(new NewTemplateForm { Id = Guid.CreateVersion7(now) });
    }

    [HttpPost("/cases/{id:guid}/templates/new")]
    [Requires(Right.EditCase)]
    public async Task<IActionResult> New([FromRoute] Guid id, NewTemplateForm form, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (await db.TakeOwnPathAsync(id, user.Officer, now, cancellation) is not { } path || form.Id == Guid.Empty)
            return NotFound();
        if (path.FurtherTemplates.Any(t => t.Id == form.Id))
            return this.SeeOther($"/cases/{id}");
        var template = catalogue.TemplatesOn(GermanTime.DayOf(now)).FirstOrDefault(t => t.Key == form.Template);
        if (template is null && ModelState[nameof(form.Template)] is not { Errors.Count: > 0 })
            ModelState.AddModelError(nameof(form.Template), words["not-offered"]);
        if (template is null)
        {
            Offer(path, now);
            return this.Again(form);
        }

        var leadKind = await db.Actors.Where(a => a.Id == path.LeadActorId).Select(a => a.Kind).SingleAsync(cancellation);
        path.AddTemplate(form.Id, template, leadKind, user.Officer, await calendars.OfAsync(db, user.Officer.TenantId, cancellation), now);
        if (await SaveAsync(id, form.Id, cancellation))
            TempData.Success(words["added", template.Name]);
        return this.SeeOther($"/cases/{id}");
    }

    /// <returns>False when the same form was sent twice at once and the other has added it.</returns>
    private async Task<bool> SaveAsync(Guid caseId, Guid formId, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await db.FurtherTemplates.AnyAsync(t => t.CaseId == caseId && t.Id == formId, cancellation))
                return false;
            throw;
        }
    }

    private void Offer(CasePath path, DateTimeOffset now)
    {
        ViewData["case"] = path;
        ViewData["follows"] = catalogue.NamesOf(path.Templates);
        ViewData["templates"] = catalogue.TemplatesOn(GermanTime.DayOf(now)).Where(t => path.Templates.All(f => f.Key != t.Key))
            .Select(t => new Choice(t.Key, t.Name.ToString(), words["scope-and-steps", t.Scope, words.Count("steps", t.Steps.Count)])).ToList();
    }
}
