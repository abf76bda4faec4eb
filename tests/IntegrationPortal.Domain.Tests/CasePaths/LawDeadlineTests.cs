using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Domain.Tests.Calendar;

namespace IntegrationPortal.Domain.Tests.CasePaths;

/// <summary>Deadlines that the law counts from an event, in days, weeks or months: they run from its day, whoever does what when.</summary>
public sealed class LawDeadlineTests
{
    private static readonly DateOnly Known = Case.Today.AddDays(-30);

    /// <summary>Notify within three months (63 working days), as the first step and as the second.</summary>
    private readonly Case _case = new(template: Templates.Of(
        "T", Templates.Step("T", 1, Actor.Coordination, days: 2), Templates.Lawful("T", 2, "jobcenter", 63, 3, LawUnit.Month, irrevocable: true), Templates.Step("T", 3, "jobcenter")));

    private readonly Case _atOnce = new(template: Templates.Of(
        "T", Templates.Lawful("T", 1, Actor.Coordination, 63, 3, LawUnit.Month), Templates.Step("T", 2, "jobcenter")));

    [Theory]
    [InlineData("2026-02-19", 63, 3, LawUnit.Month, "2026-05-19")] // in working days 26 May
    [InlineData("2026-03-26", 30, 6, LawUnit.Week, "2026-05-07")] // in working days 12 May
    [InlineData("2026-02-16", 5, 5, LawUnit.Day, "2026-02-23")]
    [InlineData("2026-04-01", 5, 5, LawUnit.Day, "2026-04-07")] // ends on Easter Monday; in working days 10 April
    [InlineData("2026-10-15", 63, 3, LawUnit.Month, "2027-01-14")] // the working days are over the day before
    public void The_day_is_the_earlier_one_of_the_law_and_of_the_working_days(string since, int days, int value, LawUnit unit, string due)
    {
        var (eventOn, officer, actor) = (DateOnly.Parse(since, null), Case.For(_case.Coordination, Role.Coordinator), Actor.Coordination);
        var now = new DateTimeOffset(eventOn, new TimeOnly(9, 0), TimeSpan.Zero);
        var path = CasePath.Open(Guid.CreateVersion7(), "K-1", Templates.Of("T", Templates.Lawful("T", 1, actor, days, value, unit)), officer, Rules.For("NW"), now);
        path.Start(path.Steps[0].Id, officer, Rules.For("NW"), now);
        Assert.Equal((eventOn, DateOnly.Parse(due, null)), (path.Steps[0].EventOn, path.Steps[0].DueOn));
    }

    [Fact]
    public void What_waits_for_nothing_runs_from_the_day_the_case_was_opened_and_no_deed_moves_it()
    {
        var due = _atOnce.First.DueOn;
        Assert.Equal(Case.Today, _atOnce.First.EventOn);
        _atOnce.Path.Skip(_atOnce.Second.Id, "entfällt", _atOnce.Coordinator, Case.Calendar, Case.Friday.AddDays(40));
        Assert.Equal((Case.Today, due, due), (_atOnce.First.EventOn, _atOnce.First.DueOn, _atOnce.Path.NextDueOn));

        _atOnce.Path.Start(_atOnce.First.Id, _atOnce.Coordinator, Case.Calendar, Case.Friday.AddDays(40));
        Assert.Equal((Case.Today.AddDays(40), Case.Today, due), (_atOnce.First.StartedOn, _atOnce.First.EventOn, _atOnce.First.DueOn));
    }

    [Fact]
    public void What_waits_for_another_step_is_projected_until_that_one_is_done()
    {
        Assert.Null(_case.Second.EventOn);
        var projected = _case.Second.DueOn;
        var later = Case.Friday.AddDays(10);
        _case.Path.Start(_case.First.Id, _case.Coordinator, Case.Calendar, later);
        Assert.True(_case.Second.DueOn > projected);

        _case.Path.Finish(_case.First.Id, null, TemplateOf(_case), _case.Coordinator, Case.Calendar, later);
        Assert.Equal((Case.Today.AddDays(10), Case.Calendar.Add(Case.Today.AddDays(10), 63)), (_case.Second.EventOn, _case.Second.DueOn));
    }

    [Fact]
    public void Who_finishes_a_step_may_say_since_when_the_next_one_runs()
    {
        _case.Path.Start(_case.First.Id, _case.Coordinator, Case.Calendar, Case.Friday);
        Assert.Equal(_case.Second, _case.Path.SetOffBy(_case.First));
        Refused.With("step-event-in-future", () => _case.Path.Finish(_case.First.Id, null, TemplateOf(_case), _case.Coordinator, Case.Calendar, Case.Friday, nextEventOn: Case.Today.AddDays(1)));
        Assert.Equal((StepState.Active, null), (_case.First.State, _case.Second.EventOn));
        _case.Path.Finish(_case.First.Id, null, TemplateOf(_case), _case.Coordinator, Case.Calendar, Case.Friday, nextEventOn: Known);
        Assert.Equal((Known, Case.Calendar.Add(Known, 63)), (_case.Second.EventOn, _case.Second.DueOn));
        Assert.Null(_case.Path.SetOffBy(_case.Second));
    }

    [Fact]
    public void Who_begins_or_goes_on_may_say_the_day_and_what_was_said_stays_otherwise()
    {
        _atOnce.Path.Start(_atOnce.First.Id, _atOnce.Coordinator, Case.Calendar, Case.Friday, Known);
        Assert.Equal((Case.Today, Known, Case.Calendar.Add(Known, 63)), (_atOnce.First.StartedOn, _atOnce.First.EventOn, _atOnce.First.DueOn));
        Assert.Equal(_atOnce.First.DueOn, _atOnce.Path.NextDueOn);

        _atOnce.Path.Block(_atOnce.First.Id, BlockReason.NoAppointment, null, _atOnce.Coordinator, Case.Calendar, Case.Friday.AddDays(3));
        Assert.Equal(Known, _atOnce.First.EventOn);
        _atOnce.Path.Start(_atOnce.First.Id, _atOnce.Coordinator, Case.Calendar, Case.Friday.AddDays(9), Known.AddDays(-1));
        Assert.Equal((Known.AddDays(-1), Case.Calendar.Add(Known.AddDays(-1), 63)), (_atOnce.First.EventOn, _atOnce.First.DueOn));
    }

    [Fact]
    public void The_day_is_neither_to_come_nor_so_long_ago_that_the_year_is_a_slip()
    {
        void Start(Case @case, CaseStep step, DateOnly day) => @case.Path.Start(step.Id, @case.Coordinator, Case.Calendar, Case.Friday, day);
        Refused.With("step-event-in-future", () => Start(_atOnce, _atOnce.First, Case.Today.AddDays(1)));
        Refused.With("step-event-long-ago", () => Start(_atOnce, _atOnce.First, Case.Today.AddYears(-CaseStep.MostYearsSinceEvent).AddDays(-1)));
        Refused.With("step-without-event", () => Start(_case, _case.First, Case.Today));
        Assert.All([_atOnce.First, _case.First], s => Assert.Equal(StepState.Planned, s.State));
        Start(_atOnce, _atOnce.First, Case.Today.AddYears(-CaseStep.MostYearsSinceEvent));
    }

    [Fact]
    public void A_handover_accepted_on_the_fortieth_day_gives_no_new_three_months()
    {
        _case.Path.Skip(_case.First.Id, "schon bekannt", _case.Coordinator, Case.Calendar, Case.Friday);
        var due = _case.Second.DueOn;
        Assert.True(_case.HandedOver(HandoverKind.Referral, DataCategory.Basic, at: Case.Friday.AddDays(40)).Steps.Single().RunsFromEvent);
        Assert.Equal((StepState.Active, Case.Today, due), (_case.Second.State, _case.Second.EventOn, _case.Second.DueOn));
    }

    [Fact]
    public void Who_takes_a_step_on_may_say_the_day()
    {
        _case.HandedOver(HandoverKind.Referral, DataCategory.Basic, eventOn: Known);
        Assert.Equal((Known, Case.Calendar.Add(Known, 63)), (_case.Second.EventOn, _case.Second.DueOn));
        Refused.With("step-event-in-future", () => new Case(template: TemplateOf(_case)).HandedOver(HandoverKind.Referral, DataCategory.Basic, eventOn: Case.Today.AddDays(1)));
    }

    [Fact]
    public void What_is_lost_for_good_is_said_by_the_template_and_an_added_step_says_it_for_itself()
    {
        var added = _case.Path.AddStep(
            new AddedStep(Guid.CreateVersion7(), "Anzeige", "jobcenter", new AddedDeadline(DeadlineKind.Statutory, 3, "AufenthG § 29 (2)"), null), "jobcenter", _case.Coordinator, Case.Calendar, Case.Friday);
        Assert.Equal([_case.Second], _case.Path.Steps.Where(s => s.IsIrrevocable));
        Assert.Equal((false, null), (added.RunsFromEvent, added.EventOn));
    }

    private static ProcessTemplate TemplateOf(Case @case) => Templates.Of(
        "T", Templates.Step("T", 1, Actor.Coordination, days: 2), Templates.Lawful("T", 2, "jobcenter", 63, 3, LawUnit.Month, irrevocable: true), Templates.Step("T", 3, "jobcenter"));
}
