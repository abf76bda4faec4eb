using IntegrationPortal.Domain.Analysis;

namespace IntegrationPortal.Domain.Mentoring;

/// <summary>What is counted of mentoring in a year.</summary>
public enum MentoringFigure
{
    Tandems,
    Volunteers,
    Meetings,
    Hours,
    Ended,
}

/// <summary>The days that are counted: a whole year, or what is over of this one in full quarters, so that no single day shows.</summary>
public sealed record FigurePeriod(int Year, DateOnly First, DateOnly Last)
{
    /// <summary>So many years are told, and compared.</summary>
    public const int MostYears = 5;

    /// <returns>Null while nothing of the year is over.</returns>
    public static FigurePeriod? Of(int year, DateOnly today)
    {
        var quarter = new DateOnly(today.Year, (((today.Month - 1) / 3) * 3) + 1, 1).AddDays(-1);
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return first > quarter ? null : new FigurePeriod(year, first, last > quarter ? quarter : last);
    }

    /// <summary>The years with something over, latest first.</summary>
    public static IReadOnlyList<FigurePeriod> Latest(DateOnly today) =>
        [.. Enumerable.Range(0, MostYears + 1).Select(back => Of(today.Year - back, today)).OfType<FigurePeriod>().Take(MostYears)];
}

/// <summary>What one pair gave to a number of an organisation.</summary>
/// <param name="Reason">Why a tandem ended; null for all other figures.</param>
public sealed record MentoringCount(Guid ActorId, MentoringFigure Figure, TandemEndReason? Reason, Contribution Contribution)
{
    public decimal Amount => Contribution.Amount;
}

/// <summary>The figures of a year as they were published; null is hidden.</summary>
public sealed class MentoringFigures(IReadOnlyCollection<PublishedFigure> published)
{
    public IReadOnlyList<Guid> Organisations { get; } = [.. published.Select(f => f.ActorId).OfType<Guid>().Distinct().Order()];

    /// <summary>The last day that is counted; null when nothing was published.</summary>
    public DateOnly? Until { get; } = published.Count == 0 ? null : published.Max(f => f.Until);

    public decimal? Of(Guid organisation, MentoringFigure figure) => published.FirstOrDefault(f => f.ActorId == organisation && f.Figure == figure)?.Amount;

    public decimal? Total(MentoringFigure figure) => published.FirstOrDefault(f => f.IsTotal && f.Figure == figure)?.Amount;

    public decimal? Ended(TandemEndReason reason) => published.FirstOrDefault(f => f.Reason == reason)?.Amount;
}
