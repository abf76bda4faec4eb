using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Mentoring;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>A tandem in which a side is asked how it goes and has not answered yet.</summary>
public sealed record ReviewDue(Guid TandemId, string Names, bool OfMentor, bool OfCoordination);

/// <summary>Reads the half-yearly answers of both sides of a tandem.</summary>
public static class TandemReviews
{
    /// <summary>When a side of a tandem answered last.</summary>
    public static async Task<DateOnly?> LastReviewAsync(this PortalDbContext db, Guid tandemId, ReviewSide? side, CancellationToken cancellation) =>
        await db.TandemReviews.Where(r => r.TandemId == tandemId && r.Side == side).MaxAsync(r => (DateTimeOffset?)r.WrittenAt, cancellation) is { } at
            ? GermanTime.DayOf(at) : null;

    /// <summary>Of an organisation, for its coordination.</summary>
    public static async Task<IReadOnlyList<ReviewDue>> ReviewsDueAsync(
        this PortalDbContext db, Guid actorId, MentoringRules rules, DateOnly today, CancellationToken cancellation)
    {
        var tandems = await db.Tandems.AsNoTracking().Include(t => t.Mentees).Where(t => t.ActorId == actorId && t.State == TandemState.Active).ToListAsync(cancellation);
        var ids = tandems.Select(t => t.Id).ToList();
        var answers = await db.TandemReviews.Where(r => ids.Contains(r.TandemId)).GroupBy(r => new { r.TandemId, r.Side })
            .Select(g => new { g.Key.TandemId, g.Key.Side, At = g.Max(r => r.WrittenAt) }).ToListAsync(cancellation);
        var last = answers.ToDictionary(a => (a.TandemId, a.Side), a => (DateOnly?)GermanTime.DayOf(a.At));
        bool IsDue(Tandem tandem, ReviewSide side) => tandem.ReviewDueOn(last.GetValueOrDefault((tandem.Id, side)), rules) <= today;
        return
        [
            .. tandems.Select(t => new ReviewDue(t.Id, new TandemFile(t, null).Names, IsDue(t, ReviewSide.Mentor), IsDue(t, ReviewSide.Coordination)))
                .Where(d => d.OfMentor || d.OfCoordination).OrderBy(d => d.Names, StringComparer.CurrentCulture).ThenBy(d => d.TandemId),
        ];
    }

    /// <summary>For the clock: days only, no answer.</summary>
    public static async Task<IReadOnlyDictionary<(Guid TandemId, ReviewSide Side), DateOnly?>> LastReviewDaysAsync(this PortalDbContext db, CancellationToken cancellation) =>
        (await db.Database.SqlQuery<LastReview>($"select tandem_id, side, written_at from reading.last_reviews()").ToListAsync(cancellation)).ToDictionary(
            r => (r.TandemId, Enum.Parse<ReviewSide>(r.Side)), r => (DateOnly?)GermanTime.DayOf(r.WrittenAt));

    private sealed record LastReview(Guid TandemId, string Side, DateTimeOffset WrittenAt);
}
