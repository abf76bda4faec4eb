using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;

namespace IntegrationPortal.Domain.Tests.Handovers;

/// <summary>After a return lead, steps and participation are as they were.</summary>
public sealed class ReturningTests
{
    private readonly Given given = new();

    [Theory]
    [InlineData(HandoverKind.Referral)]
    [InlineData(HandoverKind.Transfer)]
    public void Everything_is_as_it_was(HandoverKind kind)
    {
        var before = Responsible();
        var handover = given.Referral(HandoverState.Returned, kind);

        Assert.Equal("doch nicht", handover.Content!.ReasonText);
        Assert.Equal(Given.Coordination.Actor.Id, given.Path.LeadActorId);
        Assert.Equal(before, Responsible());
        var left = given.Path.ParticipationOf(Given.Jobcenter.Actor.Id)!;
        Assert.Equal((false, DataCategory.None, Given.Now), (left.IsActive, left.Categories, left.Until));
        Assert.All(left.Grounds, g => Assert.Equal(Given.Today, g.EndedOn));
    }

    [Fact]
    public void Steps_that_came_along_with_the_lead_go_back_with_it()
    {
        var before = Responsible();
        var handover = given.Send(HandoverKind.Transfer, Given.Jobcenter, [2]);
        given.Accept(handover, Given.Jobcenter);
        Assert.Equal(Given.Jobcenter.Actor.Id, given.Steps[2].ResponsibleActorId);
        given.Return(handover, Given.Jobcenter);
        Assert.Equal(before, Responsible());
    }

    [Fact]
    public void A_step_that_the_receiver_had_before_stays_with_it()
    {
        given.Accept(given.Send(HandoverKind.Referral, Given.Jobcenter, [3]), Given.Jobcenter);
        var transfer = given.Send(HandoverKind.Transfer, Given.Jobcenter, [2]);
        given.Accept(transfer, Given.Jobcenter);
        given.Return(transfer, Given.Jobcenter);
        Assert.Equal((Given.Jobcenter.Actor.Id, false), (given.Steps[2].ResponsibleActorId, given.Steps[2].StandsIn));
        Assert.Equal((Given.Coordination.Actor.Id, true), (given.Steps[1].ResponsibleActorId, given.Steps[1].StandsIn));
    }

    [Fact]
    public void The_lead_goes_back_to_who_had_it_not_to_who_sent()
    {
        given.Accept(given.Send(HandoverKind.Transfer, Given.Jobcenter, [2]), Given.Jobcenter);
        // The coordination sends it on, though the jobcenter leads.
        var onward = given.Send(HandoverKind.Transfer, Given.School, [4]);
        given.Accept(onward, Given.School);
        Assert.Equal(Given.School.Actor.Id, given.Path.LeadActorId);
        given.Return(onward, Given.School);
        Assert.Equal(Given.Jobcenter.Actor.Id, given.Path.LeadActorId);
    }

    [Fact]
    public void What_moves_is_known_from_whom_it_goes_and_to_whom_it_comes_back()
    {
        given.Accept(given.Send(HandoverKind.Transfer, Given.Jobcenter, [2]), Given.Jobcenter);
        // The coordination keeps its own step and sends the rest on, though the jobcenter leads.
        var onward = given.Send(HandoverKind.Transfer, Given.School, [4]);
        var before = given.Path.Responsibilities();
        given.Accept(onward, Given.School);
        Assert.Equal([Given.Jobcenter.Actor.Id], before.Except(given.Path.Responsibilities()).Select(r => r.ActorId).Distinct());

        before = given.Path.Responsibilities();
        given.Return(onward, Given.School);
        var came = given.Path.Responsibilities().Except(before).ToList();
        Assert.Equal([Given.Jobcenter.Actor.Id], came.Select(r => r.ActorId).Distinct());
        Assert.Contains((null, Given.Jobcenter.Actor.Id), came);
    }

    [Fact]
    public void A_lead_that_was_passed_on_cannot_be_given_back_by_who_no_longer_has_it()
    {
        var first = given.Send(HandoverKind.Transfer, Given.Jobcenter, [2]);
        given.Accept(first, Given.Jobcenter);
        given.Accept(given.Send(HandoverKind.Transfer, Given.School, [4], from: Given.Jobcenter, categories: DataCategory.Basic), Given.School);
        Assert.Equal("handover-lead-moved-on", Given.CodeOf(() => given.Return(first, Given.Jobcenter)));
    }

    [Fact]
    public void Who_waits_for_an_answer_to_what_it_passed_on_cannot_leave()
    {
        var handover = given.Referral(HandoverState.Accepted);
        Assert.Equal("handover-passed-on", Given.CodeOf(() => handover.Return("doch nicht", Given.Jobcenter, Given.Now, passedOn: true)));
        Assert.Equal(HandoverState.Accepted, handover.State);
    }

    [Fact]
    public void A_step_whose_former_actor_has_left_goes_to_the_lead()
    {
        var first = given.Send(HandoverKind.Referral, Given.Jobcenter, [1, 2]);
        given.Accept(first, Given.Jobcenter);
        var second = Office.Of(Given.JobcenterKind, "Team 2", Domain.Tenancy.Role.CaseWorker);
        var onward = given.Send(HandoverKind.Referral, second, [2], from: Given.Jobcenter, categories: DataCategory.Basic);
        given.Accept(onward, second);
        given.Return(first, Given.Jobcenter);
        Assert.Equal(second.Actor.Id, given.Steps[1].ResponsibleActorId);
        given.Return(onward, second);
        Assert.Equal((Given.Coordination.Actor.Id, true), (given.Steps[1].ResponsibleActorId, given.Steps[1].StandsIn));
    }

    [Fact]
    public void An_emergency_is_no_reason_to_get_the_lead_back()
    {
        var (opened, later) = (new Given(Given.Jobcenter), Given.Now.AddDays(4));
        opened.Accept(opened.Send(HandoverKind.Transfer, Given.Coordination, [1], from: Given.Jobcenter, until: Given.Today.AddDays(3)), Given.Coordination);
        opened.Path.Finish(opened.Steps[0].Id, null, Given.Template(), Given.Coordination, Given.Calendar, Given.Now);
        var onward = opened.Send(HandoverKind.Transfer, Given.School, [4], categories: DataCategory.Basic);
        opened.Accept(onward, Given.School);
        opened.Path.Lapse(later);
        Assert.False(opened.Path.ParticipationOf(Given.Coordination.Actor.Id)!.IsActive);

        opened.Path.BreakGlass("Gefahr im Verzug", Given.Coordination, later);
        Assert.Equal("handover-lead-has-left", Given.CodeOf(() => opened.Return(onward, Given.School)));
        Assert.Equal(Given.School.Actor.Id, opened.Path.LeadActorId);
    }

    [Fact]
    public void An_emergency_is_no_reason_to_get_a_step_back_it_goes_to_the_lead()
    {
        var (opened, later) = (new Given(Given.Jobcenter), Given.Now.AddDays(4));
        opened.Accept(opened.Send(HandoverKind.Referral, Given.Coordination, [1], from: Given.Jobcenter, until: Given.Today.AddDays(3)), Given.Coordination);
        var team = Office.Of(Given.JobcenterKind, "Team 2", Domain.Tenancy.Role.CaseWorker);
        var onward = opened.Send(HandoverKind.Referral, team, [1], categories: DataCategory.Basic);
        opened.Accept(onward, team);
        opened.Path.Lapse(later);
        opened.Path.BreakGlass("Gefahr im Verzug", Given.Coordination, later);

        opened.Return(onward, team);
        Assert.Equal((Given.Jobcenter.Actor.Id, true), (opened.Steps[0].ResponsibleActorId, opened.Steps[0].StandsIn));
    }

    [Fact]
    public void What_somebody_who_leaves_had_added_goes_to_the_lead()
    {
        var handover = given.Send(HandoverKind.Transfer, Given.Jobcenter, [2]);
        given.Accept(handover, Given.Jobcenter);
        var added = given.Path.AddStep(new(Guid.CreateVersion7(), "Probearbeit", Given.JobcenterKind, new(DeadlineKind.Target, 5), null), Given.JobcenterKind, Given.Jobcenter, Given.Calendar, Given.Now);
        given.Return(handover, Given.Jobcenter);
        Assert.Equal(Given.Coordination.Actor.Id, added.ResponsibleActorId);
    }

    [Fact]
    public void Steps_that_are_over_stay_as_they_are()
    {
        var handover = given.Referral(HandoverState.Accepted);
        given.Path.Finish(given.Steps[1].Id, null, Given.Template(), Given.Jobcenter, Given.Calendar, Given.Now);
        given.Return(handover, Given.Jobcenter);
        Assert.Equal((StepState.Done, Given.Jobcenter.Actor.Id), (given.Steps[1].State, given.Steps[1].ResponsibleActorId));
    }

    private List<(Guid, bool)> Responsible() => [.. given.Steps.Select(s => (s.ResponsibleActorId, s.StandsIn))];
}
