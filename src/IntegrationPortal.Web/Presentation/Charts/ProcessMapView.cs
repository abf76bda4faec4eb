using System.Globalization;

namespace IntegrationPortal.Web.Presentation.Charts;

/// <summary>One step on the map; a number where enough cases began it.</summary>
public sealed record MapStep(string Key, string Title, string Count);

/// <summary>A way from one step to another by their places; -1 is the beginning.</summary>
public sealed record MapWay(int From, int To, int Cases, string Words);

/// <summary>A way as it is drawn: what it is, how thick, where it bends and where its words stand.</summary>
public sealed record DrawnWay(string Kind, string Width, string Path, string Head, string X, string Y, string Anchor, string Words);

/// <summary>
/// Steps below each other in the order of their template, with the ways that cases really went: the usual one from each to the next, on the
/// right what skips steps, on the left, in dashes, what goes back. Drawn by the server beside the table that says the same; therefore hidden from
/// screen readers.
/// </summary>
public sealed record ProcessMapView(IReadOnlyList<MapStep> Steps, IReadOnlyList<MapWay> Ways)
{
    public const int BoxWidth = 236;
    public const int BoxHeight = 52;
    private const int Row = 92;
    private const int Top = 46;
    private const int Lane = 34;
    private const int WordsWidth = 186;

    /// <summary>Letters of a title that fit on the line.</summary>
    private const int Letters = 29;

    private readonly Dictionary<MapWay, int> _lanes = Lanes(Ways);

    /// <summary>Left edge of all boxes: beside the lanes of what goes back.</summary>
    public int Left => 8 + (Lane * LanesOf(w => w.To <= w.From));

    /// <summary>Also for the words beside the arrows in the middle.</summary>
    public int Width => Math.Max(Middle + WordsWidth, Left + BoxWidth + 12 + (Lane * LanesOf(w => w.To > w.From + 1)));

    public int Height => Top + (Row * (Steps.Count - 1)) + BoxHeight + 6;

    public int Middle => Left + (BoxWidth / 2);

    public static int Y(int step) => step < 0 ? 12 : Top + (Row * step);

    /// <summary>A title as far as it fits; all of it stands in the table.</summary>
    public static string Fitting(string title) => title.Length <= Letters ? title : title[..(title.LastIndexOf(' ', Letters) is > 12 and var at ? at : Letters)].TrimEnd(',', ';', ' ') + " …";

    public IEnumerable<DrawnWay> Drawn() => Ways.OrderBy(w => w.Cases).Select(way => way.To == way.From + 1 ? Next(way) : Around(way));

    private DrawnWay Next(MapWay way)
    {
        var (from, to) = (way.From < 0 ? 18 : Y(way.From) + BoxHeight, Y(way.To));
        return new DrawnWay("next", Stroke(way), $"M{Middle} {from}V{to - 7}", $"M{Middle} {to}l-5 -9h10z", Text(Middle + 10), Text((from + to) / 2d + 5), "start", way.Words);
    }

    private DrawnWay Around(MapWay way)
    {
        var forth = way.To > way.From;
        var edge = forth ? Left + BoxWidth : Left;
        var side = forth ? 1 : -1;
        var bend = edge + (side * (8 + (Lane * _lanes[way]) + (Lane / 2)));
        var (from, to) = (way.From < 0 ? 12 : Y(way.From) + (forth ? 40 : 12), Y(way.To) + (forth ? 12 : 40));
        var start = way.From < 0 ? Middle + 6 : edge;
        return new DrawnWay(
            forth ? "skip" : "back", Stroke(way), $"M{start} {from}H{bend - (side * 8)}Q{bend} {from} {bend} {from + (side * 8)}V{to - (side * 8)}Q{bend} {to} {bend - (side * 8)} {to}H{edge + (side * 7)}",
            $"M{edge} {to}l{side * 9} -5v10z", Text(bend), Text((from + to) / 2d), "middle", way.Cases.ToString(CultureInfo.CurrentCulture));
    }

    private string Stroke(MapWay way) => Text(1.5 + (4.5 * way.Cases / Math.Max(1, Ways.Max(w => w.Cases))));

    private int LanesOf(Func<MapWay, bool> side) => _lanes.Where(l => side(l.Key)).Select(l => l.Value + 1).DefaultIfEmpty(0).Max();

    /// <summary>Short ways near the boxes, and no two upon each other.</summary>
    private static Dictionary<MapWay, int> Lanes(IReadOnlyList<MapWay> ways)
    {
        var lanes = new Dictionary<MapWay, int>();
        foreach (var way in ways.Where(w => w.To != w.From + 1).OrderBy(w => Math.Abs(w.To - w.From)).ThenBy(w => w.From))
        {
            var forth = way.To > way.From;
            var taken = lanes.Where(l => l.Key.To > l.Key.From == forth && Math.Min(l.Key.From, l.Key.To) <= Math.Max(way.From, way.To) && Math.Max(l.Key.From, l.Key.To) >= Math.Min(way.From, way.To))
                .Select(l => l.Value).ToHashSet();
            lanes[way] = Enumerable.Range(0, ways.Count).First(lane => !taken.Contains(lane));
        }

        return lanes;
    }

    private static string Text(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
