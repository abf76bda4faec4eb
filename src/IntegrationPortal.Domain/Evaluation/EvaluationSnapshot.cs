namespace IntegrationPortal.Domain.Evaluation;

/// <summary>
/// The published numbers of one month as they were, in one text. Nothing changes it afterwards: the database refuses, and its hash covers
/// its content and the hash before it.
/// </summary>
public sealed class EvaluationSnapshot
{
    private EvaluationSnapshot()
    {
    }

    public Guid PlanId { get; private set; }

    /// <summary>Months after the beginning: one of <see cref="EvaluationPlan.Waves"/>.</summary>
    public int Wave { get; private set; }

    /// <summary>First day of the month that was frozen.</summary>
    public DateOnly Month { get; private set; }

    public DateTimeOffset TakenAt { get; private set; }

    /// <summary>Lines of <see cref="SnapshotContent"/>.</summary>
    public string Content { get; private set; } = "";

    /// <summary>Of the wave before; of the plan for the first.</summary>
    public string PreviousHash { get; private set; } = "";

    /// <summary>SHA-256, hexadecimal; of what, says <see cref="SnapshotChain.Sealed"/>.</summary>
    public string Hash { get; private set; } = "";

    /// <param name="settles">So many days after the end of a month its shares, sums and splits appear; before, a part of them would be frozen for good.</param>
    public static Refusal? WhyNotTake(EvaluationPlan plan, IReadOnlyList<EvaluationSnapshot> taken, int wave, int settles, DateOnly today) =>
        plan.RegisteredAt is null ? new Refusal("snapshot-plan-not-registered")
        : !EvaluationPlan.Waves.Contains(wave) ? new Refusal("snapshot-no-such-wave")
        : taken.Any(s => s.Wave == wave) ? new Refusal("snapshot-taken", wave)
        : taken.Any(s => s.Wave > wave) ? new Refusal("snapshot-out-of-order", wave)
        : EvaluationPlan.Waves.Where(w => w < wave).Except(taken.Select(s => s.Wave)).Any() ? new Refusal("snapshot-earlier-missing", wave)
        : plan.MonthOf(wave).AddMonths(1) > today ? new Refusal("snapshot-month-not-over", plan.MonthOf(wave))
        : plan.SettledOn(wave, settles) > today ? new Refusal("snapshot-not-settled", plan.MonthOf(wave), plan.SettledOn(wave, settles))
        : null;

    /// <param name="taken">The snapshots of the plan so far.</param>
    /// <param name="content">Written by <see cref="SnapshotContent"/>.</param>
    public static EvaluationSnapshot Take(
        EvaluationPlan plan, IReadOnlyList<EvaluationSnapshot> taken, int wave, string content, int settles, DateOnly today, DateTimeOffset now)
    {
        Refusal.If(WhyNotTake(plan, taken, wave, settles, today) ?? (content.Length == 0 ? new Refusal("snapshot-empty", plan.MonthOf(wave)) : null));
        var snapshot = new EvaluationSnapshot
        {
            PlanId = plan.Id,
            Wave = wave,
            Month = plan.MonthOf(wave),
            TakenAt = now,
            Content = content,
            PreviousHash = taken.OrderBy(s => s.Wave).LastOrDefault()?.Hash ?? plan.Hash!,
        };
        snapshot.Hash = SnapshotChain.HashOf(SnapshotChain.Sealed(snapshot));
        return snapshot;
    }
}
