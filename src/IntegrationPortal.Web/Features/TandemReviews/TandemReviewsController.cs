using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Mappings.Mentoring;
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
using Npgsql;

namespace IntegrationPortal.Web.Features.TandemReviews;

/// <summary>The half-yearly question to both sides of a tandem: how does it go?</summary>
[Requires(Right.LogSession), Route("/mentoring/tandems/{id:guid}/review"), OneConnection]
public sealed class TandemReviewsController(
    PortalDbContext db, CurrentUser me, ReferenceCatalogue catalogue, KindWords kinds, TimeProvider clock, TimeWords time,
    IStringLocalizer<TandemReviewsTexts> words) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Write([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await TakeAsync(id, cancellation) is not var (file, side, last))
            return NotFound();
        Refusal.If(file.Tandem.WhyNotReview(file.Mentor, last, me.Officer, catalogue.MentoringRulesOn(time.Today), time.Today));
        return View(PageOf(file, side, new ReviewForm { Id = Guid.CreateVersion7(clock.GetUtcNow()) }));
    }

    [HttpPost("")]
    public async Task<IActionResult> Write([FromRoute] Guid id, [Bind(Prefix = nameof(ReviewPage.Form))] ReviewForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (await TakeAsync(id, cancellation) is not var (file, side, last))
            return NotFound();
        if (!await db.TandemReviews.AnyAsync(r => r.Id == form.Id, cancellation))
        {
            if (!ModelState.IsValid)
                return this.Again(PageOf(file, side, form));
            db.Add(file.Tandem.Review(
                form.Id, file.Mentor, form.Light!.Value, TypedText.Lines(form.Text), last, me.Officer, catalogue.MentoringRulesOn(time.Today), clock.GetUtcNow()));
            await SaveAsync(cancellation);
        }

        TempData.Success(words["thanks"]);
        return this.SeeOther($"/mentoring/tandems/{id}");
    }

    /// <summary>Of two answers at the same moment one is kept.</summary>
    private async Task SaveAsync(CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException twice) when (twice.InnerException is PostgresException { ConstraintName: TandemReviewMapping.OneAnswer })
        {
            throw new RefusedException(new Refusal("review-answered"));
        }
    }

    private async Task<(TandemFile File, ReviewSide Side, DateOnly? Last)?> TakeAsync(Guid id, CancellationToken cancellation) =>
        await db.TakeTandemAsync(id, cancellation) is { } file && file.Tandem.ReviewSideOf(file.Mentor, me.Officer) is { } side
            ? (file, side, await db.LastReviewAsync(id, side, cancellation)) : null;

    private ReviewPage PageOf(TandemFile file, ReviewSide side, ReviewForm form) =>
        new(file, side, form, [.. Enum.GetValues<TrafficLight>().Select(l => new Choice(l.ToString(), kinds[l]))]);
}
