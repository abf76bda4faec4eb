using IntegrationPortal.Domain;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.PersonLinks;
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

namespace IntegrationPortal.Web.Features.PersonLinks;

/// <summary>The lead answers what the person asked from their own page. Once; the answer stands there.</summary>
[Requires(Right.EditCase), Route("/cases/{id:guid}/questions/{question:guid}"), OneConnection, LogsAccess]
public sealed class PersonQuestionsController(
    PortalDbContext db, CurrentUser user, ReferenceCatalogue catalogue, AccessLog access, KindWords kinds, TimeWords time, TimeProvider clock,
    IStringLocalizer<PersonLinksTexts> words) : Controller
{
    private const string Page = "/Features/PersonLinks/Answer.cshtml";

    [HttpGet("")]
    public async Task<IActionResult> Answer([FromRoute] Guid id, [FromRoute] Guid question, CancellationToken cancellation)
    {
        if (await FindAsync(id, question, cancellation) is not var (path, asked))
            return NotFound();
        if (asked.IsOpen)
            Refusal.If(asked.WhyNotAnswer(path, user.Officer));
        return View(Page, await DrawAsync(path, asked, new AnswerForm(), cancellation));
    }

    [HttpPost("")]
    public async Task<IActionResult> Answer(
        [FromRoute] Guid id, [FromRoute] Guid question, [Bind(Prefix = nameof(QuestionPage.Form))] AnswerForm form, CancellationToken cancellation)
    {
        if (await FindAsync(id, question, cancellation) is not var (path, asked))
            return NotFound();
        var text = TypedText.Lines(form.Text);
        // Answered once: the same answer sent twice is done, another one hears that it stands.
        if (!asked.IsOpen && asked.Answer == text)
            return this.SeeOther($"/cases/{id}#my-path");
        Refusal.If(asked.WhyNotAnswer(path, user.Officer));
        if (!ModelState.IsValid)
            return this.Again(await DrawAsync(path, asked, form, cancellation), Page);
        asked.AnswerWith(text!, path, user.Officer, clock.GetUtcNow());
        if (!await db.SaveInTimeAsync(cancellation))
        {
            if (await FindAsync(id, question, cancellation) is not var (_, stored) || stored.Answer != text)
                Refusal.If(new Refusal("person-question-answered"));
            return this.SeeOther($"/cases/{id}#my-path");
        }

        TempData.Success(words["answered"]);
        return this.SeeOther($"/cases/{id}#my-path");
    }

    private async Task<(CasePath Path, PersonQuestion Asked)?> FindAsync(Guid id, Guid question, CancellationToken cancellation) =>
        await db.SeeOwnPathAsync(id, user.Officer, clock.GetUtcNow(), cancellation) is { } path
        && await db.PersonQuestions.AsTracking().SingleOrDefaultAsync(q => q.CaseId == id && q.Id == question, cancellation) is { } asked ? (path, asked) : null;

    private async Task<QuestionPage> DrawAsync(CasePath path, PersonQuestion asked, AnswerForm form, CancellationToken cancellation)
    {
        access.Note(path.Id);
        return new QuestionPage(
            $"/cases/{path.Id}", path.Number, kinds[asked.Kind], path.Steps.FirstOrDefault(s => s.Id == asked.StepId)?.Title.ToString() ?? words["whole"], asked.Text, time.Plain(asked.AskedAt),
            catalogue.Language(asked.Language)?.Name.ToString() ?? asked.Language, form)
        {
            Answer = asked.Answer,
            Answered = asked.AnsweredAt is { } at
                ? words["answered-on", time.Plain(at), (await db.ActorNamesAsync(cancellation)).GetValueOrDefault(asked.AnsweredByActorId!.Value)?.Name ?? ""].Value : null,
        };
    }
}
