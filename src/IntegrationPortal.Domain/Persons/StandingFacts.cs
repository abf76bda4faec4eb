namespace IntegrationPortal.Domain.Persons;

/// <summary>
/// Which facts of a case stand and are not replaced by a newer one: of each kind the newest; of kinds whose facts hold side by side the newest
/// with each code, as long as nothing says since that there is none at all. What had ended before that stands as ended. The database says
/// the same (<c>app.standing_facts</c> in Data/Tenancy/Sql/ends.sql), for lists and for what is counted.
/// </summary>
public static class StandingFacts
{
    /// <param name="newestFirst">By first day; of two with the same the one that was recorded later comes first.</param>
    public static IEnumerable<T> Of<T>(IEnumerable<T> newestFirst, Func<T, (FactKind Kind, string? Code, DateOnly From, DateOnly? Until)> says) =>
        newestFirst.GroupBy(f => says(f).Kind).SelectMany(kind => FactKinds.HoldSideBySide(kind.Key) ? SideBySide(kind, says) : [kind.First()]);

    private static IEnumerable<T> SideBySide<T>(IEnumerable<T> newestFirst, Func<T, (FactKind Kind, string? Code, DateOnly From, DateOnly? Until)> says)
    {
        var (known, nothingSince) = (new HashSet<string>(), (DateOnly?)null);
        foreach (var fact in newestFirst)
        {
            var (_, code, from, until) = says(fact);
            // What was written down before there was a list has no code and stands for itself.
            if (known.Add(code ?? "") && !(nothingSince is { } day && !(until < day)))
                yield return fact;
            if (code == FactCode.None)
                nothingSince = from;
        }
    }
}
