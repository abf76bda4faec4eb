using Google.OrTools.Graph;
using IntegrationPortal.Domain.Mentoring.Matching;

namespace IntegrationPortal.Web.Features.Matching;

/// <summary>
/// Which request with which volunteer, so that all together fit best: as many points as possible over all of them, and not the best
/// one first at the cost of the others. A flow of least cost, solved by Google OR-Tools.
/// </summary>
public static class BestMatches
{
    /// <param name="fits">Every match that is allowed.</param>
    /// <param name="places">How many more tandems each volunteer can take.</param>
    /// <returns>At most one for each request, and no more for a volunteer than there are places; the best first.</returns>
    public static IReadOnlyList<Fit> Of(IReadOnlyList<Fit> fits, IReadOnlyDictionary<Guid, int> places)
    {
        if (fits.Count == 0)
            return [];
        var flow = new MinCostFlow();
        var nodes = new Dictionary<Guid, int>();
        var arcs = fits.Select(fit => flow.AddArcWithCapacityAndUnitCost(Node(fit.RequestId), Node(fit.VolunteerId), 1, -fit.Score)).ToArray();
        var requests = fits.Select(f => f.RequestId).Distinct().ToList();
        var sink = nodes.Count;
        foreach (var volunteer in fits.Select(f => f.VolunteerId).Distinct())
            flow.AddArcWithCapacityAndUnitCost(nodes[volunteer], sink, places[volunteer], 0);
        foreach (var request in requests)
        {
            flow.SetNodeSupply(nodes[request], 1);
            // Some go on waiting where volunteers are few.
            flow.AddArcWithCapacityAndUnitCost(nodes[request], sink, 1, 0);
        }

        flow.SetNodeSupply(sink, -requests.Count);
        if (flow.Solve() is var status and not MinCostFlow.Status.OPTIMAL)
            throw new InvalidOperationException($"The matching of {requests.Count} requests ended with {status}.");
        return [.. fits.Where((_, i) => flow.Flow(arcs[i]) > 0).OrderByDescending(f => f.Score)];

        int Node(Guid id) => nodes.TryGetValue(id, out var node) ? node : nodes[id] = nodes.Count;
    }
}
