using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Web.Data;
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

namespace IntegrationPortal.Web.Features.MentoringSessions;

/// <summary>Writing down a meeting, and changing what was written.</summary>
[Requires(Right.LogSession), OneConnection, HasPlainWords]
public sealed class MentoringSessionsController(
    PortalDbContext db, CurrentUser me, ReferenceCatalogue catalogue, DrawSession draw, TimeProvider clock, TimeWords time, RefusalWords refusals,
    IStringLocalizer<MentoringSessionsTexts> words) : Controller
{
    [HttpGet("/mentoring/tandems/{tandemId:guid}/sessions/new"), KeepOnPhone]
    public async Task<IActionResult> New([FromRoute] Guid tandemId, CancellationToken cancellation)
    {
        if (await WithMentorAsync(tandemId, null, cancellation) is not { } file)
            return NotFound();
        Refusal.If(file.Tandem.WhyNotWrite(file.Mentor!, me.Officer));
        var lastDay = file.Tandem.Mentors.Where(m => m.VolunteerId == file.Mentor!.Id).Max(m => m.Until ?? time.Today);
        var last = (await db.LastMeetingsAsync([tandemId], cancellation)).GetValueOrDefault(tandemId);
        return View("Edit", draw.Page(file, null, new SessionForm
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()), HeldOn = lastDay, QuarterHours = last?.QuarterHours ?? 6, Place = last?.Place ?? SessionPlace.Public,
        }));
    }

    [HttpPost("/mentoring/tandems/{tandemId:guid}/sessions/new")]
    public async Task<IActionResult> New(
        [FromRoute] Guid tandemId, [Bind(Prefix = nameof(SessionPage.Form))] SessionForm form, [FromServices] LogSession log, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (await log.IsStoredAsync(form.Id, cancellation))
            return Stored(tandemId, form);
        if (await WithMentorAsync(tandemId, form.HeldOn, cancellation) is not { } file)
            return NotFound();
        Check(file, form);
        if (!ModelState.IsValid)
            return Request.WantsJson() ? this.Refused() : this.Again(draw.Page(file, null, form), "Edit");
        await log.RunAsync(form.Id, file, form.Entry(), me.Officer, cancellation);
        return Stored(tandemId, form);
    }

    [HttpGet("/mentoring/sessions/{id:guid}")]
    public async Task<IActionResult> Edit([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await TakeAsync(id, cancellation) is not var (session, file))
            return NotFound();
        Refusal.If(session.WhyNotChange(file.Tandem, file.Mentor!, me.Officer));
        return View(draw.Page(file, session, SessionForm.Of(session, db.VersionOf(session))));
    }

    [HttpPost("/mentoring/sessions/{id:guid}")]
    public async Task<IActionResult> Edit([FromRoute] Guid id, [Bind(Prefix = nameof(SessionPage.Form))] SessionForm form, CancellationToken cancellation)
    {
        if (await TakeAsync(id, cancellation) is not var (session, file))
            return NotFound();
        Refusal.If(session.WhyNotChange(file.Tandem, file.Mentor!, me.Officer));
        Check(file, form);
        if (!ModelState.IsValid)
            return this.Again(draw.Page(file, session, form));
        db.Expect(session, form.Version);
        session.Change(file.Tandem, file.Mentor!, form.Entry(), me.Officer, catalogue.MentoringRulesOn(time.Today), clock.GetUtcNow());
        // Also when nothing differs, a form drawn from an older version is told so.
        db.Entry(session).Property(s => s.QuarterHours).IsModified = true;
        if (!await db.SaveInTimeAsync(cancellation))
        {
            return await TakeAsync(id, cancellation) is var (now, itsFile) && draw.Page(itsFile, now, form) is var page
                ? this.AgainOvertaken(page, form, SessionForm.Of(now, db.VersionOf(now)), choices: page.Durations)
                : NotFound();
        }

        TempData.Success(words["changed"]);
        return this.SeeOther($"/mentoring/tandems/{session.TandemId}#session-{id}");
    }

    /// <summary>The same answer however often an entry arrives. Who needs the coordination is led to where that can be said in confidence.</summary>
    private IActionResult Stored(Guid tandemId, SessionForm form) => this.Arrived(
        form.Id, words["stored"], form.Light == TrafficLight.NeedsCoordinator && !me.May(Right.LeadMentoring)
            ? $"/mentoring/tandems/{tandemId}/concerns/new"
            : $"/mentoring/tandems/{tandemId}#session-{form.Id}");

    // The domain enforces the same; here each sentence stands at its field and nothing that was typed is lost.
    private void Check(TandemFile file, SessionForm form)
    {
        if (form.Activities.Count == 0)
            Tell("Form.Activities", new Refusal("session-activity-missing"));
        if (form.HeldOn > time.Today)
            Tell("Form.HeldOn", new Refusal("session-in-future"));
        else if (form.HeldOn is { } day && file.Tandem.WhyNotLog(file.Mentor!, day, me.Officer, time.Today) is { } no)
            Tell("Form.HeldOn", no);
        if (form.NextMeetingOn < form.HeldOn)
            Tell("Form.NextMeetingOn", new Refusal("session-next-before"));
        if (!string.IsNullOrEmpty(form.Goal) && !file.Tandem.Goals.Contains(form.Goal))
            Tell("Form.Goal", new Refusal("session-goal-unknown"));
    }

    private void Tell(string field, Refusal no)
    {
        if (ModelState[field] is not { Errors.Count: > 0 })
            ModelState.AddModelError(field, refusals[no]);
    }

    /// <summary>The tandem with its mentor of that day; without one with whoever was it last, so that the day is told to be wrong.</summary>
    private async Task<TandemFile?> WithMentorAsync(Guid tandemId, DateOnly? day, CancellationToken cancellation) =>
        await db.TakeTandemAsync(tandemId, cancellation) is { } file
            && await MentorAsync(file, day is { } on ? file.Tandem.MentorOn(on)?.VolunteerId : null, cancellation) is { } mentor
            ? file with { Mentor = mentor } : null;

    private async Task<(MentoringSession Session, TandemFile File)?> TakeAsync(Guid id, CancellationToken cancellation) =>
        await db.TakeMeetingAsync(id, cancellation) is { } session && await db.TakeTandemAsync(session.TandemId, cancellation) is { } file
            && await MentorAsync(file, session.VolunteerId, cancellation) is { } mentor
            ? (session, file with { Mentor = mentor }) : null;

    private async Task<Volunteer?> MentorAsync(TandemFile file, Guid? volunteerId, CancellationToken cancellation)
    {
        var id = volunteerId ?? file.Tandem.Mentors.OrderByDescending(m => m.AgreedOn is not null).ThenByDescending(m => m.Until ?? DateOnly.MaxValue).FirstOrDefault()?.VolunteerId;
        return await db.Volunteers.AsTracking().SingleOrDefaultAsync(v => v.Id == id, cancellation);
    }
}
