using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Tests.CasePaths;

/// <summary>A participation ends by hand.</summary>
public sealed class LeavingTests
{
    private readonly Case _case = new();

    [Fact]
    public void The_lead_stands_in_for_the_open_steps_and_nothing_is_seen_any_more()
    {
        _case.HandedOver(HandoverKind.Referral, DataCategory.Basic | DataCategory.Status);
        End(_case.Jobcenter.Id, _case.Worker);
        var ended = _case.Path.ParticipationOf(_case.Jobcenter.Id)!;
        Assert.Equal((false, DataCategory.None, (DateTimeOffset?)Case.Friday), (ended.IsActive, ended.Categories, ended.Until));
        Assert.All(ended.Grounds, g => Assert.Equal(Case.Today, g.EndedOn));
        Assert.Equal((_case.Coordination.Id, true), (_case.Second.ResponsibleActorId, _case.Second.StandsIn));
        var told = Assert.Single(_case.Path.Events, e => e.Kind == CaseEventKind.ParticipationEnded);
        Assert.Equal(("fertig", _case.Jobcenter.Id, (Guid?)_case.Jobcenter.Id), (told.Reason, told.OtherActorId, told.ActorId));
    }

    [Fact]
    public void The_actor_itself_the_lead_or_the_coordination_ends_it_and_never_that_of_the_lead()
    {
        _case.HandedOver(HandoverKind.Transfer, DataCategory.Basic);
        Assert.Equal("participation-of-lead", WhyNot(_case.Jobcenter.Id, _case.Worker));
        Assert.Equal("participation-of-lead", WhyNot(_case.Jobcenter.Id, _case.Coordinator));
        Assert.Null(WhyNot(_case.Coordination.Id, _case.Worker));
        Assert.Null(WhyNot(_case.Coordination.Id, _case.Coordinator));
        Assert.Equal("case-not-lead", WhyNot(_case.Jobcenter.Id, Case.For(_case.Coordination, Role.CaseWorker)));
        Assert.Equal("participation-over", WhyNot(_case.Immigration.Id, _case.Worker));
        Assert.Equal("case-not-taking-part", WhyNot(_case.Coordination.Id, Case.For(_case.Immigration, Role.CaseWorker)));
    }

    private string? WhyNot(Guid actorId, Officer by) => _case.Path.WhyNotEndParticipation(actorId, [], by)?.Code;

    private void End(Guid actorId, Officer by)
    {
        _case.Path.EndParticipation(actorId, "fertig", [], by, Case.Calendar, Case.Friday);
        _case.Path.Depart(actorId, Case.Friday);
    }
}
