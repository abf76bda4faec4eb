namespace IntegrationPortal.Domain.Persons;

/// <summary>
/// An entitlement to a course, and whether it was used. It is used when a course of its code begins while it holds, otherwise it lapses
/// unseen; the database counts by the same rule (Data/Indicators/Sql/indicator-coded-facts.sql).
/// </summary>
/// <param name="Until">Last day; null where nobody knows it and no law says it (<see cref="FactCode.LastDayByLaw"/>), so that nobody knows when it lapses.</param>
/// <param name="BegunOn">The day on which a course began while it held.</param>
public sealed record Entitlement(string Code, DateOnly From, DateOnly? Until, DateOnly? BegunOn)
{
    public bool LapsedBy(DateOnly day) => BegunOn is null && Until < day;

    /// <summary>Entitlements as they stand, by code and first day.</summary>
    /// <param name="issued">In the order in which they were recorded: one with the same code and first day corrects the one before.</param>
    /// <param name="begun">Beginnings of courses.</param>
    public static IReadOnlyList<Entitlement> Of(
        IEnumerable<(string Code, DateOnly From, DateOnly? Until)> issued, IReadOnlyCollection<(string Code, DateOnly Day)> begun) =>
        [.. issued.GroupBy(i => i.Code).OrderBy(g => g.Key, StringComparer.Ordinal)
            .SelectMany(g => Standing([.. g.GroupBy(i => i.From).OrderBy(same => same.Key).Select(same => same.Last())], begun))];

    private static IEnumerable<Entitlement> Standing(
        List<(string Code, DateOnly From, DateOnly? Until)> issued, IReadOnlyCollection<(string Code, DateOnly Day)> begun)
    {
        foreach (var (own, index) in issued.Select((own, index) => (own, index)))
        {
            var days = begun.Where(b => b.Code == own.Code && b.Day >= own.From && !(b.Day > own.Until)).Select(b => b.Day).Order().ToList();
            var used = days.Count == 0 ? null : (DateOnly?)days[0];
            // Extended before it was used or over: the next one stands for it.
            var next = index + 1 < issued.Count ? issued[index + 1].From : (DateOnly?)null;
            if (next is null || next > own.Until || used < next)
                yield return new Entitlement(own.Code, own.From, own.Until, used);
        }
    }
}
