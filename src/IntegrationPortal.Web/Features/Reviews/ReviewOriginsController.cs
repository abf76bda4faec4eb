using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Reviews;

/// <summary>A contribution that goes on from an entry: compared with it, and taken over into it where the entry is the foundation's.</summary>
[Requires(Right.ReviewHandbook), Route("/reviews/{id:guid}/origin"), OneConnection]
public sealed class ReviewOriginsController(PortalDbContext db, CurrentUser me, TimeProvider clock, IStringLocalizer<ReviewsTexts> words) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Compare([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await TakeAsync(id, cancellation) is not var (entry, origin))
            return NotFound();
        return View("/Features/Reviews/Origin.cshtml", new OriginPage(
            entry, origin, Differences.Between(origin.Public!, entry.Reviewed()), origin.WhyNotTakeOver(entry, me.Writer) is null));
    }

    [HttpPost("take-over")]
    public async Task<IActionResult> TakeOver([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await TakeAsync(id, cancellation) is not var (entry, origin))
            return NotFound();
        origin.TakeOver(entry, me.Writer, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        TempData.Success(words["taken-over"]);
        return this.SeeOther($"/contributions/{origin.Id}");
    }

    private async Task<(HandbookEntry Entry, HandbookEntry Origin)?> TakeAsync(Guid id, CancellationToken cancellation) =>
        await db.TakeReviewedEntryAsync(id, cancellation) is { OriginId: { } from } entry
        && await db.TakeEntryAsync(from, cancellation) is { Public: not null } origin ? (entry, origin) : null;
}
