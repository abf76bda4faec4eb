using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Features.MentoringSessions;

/// <summary>
/// Writes down a meeting under the id that the writer made. However often the same entry arrives, and even twice at once, it is
/// stored once, and each time the answer is the same: it is there.
/// </summary>
public sealed class LogSession(PortalDbContext db, TimeProvider clock)
{
    /// <summary>True when this entry has arrived before.</summary>
    public Task<bool> IsStoredAsync(Guid id, CancellationToken cancellation) => db.MentoringSessions.AnyAsync(s => s.Id == id, cancellation);

    public async Task RunAsync(Guid id, TandemFile file, SessionEntry entry, Officer by, CancellationToken cancellation)
    {
        db.Add(MentoringSession.Log(id, file.Tandem, file.Mentor!, entry, by, clock.GetUtcNow()));
        await db.SaveOnceAsync(db.MentoringSessions.Where(s => s.Id == id), cancellation);
    }
}
