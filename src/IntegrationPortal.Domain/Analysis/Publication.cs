namespace IntegrationPortal.Domain.Analysis;

/// <summary>What one person gave another, as a number; of a number of persons both are the same one.</summary>
public sealed record Contribution(Guid Giver, Guid Receiver, decimal Amount);

/// <summary>One number of a published table: who stood behind it when it was last counted, and whether it is shown.</summary>
public sealed record PublishedCell(IReadOnlyList<Contribution> Behind, bool IsShown)
{
    public decimal Amount => Behind.Sum(c => c.Amount);

    /// <summary>As it would be counted now.</summary>
    public Cell Cell => new(Amount, Fewer(Behind.Select(c => c.Giver).Distinct().Count(), Behind.Select(c => c.Receiver).Distinct().Count()));

    /// <summary>For how many persons another number would stand there: those who came, went, or gave more or less.</summary>
    public int ChangedTo(PublishedCell now) => Fewer(Changed(now, c => c.Giver), Changed(now, c => c.Receiver));

    // Five mentors of one family are still one family: the fewer of both sides are the persons behind a number.
    private static int Fewer(int givers, int receivers) => Math.Min(givers, receivers);

    private int Changed(PublishedCell now, Func<Contribution, Guid> side) =>
        now.Behind.Select(c => (Person: side(c), c.Amount)).Concat(Behind.Select(c => (Person: side(c), Amount: -c.Amount)))
            .GroupBy(c => c.Person).Count(p => p.Sum(c => c.Amount) != 0);
}

/// <summary>
/// When numbers that add up to a total may be told again. Whoever kept what was told before subtracts, and what comes out must be a group
/// as well (domain research 6.3): a number moves when it is another for at least <see cref="Suppression.Fewest"/> persons, the hidden
/// ones move together or not at all, and which are hidden stays as it was, since one that is shown later would tell the others.
/// What does not move yet is also in the total as it was before.
/// </summary>
public static class Publication
{
    /// <returns>Null when nothing may be shown.</returns>
    public static IReadOnlyList<PublishedCell>? First(IReadOnlyList<IReadOnlyList<Contribution>> counted)
    {
        List<PublishedCell> cells = [.. counted.Select(c => new PublishedCell(c, false))];
        var shown = Suppression.Of([.. cells.Select(c => c.Cell)]);
        return shown.Total is null ? null : [.. cells.Select((c, i) => c with { IsShown = shown.Cells[i] is not null })];
    }

    /// <param name="before">As it was told last, in the order of <paramref name="counted"/>; nobody behind and hidden what is new.</param>
    public static IReadOnlyList<PublishedCell> Next(IReadOnlyList<PublishedCell> before, IReadOnlyList<IReadOnlyList<Contribution>> counted)
    {
        List<PublishedCell> now = [.. before.Zip(counted, (cell, behind) => cell with { Behind = behind })];
        List<int> changed = [.. before.Zip(now, (old, cell) => old.ChangedTo(cell))];
        List<int> hidden = [.. Enumerable.Range(0, now.Count).Where(i => !now[i].IsShown)];
        var hiddenMove = Suppression.IsGroup([.. hidden.Select(i => now[i].Cell.Persons)]) && Suppression.IsGroup([.. hidden.Select(i => changed[i])]);
        bool Moves(int i) => now[i].IsShown ? changed[i] >= Suppression.Fewest && now[i].Cell.Persons >= Suppression.Fewest : hiddenMove;
        return [.. before.Select((old, i) => Moves(i) ? now[i] : old)];
    }
}
