using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Web.Presentation.Resources;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Presentation.Words;

/// <summary>The data categories in words: their name, and what is in them.</summary>
public sealed class CategoryWords(IStringLocalizer<CategoryTexts> words)
{
    /// <summary>The single categories, in the order in which every list shows them.</summary>
    public static IReadOnlyList<DataCategory> All { get; } =
        [.. Enum.GetValues<DataCategory>().Where(c => int.PopCount((int)c) == 1).Order()];

    public string Name(DataCategory category) => words[category.ToString()];

    /// <summary>What the category holds, such as "Name, Sprachen, Erreichbarkeit".</summary>
    public string Holds(DataCategory category) => words[$"{category}-holds"];

    public IEnumerable<DataCategory> Of(DataCategory mask) => All.Where(c => mask.HasFlag(c));

    public string Names(DataCategory mask) => string.Join(", ", Of(mask).Select(Name));
}
