using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Tests.Programme;

public sealed class PilotTests
{
    private static readonly Guid Town = Guid.CreateVersion7();
    private static readonly ProgrammeMember Foundation = new(Guid.CreateVersion7(), Role.FoundationStaff, null);
    private static readonly ProgrammeMember Facilitator = new(Guid.CreateVersion7(), Role.ProcessFacilitator, null);
    private static readonly ProgrammeMember Coordinator = new(Guid.CreateVersion7(), Role.Coordinator, Town);
    private static readonly ProgrammeMember Neighbour = new(Guid.CreateVersion7(), Role.Coordinator, Guid.CreateVersion7());
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_check_in_waits_once_its_quarter_is_over_and_the_foundation_is_told_after_a_month()
    {
        var pilot = Running(Today.AddMonths(-6));
        Assert.Equal(new Quarter(2025, 4), pilot.CheckInWaits(Today));
        Assert.Null(pilot.CheckInWaits(new DateOnly(2025, 10, 15)));
        Assert.Null(pilot.AlertOn(new DateOnly(2026, 1, 30)));
        Assert.Equal(CheckInAlert.Missing, pilot.AlertOn(new DateOnly(2026, 1, 31)));

        pilot.GiveCheckIn(Guid.CreateVersion7(), new Quarter(2025, 4), PilotLight.Green, "Gut", Facilitator, Now);
        Assert.Null(pilot.CheckInWaits(Today));
        Assert.True(pilot.IsLateOn(Today));
        Assert.Equal(CheckInAlert.GreenAndLate, pilot.AlertOn(Today));
        pilot.GiveCheckIn(Guid.CreateVersion7(), new Quarter(2026, 1), PilotLight.Red, "Steht", Facilitator, Now);
        Assert.Equal(CheckInAlert.Red, pilot.AlertOn(Today));
        pilot.Withdraw(new Withdrawal(Today, "Grund", "Nichts"), Foundation, Today);
        Assert.Null(pilot.AlertOn(Today));
        Assert.Null(pilot.CheckInWaits(Today.AddMonths(4)));
    }

    [Fact]
    public void Nobody_is_asked_for_a_check_in_of_a_pilot_that_has_reached_all_its_milestones()
    {
        var pilot = Running(Today.AddMonths(-6));
        foreach (var milestone in pilot.Milestones)
            pilot.Reach(milestone, Today, Foundation, Today);
        Assert.Equal(PilotState.Completed, pilot.State);
        Assert.Null(pilot.CheckInWaits(Today));
    }

    [Fact]
    public void An_assignment_ends_without_another_one()
    {
        var pilot = Running(Today.AddMonths(-6));
        Assert.Throws<RefusedException>(() => pilot.AccompanyNoLonger(Today, Coordinator));
        Assert.Throws<RefusedException>(() => pilot.AccompanyNoLonger(pilot.Assignments[0].FromOn, Foundation));
        pilot.AccompanyNoLonger(Today, Foundation);
        Assert.False(pilot.IsAccompaniedBy(Facilitator, Today));
        Assert.True(pilot.IsAccompaniedBy(Facilitator, Today.AddDays(-1)));
        pilot.Assign(Guid.CreateVersion7(), Guid.CreateVersion7(), Today.AddDays(3), Foundation);
        Assert.Null(pilot.AssignmentOn(Today));
    }

    [Fact]
    public void A_pilot_leaves_once_and_for_good()
    {
        var pilot = Running(Today.AddMonths(-6));
        var leaves = new Withdrawal(Today, "Die Stelle ist gestrichen", "Der Bogen");
        Assert.Equal("programme-not-yours", pilot.WhyNotWithdraw(Today, Coordinator, Today)!.Code);
        Assert.Equal("pilot-day-in-future", pilot.WhyNotWithdraw(Today.AddDays(1), Foundation, Today)!.Code);
        Assert.Equal("withdrawal-before-application", pilot.WhyNotWithdraw(pilot.AppliedOn.AddDays(-1), Foundation, Today)!.Code);
        pilot.ChangeFields(PilotFields.Housing, Foundation);
        pilot.Withdraw(leaves, Foundation, Today);
        Assert.Equal((PilotState.Withdrawn, PilotFields.Housing), (pilot.State, pilot.Fields));
        Assert.True(pilot.IsWithdrawnBy(leaves));
        Assert.False(pilot.IsWithdrawnBy(leaves with { Reason = "Anders" }));
        Assert.Equal("pilot-withdrawn", pilot.WhyNotWithdraw(Today, Foundation, Today)!.Code);
        Assert.Equal("pilot-withdrawn", Assert.Throws<RefusedException>(() => pilot.ChangeFields(PilotFields.None, Foundation)).Refusal.Code);
    }

    [Fact]
    public void A_pilot_applies_agrees_is_planned_and_completed()
    {
        var pilot = Applied();
        Assert.Equal(PilotState.Interested, pilot.State);
        Assert.Equal("pilot-without-agreement", pilot.WhyNotPlan(Foundation)!.Code);
        pilot.Agree(Guid.CreateVersion7(), Today, Today, Today.AddMonths(24), "Bürgermeisteramt", Foundation, Today);
        Assert.Equal(PilotState.Agreed, pilot.State);
        pilot.Plan(Cycle(), Today, Calendar(), Foundation);
        Assert.Equal(PilotState.Running, pilot.State);
        Assert.Equal("pilot-path-planned", pilot.WhyNotPlan(Foundation)!.Code);
        // 10 working days from Monday 2 March, then 5 more.
        Assert.Equal([new(2026, 3, 16), new DateOnly(2026, 3, 23)], pilot.Milestones.Select(m => m.PlannedOn));
        foreach (var milestone in pilot.Milestones)
            pilot.Reach(milestone, Today, Coordinator, Today);
        Assert.Equal(PilotState.Completed, pilot.State);
        Assert.Null(pilot.Current);
    }

    [Fact]
    public void Only_the_foundation_takes_in_agrees_plans_and_assigns()
    {
        foreach (var by in new[] { Facilitator, Coordinator, Neighbour })
        {
            Assert.Equal("programme-not-yours", Pilot.WhyNotApply(Today, by, Today)!.Code);
            Assert.Equal("programme-not-yours", Applied().WhyNotAgree(Today, Today, Today, by, Today)!.Code);
            Assert.Equal("programme-not-yours", Applied().WhyNotPlan(by)!.Code);
            Assert.Equal("programme-not-yours", Applied().WhyNotAssign(Today, by)!.Code);
        }
    }

    [Fact]
    public void Periods_of_agreements_never_overlap()
    {
        var pilot = Applied();
        pilot.Agree(Guid.CreateVersion7(), Today, new(2026, 1, 1), new(2026, 12, 31), "Amt", Foundation, Today);
        Assert.Equal("agreement-overlaps", pilot.WhyNotAgree(Today, new(2026, 12, 31), new(2027, 6, 1), Foundation, Today)!.Code);
        Assert.Equal("agreement-overlaps", pilot.WhyNotAgree(Today, new(2025, 1, 1), new(2028, 1, 1), Foundation, Today)!.Code);
        Assert.Equal("period-ends-before", pilot.WhyNotAgree(Today, new(2027, 2, 1), new(2027, 1, 1), Foundation, Today)!.Code);
        Assert.Null(pilot.WhyNotAgree(Today, new(2027, 1, 1), new(2027, 12, 31), Foundation, Today));
    }

    [Fact]
    public void An_agreement_is_corrected_within_days_that_no_other_has_and_its_own_do_not_count()
    {
        var pilot = Applied();
        var first = pilot.Agree(Guid.CreateVersion7(), Today, new(2026, 1, 1), new(2026, 12, 31), "Amt", Foundation, Today);
        pilot.Agree(Guid.CreateVersion7(), Today, new(2027, 1, 1), new(2027, 12, 31), "Amt", Foundation, Today);
        pilot.Correct(first, Today.AddDays(-1), new(2026, 2, 1), new(2026, 11, 30), "Dezernat", Foundation, Today);
        Assert.Equal((Today.AddDays(-1), new DateOnly(2026, 2, 1), new DateOnly(2026, 11, 30), "Dezernat"), (first.SignedOn, first.FromOn, first.UntilOn, first.SignedFor));
        Assert.Equal("agreement-overlaps", pilot.WhyNotAgree(Today, new(2026, 1, 1), new(2027, 1, 1), Foundation, Today, first)!.Code);
        Assert.Equal("programme-not-yours", pilot.WhyNotAgree(Today, new(2026, 1, 1), new(2026, 12, 31), Coordinator, Today, first)!.Code);
    }

    [Fact]
    public void One_facilitator_at_a_time_keeps_the_pilot_and_only_while_assigned()
    {
        var pilot = Planned();
        var other = new ProgrammeMember(Guid.CreateVersion7(), Role.ProcessFacilitator, null);
        Assert.Null(pilot.WhyNotKeep(Facilitator, Today));
        Assert.Equal("assignment-overlaps", pilot.WhyNotAssign(Today.AddDays(-30), Foundation)!.Code);
        pilot.Assign(Guid.CreateVersion7(), other.UserId, Today.AddDays(10), Foundation);
        Assert.Null(pilot.WhyNotKeep(Facilitator, Today.AddDays(9)));
        Assert.Equal("pilot-not-yours", pilot.WhyNotKeep(Facilitator, Today.AddDays(10))!.Code);
        Assert.Null(pilot.WhyNotKeep(other, Today.AddDays(10)));
        Assert.Equal("pilot-not-yours", pilot.WhyNotKeep(Neighbour, Today)!.Code);
        // The same id under another role is nobody here.
        Assert.Equal("pilot-not-yours", pilot.WhyNotKeep(Facilitator with { Role = Role.Evaluator }, Today)!.Code);
    }

    [Fact]
    public void A_delay_keeps_the_planned_day_and_tells_the_new_one()
    {
        var pilot = Planned();
        var milestone = pilot.Current!;
        Assert.True(milestone.IsLateOn(milestone.PlannedOn.AddDays(1)));
        Assert.Equal("delay-not-later", pilot.WhyNotDelay(milestone, milestone.PlannedOn, Coordinator, Today)!.Code);
        pilot.Delay(milestone, Guid.CreateVersion7(), DelayReason.Staff, "Stelle unbesetzt", milestone.PlannedOn.AddDays(30), Coordinator, Now);
        Assert.False(milestone.IsLateOn(milestone.PlannedOn.AddDays(30)));
        Assert.True(milestone.IsPutOff);
        Assert.True(milestone.IsLateOn(milestone.PlannedOn.AddDays(31)));
        pilot.Reach(milestone, Today, Coordinator, Today);
        Assert.Equal("milestone-reached", pilot.WhyNotDelay(milestone, Today.AddYears(1), Coordinator, Today)!.Code);
    }

    [Fact]
    public void A_milestone_is_not_reached_tomorrow_nor_before_the_application()
    {
        var pilot = Planned();
        Assert.Equal("milestone-in-future", pilot.WhyNotReach(Today.AddDays(1), Coordinator, Today)!.Code);
        Assert.Equal("milestone-before-application", pilot.WhyNotReach(pilot.AppliedOn.AddDays(-1), Coordinator, Today)!.Code);
    }

    [Fact]
    public void Names_in_the_steering_group_come_from_the_municipality_and_go_with_the_seat()
    {
        var pilot = Planned();
        Assert.Equal("seat-name-not-yours", pilot.WhyNotSeat("A. Muster", Facilitator, Today)!.Code);
        var seat = pilot.AddSeat(Guid.CreateVersion7(), "Leitung", "Sozialamt", "A. Muster", Coordinator, Today);
        pilot.LeaveSeat(seat, Facilitator, Today);
        Assert.Null(seat.PersonName);
        Assert.Equal(Today, seat.LeftOn);
    }

    [Fact]
    public void A_measure_that_is_done_or_given_up_says_why()
    {
        var pilot = Planned();
        var words = new MeasureWords(FieldOfAction.Housing, "Umzug", "Sozialamt", 100m, null, MeasureState.Done, null);
        Assert.Equal("measure-without-evidence", words.WhyNot()!.Code);
        Assert.Equal("measure-budget", (words with { State = MeasureState.Running, Budget = -1 }).WhyNot()!.Code);
        Assert.Throws<RefusedException>(() => pilot.AddMeasure(Guid.CreateVersion7(), words with { Evidence = "Niederschrift" }, Neighbour, Today));
        Assert.False(pilot.AddMeasure(Guid.CreateVersion7(), words with { Evidence = "Niederschrift" }, Coordinator, Today).IsLateOn(DateOnly.MaxValue));
    }

    [Fact]
    public void One_check_in_per_quarter_by_whoever_accompanies_the_pilot()
    {
        var pilot = Planned();
        Assert.Equal("pilot-not-accompanied", pilot.WhyNotCheckIn(Quarter.Of(Today), Foundation, Today)!.Code);
        pilot.GiveCheckIn(Guid.CreateVersion7(), Quarter.Of(Today), PilotLight.Red, "Stockt.", Facilitator, Now);
        Assert.Equal("check-in-given", pilot.WhyNotCheckIn(Quarter.Of(Today), Facilitator, Today)!.Code);
        Assert.Null(pilot.WhyNotCheckIn(new Quarter(2025, 4), Facilitator, Today));
        Assert.Equal("check-in-other-quarter", pilot.WhyNotCheckIn(new Quarter(2025, 3), Facilitator, Today)!.Code);
        pilot.GiveCheckIn(Guid.CreateVersion7(), new Quarter(2025, 4), PilotLight.Green, "Lief.", Facilitator, Now);
        Assert.Equal(PilotLight.Red, pilot.LastCheckIn!.Light);
    }

    [Fact]
    public void Questions_are_answered_once_and_by_the_municipality()
    {
        var pilot = Planned();
        var question = pilot.Ask(Guid.CreateVersion7(), "Wer vertritt?", Facilitator, Now);
        Assert.Equal("pilot-not-yours", pilot.WhyNotReply(question, Facilitator)!.Code);
        pilot.Reply(question, "Das Dezernat.", Coordinator, Now);
        Assert.Equal("question-answered", pilot.WhyNotReply(question, Coordinator)!.Code);
        Assert.Equal("pilot-not-accompanied", pilot.WhyNotAsk(Coordinator, Today)!.Code);
    }

    [Fact]
    public void Who_has_left_the_programme_changes_nothing_any_more()
    {
        var pilot = Planned();
        pilot.Withdraw(new Withdrawal(Today, "Grund", "Nichts"), Foundation, Today);
        Assert.Equal(PilotState.Withdrawn, pilot.State);
        Assert.Equal("pilot-withdrawn", pilot.WhyNotKeep(Coordinator, Today)!.Code);
        Assert.Equal("pilot-withdrawn", pilot.WhyNotAssign(Today.AddYears(1), Foundation)!.Code);
        Assert.False(pilot.IsLateOn(DateOnly.MaxValue));
    }

    private static Pilot Applied() => Pilot.Apply(Town, 2, true, PilotFields.WorkAndTraining, "Klare Übergaben", Today.AddDays(-60), Foundation, Today);

    private static Pilot Planned()
    {
        var pilot = Applied();
        pilot.Agree(Guid.CreateVersion7(), Today, Today, Today.AddMonths(24), "Amt", Foundation, Today);
        pilot.Assign(Guid.CreateVersion7(), Facilitator.UserId, Today.AddDays(-30), Foundation);
        pilot.Plan(Cycle(), Today, Calendar(), Foundation);
        return pilot;
    }

    /// <summary>Accompanied since that day, and no milestone is reached.</summary>
    private static Pilot Running(DateOnly start)
    {
        var pilot = Pilot.Apply(Town, 2, true, PilotFields.WorkAndTraining, "Klare Übergaben", start.AddDays(-60), Foundation, Today);
        pilot.Agree(Guid.CreateVersion7(), start, start, start.AddMonths(24), "Amt", Foundation, Today);
        pilot.Assign(Guid.CreateVersion7(), Facilitator.UserId, start, Foundation);
        pilot.Plan(Cycle(), start, Calendar(), Foundation);
        return pilot;
    }

    private static WorkingCalendar Calendar() => new([], "NW");

    private static ProcessTemplate Cycle() => new()
    {
        Key = Pilot.Cycle, Subject = TemplateSubject.Municipality, NameDe = "", NameEn = "", ScopeDe = "", ScopeEn = "", TriggerDe = "", TriggerEn = "",
        GoalDe = "", GoalEn = "", Source = "", Steps = [Step("T13.1", 1, 10), Step("T13.2", 2, 5)],
    };

    private static TemplateStep Step(string key, int position, int days) => new()
    {
        TemplateKey = Pilot.Cycle, Key = key, Position = position, StageDe = "", StageEn = "", TitleDe = "", TitleEn = "", ActorKind = "municipality",
        ReceivingKind = "foundation", ExpectedWorkingDays = days,
    };
}
