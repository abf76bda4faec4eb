namespace IntegrationPortal.Web.Features.HandbookProcesses;

/// <summary>Rows that follow each other under one heading.</summary>
public static class Neighbours
{
    public static IReadOnlyList<KeyValuePair<string, List<T>>> GroupAdjacent<T>(this IEnumerable<T> rows, Func<T, string> key)
    {
        var groups = new List<KeyValuePair<string, List<T>>>();
        foreach (var row in rows)
        {
            if (groups.Count == 0 || groups[^1].Key != key(row))
                groups.Add(new(key(row), []));
            groups[^1].Value.Add(row);
        }

        return groups;
    }
}
