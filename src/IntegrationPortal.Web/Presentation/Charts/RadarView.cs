using System.Globalization;

namespace IntegrationPortal.Web.Presentation.Charts;

/// <summary>
/// Some axes from 0 to 100 around a centre, drawn by the server beside the table that says the same; therefore hidden from screen readers.
/// </summary>
public sealed record RadarView(string Title, IReadOnlyList<RadarAxis> Axes, string NowMeans, string? ComparedMeans)
{
    private const double Radius = 120;

    public static IReadOnlyList<int> Rings { get; } = [25, 50, 75, 100];

    public string Now => Points(Axes.Select(a => (double)a.Now));

    public string? Compared => ComparedMeans is null ? null : Points(Axes.Select(a => (double)(a.Compared ?? 0)));

    public string Ring(int percent) => Points(Axes.Select(_ => (double)percent));

    /// <summary>The end of an axis, and where its number stands.</summary>
    public (string X, string Y) At(int axis, double percent)
    {
        // The first axis points upwards, the others follow the clock.
        var angle = (2 * Math.PI * axis / Axes.Count) - (Math.PI / 2);
        return (Text(Math.Cos(angle) * Radius * percent / 100), Text(Math.Sin(angle) * Radius * percent / 100));
    }

    private string Points(IEnumerable<double> percents) =>
        string.Join(' ', percents.Select((percent, axis) => At(axis, percent)).Select(p => $"{p.X},{p.Y}"));

    private static string Text(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}

/// <param name="Compared">What it is compared with; null when there is nothing.</param>
public sealed record RadarAxis(string Name, int Now, int? Compared);
