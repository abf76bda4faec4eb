using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Features.Reviews;

/// <summary>What an editor says about a paragraph of a version, in the language in which it stands there.</summary>
[Requires(Right.ReviewHandbook), Route("/reviews/{id:guid}/comments/new"), OneConnection]
public sealed class ReviewCommentsController(PortalDbContext db, CurrentUser me, TimeProvider clock) : Controller
{
    private const string Page = "/Features/Reviews/Comment.cshtml";

    [HttpGet("")]
    public async Task<IActionResult> Comment([FromRoute] Guid id, string? field, int paragraph, EntryLanguage language, CancellationToken cancellation)
    {
        if (await db.TakeReviewedEntryAsync(id, cancellation) is not { } entry)
            return NotFound();
        Refusal.If(EntryComment.WhyNotSay(entry, me.Writer));
        return View(Page, entry.FormPage(
            new CommentForm { Id = Guid.CreateVersion7(clock.GetUtcNow()), Field = field, Paragraph = paragraph, Language = language }));
    }

    [HttpPost("")]
    public async Task<IActionResult> Comment([FromRoute] Guid id, [Bind(Prefix = nameof(ReviewFormPage<>.Form))] CommentForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (await db.TakeReviewedEntryAsync(id, cancellation) is not { } entry)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Again(entry.FormPage(form), Page);
        if (!await db.EntryComments.AnyAsync(c => c.Id == form.Id, cancellation))
        {
            await db.AddOnceAsync(EntryComment.Say(
                form.Id, entry, form.Field!, form.Paragraph, TypedText.Lines(form.Text)!, me.Writer, clock.GetUtcNow(), form.Language), cancellation);
        }

        return this.SeeOther($"/reviews/{id}#{ReviewedText.AnchorOf(form.Language, form.Field, form.Paragraph)}");
    }
}
