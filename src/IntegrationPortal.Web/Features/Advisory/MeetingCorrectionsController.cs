using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Advisory;

/// <summary>A meeting of the board is moved, or was written down wrongly.</summary>
[Requires(Right.ReadAdvice), Route("/programme/board/meetings/{id:guid}/edit"), OneConnection]
public sealed class MeetingCorrectionsController(
    PortalDbContext db, CurrentUser me, TimeWords time, RefusalWords refusals, IStringLocalizer<AdvisoryTexts> words) : Controller
{
    private const string Page = "/Features/Advisory/Meeting.cshtml";

    [HttpGet(""), Requires(Right.SteerProgramme)]
    public async Task<IActionResult> Correct([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await TakeAsync(id, cancellation) is not { } meeting)
            return NotFound();
        Refusal.If(BoardMeeting.WhyNotKeep(me.Member));
        return View(Page, PageOf(id, MeetingForm.Of(meeting, db.VersionOf(meeting))));
    }

    [HttpPost(""), Requires(Right.SteerProgramme)]
    public async Task<IActionResult> Correct([FromRoute] Guid id, [Bind(Prefix = nameof(RoomFormPage<>.Form))] MeetingForm form, CancellationToken cancellation)
    {
        if (await TakeAsync(id, cancellation) is not { } meeting)
            return NotFound();
        if (form.Day is { } day && meeting.WhyNotCorrect(day, me.Member, time.Today) is { } no)
            ModelState.AddModelError("Form.Day", refusals[no]);
        if (!ModelState.IsValid)
            return this.Again(PageOf(id, form), Page);
        db.Expect(meeting, form.Version);
        meeting.Correct(form.Day!.Value, TypedText.Line(form.Place)!, TypedText.Lines(form.Agenda)!, me.Member, time.Today);
        if (!await db.SaveInTimeAsync(cancellation))
            return await TakeAsync(id, cancellation) is { } now ? this.AgainOvertaken(PageOf(id, form), form, MeetingForm.Of(now, db.VersionOf(now)), view: Page) : NotFound();
        TempData.Success(words["saved"]);
        return this.SeeOther($"/programme/board/meetings/{id}");
    }

    private Task<BoardMeeting?> TakeAsync(Guid id, CancellationToken cancellation) => db.BoardMeetings.AsTracking().SingleOrDefaultAsync(m => m.Id == id, cancellation);

    private RoomFormPage<MeetingForm> PageOf(Guid id, MeetingForm form) =>
        new(form, $"/programme/board/meetings/{id}/edit", $"/programme/board/meetings/{id}", words["change-meeting"], time.Today);
}
