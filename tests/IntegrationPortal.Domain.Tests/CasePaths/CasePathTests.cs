using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Tests.CasePaths;

public sealed class CasePathTests
{
    [Fact]
    public void Deadlines_of_steps_not_begun_follow_one_another_in_working_days()
    {
        var @case = new Case();
        // Friday + 2 = Tuesday; + 5 = the Tuesday after; + 10 = two weeks on.
        Assert.Equal([new(2026, 11, 24), new(2026, 12, 1), new(2026, 12, 15)], @case.Path.Steps.Select(s => s.DueOn!.Value));
        Assert.Equal(new DateOnly(2026, 11, 24), @case.Path.NextDueOn);
        Assert.All(@case.Path.Participations, p => Assert.Equal(@case.Path.NextDueOn, p.NextDueOn));
    }

    [Fact]
    public void A_step_that_ends_late_or_early_moves_the_planned_ones_and_never_an_active_one()
    {
        var @case = new Case();
        var late = Case.Friday.AddDays(14);
        @case.Path.Start(@case.Second.Id, @case.Coordinator, Case.Calendar, Case.Friday);
        var second = @case.Second.DueOn;
        @case.Path.Skip(@case.First.Id, "entfällt", @case.Coordinator, Case.Calendar, late);

        Assert.Equal(second, @case.Second.DueOn);
        // The active step is overdue; what follows it is projected from the day of looking, not from the past.
        Assert.Equal(Case.Calendar.Add(new(2026, 12, 4), 10), @case.Third.DueOn);
        Assert.Equal(second, @case.Path.NextDueOn);
    }

    [Fact]
    public void A_blocked_step_keeps_its_deadline()
    {
        var @case = new Case();
        @case.Path.Start(@case.First.Id, @case.Coordinator, Case.Calendar, Case.Friday);
        var due = @case.First.DueOn;
        @case.Path.Block(@case.First.Id, BlockReason.NoAppointment, "erst im Januar", @case.Coordinator, Case.Calendar, Case.Friday.AddDays(5));
        @case.Path.Start(@case.First.Id, @case.Coordinator, Case.Calendar, Case.Friday.AddDays(9));

        Assert.Equal(due, @case.First.DueOn);
        Assert.Null(@case.First.BlockReason);
        Assert.Null(@case.First.Reason);
    }

    [Fact]
    public void A_planned_step_that_is_blocked_begins_with_it_and_has_its_own_deadline_from_that_day_on()
    {
        var @case = new Case();
        Assert.Equal(new DateOnly(2026, 12, 15), @case.Third.DueOn);
        @case.Path.Block(@case.Third.Id, BlockReason.NoAppointment, null, @case.Coordinator, Case.Calendar, Case.Friday);
        Assert.Equal((Case.Today, new DateOnly(2026, 12, 4)), (@case.Third.StartedOn, @case.Third.DueOn));

        @case.Path.Start(@case.Third.Id, @case.Coordinator, Case.Calendar, Case.Friday.AddDays(7));
        Assert.Equal((Case.Today, new DateOnly(2026, 12, 4)), (@case.Third.StartedOn, @case.Third.DueOn));
    }

    [Fact]
    public void A_step_whose_projected_day_is_past_is_not_overdue_for_being_blocked_late()
    {
        var @case = new Case();
        @case.Path.Block(@case.First.Id, BlockReason.NoAppointment, null, @case.Coordinator, Case.Calendar, Case.Friday.AddDays(14));
        @case.Path.Start(@case.First.Id, @case.Coordinator, Case.Calendar, Case.Friday.AddDays(17));
        Assert.Equal((new DateOnly(2026, 12, 4), new DateOnly(2026, 12, 8)), (@case.First.StartedOn, @case.First.DueOn));
    }

    [Fact]
    public void Whoever_opens_leads_holds_everything_and_stands_in_for_the_kinds_it_is_not()
    {
        var @case = new Case();
        Assert.Equal(@case.Coordination.Id, @case.Path.LeadActorId);
        Assert.Equal(DataCategories.Everything, @case.Path.Participations.Single().Categories);
        Assert.Equal([false, true, true], @case.Path.Steps.Select(s => s.StandsIn));
        Assert.All(@case.Path.Steps, s => Assert.Equal(@case.Coordination.Id, s.ResponsibleActorId));
    }

    [Fact]
    public void The_immigration_authority_never_holds_counselling_notes_also_not_of_its_own_case()
    {
        var authority = Case.NewActor(Actor.ImmigrationAuthority);
        var @case = new Case(Case.For(authority, Role.CaseWorker));
        Assert.False(@case.Path.Participations.Single().Categories.HasFlag(DataCategory.Counselling));
    }

    [Fact]
    public void On_a_step_work_its_responsible_actor_the_lead_and_a_coordination_that_takes_part()
    {
        var @case = new Case();
        var stranger = @case.Worker;
        Assert.Equal("case-not-taking-part", @case.Path.WhyNotWork(stranger, @case.Second)?.Code);
        Assert.Equal("case-not-taking-part", @case.Path.WhyNotAddStep(stranger)?.Code);

        @case.HandedOver(HandoverKind.Referral, DataCategory.Basic);
        Assert.Null(@case.Path.WhyNotWork(stranger, @case.Second));
        Assert.Equal("step-not-yours", @case.Path.WhyNotWork(stranger, @case.Third)?.Code);
        Assert.Equal("case-not-lead", @case.Path.WhyNotAddStep(stranger)?.Code);
        Assert.All(@case.Path.Steps, s => Assert.Null(@case.Path.WhyNotWork(@case.Coordinator, s)));
        Refused.With("step-not-yours", () => @case.Path.Start(@case.Third.Id, stranger, Case.Calendar, Case.Friday));
    }

    [Fact]
    public void An_added_step_stands_where_it_was_put_and_the_later_ones_move_on()
    {
        var @case = new Case();
        var added = @case.Path.AddStep(
            new AddedStep(Guid.CreateVersion7(), "Geburtsurkunde übersetzen", "jobcenter", new AddedDeadline(DeadlineKind.Target, 3), @case.First.Id), Actor.Coordination, @case.Coordinator, Case.Calendar, Case.Friday);

        Assert.Equal(["T.1", "Geburtsurkunde übersetzen", "T.2", "T.3"], @case.Path.Steps.OrderBy(s => s.Position).Select(s => s.TitleDe));
        Assert.Equal(@case.Path.Steps.Count, @case.Path.Steps.Select(s => s.Position).Distinct().Count());
        Assert.Equal(new DateOnly(2026, 11, 27), added.DueOn);
        Assert.True(added.StandsIn);
    }

    [Fact]
    public void A_step_of_the_kind_that_leads_is_the_leads_own_whoever_adds_it()
    {
        var @case = new Case();
        @case.HandedOver(HandoverKind.Transfer, DataCategory.Basic);
        CaseStep Added(string kind) => @case.Path.AddStep(
            new AddedStep(Guid.CreateVersion7(), "Beratung", kind, new AddedDeadline(DeadlineKind.Target, 3), null), @case.Jobcenter.Kind, @case.Coordinator, Case.Calendar, Case.Friday);

        var (own, other) = (Added("jobcenter"), Added(Actor.ImmigrationAuthority));
        Assert.Equal((@case.Jobcenter.Id, false), (own.ResponsibleActorId, own.StandsIn));
        Assert.Equal((@case.Jobcenter.Id, true), (other.ResponsibleActorId, other.StandsIn));
    }

    [Fact]
    public void Every_deed_is_told_as_an_event_of_the_one_who_did_it()
    {
        var @case = new Case();
        var by = @case.Coordinator;
        @case.Path.Start(@case.First.Id, by, Case.Calendar, Case.Friday);
        @case.Path.Finish(@case.First.Id, null, Case.Template, by, Case.Calendar, Case.Friday);
        @case.Path.Skip(@case.Second.Id, "nicht nötig", by, Case.Calendar, Case.Friday);

        Assert.Equal(
            [CaseEventKind.CaseOpened, CaseEventKind.StepStarted, CaseEventKind.StepFinished, CaseEventKind.StepSkipped],
            @case.Path.Events.Select(e => e.Kind));
        Assert.All(@case.Path.Events.Skip(1), e => Assert.Equal((by.UserId, by.ActorId), (e.UserId, e.ActorId)));
    }
}
