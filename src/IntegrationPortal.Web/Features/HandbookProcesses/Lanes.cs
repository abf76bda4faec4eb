using System.Globalization;
using IntegrationPortal.Domain.CasePaths;

namespace IntegrationPortal.Web.Features.HandbookProcesses;

/// <summary>
/// A process drawn as lanes: one for each kind of actor, in the order in which they come in; a numbered point for each step, a line from
/// step to step, an arrow where somebody hands over. The list of steps below says the same in words.
/// </summary>
public sealed record Lanes(IReadOnlyList<Lane> Rows, IReadOnlyList<LaneStage> Stages, IReadOnlyList<LanePoint> Points)
{
    public const int LabelWidth = 250;
    public const int RowHeight = 54;
    public const int HeadHeight = 44;
    public const int ColumnWidth = 92;

    public int Width => LabelWidth + (Points.Count * ColumnWidth) + 30;

    public int Height => HeadHeight + (Rows.Count * RowHeight) + 8;

    /// <summary>From step to step.</summary>
    public string Way => string.Join(' ', Points.Select((p, i) => $"{(i == 0 ? 'M' : 'L')}{p.X} {p.Y}"));

    public static Lanes Of(ProcessTemplate template, Func<string, string> name)
    {
        var steps = template.Steps;
        var kinds = steps.SelectMany(s => new[] { s.ActorKind, s.ReceivingKind }).Distinct().ToList();
        int Y(string kind) => HeadHeight + (kinds.IndexOf(kind) * RowHeight) + (RowHeight / 2);
        static int X(int column) => LabelWidth + (column * ColumnWidth) + (ColumnWidth / 2);
        var stages = new List<LaneStage>();
        for (var i = 0; i < steps.Count; i++)
        {
            var stage = steps[i].Stage.ToString();
            if (stages.Count > 0 && stages[^1].Name == stage)
                stages[^1] = stages[^1] with { Columns = stages[^1].Columns + 1 };
            else
                stages.Add(new LaneStage(stage, LabelWidth + (i * ColumnWidth), 1));
        }

        return new Lanes(
            [.. kinds.Select((kind, row) => new Lane(name(kind), HeadHeight + (row * RowHeight)))],
            stages,
            [
                .. steps.Select((step, i) => new LanePoint(
                    step.Key, step.Position, step.Title.ToString(), X(i), Y(step.ActorKind),
                    step.ReceivingKind == step.ActorKind ? null : ArrowFrom(X(i), Y(step.ActorKind), Y(step.ReceivingKind)))),
            ]);
    }

    // A curve that leaves the point sideways and ends in the other lane, half a column on, with a head.
    private static string ArrowFrom(int x, int y, int to)
    {
        var end = x + (ColumnWidth / 2);
        var tip = to < y ? to + 8 : to - 8;
        var head = to < y ? 8 : -8;
        return string.Create(CultureInfo.InvariantCulture, $"M{x + 16} {y}Q{end} {y} {end} {tip}M{end - 6} {tip + head}L{end} {tip}L{end + 6} {tip + head}");
    }
}

/// <summary>One lane.</summary>
public sealed record Lane(string Name, int Top)
{
    /// <summary>Long names are written in two lines, since a drawing does not wrap.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            const int Fits = 27;
            if (Name.Length <= Fits || Name.LastIndexOfAny([' ', '-', '/'], Fits) is not (> 0 and var at))
                return [Name];
            var rest = Name[(at + 1)..].Trim();
            return [Name[..(at + 1)].Trim(), rest.Length > Fits + 1 ? rest[..Fits] + "…" : rest];
        }
    }
}

/// <summary>A stage above its steps.</summary>
public sealed record LaneStage(string Name, int Left, int Columns)
{
    public int Width => Columns * Lanes.ColumnWidth;

    /// <summary>What fits above the columns; the list below has the whole name.</summary>
    public string Heading => Name.Length * 9 <= Width - 8 ? Name : Name[..Math.Max(1, ((Width - 8) / 9) - 1)] + "…";
}

/// <summary>One step.</summary>
/// <param name="Arrow">The way to whom it is handed over; none when nobody else goes on.</param>
public sealed record LanePoint(string Key, int Number, string Title, int X, int Y, string? Arrow);
