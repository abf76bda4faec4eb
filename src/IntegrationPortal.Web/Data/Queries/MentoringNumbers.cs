using IntegrationPortal.Domain.Analysis;
using IntegrationPortal.Domain.Mentoring;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>Reads how much mentoring there was.</summary>
public static class MentoringNumbers
{
    /// <summary>As published: of all organisations for the municipal coordination, of the own one for a coordination of volunteers.</summary>
    public static async Task<ILookup<int, PublishedFigure>> PublishedFiguresAsync(this PortalDbContext db, CancellationToken cancellation) =>
        (await db.PublishedFigures.AsNoTracking().ToListAsync(cancellation)).ToLookup(f => f.Year);

    /// <summary>The exact numbers of the own organisation, counted from what its coordination sees anyway.</summary>
    public static async Task<IReadOnlyList<MentoringCount>> OwnCountsAsync(this PortalDbContext db, FigurePeriod period, CancellationToken cancellation) =>
        Counts(await db.Database.SqlQuery<Row>($"select * from app.mentoring_contributions({period.First}, {period.Last})").ToListAsync(cancellation));

    /// <summary>All that is counted in the municipality, for the clock alone.</summary>
    public static async Task<IReadOnlyList<MentoringCount>> CountsForTheClockAsync(this PortalDbContext db, FigurePeriod period, CancellationToken cancellation) =>
        Counts(await db.Database.SqlQuery<Row>($"select * from reading.mentoring_contributions({period.First}, {period.Last})").ToListAsync(cancellation));

    private static IReadOnlyList<MentoringCount> Counts(List<Row> rows) =>
    [
        .. rows.Select(r => new MentoringCount(
            r.ActorId, Enum.Parse<MentoringFigure>(r.Figure), r.Reason is null ? null : Enum.Parse<TandemEndReason>(r.Reason), new Contribution(r.Giver, r.Receiver, r.Amount))),
    ];

    private sealed record Row(Guid ActorId, string Figure, string? Reason, Guid Giver, Guid Receiver, decimal Amount);
}
