using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Contributions;

/// <summary>What the editors said about a version: answered by the office that writes, and settled.</summary>
[Requires(Right.WriteHandbook), Route("/contributions/{id:guid}/comments/{comment:guid}"), OneConnection]
public sealed class ContributionCommentsController(PortalDbContext db, CurrentUser me, TimeProvider clock, IStringLocalizer<ContributionsTexts> words) : Controller
{
    private const string Page = "/Features/Contributions/Answer.cshtml";

    [HttpGet("answer")]
    public async Task<IActionResult> Answer([FromRoute] Guid id, [FromRoute] Guid comment, CancellationToken cancellation)
    {
        if (await TakeAsync(id, comment, cancellation) is not var (entry, said))
            return NotFound();
        Refusal.If(said.WhyNotAnswer(entry, me.Writer));
        return View(Page, new AnswerPage(entry.Id, said, new AnswerForm()));
    }

    [HttpPost("answer")]
    public async Task<IActionResult> Answer(
        [FromRoute] Guid id, [FromRoute] Guid comment, [Bind(Prefix = nameof(AnswerPage.Form))] AnswerForm form, CancellationToken cancellation)
    {
        if (await TakeAsync(id, comment, cancellation) is not var (entry, said))
            return NotFound();
        Refusal.If(said.WhyNotAnswer(entry, me.Writer));
        if (!ModelState.IsValid)
            return this.Again(new AnswerPage(entry.Id, said, form), Page);
        said.AnswerWith(TypedText.Lines(form.Text)!, entry, me.Writer, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        TempData.Success(words["comment-answered"]);
        return this.SeeOther($"/contributions/{id}#comments");
    }

    [HttpPost("settle")]
    public async Task<IActionResult> Settle([FromRoute] Guid id, [FromRoute] Guid comment, CancellationToken cancellation)
    {
        if (await TakeAsync(id, comment, cancellation) is not var (entry, said))
            return NotFound();
        said.Settle(entry, me.Writer, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        return this.SeeOther($"/contributions/{id}#comments");
    }

    private async Task<(HandbookEntry Entry, EntryComment Said)?> TakeAsync(Guid id, Guid comment, CancellationToken cancellation) =>
        await db.TakeOwnEntryAsync(id, me.Writer, cancellation) is { } entry
        && (await db.CommentsAsync(entry, cancellation)).Find(c => c.Id == comment) is { } said ? (entry, said) : null;
}

public sealed class AnswerForm
{
    [Display(Name = "comment-answer"), Visible, StringLength(EntryComment.TextLength), PlainText]
    public string? Text { get; set; }
}

public sealed record AnswerPage(Guid EntryId, EntryComment Said, AnswerForm Form);
