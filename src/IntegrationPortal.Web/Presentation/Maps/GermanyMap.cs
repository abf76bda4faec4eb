using System.Globalization;
using System.Text;

namespace IntegrationPortal.Web.Presentation.Maps;

/// <summary>
/// A map of Germany made of dots, drawn by the server: no tiles, no foreign service. The ground are the points of a grid
/// (about 18 km) near which a municipality of the official list lies.
/// </summary>
public static class GermanyMap
{
    public const int Width = 362;
    public const int Height = 475;

    private const double Scale = 60; // units per degree of latitude
    private const double North = 55.15;
    private const double West = 5.7;
    private const double Step = 10;
    private const double RowHeight = Step * 0.866;

    // cos 51.2°: a degree of longitude in the middle of Germany is that much shorter.
    private const double Narrowing = 0.6266;

    // Rows from north to south; "9+2" is two dots from the ninth place on. Made from municipality.csv.
    private const string Rows =
        "/9+2/10+6/9+8 29+1/10+7 28+3/11+10 25+6/11+10 25+6/8+1 11+10 22+9/12+21/7+2 11+21/5+4 11+22/3+1 5+28/5+28/6+27" +
        "/6+27/5+28/6+27/5+28/4+30/4+30/5+29/4+30/4+31/1+33/2+33/2+32/2+34/1+34/1+35/0+35/1+32 34+1/1+29/2+28/2+26/2+24" +
        "/1+24/2+25/2+24/3+24/2+24/4+24/3+25/5+24/9+21/9+22/8+23/8+23/7+22/7+22/7+20/7+21/6+22/7+19 27+2/7+2 10+1 14+4 " +
        "20+1/17+1 21+1";

    /// <summary>The ground as one path of points; round line ends make them dots.</summary>
    public static string Ground { get; } = DrawGround();

    /// <summary>Where a place (WGS 84) lies on the map.</summary>
    public static MapPoint Place(double latitude, double longitude)
        => new(Round((longitude - West) * Narrowing * Scale), Round((North - latitude) * Scale));

    private static string DrawGround()
    {
        var path = new StringBuilder();
        foreach (var (runs, row) in Rows.Split('/').Select((runs, row) => (runs, row)))
        {
            foreach (var run in runs.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var parts = run.Split('+');
                var x = (int.Parse(parts[0], CultureInfo.InvariantCulture) * Step) + (row % 2 == 1 ? Step / 2 : 0);
                path.Append(CultureInfo.InvariantCulture, $"M{Round(x)} {Round(row * RowHeight)}h0");
                for (var i = 1; i < int.Parse(parts[1], CultureInfo.InvariantCulture); i++)
                    path.Append("m10 0h0");
            }
        }

        return path.ToString();
    }

    private static string Round(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}

/// <summary>A point in the units of the map, as the drawing writes it.</summary>
public sealed record MapPoint(string X, string Y);

/// <summary>A map with places on it. The finding is its title; the places themselves stand in a list beside it.</summary>
/// <param name="Title">What the map shows, as a sentence.</param>
/// <param name="Places">Where the dots are.</param>
public sealed record PlaceMap(string Title, IReadOnlyList<MappedPlace> Places)
{
    /// <summary>What a filled dot means; none when all dots are alike.</summary>
    public string? FilledMeans { get; init; }

    /// <summary>What a ring means.</summary>
    public string? RingMeans { get; init; }
}

/// <summary>One dot; a ring tells a second sort of place by its shape.</summary>
public sealed record MappedPlace(string Name, MapPoint At, bool Ring);
