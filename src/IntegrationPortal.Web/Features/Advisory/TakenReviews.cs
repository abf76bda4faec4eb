using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Features.Advisory;

/// <summary>A review with its sections and what was said to them, to be changed and saved.</summary>
internal static class TakenReviews
{
    public static Task<ProgrammeReview?> TakeReviewAsync(this PortalDbContext db, Guid id, CancellationToken cancellation) => db.ProgrammeReviews.AsTracking()
        .Include(r => r.Sections).ThenInclude(s => s.Comments).SingleOrDefaultAsync(r => r.Id == id, cancellation);
}
