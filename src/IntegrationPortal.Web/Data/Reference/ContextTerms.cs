using System.Text.Json;
using System.Text.Json.Serialization;
using IntegrationPortal.Domain.Knowledge;

namespace IntegrationPortal.Web.Data.Reference;

/// <summary>Terms of other countries beside the German institution; they come with the program and are read once.</summary>
public sealed class ContextTerms
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public ContextTerms()
    {
        using var stream = typeof(ContextTerms).Assembly.GetManifestResourceStream("context-terms.json")!;
        (AsOf, All) = JsonSerializer.Deserialize<Content>(stream, Json) ?? throw new InvalidOperationException("The terms are empty.");
    }

    public IReadOnlyList<ContextTerm> All { get; }

    /// <summary>The day on which they were put together.</summary>
    public DateOnly AsOf { get; }

    /// <summary>Those that a question names, in whichever of the two languages; for somebody who searches for what does not exist here.</summary>
    public IReadOnlyList<ContextTerm> In(string question)
    {
        var asked = Spaced(question);
        return [.. All.Where(t => t.There.Any(word => asked.Contains(Spaced(word), StringComparison.OrdinalIgnoreCase)))];
    }

    // Whole words only: "state" is not in "estate". A plural counts.
    private static string Spaced(string text) => " " + string.Join(' ', text.Split([' ', '-', ',', '"'], StringSplitOptions.RemoveEmptyEntries).Select(Singular)) + " ";

    private static string Singular(string word) => word.Length < 5 || !word.EndsWith('s') || word.EndsWith("ss", StringComparison.Ordinal) ? word
        : word.EndsWith("ies", StringComparison.Ordinal) ? word[..^3] + "y" : word[..^1];

    private sealed record Content(DateOnly AsOf, IReadOnlyList<ContextTerm> Terms);
}
