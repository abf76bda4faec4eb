using IntegrationPortal.Domain;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Audit;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Facts;

/// <summary>Takes back a fact that was recorded by mistake; the right one is then recorded like every other.</summary>
[OneConnection, LogsAccess]
public sealed class FactWithdrawalsController(
    PortalDbContext db, CurrentUser user, ReferenceCatalogue catalogue, TimeProvider clock, AccessLog access, KindWords kinds, TimeWords time,
    IStringLocalizer<FactsTexts> words) : Controller
{
    // Its view lies with those of the facts.
    private const string WithdrawView = "/Features/Facts/Withdraw.cshtml";

    [HttpGet("/cases/{id:guid}/facts/{factId:guid}/withdraw")]
    [Requires(Right.EditCase)]
    public async Task<IActionResult> Withdraw([FromRoute] Guid id, Guid factId, CancellationToken cancellation)
    {
        if (await db.SeeOwnPathAsync(id, user.Officer, clock.GetUtcNow(), cancellation) is not { } path
            || await TakeAsync(id, factId, cancellation) is not { } fact)
            return NotFound();
        Refusal.If(fact.WhyNotWithdraw(path, user.Officer));
        await FrameAsync(path, fact, cancellation);
        return View(WithdrawView, new WithdrawForm());
    }

    [HttpPost("/cases/{id:guid}/facts/{factId:guid}/withdraw")]
    [Requires(Right.EditCase)]
    public async Task<IActionResult> Withdraw([FromRoute] Guid id, Guid factId, WithdrawForm form, CancellationToken cancellation)
    {
        if (await db.TakeOwnPathAsync(id, user.Officer, clock.GetUtcNow(), cancellation) is not { } path
            || await TakeAsync(id, factId, cancellation) is not { } fact)
            return NotFound();
        var reason = form.Reason?.Trim() ?? "";
        if (fact.IsWithdrawnBy(user.Officer, reason))
            return this.SeeOther($"/cases/{id}#facts");
        Refusal.If(fact.WhyNotWithdraw(path, user.Officer));
        if (!ModelState.IsValid)
        {
            await FrameAsync(path, fact, cancellation);
            return this.Again(form, WithdrawView);
        }

        fact.Withdraw(path, reason, user.Officer, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        TempData.Success(words["withdrawn", kinds[fact.Kind]]);
        return this.SeeOther($"/cases/{id}#facts");
    }

    /// <summary>Of this case; what the walls hide is not there.</summary>
    private Task<PersonFact?> TakeAsync(Guid id, Guid factId, CancellationToken cancellation) =>
        db.PersonFacts.AsTracking().SingleOrDefaultAsync(f => f.CaseId == id && f.Id == factId, cancellation);

    private async Task FrameAsync(CasePath path, PersonFact fact, CancellationToken cancellation)
    {
        access.Note(path.Id);
        var by = await db.Actors.Where(a => a.Id == fact.RecordedByActorId).Select(a => a.Name).SingleOrDefaultAsync(cancellation);
        ViewData["frame"] = new WithdrawFrame(
            $"/cases/{path.Id}", path.Number, kinds[fact.Kind], catalogue.Says(fact.Kind, fact.Code, fact.Value),
            fact.ValidUntil is { } until ? words["from-until", time.Plain(fact.ValidFrom), time.Plain(until)] : words["from", time.Plain(fact.ValidFrom)],
            fact.Source, words["recorded-by", by ?? "", time.Plain(fact.RecordedAt)]);
    }
}
