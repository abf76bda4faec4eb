using Xunit.Sdk;
using Xunit.v3;

namespace IntegrationPortal.Web.Tests.Testing;

/// <summary>
/// Classes that take minutes begin first and the short ones fill up beside them; begun last, they would leave the other processors idle.
/// All others keep the order that xunit gives them.
/// </summary>
public abstract class LongFirst(params Type[] longest) : ITestCollectionOrderer
{
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection => [.. testCollections.OrderBy(collection => Place(collection))];

    // A class without a collection of its own gives its name to the one that xunit makes for it.
    private int Place(ITestCollection collection)
    {
        var place = Array.FindIndex(longest, type => collection.TestCollectionDisplayName.Contains(type.FullName!, StringComparison.Ordinal));
        return place < 0 ? longest.Length : place;
    }
}
