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
    /// <returns>Null while nothing of the year is over.</returns>
    public static FigurePeriod? Of(int year, DateOnly today)
    {
        var quarter = new DateOnly(today.Year, (((today.Month - 1) / 3) * 3) + 1, 1).AddDays(-1);
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return first > quarter ? null : new FigurePeriod(year, first, last > quarter ? quarter : last);
    }
}

/// <summary>What the database has counted of one organisation.</summary>
/// <param name="Reason">Why they ended, where <paramref name="Figure"/> is counted by reason; else null.</param>
public sealed record MentoringCount(Guid ActorId, MentoringFigure Figure, TandemEndReason? Reason, decimal Amount, int Persons);

/// <summary>The figures of the organisations of a municipality as they may be shown outside of each.</summary>
public sealed record MentoringFigures(
    IReadOnlyList<Guid> Organisations, IReadOnlyDictionary<MentoringFigure, ShownCells> Figures, IReadOnlyDictionary<TandemEndReason, decimal?> Reasons)
{
    /// <summary>Also of a single organisation, for what it passes on.</summary>
    public static MentoringFigures Of(IReadOnlyCollection<MentoringCount> counts)
    {
        List<Guid> organisations = [.. counts.Select(c => c.ActorId).Distinct().Order()];
        var figures = Enum.GetValues<MentoringFigure>().ToDictionary(f => f, f => Suppression.Of(
            [.. organisations.Select(o => Sum(counts.Where(c => c.ActorId == o && c.Figure == f && c.Reason is null)))]));
        var reasons = Enum.GetValues<TandemEndReason>();
        // The reasons add up to the same total: where that is hidden, they are.
        var shown = figures[MentoringFigure.Ended].Total is null
            ? ShownCells.Nothing(reasons.Length)
            : Suppression.Of([.. reasons.Select(r => Sum(counts.Where(c => c.Reason == r)))]);
        return new MentoringFigures(organisations, figures, reasons.Zip(shown.Cells).ToDictionary(p => p.First, p => p.Second));
    }

    private static Cell Sum(IEnumerable<MentoringCount> counts)
    {
        var (amount, persons) = (0m, 0);
        foreach (var count in counts)
            (amount, persons) = (amount + count.Amount, persons + count.Persons);
        return new Cell(amount, persons);
    }
}
