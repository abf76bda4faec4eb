namespace IntegrationPortal.Web.Tests.Presentation;

/// <summary>The portal's own source, for tests that read what is written rather than what runs.</summary>
internal static class SourceTree
{
    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<string> Files(string pattern)
        => [.. Directory.EnumerateFiles(Path.Combine(Root, "src"), pattern, SearchOption.AllDirectories).Where(IsSource)];

    private static bool IsSource(string path)
        => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "IntegrationPortal.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The solution was not found above the tests.");
    }
}
