using IntegrationPortal.Domain;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Features.Pilots;

/// <summary>Questions to a pilot, and their answers.</summary>
[Requires(Right.KeepPilot)]
public sealed class PilotQuestionsController(PilotRoom room) : PilotController(room)
{
    [HttpGet("questions/new")]
    public async Task<IActionResult> Ask([FromRoute] string key, CancellationToken cancellation) =>
        await AskableAsync(key, cancellation) is { } file ? View(Views + "Ask.cshtml", new PilotFormPage<QuestionForm>(file, new QuestionForm { Id = NewId() }, Today)) : NotFound();

    [HttpPost("questions/new")]
    public async Task<IActionResult> Ask([FromRoute] string key, [Bind(Prefix = nameof(PilotFormPage<>.Form))] QuestionForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (await AskableAsync(key, cancellation) is not { } file)
            return NotFound();
        if (file.Pilot.Questions.All(q => q.Id != form.Id))
        {
            if (!ModelState.IsValid)
                return this.Again(new PilotFormPage<QuestionForm>(file, form, Today), Views + "Ask.cshtml");
            var question = file.Pilot.Ask(form.Id, TypedText.Lines(form.Text)!, Me, Now);
            Db.Add(question);
            await Db.TellOfQuestionAsync(file.Pilot, question, cancellation);
            await Db.SaveChangesAsync(cancellation);
        }

        return Back(file, "question-saved", "#questions");
    }

    /// <summary>Where a mail leads, which knows ids only: to the question that waits for an answer, or to those of the pilot.</summary>
    [HttpGet("/programme/questions/{pilot:guid}/{id:guid}")]
    public async Task<IActionResult> Question([FromRoute] Guid pilot, [FromRoute] Guid id, CancellationToken cancellation)
    {
        var key = await Db.Tenants.Where(t => t.Id == pilot).Select(t => t.Key).SingleOrDefaultAsync(cancellation);
        if (key is null || await Db.TakePilotAsync(key, cancellation) is not { } file || file.Pilot.Questions.FirstOrDefault(q => q.Id == id) is not { } question)
            return NotFound();
        return this.SeeOther($"/programme/pilots/{key}{(file.Pilot.WhyNotReply(question, Me) is null ? $"/questions/{id}" : "#questions")}");
    }

    [HttpGet("questions/{id:guid}")]
    public async Task<IActionResult> Reply([FromRoute] string key, [FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await Db.TakePilotAsync(key, cancellation) is not { } file || file.Pilot.Questions.FirstOrDefault(q => q.Id == id) is not { } question)
            return NotFound();
        Refusal.If(file.Pilot.WhyNotReply(question, Me));
        return View(Views + "Reply.cshtml", new PilotFormPage<ReplyForm>(file, new ReplyForm(), Today) { About = question.Text });
    }

    [HttpPost("questions/{id:guid}")]
    public async Task<IActionResult> Reply([FromRoute] string key, [FromRoute] Guid id, [Bind(Prefix = nameof(PilotFormPage<>.Form))] ReplyForm form, CancellationToken cancellation)
    {
        if (await Db.TakePilotAsync(key, cancellation) is not { } file || file.Pilot.Questions.FirstOrDefault(q => q.Id == id) is not { } question)
            return NotFound();
        Refusal.If(file.Pilot.WhyNotReply(question, Me));
        if (!ModelState.IsValid)
            return this.Again(new PilotFormPage<ReplyForm>(file, form, Today) { About = question.Text }, Views + "Reply.cshtml");
        file.Pilot.Reply(question, TypedText.Lines(form.Text)!, Me, Now);
        await Db.TellOfAnswerAsync(file.Pilot, question, Today, cancellation);
        await Db.SaveChangesAsync(cancellation);
        return Back(file, "reply-saved", "#questions");
    }

    private Task<PilotFile?> AskableAsync(string key, CancellationToken cancellation) => TakeAsync(key, p => p.WhyNotAsk(Me, Today), cancellation);
}
