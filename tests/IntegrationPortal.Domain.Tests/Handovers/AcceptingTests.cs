using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Tests.Handovers;

/// <summary>What an acceptance moves, and whose desk a handover lies on.</summary>
public sealed class AcceptingTests
{
    private readonly Given given = new();

    [Fact]
    public void A_referral_starts_the_participation_and_leaves_the_lead()
    {
        var handover = given.Referral(HandoverState.Accepted);

        var joined = given.Path.ParticipationOf(Given.Jobcenter.Actor.Id)!;
        Assert.True(joined.IsActive);
        Assert.Equal(handover.Categories, joined.Categories);
        Assert.Equal(Given.Coordination.Actor.Id, given.Path.LeadActorId);
        Assert.All(given.Steps.Where(s => s.Position is 2 or 3), s =>
            Assert.Equal((Given.Jobcenter.Actor.Id, false, StepState.Active), (s.ResponsibleActorId, s.StandsIn, s.State)));
        Assert.All(given.Steps.Where(s => s.Position is 1 or 4 or 5), s => Assert.Equal(Given.Coordination.Actor.Id, s.ResponsibleActorId));
    }

    [Fact]
    public void A_transfer_moves_the_lead_and_every_step_that_the_lead_stood_in_for()
    {
        given.Accept(given.Send(HandoverKind.Transfer, Given.Jobcenter, [2]), Given.Jobcenter);

        Assert.Equal(Given.Jobcenter.Actor.Id, given.Path.LeadActorId);
        Assert.Equal(Given.Coordination.Actor.Id, given.Steps[0].ResponsibleActorId);
        Assert.All(given.Steps.Skip(1), s => Assert.Equal(Given.Jobcenter.Actor.Id, s.ResponsibleActorId));
        Assert.Equal([false, false, false, true, true], given.Steps.Select(s => s.StandsIn));
        Assert.True(given.Path.ParticipationOf(Given.Coordination.Actor.Id)!.IsActive);
    }

    [Fact]
    public void A_ground_that_lapsed_meanwhile_refuses_the_acceptance_by_its_name()
    {
        var handover = given.Send(HandoverKind.Referral, Given.Jobcenter, [2], until: Given.Today.AddDays(3));

        var refused = Assert.Throws<RefusedException>(() => handover.Accept(null, null, Given.Jobcenter, Given.Now.AddDays(4))).Refusal;
        Assert.Equal("handover-ground-lapsed", refused.Code);
        Assert.Equal(DataCategory.Basic, refused.Args[0]);
        Assert.Equal(HandoverState.Sent, handover.State);
        Assert.NotNull(handover.Accept(null, null, Given.Jobcenter, Given.Now.AddDays(3)));
    }

    [Fact]
    public void The_first_free_date_is_not_past()
    {
        var handover = given.Referral();
        Assert.Equal("handover-date-past", Given.CodeOf(() => handover.Accept(Given.Today.AddDays(-1), null, Given.Jobcenter, Given.Now)));
        handover.Accept(Given.Today, null, Given.Jobcenter, Given.Now);
        Assert.Equal(Given.Today, handover.FirstFreeDate);
    }

    [Fact]
    public void A_second_handover_adds_to_what_the_first_opened_and_takes_only_its_own_back()
    {
        var first = given.Send(HandoverKind.Referral, Given.Jobcenter, [2], categories: DataCategory.Basic | DataCategory.Status);
        given.Accept(first, Given.Jobcenter);
        var second = given.Send(HandoverKind.Referral, Given.Jobcenter, [3], categories: DataCategory.Basic | DataCategory.Work);
        given.Accept(second, Given.Jobcenter);
        var joined = given.Path.ParticipationOf(Given.Jobcenter.Actor.Id)!;
        Assert.Equal(DataCategory.Basic | DataCategory.Status | DataCategory.Work, joined.Categories);

        given.Return(second, Given.Jobcenter);
        Assert.Equal(DataCategory.Basic | DataCategory.Status, joined.Categories);
        Assert.True(joined.IsActive);
    }

    [Fact]
    public void The_lead_cannot_be_taken_from_somebody_else_than_the_one_it_was_sent_by()
    {
        var first = given.Send(HandoverKind.Transfer, Given.Jobcenter, [2]);
        given.Accept(first, Given.Jobcenter);
        var onward = given.Send(HandoverKind.Transfer, Given.School, [4], from: Given.Jobcenter, categories: DataCategory.Basic);
        // Not possible while it waits for an answer; here it happened at the same moment.
        given.Return(first, Given.Jobcenter);
        Assert.Equal("handover-lead-elsewhere", Given.CodeOf(() => given.Accept(onward, Given.School)));
        Assert.Equal(Given.Coordination.Actor.Id, given.Path.LeadActorId);
    }

    [Fact]
    public void What_lies_on_a_colleagues_desk_is_theirs_and_the_managers()
    {
        var handover = given.Referral();
        Officer worker = Given.Jobcenter;
        var colleague = Given.Jobcenter.Colleague(Role.CaseWorker);
        var manager = Given.Jobcenter.Colleague(Role.ActorManager);
        handover.Take(worker, Given.Now);

        Assert.Equal("handover-yours-already", handover.WhyNotTake(worker)?.Code);
        Assert.Equal("handover-with-colleague", handover.WhyNotTake(colleague)?.Code);
        Assert.Equal("handover-with-colleague", handover.WhyNot(HandoverDeed.Accept, colleague)?.Code);
        Assert.Null(handover.WhyNotTake(manager));
        Assert.Equal("handover-receiver-only", handover.WhyNotTake(Given.Coordination)?.Code);

        handover.Accept(null, null, manager, Given.Now);
        Assert.Equal(worker.UserId, handover.AssigneeUserId);
        var accepted = handover.Events.Single(e => e.Kind == CaseEventKind.HandoverAccepted);
        Assert.Equal((manager.UserId, worker.UserId), (accepted.UserId, accepted.InsteadOfUserId));
    }

    [Fact]
    public void What_lay_on_the_desk_of_somebody_who_has_left_is_the_colleagues()
    {
        var handover = given.Referral(HandoverState.Accepted);
        var colleague = Given.Jobcenter.Colleague(Role.CaseWorker);
        Assert.Equal("handover-with-colleague", handover.WhyNot(HandoverDeed.Arrive, colleague)?.Code);
        handover.LeaveDesk();
        Assert.Null(handover.WhyNotTake(colleague));
        handover.Arrive(colleague, Given.Now);
        Assert.Null(handover.Events.Single(e => e.Kind == CaseEventKind.HandoverArrived).InsteadOfUserId);

        handover.Take(colleague, Given.Now);
        handover.Complete("Bericht", colleague, Given.Now);
        handover.LeaveDesk();
        Assert.Equal(colleague.UserId, handover.AssigneeUserId);
    }

    [Fact]
    public void Whoever_acts_for_nobody_acts_for_themselves()
    {
        var handover = given.Referral(HandoverState.Accepted);
        Assert.Equal(Given.Jobcenter.Officer.UserId, handover.AssigneeUserId);
        Assert.Null(handover.Events.Single(e => e.Kind == CaseEventKind.HandoverAccepted).InsteadOfUserId);
    }

    [Fact]
    public void Nothing_is_taken_onto_a_desk_when_it_is_over() =>
        Assert.Equal("handover-is-over", given.Referral(HandoverState.Declined).WhyNotTake(Given.Jobcenter)?.Code);

    [Fact]
    public void The_reason_and_the_report_are_kept()
    {
        Assert.Equal((DeclineReason.NoCapacity, "voll"), (new Given().Referral(HandoverState.Declined) is var d ? (d.DeclineReason, d.Content!.ReasonText) : default));
        var completed = new Given();
        Assert.Equal("Bericht", completed.Referral(HandoverState.Completed).Content!.Report);
        Assert.All(completed.Steps.Where(s => s.Position is 2 or 3), s => Assert.Equal(StepState.Done, s.State));
    }
}
