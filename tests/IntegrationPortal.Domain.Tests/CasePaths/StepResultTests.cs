using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;

namespace IntegrationPortal.Domain.Tests.CasePaths;

/// <summary>A step that has results ends with one of them, whoever ends it.</summary>
public sealed class StepResultTests
{
    private readonly Case _case = new();

    /// <summary>The template of the case, whose second step is a decision.</summary>
    private static ProcessTemplate WithDecision => Templates.Of(
        "T", Templates.Step("T", 1, Actor.Coordination, days: 2), Templates.Deciding("T", 2, "jobcenter", "full", "negative"), Templates.Step("T", 3, Actor.ImmigrationAuthority, days: 10));

    [Fact]
    public void A_step_with_results_is_done_with_one_of_them_and_the_event_says_which()
    {
        _case.Path.Start(_case.Second.Id, _case.Coordinator, Case.Calendar, Case.Friday);
        Refused.With("step-result-missing", () => Finish(_case.Second, null));
        Refused.With("step-result-missing", () => Finish(_case.Second, "partial"));
        Assert.Equal((StepState.Active, null), (_case.Second.State, _case.Second.Result));

        Finish(_case.Second, "negative");
        Assert.Equal((StepState.Done, "negative"), (_case.Second.State, _case.Second.Result));
        var told = _case.Path.Events[^1];
        Assert.Equal((CaseEventKind.StepFinished, _case.Second.Id, "negative"), (told.Kind, told.StepId!.Value, told.Reason));
    }

    [Fact]
    public void A_step_without_results_and_one_added_by_hand_are_done_without()
    {
        _case.Path.Start(_case.First.Id, _case.Coordinator, Case.Calendar, Case.Friday);
        Refused.With("step-without-result", () => Finish(_case.First, "full"));
        Finish(_case.First, null);
        var added = _case.Path.AddStep(new AddedStep(Guid.CreateVersion7(), "Geburtsurkunde", "jobcenter", new AddedDeadline(DeadlineKind.Target, 3), null), Actor.Coordination, _case.Coordinator, Case.Calendar, Case.Friday);
        _case.Path.Start(added.Id, _case.Coordinator, Case.Calendar, Case.Friday);
        Refused.With("step-without-result", () => Finish(added, "full"));
        Finish(added, null);
        Assert.Null(added.Result);
    }

    [Fact]
    public void Completing_a_handover_finishes_each_step_with_its_result_or_none_of_them()
    {
        var handover = _case.HandedOver(HandoverKind.Referral, DataCategory.Basic);
        Assert.Equal([_case.Second], _case.Path.OpenStepsOf(handover));
        Refused.With("step-result-missing", () => Conclude(handover));
        Assert.Equal(StepState.Active, _case.Second.State);

        Conclude(handover, (_case.Second.Id, "full"));
        Assert.Equal((StepState.Done, "full"), (_case.Second.State, _case.Second.Result));
        Assert.Equal(("full", handover.Id), (_case.Path.Events[^1].Reason, _case.Path.Events[^1].HandoverId!.Value));
        Assert.Empty(_case.Path.OpenStepsOf(handover));
    }

    [Fact]
    public void The_results_are_those_of_the_version_the_case_runs_by()
    {
        _case.Path.Start(_case.First.Id, _case.Coordinator, Case.Calendar, Case.Friday);
        Assert.Throws<ArgumentException>(() => _case.Path.Finish(_case.First.Id, null, Templates.Of("U"), _case.Coordinator, Case.Calendar, Case.Friday));
    }

    private void Finish(CaseStep step, string? result) => _case.Path.Finish(step.Id, result, WithDecision, _case.Coordinator, Case.Calendar, Case.Friday);

    private void Conclude(Handover handover, params (Guid Step, string Result)[] results) =>
        _case.Path.Conclude(handover, results.ToDictionary(r => r.Step, r => r.Result), step => WithDecision, _case.Worker, Case.Calendar, Case.Friday);
}
