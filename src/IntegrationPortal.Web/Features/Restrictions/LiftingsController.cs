using IntegrationPortal.Domain;
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
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Restrictions;

/// <summary>Lifts a restriction, once the person was informed (GDPR Art. 18 (3)).</summary>
[Requires(Right.EditCase), Route("/cases/{id:guid}/restrictions/{restrictionId:guid}/lift"), OneConnection]
public sealed class LiftingsController(
    PortalDbContext db, CurrentUser user, ReferenceCatalogue catalogue, TellOfRestriction tell, TimeProvider clock, KindWords kinds, CategoryWords categories,
    RefusalWords refusals, TimeWords time, IStringLocalizer<RestrictionsTexts> words) : Controller
{
    private const string Page = "/Features/Restrictions/Lift.cshtml";
    private const string Day = $"{nameof(LiftPage.Form)}.{nameof(LiftForm.InformedOn)}";

    [HttpGet("")]
    public async Task<IActionResult> Lift([FromRoute] Guid id, [FromRoute] Guid restrictionId, CancellationToken cancellation)
    {
        if (await db.SeeOwnPathAsync(id, user.Officer, clock.GetUtcNow(), cancellation) is not { } path
            || await TakeAsync(id, restrictionId, cancellation) is not { } restriction)
            return NotFound();
        Refusal.If(restriction.WhyNotLift(path, user.Officer));
        return View(Page, Offer(path, restriction, new LiftForm()));
    }

    [HttpPost("")]
    public async Task<IActionResult> Lift(
        [FromRoute] Guid id, [FromRoute] Guid restrictionId, [Bind(Prefix = nameof(LiftPage.Form))] LiftForm form, CancellationToken cancellation)
    {
        var (by, now) = (user.Officer, clock.GetUtcNow());
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.HoldPathAsync(id, cancellation);
        if (await db.TakeOwnPathAsync(id, by, now, cancellation) is not { } path || await TakeAsync(id, restrictionId, cancellation) is not { } restriction)
            return NotFound();
        if (restriction.IsLiftedBy(by, form.Reason ?? ""))
            return this.SeeOther($"/cases/{id}");
        Refusal.If(restriction.WhyNotLift(path, by));
        if (form.InformedOn is { } day && restriction.WhyNotInformedOn(day, now) is { } no)
            ModelState.AddModelError(Day, refusals[no]);
        if (!ModelState.IsValid)
            return this.Again(Offer(path, restriction, form), Page);

        restriction.Lift(path, new LiftingDetails(form.InformedOn!.Value, form.InformedAs!.Value, form.Reason!), by, now);
        await tell.RunAsync(path, restriction.Categories, MailTemplate.RestrictionLifted, by, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        TempData.Success(words["lifted", categories.Names(restriction.Categories)]);
        return this.SeeOther($"/cases/{id}");
    }

    /// <summary>Of this case; what the walls hide is not there.</summary>
    private Task<Restriction?> TakeAsync(Guid id, Guid restrictionId, CancellationToken cancellation) =>
        db.Restrictions.AsTracking().SingleOrDefaultAsync(r => r.CaseId == id && r.Id == restrictionId, cancellation);

    private LiftPage Offer(CasePath path, Restriction restriction, LiftForm form) => new(
        $"/cases/{path.Id}", path.Number, form, categories.Names(restriction.Categories), GermanTime.DayOf(restriction.RestrictedAt), time.Today)
    {
        Ground = catalogue.RestrictionGround(restriction.Ground) is { } ground ? $"{ground.Name} ({ground.Norm})" : restriction.Ground,
        Ways = [.. Enum.GetValues<InformedAs>().Select(w => new Choice(w.ToString(), kinds[w]))],
    };
}
