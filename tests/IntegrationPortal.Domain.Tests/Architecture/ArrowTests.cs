namespace IntegrationPortal.Domain.Tests.Architecture;

/// <summary>Which room may know which: docs/architecture.md, read in the source itself.</summary>
public sealed class ArrowTests
{
    private const string Web = "IntegrationPortal.Web";

    /// <summary>Program.cs knows every room; whatever is not listed here is not allowed.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Features"] = ["Data", "Security", "Presentation", "Jobs", "Operations"],
        ["Jobs"] = ["Data", "Presentation", "Security"],
        ["Data"] = ["Security"],
        ["Presentation"] = [],
        ["Security"] = [],
        ["EmbeddedPostgres"] = [],
        ["Hosting"] = ["Data", "EmbeddedPostgres", "Jobs"],
        ["Operations"] = ["Data", "Hosting"],
    };

    private static readonly IReadOnlyList<SourceFile> Files = SourceFile.All(Web, ".cs", ".cshtml");

    [Fact]
    public void The_source_was_found()
    {
        Assert.True(Files.Count(f => f.Room == "Features") > 5);
        Assert.True(Files.Count(f => f.Room == "Data") > 20);
        Assert.Contains(Files, f => f.Room == "Presentation" && f.Path.EndsWith(".cshtml", StringComparison.Ordinal));
        Assert.Contains(Files, f => Arrows(f).Any());
    }

    [Fact]
    public void Every_folder_is_a_room_with_arrows() =>
        Assert.Empty(Files.Select(f => f.Room).Where(r => r is not ("" or "Properties")).Distinct().Except(Allowed.Keys));

    [Fact]
    public void Rooms_know_only_the_rooms_they_may_know() => Assert.Empty(
        from file in Files
        where Allowed.ContainsKey(file.Room)
        from room in Arrows(file)
        where room != file.Room && !Allowed[file.Room].Contains(room)
        select $"{file.Place} → {room}");

    [Fact]
    public void The_arrows_go_in_no_circle()
    {
        var left = Allowed.ToDictionary(a => a.Key, a => a.Value.ToHashSet());
        while (left.FirstOrDefault(a => a.Value.Count == 0) is { Key: { } room })
        {
            left.Remove(room);
            foreach (var others in left.Values)
                others.Remove(room);
        }

        Assert.Empty(left.Keys);
    }

    [Fact]
    public void Features_do_not_know_each_other() => Assert.Empty(
        from file in Files
        where file.Room == "Features" && file.Area != ""
        from used in file.Uses
        where used.StartsWith($"{Web}.Features.", StringComparison.Ordinal)
        let other = used.Split('.')[3]
        where other != file.Area
        select $"{file.Place} → {other}");

    [Fact]
    public void A_namespace_is_its_folder() => Assert.Empty(
        from file in Files.Concat(SourceFile.All("IntegrationPortal.Domain", ".cs"))
        where file.Path.EndsWith(".cs", StringComparison.Ordinal)
        let folder = Path.GetDirectoryName(file.Place)!.Replace('\\', '/').Replace('/', '.')
        let line = file.Text.Split('\n').FirstOrDefault(l => l.StartsWith("namespace ", StringComparison.Ordinal))
        where line is not null && line.Trim() != $"namespace {folder};"
        select $"{file.Place}: {line.Trim()}");

    [Fact]
    public void The_domain_knows_nothing_but_itself()
    {
        var domain = SourceFile.All("IntegrationPortal.Domain", ".cs");
        Assert.True(domain.Count > 30);
        Assert.Empty(from file in domain from used in file.Uses where used.StartsWith(Web, StringComparison.Ordinal) select file.Place);
        Assert.Empty(from file in domain
                     from line in file.Text.Split('\n')
                     where line.StartsWith("using ", StringComparison.Ordinal)
                     where !line.StartsWith("using System", StringComparison.Ordinal) && !line.StartsWith("using IntegrationPortal.Domain", StringComparison.Ordinal)
                         && !line.StartsWith("using static IntegrationPortal.Domain", StringComparison.Ordinal)
                     select $"{file.Place}: {line}");
        var project = File.ReadAllText(Path.Combine(SourceFile.Root, "src", "IntegrationPortal.Domain", "IntegrationPortal.Domain.csproj"));
        Assert.DoesNotContain("Reference Include", project, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Arrows(SourceFile file) =>
        from used in file.Uses
        where used.StartsWith(Web + ".", StringComparison.Ordinal)
        let room = used.Split('.')[2]
        where Allowed.ContainsKey(room)
        select room;
}
