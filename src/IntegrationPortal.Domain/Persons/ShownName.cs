namespace IntegrationPortal.Domain.Persons;

/// <summary>What lists show and search of a name, without taking any part of it for a family name.</summary>
public static class ShownName
{
    /// <summary>The called name, and the initial of the last word of the official name when that says more: "Amina R.".</summary>
    public static string Brief(string calledName, string officialName)
    {
        var words = officialName.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2 || calledName.Contains(words[^1], StringComparison.OrdinalIgnoreCase))
            return calledName;
        var initial = System.Globalization.StringInfo.GetNextTextElement(words[^1]);
        return $"{calledName} {initial}.";
    }

    /// <summary>All spellings in one text in search form; the order of words does not matter to the search.</summary>
    public static string Searchable(params string?[] names) =>
        string.Join(' ', names.OfType<string>().Select(SearchForm.Of).Where(n => n.Length > 0).Distinct());
}
