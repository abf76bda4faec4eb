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
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Advisory;

/// <summary>Reviews of the programme: written by the foundation, frozen when published, commented section by section.</summary>
[Requires(Right.ReadAdvice), Route("/programme/board/reviews"), OneConnection]
public sealed class ProgrammeReviewsController(
    PortalDbContext db, CurrentUser me, TimeProvider clock, TimeWords time, RefusalWords refusals, IStringLocalizer<AdvisoryTexts> words) : Controller
{
    private const string Views = "/Features/Advisory/";
    private const string Reviews = "/programme/board/reviews";

    [HttpGet("new"), Requires(Right.SteerProgramme)]
    public IActionResult New() => View(Views + "NewReview.cshtml", PageOf(new ReviewForm { Id = NewId() }, $"{Reviews}/new", "/programme/board", "new-review"));

    [HttpPost("new"), Requires(Right.SteerProgramme)]
    public async Task<IActionResult> New([Bind(Prefix = nameof(RoomFormPage<>.Form))] ReviewForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (!ModelState.IsValid)
            return this.Again(PageOf(form, $"{Reviews}/new", "/programme/board", "new-review"), Views + "NewReview.cshtml");
        if (!await db.ProgrammeReviews.AnyAsync(r => r.Id == form.Id, cancellation))
        {
            db.Add(ProgrammeReview.Begin(form.Id, TypedText.Line(form.Title)!, me.Member, clock.GetUtcNow()));
            await db.SaveChangesAsync(cancellation);
        }

        return Saved($"{Reviews}/{form.Id}");
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await TakeAsync(id, cancellation) is not { } review)
            return NotFound();
        var who = review.Sections.SelectMany(s => s.Comments).Select(c => c.ByUserId).Distinct().ToList();
        return View(Views + "Review.cshtml", new ReviewPage(
            review, await db.Users.AsNoTracking().Where(u => who.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellation),
            review.WhyNotWrite(me.Member) is null, review.WhyNotComment(me.Member) is null, review.WhyNotPublish(me.Member) is { } no ? refusals[no] : null, db.VersionOf(review)));
    }

    [HttpPost("{id:guid}/publish"), Requires(Right.SteerProgramme)]
    public async Task<IActionResult> Publish([FromRoute] Guid id, uint version, CancellationToken cancellation)
    {
        if (await TakeAsync(id, cancellation) is not { } review)
            return NotFound();
        db.Expect(review, version);
        review.Publish(me.Member, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        return Saved($"{Reviews}/{id}");
    }

    [HttpGet("{id:guid}/sections/new"), Requires(Right.SteerProgramme)]
    public async Task<IActionResult> Section([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await TakeAsync(id, cancellation) is not { } review)
            return NotFound();
        Refusal.If(review.WhyNotWrite(me.Member));
        return View(Views + "Section.cshtml", PageOf(new SectionForm { Id = NewId() }, $"{Reviews}/{id}/sections/new", $"{Reviews}/{id}", "new-section"));
    }

    [HttpPost("{id:guid}/sections/new"), Requires(Right.SteerProgramme)]
    public async Task<IActionResult> Section([FromRoute] Guid id, [Bind(Prefix = nameof(RoomFormPage<>.Form))] SectionForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (await TakeAsync(id, cancellation) is not { } review)
            return NotFound();
        Refusal.If(review.WhyNotWrite(me.Member));
        if (!ModelState.IsValid)
            return this.Again(PageOf(form, $"{Reviews}/{id}/sections/new", $"{Reviews}/{id}", "new-section"), Views + "Section.cshtml");
        if (review.Sections.All(s => s.Id != form.Id))
        {
            db.Add(review.Add(form.Id, TypedText.Line(form.Heading)!, TypedText.Lines(form.Text)!, me.Member));
            Touch(review);
            await db.SaveChangesAsync(cancellation);
        }

        return Saved($"{Reviews}/{id}");
    }

    [HttpGet("{id:guid}/sections/{section:guid}"), Requires(Right.SteerProgramme)]
    public async Task<IActionResult> ChangeSection([FromRoute] Guid id, [FromRoute] Guid section, CancellationToken cancellation)
    {
        if (await TakeAsync(id, cancellation) is not { } review || review.Sections.FirstOrDefault(s => s.Id == section) is not { } part)
            return NotFound();
        Refusal.If(review.WhyNotWrite(me.Member));
        return View(Views + "Section.cshtml", ChangeOf(id, SectionForm.Of(part, db.VersionOf(part))));
    }

    [HttpPost("{id:guid}/sections/{section:guid}"), Requires(Right.SteerProgramme)]
    public async Task<IActionResult> ChangeSection(
        [FromRoute] Guid id, [FromRoute] Guid section, [Bind(Prefix = nameof(RoomFormPage<>.Form))] SectionForm form, CancellationToken cancellation)
    {
        if (await TakeAsync(id, cancellation) is not { } review || review.Sections.FirstOrDefault(s => s.Id == section) is not { } part)
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
            return (await TakeAsync(id, cancellation))?.Sections.FirstOrDefault(s => s.Id == section) is { } now
                ? this.AgainOvertaken(ChangeOf(id, form), form, SectionForm.Of(now, db.VersionOf(now)), view: Views + "Section.cshtml")
                : NotFound();
        }

        return Saved($"{Reviews}/{id}");
    }

    [HttpGet("{id:guid}/sections/{section:guid}/comment")]
    public async Task<IActionResult> Comment([FromRoute] Guid id, [FromRoute] Guid section, CancellationToken cancellation)
    {
        if (await TakeAsync(id, cancellation) is not { } review || review.Sections.FirstOrDefault(s => s.Id == section) is not { } part)
            return NotFound();
        Refusal.If(review.WhyNotComment(me.Member));
        return View(Views + "Comment.cshtml", CommentOf(review, part, new CommentForm { Id = NewId() }));
    }

    [HttpPost("{id:guid}/sections/{section:guid}/comment")]
    public async Task<IActionResult> Comment(
        [FromRoute] Guid id, [FromRoute] Guid section, [Bind(Prefix = nameof(RoomFormPage<>.Form))] CommentForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (await TakeAsync(id, cancellation) is not { } review || review.Sections.FirstOrDefault(s => s.Id == section) is not { } part)
            return NotFound();
        Refusal.If(review.WhyNotComment(me.Member));
        if (!ModelState.IsValid)
            return this.Again(CommentOf(review, part, form), Views + "Comment.cshtml");
        if (part.Comments.All(c => c.Id != form.Id))
        {
            db.Add(review.Comment(form.Id, part, TypedText.Lines(form.Text)!, me.Member, clock.GetUtcNow()));
            await db.SaveChangesAsync(cancellation);
        }

        return Saved($"{Reviews}/{id}#section-{part.Position}");
    }

    /// <summary>The review's own row moves with its sections, so that whoever would freeze a page drawn before is told.</summary>
    private void Touch(ProgrammeReview review) => db.Entry(review).Property(r => r.PublishedAt).IsModified = true;

    private Task<ProgrammeReview?> TakeAsync(Guid id, CancellationToken cancellation) => db.ProgrammeReviews.AsTracking()
        .Include(r => r.Sections).ThenInclude(s => s.Comments).AsSplitQuery().SingleOrDefaultAsync(r => r.Id == id, cancellation);

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
