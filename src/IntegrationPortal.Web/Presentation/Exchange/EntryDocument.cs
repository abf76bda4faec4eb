using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Presentation.Exchange;

/// <summary>An entry of the handbook as JSON-LD, written out and read in; docs/exchange.md describes it.</summary>
public static class EntryDocument
{
    /// <summary>In bytes; the longest entry in three languages is less.</summary>
    public const int Largest = 512 * 1024;

    private static readonly (EntryLanguage Language, string Tag)[] Tongues = [(EntryLanguage.De, "de"), (EntryLanguage.En, "en"), (EntryLanguage.Plain, "de-simple")];

    /// <param name="absolute">Makes an address of the portal one of the web.</param>
    /// <param name="partner">The one that the version names.</param>
    public static JsonObject Of(HandbookEntry entry, EntryVersion version, HandbookPartner? partner, Func<string, string> absolute)
    {
        return new JsonObject
        {
            ["@context"] = new JsonObject { ["@vocab"] = "https://schema.org/", ["ip"] = absolute("/handbook/exchange#") },
            ["@id"] = absolute(entry.Address),
            ["@type"] = "Article",
            ["genre"] = entry.Kind.Chapter(),
            ["version"] = version.Number,
            ["datePublished"] = version.PublishedAt?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            ["lastReviewed"] = version.ReviewedOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            ["author"] = version.AuthorOffice.Length == 0 ? null : new JsonObject { ["@type"] = "Organization", ["name"] = version.AuthorOffice },
            ["isBasedOn"] = version.Source,
            ["sourceOrganization"] = partner is null ? null : new JsonObject { ["@type"] = "Organization", ["name"] = partner.Name, ["url"] = partner.Home },
            ["ip:partner"] = version.Partner,
            ["ip:field"] = version.Field.ToString(),
            ["ip:phase"] = version.Phase?.ToString(),
            ["ip:cost"] = version.Cost?.ToString(),
            ["ip:evidence"] = version.Evidence?.ToString(),
            ["ip:participantsMin"] = version.ParticipantsMin,
            ["ip:participantsMax"] = version.ParticipantsMax,
            ["ip:places"] = new JsonArray([.. version.Places.Select(p => JsonValue.Create(p))]),
            ["ip:isProposal"] = version.IsProposal,
            ["hasPart"] = new JsonArray([.. Tongues.Where(t => version.In(t.Language) is not null).Select(t => Part(version.In(t.Language)!.Words, t.Tag))]),
        };
    }

    /// <summary>What a file says, or why it is not taken. Nothing of it is stored before the rules of an entry have looked at it.</summary>
    public static (ReadEntry? Entry, Refusal? WhyNot) Read(byte[] file)
    {
        if (file.Length is 0 or > Largest)
            return (null, new Refusal(file.Length == 0 ? "import-missing" : "import-too-large", Largest / 1024));
        try
        {
            using var document = JsonDocument.Parse(file, new JsonDocumentOptions { MaxDepth = 12 });
            return Read(document.RootElement);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or FormatException or KeyNotFoundException or ArgumentException)
        {
            return (null, new Refusal("import-broken"));
        }
    }

    private static (ReadEntry?, Refusal?) Read(JsonElement root)
    {
        if (Chapters.Of(Text(root, "genre")) is not { } kind || kind == HandbookKind.Process)
            return (null, new Refusal("import-kind"));
        var texts = new Dictionary<EntryLanguage, EntryWords>();
        foreach (var part in root.GetProperty("hasPart").EnumerateArray())
        {
            if (Tongues.FirstOrDefault(t => t.Tag == Text(part, "inLanguage")) is { Tag: not null } tongue)
                texts[tongue.Language] = Words(part);
        }

        var partner = TypedText.Line(Text(root, "ip:partner"));
        // What a partner wrote in English stays English; elsewhere it stands in for German until somebody translates it.
        if (partner is null && !texts.ContainsKey(EntryLanguage.De) && texts.Remove(EntryLanguage.En, out var english))
            texts[EntryLanguage.De] = english;
        var first = texts.GetValueOrDefault(EntryLanguage.De) ?? (partner is null ? null : texts.GetValueOrDefault(EntryLanguage.En));
        if (first is null || first.Title.Length == 0)
            return (null, new Refusal("import-no-text"));
        var facts = new EntryFacts(One<FieldOfAction>(root, "ip:field") ?? FieldOfAction.Across)
        {
            Phase = One<WorkPhase>(root, "ip:phase"),
            Cost = One<CostBand>(root, "ip:cost"),
            Evidence = One<EvidenceGrade>(root, "ip:evidence"),
            ParticipantsMin = Number(root, "ip:participantsMin"),
            ParticipantsMax = Number(root, "ip:participantsMax"),
            Source = Source(root),
            Partner = partner,
        };
        return (facts.WhyNotFor(kind) ?? texts.Values.Select(t => t.WhyNotFor(kind)).FirstOrDefault(no => no is not null)) is { } no
            ? (null, no) : (new ReadEntry(kind, facts, texts), null);
    }

    private static JsonObject Part(EntryWords words, string tag) => new()
    {
        ["@type"] = "CreativeWork",
        ["inLanguage"] = tag,
        ["name"] = words.Title,
        ["abstract"] = words.Summary,
        ["ip:fields"] = new JsonObject(words.Fields.Select(f => KeyValuePair.Create(f.Key, (JsonNode?)f.Value))),
        ["ip:agenda"] = words.Agenda.Count == 0 ? null : new JsonArray(
            [.. words.Agenda.Select(a => new JsonObject { ["minutes"] = a.Minutes, ["name"] = a.Title, ["text"] = a.Text })]),
    };

    private static EntryWords Words(JsonElement part) => new(
        TypedText.Line(Text(part, "name")) ?? "", TypedText.Lines(Text(part, "abstract")) ?? "",
        part.TryGetProperty("ip:fields", out var fields)
            ? fields.EnumerateObject().Select(f => (f.Name, Text: TypedText.Lines(f.Value.GetString()))).Where(f => f.Text is not null).ToDictionary(f => f.Name, f => f.Text!) : [],
        part.TryGetProperty("ip:agenda", out var agenda) && agenda.ValueKind == JsonValueKind.Array
            ? [.. agenda.EnumerateArray().Select(a => new AgendaItem(a.GetProperty("minutes").GetInt32(), TypedText.Line(Text(a, "name")) ?? "", TypedText.Line(Text(a, "text")) ?? ""))] : []);

    /// <summary>Where it comes from is never lost: what it says itself, and the address that it was taken from.</summary>
    private static string? Source(JsonElement root)
    {
        const string Between = " · ";
        if (TypedText.Line(Text(root, "@id")) is not { } address)
            return Shortened(TypedText.Lines(Text(root, "isBasedOn")), EntryVersion.SourceLength);
        // Of the two the words are shortened, never the address behind them.
        return Shortened(TypedText.Lines(Text(root, "isBasedOn")), EntryVersion.SourceLength - Between.Length - address.Length) is { } said
            ? said + Between + address : Shortened(address, EntryVersion.SourceLength);
    }

    /// <summary>Not in the middle of a character; null where there is no room.</summary>
    private static string? Shortened(string? text, int most) =>
        text is null || most <= 1 ? null
        : text.Length <= most ? text
        : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    private static string? Text(JsonElement from, string name) => from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int? Number(JsonElement from, string name) => from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : null;

    private static T? One<T>(JsonElement from, string name)
        where T : struct, Enum => Enum.TryParse<T>(Text(from, name), out var value) && Enum.IsDefined(value) ? value : null;
}

/// <summary>What a file said.</summary>
public sealed record ReadEntry(HandbookKind Kind, EntryFacts Facts, IReadOnlyDictionary<EntryLanguage, EntryWords> Texts)
{
    /// <summary>The language that it begins with.</summary>
    public EntryLanguage Main => Texts.ContainsKey(EntryLanguage.De) ? EntryLanguage.De : EntryLanguage.En;
}
