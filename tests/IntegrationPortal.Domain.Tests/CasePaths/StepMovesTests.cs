using IntegrationPortal.Domain.CasePaths;

namespace IntegrationPortal.Domain.Tests.CasePaths;

public sealed class StepMovesTests
{
    private static readonly (StepState From, StepState To)[] Allowed =
    [
        (StepState.Planned, StepState.Active), (StepState.Planned, StepState.Skipped), (StepState.Planned, StepState.Blocked),
        (StepState.Active, StepState.Done), (StepState.Active, StepState.Skipped), (StepState.Active, StepState.Blocked),
        (StepState.Blocked, StepState.Active), (StepState.Blocked, StepState.Done), (StepState.Blocked, StepState.Skipped),
    ];

    public static TheoryData<StepState, StepState> AllPairs()
    {
        var pairs = new TheoryData<StepState, StepState>();
        foreach (var from in Enum.GetValues<StepState>())
        {
            foreach (var to in Enum.GetValues<StepState>())
                pairs.Add(from, to);
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(AllPairs))]
    public void Every_pair_of_states_is_allowed_or_refused_by_the_table(StepState from, StepState to) =>
        Assert.Equal(Allowed.Contains((from, to)), StepMoves.Allow(from, to));

    [Theory]
    [MemberData(nameof(AllPairs))]
    public void The_deeds_follow_the_table_and_a_wrong_one_is_loud(StepState from, StepState to)
    {
        // Planned is where a step begins; no deed leads there.
        if (to == StepState.Planned)
            return;
        var @case = In(from);
        var by = @case.Coordinator;
        var deeds = new Dictionary<StepState, (Refusal? Rule, Action Deed)>
        {
            [StepState.Active] = (@case.Path.WhyNotStart(by, @case.First), () => @case.Path.Start(@case.First.Id, by, Case.Calendar, Case.Friday)),
            [StepState.Done] = (@case.Path.WhyNotFinish(by, @case.First), () => @case.Path.Finish(@case.First.Id, null, Case.Template, by, Case.Calendar, Case.Friday)),
            [StepState.Skipped] = (@case.Path.WhyNotSkip(by, @case.First), () => @case.Path.Skip(@case.First.Id, "nicht nötig", by, Case.Calendar, Case.Friday)),
            [StepState.Blocked] = (@case.Path.WhyNotBlock(by, @case.First), () => @case.Path.Block(@case.First.Id, BlockReason.NoAppointment, null, by, Case.Calendar, Case.Friday)),
        };

        var (rule, deed) = deeds[to];
        if (Allowed.Contains((from, to)))
        {
            Assert.Null(rule);
            deed();
            Assert.Equal(to, @case.First.State);
        }
        else
        {
            Assert.Equal("step-cannot-move", rule?.Code);
            Refused.With("step-cannot-move", deed);
            Assert.Equal(from, @case.First.State);
        }
    }

    private static Case In(StepState state)
    {
        var @case = new Case();
        var (path, id, by) = (@case.Path, @case.First.Id, @case.Coordinator);
        if (state is StepState.Active or StepState.Done)
            path.Start(id, by, Case.Calendar, Case.Friday);
        if (state == StepState.Done)
            path.Finish(id, null, Case.Template, by, Case.Calendar, Case.Friday);
        if (state == StepState.Skipped)
            path.Skip(id, "nicht nötig", by, Case.Calendar, Case.Friday);
        if (state == StepState.Blocked)
            path.Block(id, BlockReason.DocumentMissing, "Pass", by, Case.Calendar, Case.Friday);
        Assert.Equal(state, @case.First.State);
        return @case;
    }
}
