using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Mentoring;
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

namespace IntegrationPortal.Web.Features.Volunteers;

/// <summary>The volunteers of an organisation, kept by its coordination.</summary>
[Requires(Right.LeadMentoring), Route("/mentoring/volunteers"), OneConnection]
public sealed class VolunteersController(
    PortalDbContext db, CurrentUser me, ReferenceCatalogue catalogue, TimeWords time, RefusalWords refusals, TimeProvider clock,
    IStringLocalizer<VolunteersTexts> words) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellation) => View(new VolunteersPage(await db.Volunteers.AsNoTracking()
        .Where(v => v.ActorId == me.Officer.ActorId).OrderBy(v => v.State == VolunteerState.Left).ThenBy(v => v.CalledName).ThenBy(v => v.Id).ToListAsync(cancellation)));

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await TakeAsync(id, cancellation) is not { } volunteer)
            return NotFound();
        var tandems = await db.Tandems.AsNoTracking().Include(t => t.Mentees).Where(t => t.Mentors.Any(m => m.VolunteerId == id)).ToListAsync(cancellation);
        var running = await db.CountTandemsAsync(id, cancellation);
        var seenBy = await db.Users.Where(u => u.Id == volunteer.CertificateSeenBy).Select(u => u.DisplayName).SingleOrDefaultAsync(cancellation);
        Refusal? WhyNot(VolunteerDeed deed) => volunteer.WhyNotMove(deed, running, me.Officer);
        return View(new VolunteerPage(
            volunteer, [.. tandems.Select(t => new TandemLink(t.Id, new TandemFile(t, null).Names, t.State)).OrderBy(t => t.State)], seenBy,
            volunteer.State != VolunteerState.Active && WhyNot(VolunteerDeed.Admit) is { } no ? refusals[no] : null,
            WhyNot(VolunteerDeed.Admit) is null, WhyNot(VolunteerDeed.Pause) is null, WhyNot(VolunteerDeed.Leave) is null)
        {
            Invited = volunteer.UserId is null ? await db.InvitedAsync(id, clock.GetUtcNow(), cancellation) : null,
            MayInvite = volunteer.WhyNotInvite(me.Officer) is null,
        });
    }

    [HttpPost("{id:guid}/admit")]
    public Task<IActionResult> Admit([FromRoute] Guid id, CancellationToken cancellation) => MoveAsync(id, VolunteerDeed.Admit, cancellation);

    [HttpPost("{id:guid}/pause")]
    public Task<IActionResult> Pause([FromRoute] Guid id, CancellationToken cancellation) => MoveAsync(id, VolunteerDeed.Pause, cancellation);

    [HttpPost("{id:guid}/leave")]
    public Task<IActionResult> Leave([FromRoute] Guid id, CancellationToken cancellation) => MoveAsync(id, VolunteerDeed.Leave, cancellation);

    [HttpGet("{id:guid}/facts")]
    public async Task<IActionResult> Facts([FromRoute] Guid id, CancellationToken cancellation) => await TakeAsync(id, cancellation) is { } volunteer
        ? View(new FactsPage(id, volunteer.CalledName, FactsForm.Of(volunteer, db.VersionOf(volunteer)), time.Today))
        : NotFound();

    [HttpPost("{id:guid}/facts")]
    public async Task<IActionResult> Facts([FromRoute] Guid id, [Bind(Prefix = nameof(FactsPage.Form))] FactsForm form, CancellationToken cancellation)
    {
        if (await TakeAsync(id, cancellation) is not { } volunteer)
            return NotFound();
        foreach (var (field, day) in form.Days)
            Check(field, day);
        if (!ModelState.IsValid)
            return this.Again(new FactsPage(id, volunteer.CalledName, form, time.Today));
        db.Expect(volunteer, form.Version);
        volunteer.Note(form.Facts(), me.Officer, time.Today);
        if (!await db.SaveInTimeAsync(cancellation))
        {
            return await TakeAsync(id, cancellation) is { } now
                ? this.AgainOvertaken(new FactsPage(id, now.CalledName, form, time.Today), form, FactsForm.Of(now, db.VersionOf(now)))
                : NotFound();
        }

        return Saved(id);
    }

    [HttpGet("{id:guid}/conduct")]
    public async Task<IActionResult> Conduct([FromRoute] Guid id, CancellationToken cancellation) => await TakeAsync(id, cancellation) is { } volunteer
        ? View(ConductOf(volunteer, new ConductForm { SeenOn = time.Today, Version = db.VersionOf(volunteer) }))
        : NotFound();

    [HttpPost("{id:guid}/conduct")]
    public async Task<IActionResult> Conduct([FromRoute] Guid id, [Bind(Prefix = nameof(ConductPage.Form))] ConductForm form, CancellationToken cancellation)
    {
        if (await TakeAsync(id, cancellation) is not { } volunteer)
            return NotFound();
        Check(nameof(form.SeenOn), form.SeenOn);
        if (!ModelState.IsValid)
            return this.Again(ConductOf(volunteer, form));
        db.Expect(volunteer, form.Version);
        volunteer.NoteCertificate(form.SeenOn!.Value, form.Result == ConductResult.Clear, me.Officer, catalogue.MentoringRulesOn(time.Today), time.Today);
        if (!await db.SaveInTimeAsync(cancellation))
        {
            return await TakeAsync(id, cancellation) is { } now && ConductOf(now, form) is var page
                ? this.AgainOvertaken(page, form, ConductForm.Of(now, db.VersionOf(now)), choices: page.Results)
                : NotFound();
        }

        return Saved(id);
    }

    // The domain enforces the same; here the sentence stands at its field and nothing that was typed is lost.
    private void Check(string field, DateOnly? day)
    {
        if (Volunteer.WhyNotOn(day, time.Today) is { } no)
            ModelState.AddModelError($"Form.{field}", refusals[no]);
    }

    private async Task<IActionResult> MoveAsync(Guid id, VolunteerDeed deed, CancellationToken cancellation)
    {
        if (await TakeAsync(id, cancellation) is not { } volunteer)
            return NotFound();
        volunteer.Move(deed, await db.CountTandemsAsync(id, cancellation), me.Officer, time.Today);
        await db.SaveChangesAsync(cancellation);
        return Saved(id);
    }

    private IActionResult Saved(Guid id)
    {
        TempData.Success(words["saved"]);
        return this.SeeOther($"/mentoring/volunteers/{id}");
    }

    private Task<Volunteer?> TakeAsync(Guid id, CancellationToken cancellation) =>
        db.Volunteers.AsTracking().SingleOrDefaultAsync(v => v.Id == id, cancellation);

    private ConductPage ConductOf(Volunteer volunteer, ConductForm form) => new(
        volunteer.Id, volunteer.CalledName, form, time.Today, [.. Enum.GetValues<ConductResult>().Select(r => new Choice(r.ToString(), words["conduct." + r]))]);
}
