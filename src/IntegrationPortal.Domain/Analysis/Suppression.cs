namespace IntegrationPortal.Domain.Analysis;

/// <summary>One number of a table, and how many persons stand behind it: hours may be many and still be those of one person.</summary>
public readonly record struct Cell(decimal Amount, int Persons)
{
    /// <summary>A number of persons.</summary>
    public static Cell Of(int persons) => new(persons, persons);
}

/// <summary>Numbers that add up to a total, as they may be shown; null is hidden and never means zero.</summary>
public sealed record ShownCells(IReadOnlyList<decimal?> Cells, decimal? Total)
{
    public static ShownCells Nothing(int cells) => new(new decimal?[cells], null);
}

/// <summary>
/// Hides what could be about single persons in numbers that add up to a total (domain research 6.3). What the shown numbers leave open,
/// subtracted from the total, is again a group: at least <see cref="Fewest"/> persons, also for an organisation that knows its own
/// hidden number, and never the same number in each hidden cell.
/// </summary>
public static class Suppression
{
    /// <summary>
    /// Fewer persons, or answers of persons, are nobody's business (domain research 6.3 after the statistics of the Federal Employment Agency).
    /// Everything outside the indicators asks here, in the database <c>app.fewest()</c>; the indicators ask their table of thresholds,
    /// which has days of validity. A test holds the three together.
    /// </summary>
    public const int Fewest = 5;

    public static ShownCells Of(IReadOnlyList<Cell> cells)
    {
        var hidden = cells.Select(c => c.Persons < Fewest).ToArray();
        while (hidden.Contains(true) && !IsGroup([.. cells.Where((_, i) => hidden[i]).Select(c => c.Persons)]))
        {
            if (!hidden.Contains(false))
                return ShownCells.Nothing(cells.Count);
            // All of the same size together: which of them was hidden would tell who stood first.
            var smallest = cells.Where((_, i) => !hidden[i]).Min(c => c.Persons);
            for (var i = 0; i < hidden.Length; i++)
                hidden[i] |= cells[i].Persons == smallest;
        }

        return new ShownCells([.. cells.Select((c, i) => hidden[i] ? (decimal?)null : c.Amount)], cells.Count == 0 ? null : cells.Sum(c => c.Amount));
    }

    /// <summary>Is what the total tells of the hidden cells a group, even for whoever knows one of them?</summary>
    internal static bool IsGroup(IReadOnlyCollection<int> persons) =>
        persons.Count > 0 && persons.Sum() - persons.Max() >= Fewest && persons.Distinct().Count() > 1;
}
