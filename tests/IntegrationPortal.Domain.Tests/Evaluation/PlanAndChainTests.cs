using IntegrationPortal.Domain.Evaluation;
using IntegrationPortal.Domain.Indicators;

namespace IntegrationPortal.Domain.Tests.Evaluation;

public sealed class PlanAndChainTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 28, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 28);
    private const int Settles = 15;
    private static readonly DefinitionSeal Acceptance = new("P2", 1, new string('a', 64));

    [Fact]
    public void A_registered_plan_takes_no_further_question_and_is_not_registered_twice()
    {
        var plan = Registered();
        Assert.Equal("plan-registered", plan.WhyNotChange()!.Code);
        Assert.Equal("plan-registered", Refused(() => plan.Ask("Noch eine?", [Acceptance])));
        Assert.Equal("plan-registered", Refused(() => plan.Register([Acceptance], Now)));
    }

    [Fact]
    public void A_plan_begins_with_a_month_has_a_question_and_every_question_an_indicator()
    {
        Assert.Equal("plan-begins-with-a-month", Refused(() => EvaluationPlan.Draft(Guid.NewGuid(), "Plan", new DateOnly(2025, 9, 2), Now)));
        var plan = EvaluationPlan.Draft(Guid.NewGuid(), "Plan", new DateOnly(2025, 9, 1), Now);
        Assert.Equal("plan-without-question", plan.WhyNotRegister()!.Code);
        Assert.Equal("plan-question-without-indicator", Refused(() => plan.Ask("Woran?", [])));
    }

    [Fact]
    public void A_plan_is_registered_only_by_definitions_as_they_are_now()
    {
        var plan = EvaluationPlan.Draft(Guid.NewGuid(), "Plan", new DateOnly(2025, 9, 1), Now);
        plan.Ask("Schneller?", [Acceptance]);
        Assert.Equal("plan-definition-changed", Refused(() => plan.Register([Acceptance with { Version = 2, Hash = new string('b', 64) }], Now)));
    }

    [Fact]
    public void Snapshots_are_taken_in_order_once_and_only_of_months_that_are_over_and_published()
    {
        var plan = Registered();
        var content = Content(12);
        Assert.Equal("snapshot-earlier-missing", EvaluationSnapshot.WhyNotTake(plan, [], 6, Settles, Today)!.Code);
        Assert.Equal("snapshot-no-such-wave", EvaluationSnapshot.WhyNotTake(plan, [], 5, Settles, Today)!.Code);
        Assert.Equal("snapshot-empty", Refused(() => EvaluationSnapshot.Take(plan, [], 0, "", Settles, Today, Now)));
        var first = EvaluationSnapshot.Take(plan, [], 0, content, Settles, Today, Now);
        Assert.Equal(plan.Hash, first.PreviousHash);
        Assert.Equal("snapshot-taken", EvaluationSnapshot.WhyNotTake(plan, [first], 0, Settles, Today)!.Code);
        var second = EvaluationSnapshot.Take(plan, [first], 6, content, Settles, Today, Now);
        Assert.NotEqual(first.Hash, second.Hash);
        var third = EvaluationSnapshot.Take(plan, [first, second], 12, content, Settles, Today, Now);
        Assert.Equal("snapshot-month-not-over", EvaluationSnapshot.WhyNotTake(plan, [first, second, third], 18, Settles, Today)!.Code);
        Assert.Empty(SnapshotChain.Verify(plan, [third, first, second]));
    }

    [Fact]
    public void Nothing_is_frozen_before_all_numbers_of_the_month_are_published()
    {
        var plan = Registered();
        Assert.Equal("snapshot-month-not-over", EvaluationSnapshot.WhyNotTake(plan, [], 0, Settles, new DateOnly(2025, 9, 30))!.Code);
        // Counts are published live, shares fifteen days later: a snapshot of the first of October would hold no share for good.
        foreach (var day in new[] { new DateOnly(2025, 10, 1), new DateOnly(2025, 10, 15) })
            Assert.Equal("snapshot-not-settled", Refused(() => EvaluationSnapshot.Take(plan, [], 0, Content(12), Settles, day, Now)));
        Assert.Null(EvaluationSnapshot.WhyNotTake(plan, [], 0, Settles, new DateOnly(2025, 10, 16)));
    }

    [Fact]
    public void A_plan_knows_which_answers_could_be_read_before_it_was_registered()
    {
        var plan = EvaluationPlan.Draft(Guid.NewGuid(), "Plan", new DateOnly(2025, 9, 1), Now);
        Assert.Empty(plan.PublishedBefore(new DateOnly(2025, 9, 30), Settles));
        Assert.Equal([0, 6, 12], plan.PublishedBefore(Today, Settles));
    }

    [Fact]
    public void Every_bent_number_missing_link_and_changed_plan_is_found()
    {
        var plan = Registered();
        var first = EvaluationSnapshot.Take(plan, [], 0, Content(12), Settles, Today, Now);
        var second = EvaluationSnapshot.Take(plan, [first], 6, Content(13), Settles, Today, Now);
        Bend(first, nameof(EvaluationSnapshot.Content), Content(99));
        Assert.Equal([new BrokenLink(0, "chain-content-changed")], SnapshotChain.Verify(plan, [first, second]));
        // Whoever bends the number and its hash breaks the link to what follows.
        Bend(first, nameof(EvaluationSnapshot.Hash), SnapshotChain.HashOf(SnapshotChain.Sealed(first)));
        Assert.Equal([new BrokenLink(6, "chain-link-broken")], SnapshotChain.Verify(plan, [first, second]));
        Assert.Contains(new BrokenLink(6, "chain-wave-missing"), SnapshotChain.Verify(plan, [second]));
        Bend(plan, nameof(EvaluationPlan.Title), "Anders");
        Assert.Contains(new BrokenLink(null, "chain-plan-changed"), SnapshotChain.Verify(plan, []));
    }

    [Fact]
    public void The_same_numbers_in_any_order_are_the_same_text_and_come_back_as_they_were()
    {
        FrozenCell[] cells =
        [
            new("P2", 1, "h", "05114000", "", "", 12.50m, 20, CellBasis.Shown), new("P2", 1, "h", "05114000", "age_band", "0-5", null, null, CellBasis.Hidden),
            new("L1", 1, "h", "05166", "", "", null, null, CellBasis.None),
        ];
        var text = SnapshotContent.Write(cells);
        Assert.Equal(text, SnapshotContent.Write(cells.Reverse().Select(c => c with { Amount = c.Amount + 0.000m })));
        Assert.Equal(cells.OrderBy(c => c.Code, StringComparer.Ordinal).ThenBy(c => c.Dimension, StringComparer.Ordinal), SnapshotContent.Read(text).OrderBy(c => c.Code, StringComparer.Ordinal).ThenBy(c => c.Dimension, StringComparer.Ordinal));
        Assert.Null(SnapshotContent.Read(text).Single(c => c.Basis == CellBasis.Hidden).Value);
    }

    [Fact]
    public void A_part_that_somebody_wrote_with_a_tab_or_a_break_leaves_the_frozen_text_readable()
    {
        var text = SnapshotContent.Write([new("C3", 1, "h", "05114000", "type", "Zukunfts\twerk\nstatt", 3, null, CellBasis.Shown)]);
        Assert.Equal("Zukunfts werk statt", Assert.Single(SnapshotContent.Read(text)).Part);
    }

    private static EvaluationPlan Registered()
    {
        var plan = EvaluationPlan.Draft(Guid.NewGuid(), "Plan", new DateOnly(2025, 9, 1), Now);
        plan.Ask("Werden Übergaben schneller angenommen?", [Acceptance]);
        plan.Register([Acceptance], Now);
        return plan;
    }

    private static string Content(decimal amount) => SnapshotContent.Write([new FrozenCell("P2", 1, Acceptance.Hash, "05114000", "", "", amount, 100, CellBasis.Shown)]);

    private static void Bend(object of, string property, object value) => of.GetType().GetProperty(property)!.SetValue(of, value);

    private static string Refused(Action deed) => Assert.Throws<RefusedException>(deed).Refusal.Code;
}
