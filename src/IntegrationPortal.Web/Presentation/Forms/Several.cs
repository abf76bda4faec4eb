using IntegrationPortal.Web.Presentation.Words;

namespace IntegrationPortal.Web.Presentation.Forms;

/// <summary>A value of several flags as check boxes: each flag one of them.</summary>
public static class Several
{
    public static IReadOnlyList<Choice> Choices<TFlags>(KindWords kinds)
        where TFlags : struct, Enum => [.. Single<TFlags>().Select(flag => new Choice(flag.ToString(), kinds[flag]))];

    public static List<TFlags> Split<TFlags>(TFlags value)
        where TFlags : struct, Enum => [.. Single<TFlags>().Where(flag => value.HasFlag(flag))];

    /// <summary>What is no flag of the enumeration was not on the page, and is left out.</summary>
    public static TFlags Sum<TFlags>(IEnumerable<TFlags> ticked)
        where TFlags : struct, Enum => (TFlags)Enum.ToObject(typeof(TFlags), ticked.Intersect(Single<TFlags>()).Sum(Number));

    public static string Words<TFlags>(TFlags value, KindWords kinds)
        where TFlags : struct, Enum => string.Join(", ", Split(value).Select(flag => kinds[flag]));

    private static IEnumerable<TFlags> Single<TFlags>()
        where TFlags : struct, Enum => Enum.GetValues<TFlags>().Where(flag => Number(flag) != 0);

    private static int Number<TFlags>(TFlags flag)
        where TFlags : struct, Enum => Convert.ToInt32(flag, null);
}
