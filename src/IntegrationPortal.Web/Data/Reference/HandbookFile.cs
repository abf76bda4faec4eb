using System.Globalization;
using IntegrationPortal.Domain.Knowledge;

namespace IntegrationPortal.Web.Data.Reference;

/// <summary>
/// One file in <c>Handbook</c>: facts as "key: value" between two lines of hyphens, then a part for each language ("=== De") with title
/// ("# "), summary, and a section for each field ("## key"). An agenda has one line for each point: "- minutes | title | text".
/// </summary>
internal sealed record HandbookFile(HandbookKind Kind, string Slug, EntryFacts Facts, DateOnly AsOf, IReadOnlyDictionary<EntryLanguage, EntryWords> Texts)
{
    /// <summary>The day of the collection, for files that do not say another.</summary>
    private static readonly DateOnly Collected = new(2026, 11, 23);

    public static IEnumerable<string> Names => typeof(HandbookFile).Assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith("handbook/", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    public static string Text(string name)
    {
        using var reader = new StreamReader(typeof(HandbookFile).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <param name="name">Such as "handbook/formats/akteurskarte".</param>
    /// <param name="text">What the file says.</param>
    public static HandbookFile Parse(string name, string text)
    {
        var path = name.Replace('\\', '/').Split('/');
        var kind = Chapters.Of(path[^2]) ?? throw new FormatException($"{name} lies in no chapter.");
        var parts = text.Split("\n=== ");
        var facts = parts[0].Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l.Contains(": ", StringComparison.Ordinal))
            .Select(l => l.Split(": ", 2)).ToDictionary(l => l[0].Trim(), l => l[1].Trim());
        var texts = parts[1..].Select(p => p.Split('\n', 2)).ToDictionary(p => Enum.Parse<EntryLanguage>(p[0].Trim()), p => Words(name, p[1]));
        return new HandbookFile(kind, path[^1], FactsOf(facts), facts.TryGetValue("as-of", out var day) ? DateOnly.Parse(day, CultureInfo.InvariantCulture) : Collected, texts);
    }

    private static EntryFacts FactsOf(Dictionary<string, string> facts)
    {
        var people = facts.GetValueOrDefault("participants")?.Split('-').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        return new EntryFacts(Read<FieldOfAction>(facts, "field") ?? FieldOfAction.Across)
        {
            Phase = Read<WorkPhase>(facts, "phase"),
            Cost = Read<CostBand>(facts, "cost"),
            Evidence = Read<EvidenceGrade>(facts, "evidence"),
            ParticipantsMin = people?[0],
            ParticipantsMax = people?[^1],
            Places = facts.GetValueOrDefault("places")?.Split(' ') ?? [],
            Source = facts.GetValueOrDefault("source"),
            Partner = facts.GetValueOrDefault("partner"),
            IsProposal = facts.GetValueOrDefault("proposal") == "true",
        };
    }

    private static T? Read<T>(Dictionary<string, string> facts, string key)
        where T : struct, Enum => facts.TryGetValue(key, out var value) ? Enum.Parse<T>(value) : null;

    private static EntryWords Words(string name, string part)
    {
        var sections = part.Split("\n## ");
        var head = sections[0].Trim().Split('\n', 2);
        if (!head[0].StartsWith("# ", StringComparison.Ordinal))
            throw new FormatException($"{name} has a part without a title.");
        var fields = sections[1..].Select(s => s.Split('\n', 2)).ToDictionary(s => s[0].Trim(), s => s.ElementAtOrDefault(1)?.Trim() ?? "");
        var agenda = fields.Remove("agenda", out var lines) ? lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Point).ToList() : [];
        return new EntryWords(head[0][2..].Trim(), head.ElementAtOrDefault(1)?.Trim() ?? "", fields, agenda);
    }

    private static AgendaItem Point(string line)
    {
        var cells = line.TrimStart('-', ' ').Split('|', 3, StringSplitOptions.TrimEntries);
        return new AgendaItem(int.Parse(cells[0], CultureInfo.InvariantCulture), cells[1], cells.ElementAtOrDefault(2) ?? "");
    }
}
