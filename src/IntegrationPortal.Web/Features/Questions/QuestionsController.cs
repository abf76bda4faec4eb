using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Knowledge;
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

namespace IntegrationPortal.Web.Features.Questions;

/// <summary>Questions of readers: looked at by the foundation, answered by the office whose entry it is.</summary>
[Requires(Right.WriteHandbook), Route("/questions"), OneConnection]
public sealed class QuestionsController(
    PortalDbContext db, CurrentUser me, ReferenceCatalogue catalogue, TimeProvider clock, TimeWords time, IStringLocalizer<QuestionsTexts> words) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellation) => View(new QuestionsPage(
        me.Writer.Reviews ? await db.AskedAsync(QuestionState.Waiting, null, true, cancellation) : [],
        await db.AskedAsync(QuestionState.Passed, me.Writer.MunicipalityId, false, cancellation)));

    [HttpPost("{id:guid}/pass"), Requires(Right.ReviewHandbook)]
    public async Task<IActionResult> Pass([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await TakeAsync(id, cancellation) is not { } question)
            return NotFound();
        var now = clock.GetUtcNow();
        question.Pass(me.Writer, now);
        // Whoever wrote the entry is asked; of the foundation's own entries the editors see it on this page.
        var author = await db.HandbookEntries.Where(e => e.Id == question.EntryId && e.MunicipalityId != null)
            .SelectMany(e => e.Versions.Where(v => v.Number == e.PublicVersion)).Select(v => v.AuthorUserId).SingleOrDefaultAsync(cancellation);
        if (author is { } user)
            db.Add(OutboxMail.For(user, MailTemplate.QuestionAsked, now, question.MunicipalityId, question.Id));
        await db.SaveChangesAsync(cancellation);
        TempData.Success(words["passed"]);
        return this.SeeOther("/questions");
    }

    [HttpPost("{id:guid}/refuse"), Requires(Right.ReviewHandbook)]
    public async Task<IActionResult> Refuse([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await TakeAsync(id, cancellation) is not { } question)
            return NotFound();
        question.Refuse(me.Writer, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        TempData.Success(words["refused", time.Plain(catalogue.Deadline(DeadlineRule.RefusedQuestionKept, time.Today).After(clock.GetUtcNow()))]);
        return this.SeeOther("/questions");
    }

    [HttpGet("{id:guid}/answer")]
    public async Task<IActionResult> Answer([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await TakeAsync(id, cancellation) is not { } question)
            return NotFound();
        Refusal.If(question.WhyNotAnswer(me.Writer));
        return View(new AnswerPage(question, new AnswerForm()));
    }

    [HttpPost("{id:guid}/answer")]
    public async Task<IActionResult> Answer([FromRoute] Guid id, [Bind(Prefix = nameof(AnswerPage.Form))] AnswerForm form, CancellationToken cancellation)
    {
        if (await TakeAsync(id, cancellation) is not { } question)
            return NotFound();
        Refusal.If(question.WhyNotAnswer(me.Writer));
        if (!ModelState.IsValid)
            return this.Again(new AnswerPage(question, form));
        question.AnswerWith(TypedText.Lines(form.Text)!, me.Writer, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        TempData.Success(words["answered"]);
        return this.SeeOther("/questions");
    }

    private Task<ReaderQuestion?> TakeAsync(Guid id, CancellationToken cancellation) =>
        db.ReaderQuestions.AsTracking().SingleOrDefaultAsync(q => q.Id == id, cancellation);
}

public sealed class AnswerForm
{
    [Display(Name = "answer"), Visible, StringLength(ReaderQuestion.AnswerLength), PlainText]
    public string? Text { get; set; }
}

public sealed record QuestionsPage(IReadOnlyList<AskedQuestion> Waiting, IReadOnlyList<AskedQuestion> Open);

public sealed record AnswerPage(ReaderQuestion Question, AnswerForm Form);
