namespace IntegrationPortal.Browser.Tests.Accessibility;

/// <summary>
/// Which role reaches which route by links, as <c>ReachedRoutes.txt</c> says it: a page that no link leads to any more would
/// otherwise no longer be checked, and nobody would notice.
/// </summary>
internal static class ReachedRoutes
{
    // "route: the accounts that reach it"; # begins a remark.
    private static readonly Dictionary<string, string[]> Accounts = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Accessibility", "ReachedRoutes.txt"))
        .Select(line => line.Split('#')[0].Trim())
        .Where(line => line.Length > 0)
        .Select(line => line.LastIndexOf(": ", StringComparison.Ordinal) is > 0 and var end ? (line[..end], line[(end + 2)..].Split(' ')) : (line.TrimEnd(':'), []))
        .ToDictionary(x => x.Item1 == "/" ? "" : x.Item1, x => x.Item2);

    public static IEnumerable<string> Templates => Accounts.Keys;

    /// <summary>What the list has and the walk did not find, and the other way round.</summary>
    public static IEnumerable<string> Compare(string account, IEnumerable<FoundPage> pages)
    {
        var name = account.Split('@')[0];
        var found = pages.Where(p => p.Status == 200).Select(p => p.Template).ToHashSet();
        var listed = Of(name);
        return [.. listed.Except(found).Select(t => $"{name} no longer reaches '{t}'"), .. found.Except(listed).Except(Of("?" + name)).Select(t => $"{name} reaches '{t}', which ReachedRoutes.txt does not say")];
    }

    private static HashSet<string> Of(string name) => [.. Accounts.Where(x => x.Value.Contains(name)).Select(x => x.Key)];
}
