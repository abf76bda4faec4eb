using IntegrationPortal.Web.Presentation.Path;

namespace IntegrationPortal.Web.Tests.Presentation;

/// <summary>What lies behind at the beginning of a process is folded, and nothing that somebody still has to see.</summary>
public sealed class PathViewTests
{
    [Fact]
    public void Stages_that_are_over_are_folded_up_to_the_first_that_is_not() =>
        Assert.Equal(["3: A B", "C D"], Runs(Stage("A", StepLook.Done, StepLook.Skipped), Stage("B", StepLook.Done), Stage("C", StepLook.Active), Stage("D", StepLook.Done)));

    [Fact]
    public void One_step_is_sooner_read_than_unfolded() => Assert.Equal(["A B"], Runs(Stage("A", StepLook.Done), Stage("B", StepLook.Active)));

    [Fact]
    public void A_path_on_which_nothing_is_next_is_read_as_a_whole() => Assert.Equal(["A B"], Runs(Stage("A", StepLook.Done, StepLook.Done), Stage("B", StepLook.Done)));

    [Fact]
    public void A_stage_with_a_handover_that_says_something_stays_open()
    {
        var refused = new StageView("A", [.. Stage("A", StepLook.Done, StepLook.Done).Lines, new HandoverLine("abgelehnt")]);
        Assert.Equal(["A B"], Runs(refused, Stage("B", StepLook.Active)));
    }

    [Fact]
    public void Each_of_several_processes_folds_its_own() => Assert.Equal(
        ["2: A", "B", "2: C"],
        Runs(Begins(Stage("A", StepLook.Done, StepLook.Done)), Stage("B", StepLook.Active), Begins(Stage("C", StepLook.Done, StepLook.Done))));

    private static StageView Begins(StageView stage) => stage with { Begins = new ProcessView("Ablauf", null) };

    private static StageView Stage(string name, params StepLook[] looks) =>
        new(name, [.. looks.Select((l, i) => new StepView(i + 1, "Schritt", l, "Amt") { IsCurrent = l == StepLook.Active })]);

    private static IEnumerable<string> Runs(params StageView[] stages) => new PathView("Weg", null, stages).Runs()
        .Select(r => (r.Behind > 0 ? $"{r.Behind}: " : "") + string.Join(' ', r.Stages.Select(s => s.Name)));
}
