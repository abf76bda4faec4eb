using IntegrationPortal.Domain;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Participations;

/// <summary>An actor takes part in a case no more: because it is done, or because the lead or the coordination says so.</summary>
[Requires(Right.EditCase), Route("/cases/{id:guid}/participations/{actorId:guid}/end"), OneConnection]
public sealed class ParticipationsController(
    PortalDbContext db, CurrentUser user, EndParticipation end, PendingWords pendings, TimeProvider clock, IStringLocalizer<ParticipationsTexts> words) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> End([FromRoute] Guid id, [FromRoute] Guid actorId, CancellationToken cancellation)
    {
        if (await db.SeeOwnPathAsync(id, user.Officer, clock.GetUtcNow(), cancellation) is not { } path || path.ParticipationOf(actorId) is null)
            return NotFound();
        Refusal.If(path.WhyNotEndParticipation(actorId, [], user.Officer));
        return View(await PageAsync(path, actorId, new EndParticipationForm(), cancellation));
    }

    [HttpPost("")]
    public async Task<IActionResult> End(
        [FromRoute] Guid id, [FromRoute] Guid actorId, [Bind(Prefix = nameof(EndParticipationPage.Form))] EndParticipationForm form, CancellationToken cancellation)
    {
        var (by, now) = (user.Officer, clock.GetUtcNow());
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.HoldPathAsync(id, cancellation);
        // Whoever has left sees the case no more, but finds that they have left: the form came a second time.
        if (actorId == by.ActorId && await db.Participations.AnyAsync(p => p.CaseId == id && p.ActorId == actorId && !p.IsActive, cancellation))
            return this.SeeOther("/cases");
        if (await db.TakeOwnPathAsync(id, by, now, cancellation) is not { } path || path.ParticipationOf(actorId) is not { } participation)
            return NotFound();
        if (!participation.IsActive && path.WhyNotSteer(by) is null)
            return this.SeeOther($"/cases/{id}");
        var pending = (await db.PendingOfCaseAsync(id, cancellation)).Of(actorId).All().ToList();
        Refusal.If(path.WhyNotEndParticipation(actorId, pending, by));
        if (!ModelState.IsValid)
            return this.Again(await PageAsync(path, actorId, form, cancellation));
        await end.RunAsync(path, actorId, form.Reason!.Trim(), pending, by, cancellation);
        await transaction.CommitAsync(cancellation);
        TempData.Success(words[actorId == by.ActorId ? "left" : "ended", path.Number]);
        return this.SeeOther(actorId == by.ActorId ? "/cases" : $"/cases/{id}");
    }

    private async Task<EndParticipationPage> PageAsync(CasePath path, Guid actorId, EndParticipationForm form, CancellationToken cancellation)
    {
        var actors = await db.ActorNamesAsync(cancellation);
        var own = actorId == user.Officer.ActorId;
        var pending = (await db.PendingOfCaseAsync(path.Id, cancellation)).Of(actorId).InTheWayOf(own ? PendingDeed.LeaveCase : PendingDeed.EndParticipation);
        return new EndParticipationPage(
            $"/cases/{path.Id}", path.Number, actors[actorId].Name, own, actors[path.LeadActorId].Name,
            [
                .. pending.Select(p => pendings.Of(
                    p.What, p.Handover.Id, p.Handover.Subject, actors[p.Handover.FromActorId].Name, actors[p.Handover.ToActorId].Name)),
            ],
            [.. path.OpenStepsOf(actorId).Select(s => s.Title.ToString())], form);
    }
}
