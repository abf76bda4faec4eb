using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Offline;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Concerns;

/// <summary>"I need the coordination": raised by the mentor, read and answered by the named professional.</summary>
[OneConnection]
public sealed class ConcernsController(
    PortalDbContext db, CurrentUser me, ReferenceCatalogue catalogue, TownCalendars calendars, TimeProvider clock, TimeWords time, RefusalWords refusals,
    IStringLocalizer<ConcernsTexts> words) : Controller
{
    [HttpGet("/mentoring/tandems/{tandemId:guid}/concerns/new"), Requires(Right.LogSession), KeepOnPhone]
    public async Task<IActionResult> New([FromRoute] Guid tandemId, CancellationToken cancellation)
    {
        if (await db.TakeTandemAsync(tandemId, cancellation) is not { Mentor: { } mentor } file)
            return NotFound();
        Refusal.If(file.Tandem.WhyNotWrite(mentor, me.Officer));
        return View(PageOf(file, new ConcernForm { Id = Guid.CreateVersion7(clock.GetUtcNow()) }));
    }

    [HttpPost("/mentoring/tandems/{tandemId:guid}/concerns/new"), Requires(Right.LogSession)]
    public async Task<IActionResult> New([FromRoute] Guid tandemId, [Bind(Prefix = nameof(ConcernPage.Form))] ConcernForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        // The same answer however often it arrives; the tandem may have ended since.
        if (await IsStoredAsync(form.Id, cancellation))
            return Raised(tandemId, form);
        if (await db.TakeTandemAsync(tandemId, cancellation) is not { Mentor: { } mentor } file)
            return NotFound();
        if (!ModelState.IsValid)
            return Request.WantsJson() ? this.Refused() : this.Again(PageOf(file, form));
        var now = clock.GetUtcNow();
        var concern = Concern.Raise(
            form.Id, file.Tandem, mentor, TypedText.Lines(form.Text)!, form.IsAcute, me.Officer, catalogue.MentoringRulesOn(time.Today),
            await calendars.OfAsync(db, file.Tandem.TenantId, cancellation), now);
        db.Add(concern);
        // Whoever answered for the tandem may have left since.
        if (!await db.PassOnAsync(concern, now, cancellation))
            db.Add(OutboxMail.For(concern.ForUserId, MailTemplate.ConcernRaised, now, concern.TenantId, concern.Id));
        await db.SaveOnceAsync(db.Concerns.Where(c => c.Id == form.Id), cancellation);
        return Raised(tandemId, form);
    }

    [HttpGet("/mentoring/concerns/{id:guid}"), Requires(Right.LeadMentoring)]
    public async Task<IActionResult> Respond([FromRoute] Guid id, CancellationToken cancellation) =>
        await TakeAsync(id, cancellation) is { } concern ? View(await PageOfAsync(concern, new RespondForm(), cancellation)) : NotFound();

    [HttpPost("/mentoring/concerns/{id:guid}"), Requires(Right.LeadMentoring)]
    public async Task<IActionResult> Respond([FromRoute] Guid id, [Bind(Prefix = nameof(RespondPage.Form))] RespondForm form, CancellationToken cancellation)
    {
        if (await TakeAsync(id, cancellation) is not { } concern)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Again(await PageOfAsync(concern, form, cancellation));
        concern.Respond(TypedText.Lines(form.Answer)!, me.Officer, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        TempData.Success(words["responded"]);
        return this.SeeOther("/mentoring");
    }

    private Task<bool> IsStoredAsync(Guid id, CancellationToken cancellation) => db.Concerns.AnyAsync(c => c.Id == id, cancellation);

    private IActionResult Raised(Guid tandemId, ConcernForm form) => this.Arrived(form.Id, words["raised"], $"/mentoring/tandems/{tandemId}");

    private Task<Concern?> TakeAsync(Guid id, CancellationToken cancellation) =>
        db.Concerns.AsTracking().SingleOrDefaultAsync(c => c.Id == id, cancellation);

    private ConcernPage PageOf(TandemFile file, ConcernForm form) =>
        new(file.Tandem.Id, file.Names, form, [.. catalogue.EmergencyNumbersOn(time.Today)]);

    private async Task<RespondPage> PageOfAsync(Concern concern, RespondForm form, CancellationToken cancellation)
    {
        var file = await db.TakeTandemAsync(concern.TandemId, cancellation);
        var by = await db.Users.Where(u => u.Id == concern.RaisedByUserId).Select(u => u.DisplayName).SingleAsync(cancellation);
        return new RespondPage(concern, file?.Names ?? "", by, concern.WhyNotRespond(me.Officer) is { } no ? refusals[no] : null, form);
    }
}
