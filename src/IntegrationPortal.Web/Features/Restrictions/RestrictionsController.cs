using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Persons;
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
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Restrictions;

/// <summary>The lead, or the coordination that takes part, restricts the processing of data of a case (GDPR Art. 18 (1)).</summary>
[Requires(Right.EditCase), Route("/cases/{id:guid}/restrictions/new"), OneConnection]
public sealed class RestrictionsController(
    PortalDbContext db, CurrentUser user, ReferenceCatalogue catalogue, TellOfRestriction tell, TimeProvider clock, KindWords kinds, CategoryWords categories,
    RefusalWords refusals, TimeWords time, IStringLocalizer<RestrictionsTexts> words) : Controller
{
    private const string Page = "/Features/Restrictions/New.cshtml";

    [HttpGet("")]
    public async Task<IActionResult> New([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await db.SeeOwnPathAsync(id, user.Officer, clock.GetUtcNow(), cancellation) is not { } path)
            return NotFound();
        Refusal.If(path.WhyNotRestrict(user.Officer));
        return View(Page, Offer(path, new RestrictForm { Id = Guid.CreateVersion7(clock.GetUtcNow()), AskedOn = time.Today }));
    }

    [HttpPost("")]
    public async Task<IActionResult> New([FromRoute] Guid id, [Bind(Prefix = nameof(RestrictPage.Form))] RestrictForm form, CancellationToken cancellation)
    {
        var (by, now) = (user.Officer, clock.GetUtcNow());
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        // Whoever writes into the case at this moment was first, or finds that it is restricted.
        await db.HoldPathAsync(id, cancellation);
        if (await db.TakeOwnPathAsync(id, by, now, cancellation) is not { } path)
            return NotFound();
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (await db.Restrictions.AnyAsync(r => r.CaseId == id && r.Id == form.Id, cancellation))
            return this.SeeOther($"/cases/{id}");
        Refusal.If(path.WhyNotRestrict(by));
        Check(form, now);
        if (!ModelState.IsValid)
            return this.Again(Offer(path, form), Page);

        var details = new RestrictionDetails(form.Id, form.Covers, catalogue.RestrictionGround(form.Ground)!, form.AskedBy!.Value, form.AskedOn!.Value);
        db.Add(Restriction.Restrict(path, details, by, now));
        await tell.RunAsync(path, form.Covers, MailTemplate.ProcessingRestricted, by, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        TempData.Success(words["restricted", categories.Names(form.Covers)]);
        return this.SeeOther($"/cases/{id}");
    }

    private void Check(RestrictForm form, DateTimeOffset now)
    {
        if (form.Covers == DataCategory.None)
            Tell(nameof(form.Categories), refusals[new Refusal("restriction-without-category")]);
        if (form.Ground is { } key && catalogue.RestrictionGround(key)?.IsInForceOn(GermanTime.DayOf(now)) != true)
            Tell(nameof(form.Ground), refusals[new Refusal("restriction-without-ground")]);
        if (form.AskedOn is { } day && Restriction.WhyNotAskedOn(day, now) is { } no)
            Tell(nameof(form.AskedOn), refusals[no]);
    }

    private void Tell(string field, string sentence)
    {
        if (ModelState[$"{nameof(RestrictPage.Form)}.{field}"] is not { Errors.Count: > 0 })
            ModelState.AddModelError($"{nameof(RestrictPage.Form)}.{field}", sentence);
    }

    private RestrictPage Offer(CasePath path, RestrictForm form) => new($"/cases/{path.Id}", path.Number, form, time.Today)
    {
        Categories = [.. DataCategories.All.Select(c => new Choice(
            c.ToString(), categories.Name(c), path.Restricted.Covers(c) ? words["restricted-already", categories.Holds(c)] : categories.Holds(c)))],
        Grounds = [.. catalogue.RestrictionGrounds.Where(g => g.IsInForceOn(time.Today)).Select(g => new Choice(g.Key, $"{g.Name} ({g.Norm})", g.Means.ToString()))],
        Askers = [.. Enum.GetValues<RestrictionAskedBy>().Select(a => new Choice(a.ToString(), kinds[a]))],
    };
}
