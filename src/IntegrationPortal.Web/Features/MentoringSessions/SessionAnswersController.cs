using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.MentoringSessions;

/// <summary>The coordination thanks for a meeting, or asks about it.</summary>
[Requires(Right.LeadMentoring), Route("/mentoring/sessions/{id:guid}/answer"), OneConnection]
public sealed class SessionAnswersController(
    PortalDbContext db, CurrentUser me, KindWords kinds, TimeProvider clock, IStringLocalizer<MentoringSessionsTexts> words) : Controller
{
    private const string Page = "/Features/MentoringSessions/Answer.cshtml";

    [HttpGet("")]
    public async Task<IActionResult> Answer([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await TakeAsync(id, cancellation) is not var (session, file))
            return NotFound();
        Refusal.If(MentoringSession.WhyNotAnswer(file.Tandem, me.Officer));
        return View(Page, PageOf(session, file, new AnswerForm { Id = Guid.CreateVersion7(clock.GetUtcNow()), Kind = AnswerKind.Thanks }));
    }

    [HttpPost("")]
    public async Task<IActionResult> Answer([FromRoute] Guid id, [Bind(Prefix = nameof(AnswerPage.Form))] AnswerForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (await TakeAsync(id, cancellation) is not var (session, file))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Again(PageOf(session, file, form), Page);
        if (session.Answers.All(a => a.Id != form.Id))
            await db.AddOnceAsync(session.Answer(form.Id, file.Tandem, form.Kind!.Value, TypedText.Lines(form.Text)!, me.Officer, clock.GetUtcNow()), cancellation);
        TempData.Success(words["answered"]);
        return this.SeeOther($"/mentoring/tandems/{session.TandemId}#session-{id}");
    }

    private async Task<(MentoringSession Session, TandemFile File)?> TakeAsync(Guid id, CancellationToken cancellation) =>
        await db.TakeMeetingAsync(id, cancellation) is { } session && await db.TakeTandemAsync(session.TandemId, cancellation) is { } file
            ? (session, file) : null;

    private AnswerPage PageOf(MentoringSession session, TandemFile file, AnswerForm form) => new(
        session.TandemId, file.Names, session, form, [.. Enum.GetValues<AnswerKind>().Select(k => new Choice(k.ToString(), kinds[k]))]);
}
