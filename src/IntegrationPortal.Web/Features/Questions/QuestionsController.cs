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
    public async Task<IActionResult> Index(CancellationToken cancellation)
    {
        var by = me.Writer;
        var passed = await db.AskedAsync(QuestionState.Passed, by.MunicipalityId, by.Reviews, cancellation);
        return View(new QuestionsPage(
            by, by.Reviews ? await db.AskedAsync(QuestionState.Waiting, null, true, cancellation) : [],
            [.. passed.Where(q => by.WritesFor(q.Question.MunicipalityId))], [.. passed.Where(q => !by.WritesFor(q.Question.MunicipalityId))],
            await db.SaidAsync(by.MunicipalityId, by.Reviews, cancellation)));
    }

    [HttpPost("{id:guid}/pass"), Requires(Right.ReviewHandbook)]
    public async Task<IActionResult> Pass([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await TakeAsync(id, cancellation) is not { } question)
            return NotFound();
        var now = clock.GetUtcNow();
        question.Pass(me.Writer, now);
        // Of the foundation's own entries the editors see it on this page.
        if (await db.HandbookEntries.AsNoTracking().Include(e => e.Versions).SingleAsync(e => e.Id == question.EntryId, cancellation) is { MunicipalityId: not null } entry)
            await db.TellWritersAsync(entry, entry.Public, MailTemplate.QuestionAsked, now, cancellation, question.Id);
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
        return View(new AnswerPage(question, new AnswerForm { Text = question.Answer }));
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

    /// <summary>Neither question nor answer is public until its office has answered anew. Taken back twice it is taken back.</summary>
    [HttpPost("{id:guid}/take-back")]
    public async Task<IActionResult> TakeBack([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await TakeAsync(id, cancellation) is not { } question)
            return NotFound();
        if (question.State != QuestionState.Passed)
        {
            question.TakeBack(me.Writer);
            await db.SaveChangesAsync(cancellation);
        }

        TempData.Success(words["taken-back"]);
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

/// <param name="Open">For the reader to answer.</param>
/// <param name="Elsewhere">For other offices to answer; the foundation alone sees them.</param>
/// <param name="Said">Public with their answers.</param>
public sealed record QuestionsPage(
    Writer By, IReadOnlyList<AskedQuestion> Waiting, IReadOnlyList<AskedQuestion> Open, IReadOnlyList<AskedQuestion> Elsewhere, IReadOnlyList<AskedQuestion> Said);

public sealed record AnswerPage(ReaderQuestion Question, AnswerForm Form);
