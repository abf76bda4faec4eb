using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace IntegrationPortal.Domain.Evaluation;

/// <summary>
/// Plan and snapshots as links of one chain: whoever bends an earlier number breaks every later hash. Whoever keeps the last hash on paper
/// can tell that nothing was replaced as a whole either.
/// </summary>
public static class SnapshotChain
{
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The text a hash is taken of: the hash before, the plan, wave and month, then the content. The database computes the same.</summary>
    public static string Sealed(EvaluationSnapshot snapshot) => string.Create(
        CultureInfo.InvariantCulture, $"{snapshot.PreviousHash}\n{snapshot.PlanId}\n{snapshot.Wave}\n{snapshot.Month:yyyy-MM-dd}\n{snapshot.Content}");

    /// <summary>Every link that does not hold, first to last; none when the chain holds.</summary>
    public static IReadOnlyList<BrokenLink> Verify(EvaluationPlan plan, IReadOnlyList<EvaluationSnapshot> snapshots)
    {
        var broken = new List<BrokenLink>();
        if (plan.RegisteredAt is not null && plan.Hash != HashOf(plan.Canonical))
            broken.Add(new BrokenLink(null, "chain-plan-changed"));
        var before = plan.Hash;
        var waves = EvaluationPlan.Waves.GetEnumerator();
        foreach (var snapshot in snapshots.OrderBy(s => s.Wave))
        {
            if (!waves.MoveNext() || waves.Current != snapshot.Wave)
                broken.Add(new BrokenLink(snapshot.Wave, "chain-wave-missing"));
            if (snapshot.PreviousHash != before)
                broken.Add(new BrokenLink(snapshot.Wave, "chain-link-broken"));
            if (snapshot.Hash != HashOf(Sealed(snapshot)))
                broken.Add(new BrokenLink(snapshot.Wave, "chain-content-changed"));
            before = snapshot.Hash;
        }

        return broken;
    }
}

/// <param name="Wave">Null for the plan itself.</param>
/// <param name="Code">Of the sentence that says what is wrong.</param>
public sealed record BrokenLink(int? Wave, string Code);
