using System.Globalization;
using System.Text.Json;

namespace IntegrationPortal.Web.Presentation.Charts;

/// <summary>
/// A chart that can be read without seeing it: the finding is its title, the numbers stand in a table below, and a file goes with them.
/// Drawn by the server; the script only adds what a pointer asks for.
/// </summary>
/// <param name="Id">Of the figure on its page.</param>
/// <param name="Title">What the numbers say, as a sentence.</param>
/// <param name="RowName">What the rows of the table are: months, municipalities.</param>
/// <param name="Unit">What is measured, with its unit.</param>
/// <param name="Labels">One row each, in order.</param>
/// <param name="CsvHref">The same numbers as a file.</param>
public sealed record ChartView(
    string Id, string Title, string RowName, string Unit, IReadOnlyList<string> Labels, IReadOnlyList<ChartSeries> Series, string CsvHref)
{
    /// <summary>More lines than this nobody tells apart without colour.</summary>
    public const int MostSeries = 4;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public ChartKind Kind { get; init; } = ChartKind.Lines;

    /// <summary>Drawn as a line of its own, with its name in the legend.</summary>
    public decimal? Target { get; init; }

    /// <summary>How the numbers came to be, or what must not be read into them.</summary>
    public string? Note { get; init; }

    /// <summary>Percent, where the numbers are shares of one.</summary>
    public bool InPercent { get; init; }

    public bool IsEmpty => Series.All(s => s.Points.All(p => p.Value is null));

    public decimal Top => Nice(Math.Max(Highest(), 0));

    /// <summary>The rows in which a number is hidden.</summary>
    public IEnumerable<int> HiddenRows => Enumerable.Range(0, Labels.Count).Where(i => Series.Any(s => s.Points[i].IsHidden));

    /// <summary>From the left, of a hundred.</summary>
    public string X(int row) => Written(Labels.Count < 2 ? 50 : 100.0m * row / (Labels.Count - 1));

    /// <summary>From the top, of a hundred.</summary>
    public string Y(decimal value) => Written(100 - Share(value));

    public string Width(decimal value) => Written(Share(value)) + "%";

    /// <summary>Pieces of a line, broken where there is nothing to show.</summary>
    public string Path(ChartSeries series)
    {
        var path = new System.Text.StringBuilder();
        var goesOn = false;
        for (var i = 0; i < series.Points.Count; i++)
        {
            if (series.Points[i].Value is not { } value)
            {
                goesOn = false;
                continue;
            }

            path.Append(goesOn ? 'L' : 'M').Append(X(i)).Append(' ').Append(Y(value));
            goesOn = true;
        }

        return path.ToString();
    }

    /// <summary>As people write a share: with a blank before the sign in German, without in English.</summary>
    public static string Percent(decimal share) => (share * 100).ToString("0.#", CultureInfo.CurrentCulture) + (CultureInfo.CurrentCulture.NumberFormat.PercentPositivePattern == 0 ? "\u00A0%" : "%");

    public string Scale(decimal value) => InPercent ? Percent(value) : value.ToString("#,0.##", CultureInfo.CurrentCulture);

    /// <summary>For the script, which draws the same once more.</summary>
    public string Script() => JsonSerializer.Serialize(
        new
        {
            kind = Kind.ToString(), title = Title, labels = Labels, percent = InPercent, top = Top, target = Target, hiddenRows = HiddenRows,
            series = Series.Select(s => new { name = s.Name, values = s.Points.Select(p => p.Value), words = s.Points.Select(p => p.Words) }),
        }, Json);

    private decimal Highest() => Series.SelectMany(s => s.Points).SelectMany(p => new[] { p.Value, p.High }).Append(Target).Max() ?? 0;

    private decimal Share(decimal value) => Math.Clamp(value / Top * 100, 0, 100);

    private static readonly decimal[] NiceSteps = [1, 2, 2.5m, 5, 10];

    /// <summary>The end of an axis: 1, 2, 2.5 or 5 times a power of ten; of shares never more than all.</summary>
    private decimal Nice(decimal highest)
    {
        if (highest <= 0)
            return 1;
        var power = (decimal)Math.Pow(10, Math.Floor(Math.Log10((double)highest)));
        var nice = NiceSteps.First(step => step * power >= highest) * power;
        return InPercent ? Math.Min(nice, 1) : nice;
    }

    private static string Written(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}

public enum ChartKind
{
    /// <summary>Months from left to right.</summary>
    Lines,

    /// <summary>One row each, beneath each other, with the interval where there is one.</summary>
    Bars,
}

public sealed record ChartSeries(string Name, IReadOnlyList<ChartPoint> Points);

/// <summary>One number, or why there is none.</summary>
/// <param name="Words">As the table says it: the number with its unit, "too few cases", or that nothing was supplied.</param>
/// <param name="Low">Lower end of the interval in which the number lies with 95 percent confidence.</param>
public readonly record struct ChartPoint(decimal? Value, string Words, bool IsHidden = false, decimal? Low = null, decimal? High = null);
