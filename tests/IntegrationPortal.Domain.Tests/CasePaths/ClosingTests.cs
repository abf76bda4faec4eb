using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Consents;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Tests.CasePaths;

/// <summary>A case is closed by hand, read from then on and not written, and can be taken up again.</summary>
public sealed class ClosingTests
{
    private static readonly DateTimeOffset Later = Case.Friday.AddDays(10);
    private static readonly DateOnly Erased = new(2029, 12, 31);

    private readonly Case _case = new();

    [Fact]
    public void What_was_open_stays_as_it_was_and_is_nobodys_turn()
    {
        _case.Path.Start(_case.First.Id, _case.Coordinator, Case.Calendar, Case.Friday);
        var before = _case.Path.Steps.Select(s => (s.State, s.DueOn, s.EndedOn)).ToList();
        Close(new DateOnly(2026, 11, 27), note: "Zuletzt im Sommer erreicht");

        Assert.Equal(new CaseClosure(new DateOnly(2026, 11, 27), ClosureReason.ContactLost, Erased), _case.Path.Closure);
        Assert.Equal(before, _case.Path.Steps.Select(s => (s.State, s.DueOn, s.EndedOn)));
        Assert.DoesNotContain(_case.Path.Steps, s => s.IsCurrent);
        Assert.Null(_case.Path.NextDueOn);
        var told = Assert.Single(_case.Path.Events, e => e.Kind == CaseEventKind.CaseClosed);
        Assert.Equal(("ContactLost", "Zuletzt im Sommer erreicht", Later), (told.Subject, told.Reason, told.RecordedAt));
        Assert.Equal(new DateOnly(2026, 11, 27), DateOnly.FromDateTime(told.HappenedAt.UtcDateTime));
    }

    [Fact]
    public void Its_last_day_is_neither_to_come_nor_before_the_first()
    {
        Refused.With("case-closed-in-future", () => Close(new DateOnly(2026, 12, 1)));
        Refused.With("case-closed-before-opened", () => Close(Case.Today.AddDays(-1)));
        Close(Case.Today);
    }

    [Fact]
    public void The_lead_or_the_coordination_that_takes_part_closes_and_nobody_else()
    {
        _case.HandedOver(HandoverKind.Transfer, DataCategory.Basic);
        Assert.Null(_case.Path.WhyNotClose(_case.Worker, []));
        Assert.Null(_case.Path.WhyNotClose(_case.Coordinator, []));
        var formerLead = Case.For(_case.Coordination, Role.CaseWorker);
        Assert.Equal("case-not-lead", _case.Path.WhyNotClose(formerLead, [])?.Code);
        Assert.Equal("case-not-taking-part", _case.Path.WhyNotClose(Case.For(_case.Immigration, Role.CaseWorker), [])?.Code);

        var other = new Case(openedBy: _case.Worker);
        var coordinator = Case.For(Case.NewActor("municipal_coordination"), Role.Coordinator);
        Assert.Equal("case-not-taking-part", other.Path.WhyNotClose(coordinator, [])?.Code);
        other.Path.BreakGlass("Gefahr im Verzug", coordinator, Case.Friday);
        Assert.Equal("break-glass-reads-only", other.Path.WhyNotClose(coordinator, [])?.Code);
    }

    [Fact]
    public void The_access_of_the_others_ends_and_the_lead_and_the_coordination_read_on()
    {
        var handover = _case.HandedOver(HandoverKind.Referral, DataCategory.Basic);
        Close(Case.Today);
        var jobcenter = _case.Path.ParticipationOf(_case.Jobcenter.Id)!;
        Assert.Equal((false, Later), (jobcenter.IsActive, jobcenter.Until));
        Assert.True(_case.Path.ParticipationOf(_case.Coordination.Id)!.HoldsAt(Later.AddYears(1)));

        // Of another lead the coordination is one of two that go on.
        var other = new Case();
        other.HandedOver(HandoverKind.Transfer, DataCategory.Basic);
        other.Path.Close(Details(Case.Today), [other.Coordination.Id], [], other.Worker, Later);
        Assert.All(other.Path.Participations, p => Assert.True(p.IsActive));
        Assert.Equal(HandoverState.Accepted, handover.State);
    }

    [Fact]
    public void Every_deed_says_that_it_is_closed_and_since_when()
    {
        var handover = _case.HandedOver(HandoverKind.Transfer, DataCategory.Basic);
        var (path, coordinator, now) = (_case.Path, _case.Coordinator, Later);
        path.Close(Details(Case.Today), [_case.Coordination.Id], [], coordinator, Later);
        var step = _case.First;
        var fact = new FactDetails(Guid.CreateVersion7(), FactKind.LanguageLevel, null, "B1", null, null, "Angabe");
        Action[] deeds =
        [
            () => path.Start(step.Id, coordinator, Case.Calendar, now),
            () => path.Finish(step.Id, null, Case.Template, coordinator, Case.Calendar, now),
            () => path.Skip(step.Id, "nicht nötig", coordinator, Case.Calendar, now),
            () => path.Block(step.Id, BlockReason.Other, null, coordinator, Case.Calendar, now),
            () => path.Reopen(step.Id, "doch", new StepEnd(coordinator.ActorId, false), coordinator, Case.Calendar, now),
            () => path.AddStep(new AddedStep(Guid.CreateVersion7(), "Neu", "jobcenter", new AddedDeadline(DeadlineKind.Target, 3), null), "jobcenter", coordinator, Case.Calendar, now),
            () => path.AddTemplate(Guid.CreateVersion7(), Templates.Of("T9", Templates.Step("T9", 1, "jobcenter")), "jobcenter", coordinator, Case.Calendar, now),
            () => path.TakeOn(handover, _case.Worker, Case.Calendar, now),
            () => path.TakeBack(handover, _case.Worker, Case.Calendar, now),
            () => path.Conclude(handover, new Dictionary<Guid, string>(), _ => Case.Template, _case.Worker, Case.Calendar, now),
            () => path.EndParticipation(_case.Coordination.Id, "fertig", [], _case.Worker, Case.Calendar, now),
            () => path.Close(Details(Case.Today), [], [], coordinator, now),
            () => _case.Person.Change(path, Case.Details(), coordinator, now),
            () => PersonFact.Record(path, _case.Person, fact, coordinator, now),
            () => Consent.Record(path, _case.Person, _case.Jobcenter, new ConsentDetails(
                Guid.CreateVersion7(), DataCategory.Basic, "x", Case.Today, Case.Today, "fa", null, ConsentForm.Written, null, "1"), Case.Today.AddYears(1), coordinator, now),
            () => Handover.Send(path, _case.Jobcenter, new HandoverDraft(
                Guid.CreateVersion7(), HandoverKind.Referral, [step.Id], "Ziel", null, null, false, null, null, null, [], [], [], []),
                new Dictionary<DataCategory, LegalGround?>(), false, true, coordinator, new HandoverClock(2, 5, 10), Case.Calendar, now),
        ];
        Assert.All(deeds, deed =>
        {
            var no = Assert.Throws<RefusedException>(deed).Refusal;
            Assert.Equal(("case-closed", Case.Today), (no.Code, no.Args.Single()));
        });
        Assert.Single(path.Events, e => e.Kind == CaseEventKind.CaseClosed);
    }

    [Fact]
    public void Reopening_gives_back_what_ended_with_it_as_far_as_grounds_still_hold()
    {
        _case.HandedOver(HandoverKind.Referral, DataCategory.Basic | DataCategory.Status, until: Case.Today.AddDays(20), basicUntil: Case.Today.AddDays(200));
        var due = _case.Path.NextDueOn;
        var states = _case.Path.Steps.Select(s => (s.State, s.IsCurrent, s.ResponsibleActorId)).ToList();
        Close(Case.Today);
        Refused.With("case-closed", () => Close(Case.Today));

        _case.Path.Reopen("Wieder da", _case.Coordinator, Case.Calendar, Later);
        Assert.Null(_case.Path.Closure);
        Assert.Equal(states, _case.Path.Steps.Select(s => (s.State, s.IsCurrent, s.ResponsibleActorId)));
        Assert.NotNull(_case.Path.NextDueOn);
        Assert.True(_case.Path.NextDueOn >= due);
        var back = _case.Path.ParticipationOf(_case.Jobcenter.Id)!;
        Assert.Equal((true, null, DataCategory.Basic | DataCategory.Status), (back.IsActive, back.Until, back.Categories));
        Assert.Equal("Wieder da", Assert.Single(_case.Path.Events, e => e.Kind == CaseEventKind.CaseReopened).Reason);
        Refused.With("case-runs", () => _case.Path.Reopen("noch einmal", _case.Coordinator, Case.Calendar, Later));

        // A second time, a month later: the consent for the status is over.
        Close(Case.Today.AddDays(10));
        _case.Path.Lapse(Later.AddDays(30));
        Assert.DoesNotContain(_case.Path.Events, e => e.Kind == CaseEventKind.GroundsLapsed);
        _case.Path.Reopen("Noch einmal", _case.Coordinator, Case.Calendar, Later.AddDays(30));
        Assert.Equal(DataCategory.Basic, back.Categories);
    }

    [Fact]
    public void Who_has_no_ground_left_or_was_ended_by_hand_does_not_come_back_and_the_lead_stands_in()
    {
        _case.HandedOver(HandoverKind.Referral, DataCategory.Basic, until: Case.Today.AddDays(20));
        Close(Case.Today);
        Assert.Single(_case.Path.ComingBack(Case.Today.AddDays(20)));
        Assert.Empty(_case.Path.ComingBack(Case.Today.AddDays(21)));
        _case.Path.Reopen("Wieder da", _case.Coordinator, Case.Calendar, Later.AddDays(30));
        Assert.False(_case.Path.ParticipationOf(_case.Jobcenter.Id)!.IsActive);
        Assert.Equal((_case.Coordination.Id, true), (_case.Second.ResponsibleActorId, _case.Second.StandsIn));

        var other = new Case();
        other.HandedOver(HandoverKind.Referral, DataCategory.Basic);
        other.Path.EndParticipation(other.Jobcenter.Id, "fertig", [], other.Coordinator, Case.Calendar, Case.Friday);
        other.Path.Depart(other.Jobcenter.Id, Case.Friday);
        other.Path.Close(Details(Case.Today), [], [], other.Coordinator, Later);
        Assert.Empty(other.Path.ComingBack(Case.Today.AddDays(10)));
    }

    [Fact]
    public void Only_who_could_have_closed_it_reopens_it()
    {
        _case.HandedOver(HandoverKind.Transfer, DataCategory.Basic);
        _case.Path.Close(Details(Case.Today), [_case.Coordination.Id], [], _case.Worker, Later);
        Assert.Null(_case.Path.WhyNotReopen(_case.Worker));
        Assert.Null(_case.Path.WhyNotReopen(_case.Coordinator));
        Assert.Equal("case-not-lead", _case.Path.WhyNotReopen(Case.For(_case.Coordination, Role.CaseWorker))?.Code);
        Assert.Equal("case-not-taking-part", _case.Path.WhyNotReopen(Case.For(_case.Immigration, Role.CaseWorker))?.Code);
    }

    private void Close(DateOnly on, string? note = null) =>
        _case.Path.Close(Details(on) with { Note = note }, [_case.Coordination.Id], [], _case.Coordinator, Later);

    private static ClosingDetails Details(DateOnly on) => new(on, ClosureReason.ContactLost, Erased);
}
