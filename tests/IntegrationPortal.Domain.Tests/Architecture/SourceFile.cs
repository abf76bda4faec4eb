using System.Text.RegularExpressions;

namespace IntegrationPortal.Domain.Tests.Architecture;

/// <summary>One file of the portal's own source, with what it is in and what it uses.</summary>
internal sealed partial record SourceFile(string Path, string Text)
{
    public static string Root { get; } = FindRoot();

    /// <summary>Where it lies below src, with slashes.</summary>
    public string Place => System.IO.Path.GetRelativePath(System.IO.Path.Combine(Root, "src"), Path).Replace('\\', '/');

    /// <summary>The folder below the project: the room. A file beside Program.cs belongs to no room.</summary>
    public string Room => Place.Split('/') is [_, var room, _, ..] ? room : "";

    /// <summary>The folder below the room: for features, the area.</summary>
    public string Area => Place.Split('/') is [_, _, var area, _, ..] ? area : "";

    public int Lines => Text.AsSpan().Count('\n');

    /// <summary>Every namespace of the portal that is named in using lines or in full, comments and texts left out.</summary>
    public IEnumerable<string> Uses => Named().Matches(NotCode().Replace(Text, "")).Select(m => m.Value).Distinct();

    public static IReadOnlyList<SourceFile> All(string project, params string[] extensions) =>
    [
        .. Directory.EnumerateFiles(System.IO.Path.Combine(Root, "src", project), "*", SearchOption.AllDirectories)
            .Where(p => extensions.Contains(System.IO.Path.GetExtension(p)))
            .Select(p => new SourceFile(p, File.ReadAllText(p)))
            .Where(f => !f.Place.Split('/').Any(part => part is "bin" or "obj" or "node_modules" or "lib" or "Migrations")),
    ];

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "IntegrationPortal.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The solution was not found above the tests.");
    }

    [GeneratedRegex(@"IntegrationPortal(\.\w+)+")]
    private static partial Regex Named();

    [GeneratedRegex("""//.*|/\*[\s\S]*?\*/|"(\\.|[^"\\\n])*"|^namespace .*$""", RegexOptions.Multiline)]
    private static partial Regex NotCode();
}
