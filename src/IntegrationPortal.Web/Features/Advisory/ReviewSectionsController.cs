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
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Advisory;

/// <summary>The sections of a review: written by the foundation until it is published, commented from then on.</summary>
[Requires(Right.ReadAdvice), Route("/programme/board/reviews/{id:guid}/sections"), OneConnection]
public sealed class ReviewSectionsController(PortalDbContext db, CurrentUser me, TimeProvider clock, TimeWords time, IStringLocalizer<AdvisoryTexts> words) : Controller
{
    private const string Views = "/Features/Advisory/";
    private const string Reviews = "/programme/board/reviews";

    [HttpGet("new"), Requires(Right.SteerProgramme)]
    public async Task<IActionResult> Section([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await db.TakeReviewAsync(id, cancellation) is not { } review)
            return NotFound();
        Refusal.If(review.WhyNotWrite(me.Member));
        return View(Views + "Section.cshtml", PageOf(new SectionForm { Id = NewId() }, $"{Reviews}/{id}/sections/new", $"{Reviews}/{id}", "new-section"));
    }

    [HttpPost("new"), Requires(Right.SteerProgramme)]
    public async Task<IActionResult> Section([FromRoute] Guid id, [Bind(Prefix = nameof(RoomFormPage<>.Form))] SectionForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (await db.TakeReviewAsync(id, cancellation) is not { } review)
            return NotFound();
        Refusal.If(review.WhyNotWrite(me.Member));
        if (!ModelState.IsValid)
            return this.Again(PageOf(form, $"{Reviews}/{id}/sections/new", $"{Reviews}/{id}", "new-section"), Views + "Section.cshtml");
        if (review.Sections.All(s => s.Id != form.Id))
        {
            db.Add(review.Add(form.Id, TypedText.Line(form.Heading)!, TypedText.Lines(form.Text)!, me.Member));
            Touch(review);
            await db.SaveOnceAsync(db.ProgrammeReviews.SelectMany(r => r.Sections).Where(s => s.Id == form.Id), cancellation);
        }

        return Saved($"{Reviews}/{id}");
    }

    [HttpGet("{section:guid}"), Requires(Right.SteerProgramme)]
    public async Task<IActionResult> ChangeSection([FromRoute] Guid id, [FromRoute] Guid section, CancellationToken cancellation)
    {
        if (await db.TakeReviewAsync(id, cancellation) is not { } review || review.Sections.FirstOrDefault(s => s.Id == section) is not { } part)
            return NotFound();
        Refusal.If(review.WhyNotWrite(me.Member));
        return View(Views + "Section.cshtml", ChangeOf(id, SectionForm.Of(part, db.VersionOf(part))));
    }

    [HttpPost("{section:guid}"), Requires(Right.SteerProgramme)]
    public async Task<IActionResult> ChangeSection(
        [FromRoute] Guid id, [FromRoute] Guid section, [Bind(Prefix = nameof(RoomFormPage<>.Form))] SectionForm form, CancellationToken cancellation)
    {
        if (await db.TakeReviewAsync(id, cancellation) is not { } review || review.Sections.FirstOrDefault(s => s.Id == section) is not { } part)
            return NotFound();
        Refusal.If(review.WhyNotWrite(me.Member));
        form.Id = section;
        if (!ModelState.IsValid)
            return this.Again(ChangeOf(id, form), Views + "Section.cshtml");
        db.Expect(part, form.Version);
        review.Change(part, TypedText.Line(form.Heading)!, TypedText.Lines(form.Text)!, me.Member);
        Touch(review);
        if (!await db.SaveInTimeAsync(cancellation))
        {
            return (await db.TakeReviewAsync(id, cancellation))?.Sections.FirstOrDefault(s => s.Id == section) is { } now
                ? this.AgainOvertaken(ChangeOf(id, form), form, SectionForm.Of(now, db.VersionOf(now)), view: Views + "Section.cshtml")
                : NotFound();
        }

        return Saved($"{Reviews}/{id}");
    }

    [HttpGet("{section:guid}/comment")]
    public async Task<IActionResult> Comment([FromRoute] Guid id, [FromRoute] Guid section, CancellationToken cancellation)
    {
        if (await db.TakeReviewAsync(id, cancellation) is not { } review || review.Sections.FirstOrDefault(s => s.Id == section) is not { } part)
            return NotFound();
        Refusal.If(review.WhyNotComment(me.Member));
        return View(Views + "Comment.cshtml", CommentOf(review, part, new CommentForm { Id = NewId() }));
    }

    [HttpPost("{section:guid}/comment")]
    public async Task<IActionResult> Comment(
        [FromRoute] Guid id, [FromRoute] Guid section, [Bind(Prefix = nameof(RoomFormPage<>.Form))] CommentForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (await db.TakeReviewAsync(id, cancellation) is not { } review || review.Sections.FirstOrDefault(s => s.Id == section) is not { } part)
            return NotFound();
        Refusal.If(review.WhyNotComment(me.Member));
        if (!ModelState.IsValid)
            return this.Again(CommentOf(review, part, form), Views + "Comment.cshtml");
        if (part.Comments.All(c => c.Id != form.Id))
            await db.AddOnceAsync(review.Comment(form.Id, part, TypedText.Lines(form.Text)!, me.Member, clock.GetUtcNow()), cancellation);
        return Saved($"{Reviews}/{id}#section-{part.Position}");
    }

    /// <summary>The review's own row moves with its sections, so that whoever would freeze a page drawn before is told.</summary>
    private void Touch(ProgrammeReview review) => db.Entry(review).Property(r => r.PublishedAt).IsModified = true;

    private RoomFormPage<TForm> PageOf<TForm>(TForm form, string action, string back, string title) => new(form, action, back, words[title], time.Today);

    private RoomFormPage<SectionForm> ChangeOf(Guid id, SectionForm form) =>
        PageOf(form, $"{Reviews}/{id}/sections/{form.Id}", $"{Reviews}/{id}", "change-section");

    private RoomFormPage<CommentForm> CommentOf(ProgrammeReview review, ReviewSection part, CommentForm form) =>
        new(form, $"{Reviews}/{review.Id}/sections/{part.Id}/comment", $"{Reviews}/{review.Id}", words["new-comment"], time.Today, part.Heading);

    private IActionResult Saved(string next)
    {
        TempData.Success(words["saved"]);
        return this.SeeOther(next);
    }

    private Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());
}
