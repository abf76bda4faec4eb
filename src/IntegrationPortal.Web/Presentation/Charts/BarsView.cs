using System.Globalization;

namespace IntegrationPortal.Web.Presentation.Charts;

/// <summary>Bars drawn by the server, beside the table that says the same in numbers; therefore hidden from screen readers.</summary>
public sealed record BarsView(string Title, IReadOnlyList<Bar> Bars)
{
    private decimal Longest => Math.Max(1, Bars.Max(b => b.Amount ?? 0));

    /// <summary>Width in percent, as SVG writes it.</summary>
    public string Width(Bar bar) => ((bar.Amount ?? 0) * 100 / Longest).ToString("0.#", CultureInfo.InvariantCulture) + "%";
}

/// <param name="Amount">Null is hidden: no bar, and the words say so.</param>
public sealed record Bar(string Label, decimal? Amount, string Words);
