using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;

namespace IntegrationPortal.Domain.Tests.CasePaths;

/// <summary>A deadline that no template foresees, such as the one for going to court after a refusal (AsylG § 74).</summary>
public sealed class AddedDeadlineTests
{
    private const string Court = "AsylG § 74 Abs. 1";

    private readonly Case _case = new();

    [Theory]
    [InlineData("2026-11-18", 2, LawUnit.Week, "2026-12-02")]
    [InlineData("2026-11-14", 1, LawUnit.Week, "2026-11-23")] // a Saturday to a Saturday, moved on to Monday: six working days
    [InlineData("2026-11-19", 3, LawUnit.Day, "2026-11-23")]
    [InlineData("2026-10-31", 1, LawUnit.Month, "2026-11-30")]
    public void A_deadline_of_the_law_ends_on_the_day_of_the_law_whatever_it_is_in_working_days(string since, int value, LawUnit unit, string due)
    {
        var added = Add(AddedDeadline.Lasting(DeadlineKind.Statutory, new LawPeriod(value, unit), Court) with { EventOn = DateOnly.Parse(since, null) });
        Assert.Equal((DeadlineKind.Statutory, Court, DateOnly.Parse(due, null)), (added.DeadlineKind, added.LegalBasis, added.DueOn));
    }

    [Fact]
    public void It_is_somebodys_turn_at_once_though_other_steps_come_before_since_the_deadline_runs_already()
    {
        var running = Add(AddedDeadline.Lasting(DeadlineKind.Statutory, new LawPeriod(2, LawUnit.Week), Court) with { EventOn = Case.Today, IsIrrevocable = true });
        var waiting = Add(AddedDeadline.Lasting(DeadlineKind.Statutory, new LawPeriod(2, LawUnit.Week), Court));
        Assert.Equal((true, true, true), (running.IsCurrent, running.IsIrrevocable, running.RunsFromEvent));
        Assert.Equal((false, null), (waiting.IsCurrent, waiting.EventOn));

        _case.Path.Skip(running.Id, "Kein Bescheid.", _case.Coordinator, Case.Calendar, Case.Friday);
        Assert.False(running.IsCurrent);
    }

    [Fact]
    public void Only_a_law_counts_in_weeks_from_an_event_or_takes_a_right_for_good_and_it_says_where_it_stands()
    {
        var weeks = new LawPeriod(2, LawUnit.Week);
        No("step-period-without-law", AddedDeadline.Lasting(DeadlineKind.Target, weeks, Court));
        No("step-law-missing", AddedDeadline.Lasting(DeadlineKind.Statutory, weeks, " "));
        No("step-law-missing", new AddedDeadline(DeadlineKind.Statutory, 3));
        No("step-counts-from-no-event", new AddedDeadline(DeadlineKind.Statutory, 3, Court) { EventOn = Case.Today });
        No("step-event-in-future", AddedDeadline.Lasting(DeadlineKind.Statutory, weeks, Court) with { EventOn = Case.Today.AddDays(1) });
        No("step-event-long-ago", AddedDeadline.Lasting(DeadlineKind.Statutory, weeks, Court) with { EventOn = Case.Today.AddYears(-6) });
        No("step-irrevocable-without-law", new AddedDeadline(DeadlineKind.Empirical, 3) { IsIrrevocable = true });
        No("step-length-impossible", new AddedDeadline(DeadlineKind.Target, 0));
        No("step-length-impossible", AddedDeadline.Lasting(DeadlineKind.Statutory, new LawPeriod(87, LawUnit.Month), Court));
        Assert.Equal(3, _case.Path.Steps.Count);
    }

    private void No(string code, AddedDeadline deadline) => Refused.With(code, () => Add(deadline));

    private CaseStep Add(AddedDeadline deadline) => _case.Path.AddStep(
        new AddedStep(Guid.CreateVersion7(), "Klage", "mbe", deadline, null), Actor.Coordination, _case.Coordinator, Case.Calendar, Case.Friday);
}
