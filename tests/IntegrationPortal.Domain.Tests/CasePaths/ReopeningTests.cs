using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Tests.CasePaths;

public sealed class ReopeningTests
{
    private readonly Case _case = new();

    [Fact]
    public void A_step_goes_back_to_where_it_was_and_the_reason_is_told()
    {
        var (done, skipped) = (_case.First, _case.Third);
        _case.Path.Start(done.Id, _case.Coordinator, Case.Calendar, Case.Friday);
        var due = done.DueOn;
        _case.Path.Finish(done.Id, null, Case.Template, _case.Coordinator, Case.Calendar, Case.Friday);
        _case.Path.Skip(skipped.Id, "nicht nötig", _case.Coordinator, Case.Calendar, Case.Friday);
        foreach (var step in new[] { done, skipped })
            _case.Path.Reopen(step.Id, "Verklickt", EndedBy(_case.Coordination.Id), _case.Coordinator, Case.Calendar, Case.Friday);

        Assert.Equal((StepState.Active, Case.Today, due, null), (done.State, done.StartedOn, done.DueOn, done.EndedOn));
        Assert.Equal((StepState.Planned, null, null), (skipped.State, skipped.Reason, skipped.EndedOn));
        Assert.NotNull(skipped.DueOn);
        Assert.True(done.IsCurrent);
        Assert.Equal(due, _case.Path.NextDueOn);
        Assert.All(_case.Path.Events.Where(e => e.Kind == CaseEventKind.StepReopened), e => Assert.Equal("Verklickt", e.Reason));
        Assert.Equal(2, _case.Path.Events.Count(e => e.Kind == CaseEventKind.StepReopened));
    }

    [Fact]
    public void Only_who_ended_it_or_leads_reopens_and_not_what_a_handover_rests_on()
    {
        _case.HandedOver(HandoverKind.Referral, DataCategory.Basic);
        _case.Path.Skip(_case.Third.Id, "nicht nötig", _case.Coordinator, Case.Calendar, Case.Friday);
        Reopening("step-ended-by-others", _case.Worker, EndedBy(_case.Coordination.Id));
        Reopening("case-not-taking-part", Case.For(_case.Immigration, Role.CaseWorker), EndedBy(_case.Immigration.Id));
        Reopening("step-handed-on-since", _case.Coordinator, EndedBy(_case.Coordination.Id) with { HandedOnSince = true });
        Assert.Null(_case.Path.WhyNotReopen(_case.Worker, _case.Third, EndedBy(_case.Jobcenter.Id)));
        Assert.Null(_case.Path.WhyNotReopen(_case.Coordinator, _case.Third, EndedBy(_case.Jobcenter.Id)));
        Assert.Equal("step-not-over", _case.Path.WhyNotReopen(_case.Coordinator, _case.First, EndedBy(_case.Coordination.Id))?.Code);
    }

    [Fact]
    public void Where_its_actor_has_left_the_lead_stands_in()
    {
        var handover = _case.HandedOver(HandoverKind.Referral, DataCategory.Basic);
        _case.Path.Finish(_case.Second.Id, null, Case.Template, _case.Worker, Case.Calendar, Case.Friday);
        _case.Path.Leave(handover, Case.Friday);
        Assert.False(_case.Path.ParticipationOf(_case.Jobcenter.Id)!.IsActive);
        _case.Path.Reopen(_case.Second.Id, "Fehlt noch", EndedBy(_case.Jobcenter.Id), _case.Coordinator, Case.Calendar, Case.Friday);
        Assert.Equal((_case.Coordination.Id, true), (_case.Second.ResponsibleActorId, _case.Second.StandsIn));
    }

    [Fact]
    public void What_was_done_earlier_has_its_day_from_the_beginning_of_the_case_to_today()
    {
        var later = Case.Friday.AddDays(6);
        _case.Path.Start(_case.First.Id, _case.Coordinator, Case.Calendar, later);
        Finishing("step-day-in-future", Case.Today.AddDays(7));
        Finishing("step-day-before-case", Case.Today.AddDays(-1));
        _case.Path.Finish(_case.First.Id, null, Case.Template, _case.Coordinator, Case.Calendar, later, Case.Today);
        Assert.Equal((Case.Today, Case.Today), (_case.First.StartedOn, _case.First.EndedOn));
        var told = _case.Path.Events.Single(e => e.Kind == CaseEventKind.StepFinished);
        Assert.Equal((later, true), (told.RecordedAt, told.HappenedAt >= Case.Friday && told.HappenedAt < Case.Friday.AddHours(12)));

        void Finishing(string code, DateOnly on) => Refused.With(
            code, () => _case.Path.Finish(_case.First.Id, null, Case.Template, _case.Coordinator, Case.Calendar, later, on));
    }

    private static StepEnd EndedBy(Guid actorId) => new(actorId, false);

    private void Reopening(string code, Officer by, StepEnd end)
    {
        Assert.Equal(code, _case.Path.WhyNotReopen(by, _case.Third, end)?.Code);
        Refused.With(code, () => _case.Path.Reopen(_case.Third.Id, "Verklickt", end, by, Case.Calendar, Case.Friday));
    }
}
