using IntegrationPortal.Domain.Analysis;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Jobs.Mentoring;

/// <summary>
/// Every night: stores the figures of mentoring as they may be told outside of an organisation. What is stored already hides what is few,
/// and moves only when the difference to what was told before is again a group (<see cref="Publication"/>). This year and the last are
/// counted; of earlier ones nobody knows any more who stood behind them.
/// </summary>
public sealed class PublishFigures(PortalDbContext db, TenantRounds rounds, TimeProvider clock)
{
    private static readonly TandemEndReason[] Reasons = Enum.GetValues<TandemEndReason>();

    public Task RunAsync(CancellationToken cancellation) => rounds.RunAsync<PublishFigures>(j => j.RunHereAsync(cancellation), cancellation);

    /// <summary>The round in the municipality that this scope has entered as the clock.</summary>
    public async Task RunHereAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var today = GermanTime.DayOf(now);
        List<Guid?> organisations = [.. await db.Volunteers.Select(v => v.ActorId).Distinct().Order().ToListAsync(cancellation)];
        var published = await db.PublishedFigures.AsTracking().ToListAsync(cancellation);
        var bases = await db.FigureBases.AsTracking().ToDictionaryAsync(b => b.FigureId, cancellation);
        foreach (var period in FigurePeriod.Latest(today))
        {
            var ofYear = published.Where(f => f.Year == period.Year).ToList();
            if (period.Year < today.Year - 1 && ofYear.Count > 0)
            {
                db.RemoveRange(ofYear.Select(f => bases.GetValueOrDefault(f.Id)).OfType<FigureBasis>());
                continue;
            }

            var counts = await db.CountsForTheClockAsync(period, cancellation);
            var table = new Table(db, period, ofYear, bases, counts, now);
            foreach (var figure in Enum.GetValues<MentoringFigure>())
                table.Publish(figure, [.. organisations.Union(ofYear.Select(f => f.ActorId).OfType<Guid>().Order().Cast<Guid?>()).Select(o => (o, (TandemEndReason?)null))]);
            table.PublishReasons();
        }

        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>The numbers of one year.</summary>
    private sealed record Table(
        PortalDbContext Db, FigurePeriod Period, List<PublishedFigure> Published, Dictionary<Guid, FigureBasis> Bases, IReadOnlyList<MentoringCount> Counts, DateTimeOffset Now)
    {
        public void Publish(MentoringFigure figure, IReadOnlyList<(Guid? Actor, TandemEndReason? Reason)> keys)
        {
            var numbers = keys.Select(k => Number(figure, k.Actor, k.Reason)).ToList();
            var counted = keys.Select(k => Behind(figure, k)).ToList();
            var total = Number(figure, null, null);
            var cells = total.Amount is null ? Publication.First(counted) : Publication.Next([.. numbers.Select(Told)], counted);
            if (cells is null)
                return;
            Tell(numbers, cells);
            var sum = cells.Sum(c => c.Amount);
            if (total.Amount != sum)
                total.Tell(sum, Period, Now);
        }

        /// <summary>
        /// Why tandems ended adds up to how many did, so it is told only when that has no difference left to hide, and whole: then both
        /// are of the same moment.
        /// </summary>
        public void PublishReasons()
        {
            var ended = Counts.Where(c => c.Figure == MentoringFigure.Ended).Sum(c => c.Amount);
            if (Number(MentoringFigure.Ended, null, null).Amount != ended)
                return;
            var numbers = Reasons.Select(r => Number(MentoringFigure.Ended, null, r)).ToList();
            var counted = Reasons.Select(r => Behind(MentoringFigure.Ended, (null, r))).ToList();
            var told = numbers.Any(n => Bases.ContainsKey(n.Id));
            var cells = told ? Publication.Next([.. numbers.Select(Told)], counted) : Publication.First(counted);
            if (cells is not null && cells.Sum(c => c.Amount) == ended)
                Tell(numbers, cells);
        }

        private void Tell(List<PublishedFigure> numbers, IReadOnlyList<PublishedCell> cells)
        {
            foreach (var (number, cell) in numbers.Zip(cells))
            {
                var basis = Bases.GetValueOrDefault(number.Id);
                if (basis is not null && ReferenceEquals(basis.Behind, cell.Behind))
                    continue;
                number.Tell(cell.IsShown ? cell.Amount : null, Period, Now);
                if (basis is not null)
                    basis.Move(cell.Behind);
                else if (Period.Year >= GermanTime.DayOf(Now).Year - 1)
                    Db.Add(Bases[number.Id] = FigureBasis.Of(number, cell.Behind));
            }
        }

        private PublishedCell Told(PublishedFigure number) => new(Bases.GetValueOrDefault(number.Id)?.Behind ?? [], number.Amount is not null);

        private List<Contribution> Behind(MentoringFigure figure, (Guid? Actor, TandemEndReason? Reason) key) =>
            [.. Counts.Where(c => c.Figure == figure && (key.Actor is null || c.ActorId == key.Actor) && (key.Reason is null || c.Reason == key.Reason)).Select(c => c.Contribution)];

        private PublishedFigure Number(MentoringFigure figure, Guid? actor, TandemEndReason? reason)
        {
            if (Published.FirstOrDefault(f => f.Figure == figure && f.ActorId == actor && f.Reason == reason) is { } known)
                return known;
            var number = PublishedFigure.Hidden(Db.TenantId!.Value, Period, figure, actor, reason, Now);
            Published.Add(number);
            Db.Add(number);
            return number;
        }
    }
}
