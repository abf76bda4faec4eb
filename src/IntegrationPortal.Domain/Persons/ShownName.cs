using System.Globalization;

namespace IntegrationPortal.Domain.Persons;

/// <summary>What lists show and search of a name, without taking any part of it for a family name.</summary>
public static class ShownName
{
    /// <summary>Room that a list needs beside the called name: a blank, the initial, a full stop.</summary>
    public const int InitialLength = 8;

    /// <summary>The called name, and the initial of the last word of the official name when that says more: "Amina R.".</summary>
    public static string Brief(string calledName, string officialName)
    {
        var words = officialName.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2 || calledName.Contains(words[^1], StringComparison.OrdinalIgnoreCase))
            return calledName;
        return $"{calledName} {Initial(words[^1])}.";
    }

    /// <summary>The first letter with its marks, of which a letter may carry any number: no more than fit beside the longest name.</summary>
    private static string Initial(string word)
    {
        var letter = StringInfo.GetNextTextElement(word);
        return letter.Length <= InitialLength ? letter : string.Concat(letter.EnumerateRunes().Take(InitialLength / 2));
    }

    /// <summary>All spellings in one text in search form; the order of words does not matter to the search.</summary>
    public static string Searchable(params string?[] names) =>
        string.Join(' ', names.OfType<string>().Select(SearchForm.Of).Where(n => n.Length > 0).Distinct());
}
