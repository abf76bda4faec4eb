namespace IntegrationPortal.Domain.Evaluation;

/// <summary>Where a number may lie.</summary>
public readonly record struct Interval(decimal Low, decimal High)
{
    /// <summary>Then a change is not told apart from chance.</summary>
    public bool Holds(decimal value) => Low <= value && value <= High;
}

/// <summary>How sure a number is. Levels are 95 percent.</summary>
public static class Intervals
{
    // The 97.5 percent quantile of the normal distribution.
    private const double Z = 1.959964;

    /// <summary>Fewer pairs say nothing about all.</summary>
    public const int FewestPairs = 5;

    private const int Draws = 4000;

    /// <summary>Score interval of a share (Wilson 1927, JASA 22:209–212).</summary>
    public static Interval OfShare(decimal cases, decimal of)
    {
        if (of <= 0 || cases < 0 || cases > of)
            throw new ArgumentOutOfRangeException(nameof(of), "A share is of at least one case, and never of more than all.");
        var (n, p) = ((double)of, (double)(cases / of));
        var centre = (p + (Z * Z / (2 * n))) / (1 + (Z * Z / n));
        var half = Z / (1 + (Z * Z / n)) * Math.Sqrt((p * (1 - p) / n) + (Z * Z / (4 * n * n)));
        return new Interval((decimal)Math.Max(0, centre - half), (decimal)Math.Min(1, centre + half));
    }

    /// <summary>The interval of a number that is a share; null for all others.</summary>
    public static Interval? OfNumber(decimal? amount, decimal? of) => amount is { } cases && of is > 0 and var all && cases >= 0 && cases <= all ? OfShare(cases, all) : null;

    /// <summary>After minus before of two shares (Newcombe 1998, Statistics in Medicine 17:873–890, method 10).</summary>
    public static Interval OfDifference(decimal casesBefore, decimal before, decimal casesAfter, decimal after)
    {
        var (was, becomes) = (casesBefore / before, casesAfter / after);
        var (first, second) = (OfShare(casesBefore, before), OfShare(casesAfter, after));
        return new Interval(
            becomes - was - Root(becomes - second.Low, first.High - was),
            becomes - was + Root(second.High - becomes, was - first.Low));
    }

    /// <summary>
    /// The mean change over municipalities, drawn again from their changes (percentile bootstrap, Efron and Tibshirani 1993, chapter 13). The draws
    /// are the same every time. Null with fewer than <see cref="FewestPairs"/>.
    /// </summary>
    public static Interval? OfMeanChange(IReadOnlyList<decimal> changes)
    {
        if (changes.Count < FewestPairs)
            return null;
        var random = new Random(20261128);
        var means = new decimal[Draws];
        for (var draw = 0; draw < Draws; draw++)
        {
            var sum = 0m;
            for (var i = 0; i < changes.Count; i++)
                sum += changes[random.Next(changes.Count)];
            means[draw] = sum / changes.Count;
        }

        Array.Sort(means);
        return new Interval(means[(int)(Draws * 0.025)], means[(int)(Draws * 0.975) - 1]);
    }

    private static decimal Root(decimal one, decimal other) => (decimal)Math.Sqrt((double)((one * one) + (other * other)));
}
