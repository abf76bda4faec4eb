using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Tests.Handovers;

/// <summary>Several actors may be asked for one step; nobody takes it unseen from the one who has it by now.</summary>
public sealed class SameStepTests
{
    private static readonly Office Other = Office.Of(Given.JobcenterKind, "Team 2", Role.CaseWorker);

    private readonly Given given = new();

    [Fact]
    public void Of_two_actors_asked_for_one_step_only_the_first_to_accept_gets_it()
    {
        var (first, second) = (Sent(Given.Jobcenter, 2, 3), Sent(Other, 3));
        given.Accept(first, Given.Jobcenter);

        var refused = given.Path.WhyNotTakeOn(second);
        Assert.Equal(("handover-step-elsewhere", "Plan"), (refused?.Code, refused?.Args[0].ToString()));
        Assert.Equal("handover-step-elsewhere", Given.CodeOf(() => given.Path.TakeOn(second, Other, Given.Calendar, Given.Now)));
        Assert.Equal((Given.Jobcenter.Actor.Id, first.Id), (given.Steps[2].ResponsibleActorId, given.Steps[2].GivenByHandoverId!.Value));
    }

    [Fact]
    public void What_the_first_has_given_back_or_finished_is_in_nobodys_way()
    {
        var (first, second) = (Sent(Given.Jobcenter, 2), Sent(Other, 2));
        given.Accept(first, Given.Jobcenter);
        given.Return(first, Given.Jobcenter);
        Assert.Null(given.Path.WhyNotTakeOn(second));

        var again = Sent(Given.Jobcenter, 2);
        given.Accept(again, Given.Jobcenter);
        given.Path.Finish(given.Steps[1].Id, null, Given.Template(), Given.Jobcenter, Given.Calendar, Given.Now);
        Assert.Null(given.Path.WhyNotTakeOn(second));
    }

    [Fact]
    public void Who_has_the_step_by_now_asks_the_next_one_itself()
    {
        given.Accept(Sent(Given.Jobcenter, 2), Given.Jobcenter);
        given.Accept(given.Send(HandoverKind.Referral, Other, [2], from: Given.Jobcenter, categories: DataCategory.Basic), Other);
        Assert.Equal(Other.Actor.Id, given.Steps[1].ResponsibleActorId);
    }

    [Fact]
    public void A_new_lead_that_only_stands_in_gives_the_step_to_whom_the_old_one_asked()
    {
        var asked = given.Send(HandoverKind.Referral, Given.School, [4], categories: DataCategory.Basic);
        given.Accept(given.Send(HandoverKind.Transfer, Given.Jobcenter, [2]), Given.Jobcenter);
        Assert.Equal((Given.Jobcenter.Actor.Id, true), (given.Steps[3].ResponsibleActorId, given.Steps[3].StandsIn));

        given.Accept(asked, Given.School);
        Assert.Equal(Given.School.Actor.Id, given.Steps[3].ResponsibleActorId);
    }

    [Fact]
    public void Who_got_the_step_with_the_lead_takes_it_from_nobody()
    {
        var asked = Sent(Given.Jobcenter, 3);
        given.Accept(given.Send(HandoverKind.Transfer, Given.Jobcenter, [2]), Given.Jobcenter);
        Assert.Null(given.Path.WhyNotTakeOn(asked));
    }

    [Fact]
    public void Completing_leaves_to_others_what_was_passed_on_to_them()
    {
        var first = Sent(Given.Jobcenter, 2, 3);
        given.Accept(first, Given.Jobcenter);
        given.Accept(given.Send(HandoverKind.Referral, Other, [3], from: Given.Jobcenter, categories: DataCategory.Basic), Other);
        first.Arrive(Given.Jobcenter, Given.Now);
        given.Complete(first, Given.Jobcenter);

        Assert.Equal((StepState.Done, StepState.Active), (given.Steps[1].State, given.Steps[2].State));
        Assert.Equal(Other.Actor.Id, given.Steps[2].ResponsibleActorId);
    }

    private Handover Sent(Office to, params int[] positions) => given.Send(HandoverKind.Referral, to, positions);
}
