using IntegrationPortal.Domain.Persons;

namespace IntegrationPortal.Domain.CaseImports;

/// <summary>What words of a table may stand for: each list by the search form of its names in both languages, and by its codes.</summary>
public sealed class ImportLists(
    IEnumerable<(string Says, string Code)> languages, IEnumerable<(string Says, string Key)> templates, IEnumerable<(string Says, FactCode Code)> statuses)
{
    private readonly Dictionary<string, string> languages = By(languages);
    private readonly Dictionary<string, string> templates = By(templates);
    private readonly Dictionary<string, FactCode> statuses = By(statuses);

    public string? Language(string says) => languages.GetValueOrDefault(Folded(says));

    /// <summary>Only of those that a case may be opened with on the day the lists were made for.</summary>
    public string? Template(string says) => templates.GetValueOrDefault(Folded(says));

    public FactCode? Status(string says) => statuses.GetValueOrDefault(Folded(says));

    // The first that says it stands; digits tell paragraphs and keys of processes apart.
    private static Dictionary<string, T> By<T>(IEnumerable<(string Says, T Code)> list) =>
        list.Select(l => (Key: Folded(l.Says), l.Code)).Where(l => l.Key.Length > 0).DistinctBy(l => l.Key).ToDictionary(l => l.Key, l => l.Code);

    private static string Folded(string says) => SearchForm.Of(says) + "|" + string.Concat(says.Where(char.IsAsciiDigit));
}
