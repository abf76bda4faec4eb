using IntegrationPortal.Domain.Mentoring;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>Reads how much mentoring there was: the database counts and hands out numbers only.</summary>
public static class MentoringNumbers
{
    /// <summary>Of all organisations of the municipality for its coordination, of the own one for a coordination of volunteers.</summary>
    public static async Task<IReadOnlyList<MentoringCount>> MentoringCountsAsync(this PortalDbContext db, FigurePeriod period, CancellationToken cancellation) =>
    [
        .. (await db.Database.SqlQuery<Row>(
            $"select actor_id, figure, reason, amount, persons from reading.mentoring_figures({period.First}, {period.Last})").ToListAsync(cancellation))
            .Select(r => new MentoringCount(
                r.ActorId, Enum.Parse<MentoringFigure>(r.Figure), r.Reason is null ? null : Enum.Parse<TandemEndReason>(r.Reason), r.Amount, r.Persons)),
    ];

    private sealed record Row(Guid ActorId, string Figure, string? Reason, decimal Amount, int Persons);
}
