namespace IntegrationPortal.Domain.Persons;

/// <summary>All single categories, and what a mask says about them.</summary>
public static class DataCategories
{
    /// <summary>Every category, in the order in which pages show them.</summary>
    public static IReadOnlyList<DataCategory> All { get; } =
    [
        DataCategory.Basic, DataCategory.Status, DataCategory.Benefits, DataCategory.Qualification, DataCategory.Work,
        DataCategory.Housing, DataCategory.Family, DataCategory.Support, DataCategory.Counselling,
    ];

    /// <summary>The mask with every category set.</summary>
    public static DataCategory Everything { get; } = All.Aggregate((a, b) => a | b);

    /// <summary>True when every category of <paramref name="part"/> is in the mask.</summary>
    public static bool Covers(this DataCategory mask, DataCategory part) => (mask & part) == part;

    /// <summary>The single categories of a mask, in display order.</summary>
    public static IEnumerable<DataCategory> Each(this DataCategory mask) => All.Where(c => mask.HasFlag(c));
}
