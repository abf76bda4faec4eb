using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Audit;
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

namespace IntegrationPortal.Web.Features.MeetingShares;

/// <summary>The coordination of volunteers records that a person agrees to tell one actor of their case when the tandem met, or no longer does.</summary>
[Requires(Right.LeadMentoring), Route("/mentoring/tandems/{tandemId:guid}"), OneConnection, LogsAccess]
public sealed class MeetingSharesController(
    PortalDbContext db, CurrentUser me, AccessLog access, ReferenceCatalogue catalogue, TimeProvider clock, RefusalWords refusals,
    IStringLocalizer<MeetingSharesTexts> words) : Controller
{
    private DateOnly Today => GermanTime.DayOf(clock.GetUtcNow());

    [HttpGet("persons/{requestId:guid}/shares/new")]
    public async Task<IActionResult> New([FromRoute] Guid tandemId, [FromRoute] Guid requestId, CancellationToken cancellation)
    {
        if (await TakeAsync(tandemId, requestId, cancellation) is not var (file, request, path))
            return NotFound();
        if (path is null)
            throw new RefusedException(new Refusal("share-without-case"));
        return View(await PageAsync(file, request, path, new ShareForm
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()), AgreedOn = Today, Until = Today.AddMonths(6),
        }, cancellation));
    }

    [HttpPost("persons/{requestId:guid}/shares/new")]
    public async Task<IActionResult> New(
        [FromRoute] Guid tandemId, [FromRoute] Guid requestId, [Bind(Prefix = nameof(SharePage.Form))] ShareForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (await TakeAsync(tandemId, requestId, cancellation) is not var (file, request, path))
            return NotFound();
        if (path is null)
            throw new RefusedException(new Refusal("share-without-case"));
        if (!await db.MeetingShares.AnyAsync(s => s.Id == form.Id, cancellation))
        {
            var recipient = await db.Actors.AsNoTracking().SingleOrDefaultAsync(a => a.Id == form.Recipient, cancellation);
            Check(form, file, request, path, recipient);
            if (!ModelState.IsValid)
                return this.Again(await PageAsync(file, request, path, form, cancellation));
            await db.AddOnceAsync(MeetingShare.Share(
                form.Id, file.Tandem, request, path, recipient!, form.Details(), catalogue.LongestConsent(form.AgreedOn!.Value), me.Officer, clock.GetUtcNow()),
                cancellation);
        }

        TempData.Success(words["shared"]);
        return this.SeeOther($"/mentoring/tandems/{tandemId}#shares");
    }

    [HttpPost("shares/{id:guid}/end")]
    public async Task<IActionResult> End([FromRoute] Guid tandemId, [FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await db.TakeTandemAsync(tandemId, cancellation) is not { } file
            || await db.MeetingShares.AsTracking().SingleOrDefaultAsync(s => s.Id == id && s.TandemId == tandemId, cancellation) is not { } share)
            return NotFound();
        share.End(file.Tandem, me.Officer, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        TempData.Success(words["ended"]);
        return this.SeeOther($"/mentoring/tandems/{tandemId}#shares");
    }

    // The domain enforces the same; here each sentence stands at its field and nothing that was typed is lost.
    private void Check(ShareForm form, TandemFile file, MentoringRequest request, CasePath path, Actor? recipient)
    {
        if (form.Recipient is not null && (recipient is null
            ? new Refusal("share-not-taking-part")
            : MeetingShare.WhyNotShare(file.Tandem, request, path, recipient, me.Officer, clock.GetUtcNow())) is { } no)
            ModelState.AddModelError("Form.Recipient", refusals[no]);
        // Nothing is reckoned from a day that is none.
        if (ModelState["Form.AgreedOn"] is not { Errors.Count: > 0 } && form is { AgreedOn: { } agreed, Until: not null }
            && form.Details().WhyNot(catalogue.LongestConsent(agreed), Today) is { } when)
            ModelState.AddModelError(agreed > Today ? "Form.AgreedOn" : "Form.Until", refusals[when]);
    }

    /// <summary>The person through their tandem; the case only while the organisation takes part in it.</summary>
    private async Task<(TandemFile File, MentoringRequest Request, CasePath? Path)?> TakeAsync(Guid tandemId, Guid requestId, CancellationToken cancellation)
    {
        if (await db.TakeTandemAsync(tandemId, cancellation) is not { } file || file.Tandem.Mentees.All(m => m.RequestId != requestId)
            || await db.MentoringRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == requestId, cancellation) is not { } request)
            return null;
        var path = request.CaseId is { } caseId ? await db.SeeOwnPathAsync(caseId, me.Officer, clock.GetUtcNow(), cancellation) : null;
        return (file, request, path);
    }

    private async Task<SharePage> PageAsync(TandemFile file, MentoringRequest request, CasePath path, ShareForm form, CancellationToken cancellation)
    {
        access.Note(path.Id);
        var (now, ids) = (clock.GetUtcNow(), path.Participations.Select(p => p.ActorId).ToList());
        var actors = await db.Actors.AsNoTracking().Where(a => ids.Contains(a.Id)).OrderBy(a => a.Name).ThenBy(a => a.Id).ToListAsync(cancellation);
        return new SharePage(file, request.Id, request.CalledName, form,
            [.. actors.Where(a => MeetingShare.WhyNotShare(file.Tandem, request, path, a, me.Officer, now) is null).Select(a => new Choice(a.Id.ToString(), a.Name))], Today);
    }
}
