using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Reviews;

/// <summary>The foundation's editors: read what was handed in, say what should change, publish it. Never one's own.</summary>
[Requires(Right.ReviewHandbook), Route("/reviews"), OneConnection]
public sealed class ReviewsController(
    PortalDbContext db, CurrentUser me, TimeProvider clock, RefusalWords refusals, IStringLocalizer<ReviewsTexts> words) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellation) => View(new ReviewsPage(
    [
        .. (await db.EntriesToReviewAsync(cancellation)).Where(e => e.IsReviewed()).Select(e => e.Row()).Where(r => r.State != EntryState.Published).OrderBy(r => r.State).ThenBy(r => r.Since),
    ]));

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show([FromRoute] Guid id, CancellationToken cancellation) =>
        await db.TakeReviewedEntryAsync(id, cancellation) is { } entry ? View(await PageAsync(entry, cancellation)) : NotFound();

    [HttpPost("{id:guid}/take")]
    public Task<IActionResult> Take([FromRoute] Guid id, CancellationToken cancellation) =>
        DoAsync(id, entry => entry.TakeIntoReview(me.Writer), null, "taken", cancellation);

    [HttpGet("{id:guid}/send-back")]
    public async Task<IActionResult> SendBack([FromRoute] Guid id, CancellationToken cancellation) =>
        await db.TakeReviewedEntryAsync(id, cancellation) is { } entry ? View(entry.FormPage(new SendBackForm())) : NotFound();

    [HttpPost("{id:guid}/send-back")]
    public async Task<IActionResult> SendBack([FromRoute] Guid id, [Bind(Prefix = nameof(ReviewFormPage<>.Form))] SendBackForm form, CancellationToken cancellation)
    {
        if (await db.TakeReviewedEntryAsync(id, cancellation) is not { } entry)
            return NotFound();
        return ModelState.IsValid
            ? await DoAsync(id, e => e.SendBack(TypedText.Lines(form.Reason)!, me.Writer), MailTemplate.EntrySentBack, "sent-back", cancellation)
            : this.Again(entry.FormPage(form));
    }

    /// <param name="version">Of the page on which it was read; without it, of now.</param>
    [HttpGet("{id:guid}/publish")]
    public async Task<IActionResult> Publish([FromRoute] Guid id, uint? version, CancellationToken cancellation) =>
        await db.TakeReviewedEntryAsync(id, cancellation) is { } entry
            ? View(entry.FormPage(new PublishForm { Version = version ?? db.VersionOf(entry) }))
            : NotFound();

    [HttpPost("{id:guid}/publish")]
    public async Task<IActionResult> Publish([FromRoute] Guid id, [Bind(Prefix = nameof(ReviewFormPage<>.Form))] PublishForm form, CancellationToken cancellation)
    {
        if (await db.TakeReviewedEntryAsync(id, cancellation) is not { } entry)
            return NotFound();
        if (ModelState.IsValid && entry.WhyNotJudge(form.Criteria()) is { } no)
            ModelState.AddModelError("", refusals[no]);
        if (!ModelState.IsValid)
            return this.Again(entry.FormPage(form));
        db.Expect(entry, form.Version);
        var version = entry.Open ?? entry.Public;
        entry.Publish(form.Criteria(), me.Writer, clock.GetUtcNow());
        await db.TellWritersAsync(entry, version, MailTemplate.EntryPublished, clock.GetUtcNow(), cancellation);
        if (!await db.SaveInTimeAsync(cancellation))
        {
            // What was judged is not what stands there now: it is read again, and not published with a second click.
            return await db.TakeReviewedEntryAsync(id, cancellation) is { } now
                ? this.AgainOvertaken(await PageAsync(now, cancellation), form, db.VersionOf(now), words["changed-since"], nameof(Show))
                : NotFound();
        }

        return Done(id, "published");
    }

    /// <summary>A year has passed, somebody has looked, and it still holds.</summary>
    [HttpPost("{id:guid}/confirm")]
    public Task<IActionResult> Confirm([FromRoute] Guid id, CancellationToken cancellation) =>
        DoAsync(id, entry => entry.Confirm(me.Writer, clock.GetUtcNow()), null, "confirmed", cancellation);

    /// <summary>Out of the handbook, whoever wrote it: a name in it cannot wait for its office. Done twice it is out.</summary>
    [HttpPost("{id:guid}/archive")]
    public async Task<IActionResult> Archive([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await db.TakeEntryAsync(id, cancellation) is not { } entry)
            return NotFound();
        var version = entry.Public;
        if (version is not null || entry.Versions.All(v => v.State != EntryState.Archived))
        {
            entry.Archive(me.Writer);
            await db.TellWritersAsync(entry, version, MailTemplate.EntryArchived, clock.GetUtcNow(), cancellation);
            await db.SaveChangesAsync(cancellation);
        }

        TempData.Success(words["archived"]);
        return this.SeeOther("/reviews");
    }

    private async Task<IActionResult> DoAsync(Guid id, Action<HandbookEntry> deed, MailTemplate? mail, string done, CancellationToken cancellation)
    {
        if (await db.TakeReviewedEntryAsync(id, cancellation) is not { } entry)
            return NotFound();
        var version = entry.Open ?? entry.Public;
        deed(entry);
        if (mail is { } template)
            await db.TellWritersAsync(entry, version, template, clock.GetUtcNow(), cancellation);
        await db.SaveChangesAsync(cancellation);
        return Done(id, done);
    }

    private IActionResult Done(Guid id, string done)
    {
        TempData.Success(words[done]);
        return this.SeeOther(done is "taken" or "confirmed" ? $"/reviews/{id}" : "/reviews");
    }

    private async Task<ReviewPage> PageAsync(HandbookEntry entry, CancellationToken cancellation)
    {
        var version = entry.Reviewed();
        var by = me.Writer;
        return new ReviewPage(
            entry, version, ReviewedText.Of(version, entry.Kind), await db.CommentsAsync(entry, cancellation),
            version.State == EntryState.Submitted && entry.WhyNotTakeIntoReview(by) is { } no ? refusals[no] : null,
            version.State == EntryState.InReview && entry.WhyNot(EntryDeed.Publish, by) is { } refused ? refusals[refused] : null,
            EntryComment.WhyNotSay(entry, by) is null, version.State == EntryState.DueForReview && entry.WhyNotConfirm(by) is null, db.VersionOf(entry))
        {
            MayArchive = entry.WhyNotArchive(by) is null,
        };
    }
}
