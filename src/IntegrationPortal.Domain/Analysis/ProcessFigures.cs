namespace IntegrationPortal.Domain.Analysis;

/// <summary>The published numbers of one process in one municipality, and what they say about where days are lost.</summary>
public sealed class ProcessFigures(IReadOnlyList<ProcessCell> cells)
{
    /// <summary>More than a handful nobody mends at once.</summary>
    public const int MostBottlenecks = 5;

    private static readonly ProcessKind[] Lasting = [ProcessKind.Step, ProcessKind.Edge, ProcessKind.Accept, ProcessKind.Arrive];

    private readonly Dictionary<(ProcessKind, string, string), ProcessCell> _cells = cells.ToDictionary(c => (c.Kind, c.A, c.B));

    public bool IsEmpty => cells.Count == 0;

    /// <summary>Null where too few stand behind it, or nobody.</summary>
    public ProcessCell? Of(ProcessKind kind, string a, string b = "") => _cells.GetValueOrDefault((kind, a, b));

    public IEnumerable<ProcessCell> All(ProcessKind kind) => cells.Where(c => c.Kind == kind);

    /// <summary>Where most working days go by: how long it takes in the middle, as often as it happens; at most <see cref="MostBottlenecks"/>.</summary>
    public IReadOnlyList<ProcessCell> Bottlenecks() =>
    [
        .. cells.Where(c => Lasting.Contains(c.Kind) && c.Days >= 1)
            .OrderByDescending(Lost).ThenBy(c => c.Kind).ThenBy(c => c.A, StringComparer.Ordinal).ThenBy(c => c.B, StringComparer.Ordinal).Take(MostBottlenecks),
    ];

    /// <summary>About how many waited there; of a handover, how many were sent.</summary>
    public int Waited(ProcessCell cell) => cell.N ?? Of(ProcessKind.Sent, cell.A, cell.B)?.N ?? 0;

    /// <summary>Working days that all of them together waited, as far as the middle one tells.</summary>
    public decimal Lost(ProcessCell cell) => (cell.Days ?? 0) * Waited(cell);
}
