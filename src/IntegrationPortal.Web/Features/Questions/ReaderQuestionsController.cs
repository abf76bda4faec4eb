using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.PublicPages;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Npgsql;

namespace IntegrationPortal.Web.Features.Questions;

/// <summary>Somebody without an account asks about an entry. A page of its own, because a form needs a cookie and the entry is kept without one.</summary>
[AllowAnonymous]
[OneConnection]
[Route("/handbook/{chapter:regex(^(good-practice|formats|lessons|news|facts)$)}/{slug:regex(^[[a-z0-9-]]{{1,80}}$)}/question")]
public sealed class ReaderQuestionsController(
    PortalDbContext db, AskGuard guard, TimeProvider clock, RefusalWords refusals, IStringLocalizer<QuestionsTexts> words) : Controller
{
    private const string Page = "/Features/Questions/Ask.cshtml";

    [HttpGet("")]
    public async Task<IActionResult> Ask(string chapter, string slug, CancellationToken cancellation) =>
        await db.ReadEntryAsync(Chapters.Of(chapter)!.Value, slug, cancellation) is { } entry
            ? View(Page, PageOf(entry, new AskForm { Id = Guid.CreateVersion7(clock.GetUtcNow()), Opened = guard.Now() }))
            : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Ask(string chapter, string slug, [Bind(Prefix = nameof(AskPage.Form))] AskForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (await db.ReadEntryAsync(Chapters.Of(chapter)!.Value, slug, cancellation) is not { } entry)
            return NotFound();
        if (ModelState.IsValid && ReaderQuestion.WhyNotAsk(TypedText.Lines(form.Text)) is { } no)
            ModelState.AddModelError("Form.Text", refusals[no]);
        if (ModelState.IsValid && guard.WhyNot(form.Opened) is { } odd)
        {
            ModelState.AddModelError("Form.Text", words[odd]);
            // Else a page that was left open could never be sent.
            if (odd == "too-long-open")
                form.Opened = guard.Now();
        }
        else if (ModelState.IsValid && !guard.MayAsk(HttpContext.Connection.RemoteIpAddress))
            ModelState.AddModelError("Form.Text", words["too-many"]);
        if (!ModelState.IsValid)
            return this.Again(PageOf(entry, form), Page);
        // A machine learns nothing from the answer.
        if (string.IsNullOrEmpty(form.Website) && !await KeepAsync(ReaderQuestion.Ask(form.Id, entry, TypedText.Lines(form.Text)!, clock.GetUtcNow()), cancellation))
        {
            ModelState.AddModelError("Form.Text", words["all-full"]);
            return this.Again(PageOf(entry, form), Page);
        }

        TempData.Success(words["asked"]);
        return this.SeeOther(HttpContext.Link(entry.Address));
    }

    /// <summary>Sent twice it is there already; who asks may not look.</summary>
    /// <returns>False where the walls take no more: as many wait as people can read.</returns>
    private async Task<bool> KeepAsync(ReaderQuestion question, CancellationToken cancellation)
    {
        db.Add(question);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException twice) when (twice.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            db.ChangeTracker.Clear();
        }
        catch (DbUpdateException full) when (full.InnerException is PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege })
        {
            return false;
        }

        return true;
    }

    private static AskPage PageOf(HandbookEntry entry, AskForm form) => new(entry.Kind, entry.Slug, entry.Public!.Read(EntryLanguage.De).Title, form);
}
