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

/// <summary>Reviews of the programme: begun by the foundation, and frozen when published.</summary>
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
            await db.AddOnceAsync(ProgrammeReview.Begin(form.Id, TypedText.Line(form.Title)!, me.Member, clock.GetUtcNow()), cancellation);
        return Saved($"{Reviews}/{form.Id}");
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await db.TakeReviewAsync(id, cancellation) is not { } review)
            return NotFound();
        var who = review.Sections.SelectMany(s => s.Comments).Select(c => c.ByUserId).Distinct().ToList();
        return View(Views + "Review.cshtml", new ReviewPage(
            review, await db.Users.AsNoTracking().Where(u => who.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellation),
            review.WhyNotWrite(me.Member) is null, review.WhyNotComment(me.Member) is null, review.WhyNotPublish(me.Member) is { } no ? refusals[no] : null, db.VersionOf(review)));
    }

    [HttpPost("{id:guid}/publish"), Requires(Right.SteerProgramme)]
    public async Task<IActionResult> Publish([FromRoute] Guid id, uint version, CancellationToken cancellation)
    {
        if (await db.TakeReviewAsync(id, cancellation) is not { } review)
            return NotFound();
        db.Expect(review, version);
        review.Publish(me.Member, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        return Saved($"{Reviews}/{id}");
    }

    private RoomFormPage<TForm> PageOf<TForm>(TForm form, string action, string back, string title) => new(form, action, back, words[title], time.Today);

    private IActionResult Saved(string next)
    {
        TempData.Success(words["saved"]);
        return this.SeeOther(next);
    }

    private Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());
}
