using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Tests.CasePaths;

/// <summary>A case follows several processes side by side.</summary>
public sealed class FurtherTemplateTests
{
    private readonly Case a = new();

    private static ProcessTemplate Housing => Templates.Of(
        "H", Templates.Step("H", 1, "jobcenter", days: 1), Templates.Deciding("H", 2, Actor.Coordination, "found", "not_found"));

    [Fact]
    public void Its_steps_stand_behind_the_others_planned_and_its_first_is_somebodys_turn()
    {
        Add(Housing);
        Assert.Equal(["T.1", "T.2", "T.3", "H.1", "H.2"], InOrder.Select(s => s.TemplateKey));
        Assert.Equal([1, 2, 3, 4, 5], InOrder.Select(s => s.Position));
        Assert.All(InOrder, s => Assert.Equal(StepState.Planned, s.State));
        Assert.Equal([true, false, false, true, false], InOrder.Select(s => s.IsCurrent));
        Assert.Equal([("T", 1), ("H", 1)], a.Path.Templates);
        Assert.Equal([("T", 1), ("T", 1), ("T", 1), ("H", 1), ("H", 1)], InOrder.Select(a.Path.TemplateOf));
    }

    [Fact]
    public void It_does_not_wait_for_the_end_of_the_first_and_does_not_move_its_days()
    {
        var before = InOrder.Select(s => s.DueOn).ToList();
        Add(Housing);
        Assert.Equal(before, InOrder.Take(3).Select(s => s.DueOn));
        // Friday + 1 = Monday, + 5 = the Monday after; the first process ends on 15 December.
        Assert.Equal([new(2026, 11, 23), new(2026, 11, 30)], InOrder.Skip(3).Select(s => s.DueOn!.Value));
        Assert.Equal(new DateOnly(2026, 11, 23), a.Path.NextDueOn);
        Assert.Equal(a.Path.NextDueOn, a.Path.Participations.Single().NextDueOn);
    }

    [Fact]
    public void A_step_that_ends_passes_the_turn_on_in_its_own_process_only()
    {
        Add(Housing);
        a.Path.Skip(Of("H.1").Id, "Nicht nötig.", a.Coordinator, Case.Calendar, Case.Friday);
        Assert.Equal([true, false, false, false, true], InOrder.Select(s => s.IsCurrent));
        foreach (var step in InOrder.Take(3))
            a.Path.Skip(step.Id, "Nicht nötig.", a.Coordinator, Case.Calendar, Case.Friday);
        Assert.Equal([false, false, false, false, true], InOrder.Select(s => s.IsCurrent));
        Assert.NotNull(a.Path.NextDueOn);
    }

    [Fact]
    public void An_active_step_that_is_late_moves_the_steps_of_its_own_process_only()
    {
        Add(Housing);
        var housing = Of("H.2").DueOn;
        a.Path.Start(a.Second.Id, a.Coordinator, Case.Calendar, Case.Friday);
        Assert.Equal(housing, Of("H.2").DueOn);
    }

    [Fact]
    public void The_lead_answers_for_its_steps_whoever_adds_it_and_stands_in_for_the_kinds_it_is_not()
    {
        a.HandedOver(HandoverKind.Transfer, DataCategory.Basic);
        a.Path.AddTemplate(Guid.CreateVersion7(), Housing, a.Jobcenter.Kind, a.Coordinator, Case.Calendar, Case.Friday);
        Assert.All(InOrder.Skip(3), s => Assert.Equal(a.Jobcenter.Id, s.ResponsibleActorId));
        Assert.Equal([false, true], InOrder.Skip(3).Select(s => s.StandsIn));
    }

    [Fact]
    public void The_same_process_is_not_followed_twice_not_even_in_another_version()
    {
        Add(Housing);
        foreach (var again in new[] { Housing, Case.Template, Later(Housing) })
            Refused.With("template-followed", () => Add(again));
        Assert.Equal(5, a.Path.Steps.Count);
    }

    [Fact]
    public void A_case_whose_steps_are_over_takes_none()
    {
        foreach (var step in InOrder)
            a.Path.Skip(step.Id, "Nicht nötig.", a.Coordinator, Case.Calendar, Case.Friday);
        Refused.With("case-over", () => Add(Housing));
        Assert.Equal("case-over", a.Path.WhyNotAddTemplate(a.Coordinator)!.Code);
    }

    [Fact]
    public void It_is_added_by_the_lead_or_the_coordination_that_takes_part()
    {
        Assert.Equal("case-not-taking-part", a.Path.WhyNotAddTemplate(a.Worker)!.Code);
        a.HandedOver(HandoverKind.Referral, DataCategory.Basic);
        Assert.Equal("case-not-lead", a.Path.WhyNotAddTemplate(a.Worker)!.Code);
        Refused.With("case-not-lead", () => Add(Housing, a.Worker));
        Assert.Null(a.Path.WhyNotAddTemplate(a.Coordinator));
        var elsewhere = Case.For(Case.NewActor("mbe"), Role.CaseWorker);
        Refused.With("case-not-taking-part", () => Add(Housing, elsewhere));
    }

    [Fact]
    public void The_event_says_which_process_was_added_and_by_whom()
    {
        Add(Housing);
        var told = a.Path.Events[^1];
        Assert.Equal((CaseEventKind.TemplateAdded, "H", a.Coordination.Id), (told.Kind, told.Subject, told.ActorId!.Value));
    }

    [Fact]
    public void Its_steps_end_with_the_results_of_their_own_template()
    {
        Add(Housing);
        a.Path.Start(Of("H.2").Id, a.Coordinator, Case.Calendar, Case.Friday);
        Assert.Throws<ArgumentException>(() => Finish("H.2", "found", Case.Template));
        Refused.With("step-result-missing", () => Finish("H.2", null, Housing));
        Finish("H.2", "found", Housing);
        Assert.Equal("found", Of("H.2").Result);
    }

    [Fact]
    public void A_handover_of_steps_of_two_processes_ends_each_by_its_own_template()
    {
        Add(Housing);
        var draft = new HandoverDraft(Guid.CreateVersion7(), HandoverKind.Referral, [a.Second.Id, Of("H.1").Id], "Ziel", null, null, false, null, null, null, [], [], [], []);
        var grounds = new Dictionary<DataCategory, LegalGround?> { [DataCategory.Basic] = new(DataCategory.Basic, Guid.CreateVersion7(), null, null) };
        var handover = Handover.Send(a.Path, a.Jobcenter, draft, grounds, false, true, a.Coordinator, new HandoverClock(2, 5, 10), Case.Calendar, Case.Friday);
        ((List<Participation>)a.Path.Participations).Add(handover.Accept(null, null, a.Worker, Case.Friday));
        a.Path.TakeOn(handover, a.Worker, Case.Calendar, Case.Friday);
        a.Path.Conclude(
            handover, new Dictionary<Guid, string>(), s => a.Path.TemplateOf(s).Key == "H" ? Housing : Case.Template, a.Worker, Case.Calendar, Case.Friday);
        Assert.Equal((StepState.Done, StepState.Done), (a.Second.State, Of("H.1").State));
    }

    [Fact]
    public void A_step_added_by_hand_stands_in_the_process_of_the_step_before_it()
    {
        Add(Housing);
        Assert.Null(ByHand(a.First.Id).FurtherKey);
        Assert.Equal("H", ByHand(Of("H.1").Id).FurtherKey);
        Assert.Equal("H", ByHand(null).FurtherKey);
        Assert.Equal(["T.1", null, "T.2", "T.3", "H.1", null, "H.2", null], InOrder.Select(s => s.TemplateKey));
    }

    private IEnumerable<CaseStep> InOrder => a.Path.Steps.OrderBy(s => s.Position);

    private static ProcessTemplate Later(ProcessTemplate template) => new()
    {
        Key = template.Key, Version = template.Version + 1, NameDe = "", NameEn = "", ScopeDe = "", ScopeEn = "", TriggerDe = "", TriggerEn = "",
        GoalDe = "", GoalEn = "", Source = "", Steps = template.Steps,
    };

    private CaseStep Of(string key) => a.Path.Steps.Single(s => s.TemplateKey == key);

    private void Add(ProcessTemplate template, Officer? by = null) =>
        a.Path.AddTemplate(Guid.CreateVersion7(), template, Actor.Coordination, by ?? a.Coordinator, Case.Calendar, Case.Friday);

    private void Finish(string key, string? result, ProcessTemplate template) =>
        a.Path.Finish(Of(key).Id, result, template, a.Coordinator, Case.Calendar, Case.Friday);

    private CaseStep ByHand(Guid? after) => a.Path.AddStep(
        new AddedStep(Guid.CreateVersion7(), "Geburtsurkunde", "jobcenter", new AddedDeadline(DeadlineKind.Target, 3), after), Actor.Coordination, a.Coordinator, Case.Calendar, Case.Friday);
}
