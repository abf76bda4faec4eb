using IntegrationPortal.Domain.Indicators;

namespace IntegrationPortal.Domain.Evaluation;

/// <summary>One number for several municipalities: only of those that are shown, and it says how many those are.</summary>
/// <param name="Value">Null when none is shown.</param>
/// <param name="Amount">Of a share its numerator, else the value.</param>
/// <param name="Denominator">Of a share, else null.</param>
/// <param name="Shown">So many municipalities stand behind it.</param>
public readonly record struct PilotSum(decimal? Value, decimal? Amount, decimal? Denominator, int Shown, int Hidden)
{
    /// <param name="cells">Totals or one part of one indicator, version and month; at most one a municipality.</param>
    /// <param name="sees">The municipalities whose numbers the reader sees one by one; null for all. A sum behind which only one other stands would be that one's number.</param>
    public static PilotSum Of(IndicatorKind kind, IReadOnlyCollection<IndicatorCell> cells, IReadOnlySet<string>? sees = null)
    {
        var shown = cells.Where(c => c.Value is not null).ToList();
        var hidden = cells.Count(c => c.Basis == CellBasis.Hidden);
        if (sees is not null && shown.Count(c => !sees.Contains(c.MunicipalityKey)) == 1)
            return new PilotSum(null, null, null, 0, hidden + shown.Count);
        if (shown.Count == 0)
            return new PilotSum(null, null, null, 0, hidden);
        if (kind == IndicatorKind.Median || shown.Exists(c => c.Denominator is null) && kind == IndicatorKind.Share)
            return new PilotSum(MiddleOf([.. shown.Select(c => c.Value!.Value).Order()]), null, null, shown.Count, hidden);
        var amount = shown.Sum(c => c.Amount!.Value);
        if (kind != IndicatorKind.Share)
            return new PilotSum(amount, amount, null, shown.Count, hidden);
        var of = shown.Sum(c => c.Denominator!.Value);
        return new PilotSum(amount / of, amount, of, shown.Count, hidden);
    }

    // Medians of municipalities are not added; their middle is told as what it is.
    private static decimal MiddleOf(IReadOnlyList<decimal> sorted) =>
        sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
}
