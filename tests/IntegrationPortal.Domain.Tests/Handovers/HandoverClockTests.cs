using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;

namespace IntegrationPortal.Domain.Tests.Handovers;

/// <summary>Day 2 reminder, day 5 to both coordinators, day 10 returned: in working days of the receiver's state.</summary>
public sealed class HandoverClockTests
{
    private static readonly DateOnly Friday = new(2026, 11, 20);
    private readonly Given given = new();

    [Fact]
    public void Each_alarm_is_raised_once_and_on_its_day()
    {
        var handover = given.Referral();
        var raised = new Dictionary<DateOnly, HandoverAlarm>();
        for (var day = Friday; day <= Friday.AddDays(30); day = day.AddDays(1))
        {
            // Every hour, as the job does.
            foreach (var hour in new[] { 6, 12, 20 })
            {
                if (handover.Tick(At(day, hour)) is var alarm and not HandoverAlarm.None)
                    raised.Add(day, alarm);
            }
        }

        Assert.Equal(
            new() { [new(2026, 11, 24)] = HandoverAlarm.Reminder, [new(2026, 11, 27)] = HandoverAlarm.Escalation, [new(2026, 12, 4)] = HandoverAlarm.Return },
            raised);
        Assert.Equal(HandoverState.Expired, handover.State);
        Assert.Null(handover.ChangedByUserId);
        Assert.Equal(
            [CaseEventKind.HandoverSent, CaseEventKind.HandoverReminded, CaseEventKind.HandoverEscalated, CaseEventKind.HandoverExpired],
            handover.Events.Select(e => e.Kind));
    }

    [Fact]
    public void Days_that_a_stopped_portal_missed_are_made_up_for_by_the_loudest_alarm_only()
    {
        var handover = given.Referral();
        Assert.Equal(HandoverAlarm.Escalation, handover.Tick(At(new(2026, 12, 1))));
        Assert.Equal(HandoverAlarm.None, handover.Tick(At(new(2026, 12, 1), 15)));
        Assert.Single(handover.Events, e => e.Kind == CaseEventKind.HandoverEscalated);
        Assert.DoesNotContain(handover.Events, e => e.Kind == CaseEventKind.HandoverReminded);
    }

    [Fact]
    public void Holidays_and_weekends_stop_the_clock()
    {
        var sent = new DateTimeOffset(2026, 12, 23, 9, 0, 0, TimeSpan.Zero);
        var clock = RunningClock.Start(Given.Clock, Given.Calendar, GermanTime.DayOf(sent));
        // 25 December, a Friday, and 1 January, a Friday, are holidays; 26 December is a Saturday anyway.
        Assert.Equal((new DateOnly(2026, 12, 28), new DateOnly(2026, 12, 31), new DateOnly(2027, 1, 8)), (clock.RemindOn, clock.AnswerBy, clock.ReturnOn));
    }

    [Fact]
    public void A_question_stops_the_receivers_clock_and_starts_the_senders()
    {
        var handover = given.Referral();
        Ask(handover, new(2026, 11, 23));
        Assert.Equal(1, handover.UsedDays);
        Assert.Equal((new DateOnly(2026, 11, 25), new DateOnly(2026, 11, 30), new DateOnly(2026, 12, 7)), Days(handover));

        // The receiver's own second day passes without a word, the sender's does not.
        Assert.Equal(HandoverAlarm.None, handover.Tick(At(new(2026, 11, 24))));
        Assert.Equal(HandoverAlarm.Reminder, handover.Tick(At(new(2026, 11, 25))));
    }

    [Fact]
    public void After_the_answer_the_receivers_clock_runs_on_with_the_days_that_were_left()
    {
        var handover = given.Referral();
        Ask(handover, new(2026, 11, 23));
        Answer(handover, new(2026, 12, 1));
        // One of two, five and ten days was used up.
        Assert.Equal((new DateOnly(2026, 12, 2), new DateOnly(2026, 12, 7), new DateOnly(2026, 12, 14)), Days(handover));
    }

    [Fact]
    public void Days_used_before_several_questions_add_up()
    {
        var handover = given.Referral();
        Ask(handover, new(2026, 11, 23));
        Answer(handover, new(2026, 11, 24));
        Ask(handover, new(2026, 11, 26));
        Assert.Equal(3, handover.UsedDays);
        Answer(handover, new(2026, 11, 26));
        Assert.Equal(new DateOnly(2026, 11, 30), handover.Clock.AnswerBy);
    }

    [Fact]
    public void What_was_said_before_a_question_is_not_said_again_after_the_answer()
    {
        var handover = given.Referral();
        Assert.Equal(HandoverAlarm.Reminder, handover.Tick(At(new(2026, 11, 24))));
        Assert.Equal(HandoverAlarm.Escalation, handover.Tick(At(new(2026, 11, 27))));
        Ask(handover, new(2026, 11, 27));
        Answer(handover, new(2026, 11, 30));
        Assert.Equal(HandoverAlarm.None, handover.Tick(At(new(2026, 11, 30))));
        Assert.Equal(HandoverAlarm.None, handover.Tick(At(new(2026, 12, 4))));
        Assert.Equal(HandoverAlarm.Return, handover.Tick(At(new(2026, 12, 7))));
    }

    [Fact]
    public void Whoever_gets_an_answer_late_has_at_least_a_day_to_read_it()
    {
        var clock = RunningClock.Start(Given.Clock, Given.Calendar, Friday, used: 12);
        Assert.Equal(new DateOnly(2026, 11, 23), clock.ReturnOn);
        Assert.NotEqual(HandoverAlarm.Return, clock.AlarmOn(Friday));
    }

    [Fact]
    public void The_day_is_the_day_in_germany()
    {
        var handover = given.Referral();
        // 23:30 UTC on the 23rd is already the 24th in Germany.
        Assert.Equal(HandoverAlarm.None, handover.Tick(DateTimeOffset.Parse("2026-11-23T22:30:00Z")));
        Assert.Equal(HandoverAlarm.Reminder, handover.Tick(DateTimeOffset.Parse("2026-11-23T23:30:00Z")));
    }

    private static DateTimeOffset At(DateOnly day, int hour = 9) => new(day.ToDateTime(new(hour, 0)), TimeSpan.Zero);

    private static (DateOnly Remind, DateOnly AnswerBy, DateOnly Return) Days(Handover handover) =>
        (handover.Clock.RemindOn, handover.Clock.AnswerBy, handover.Clock.ReturnOn);

    private static void Ask(Handover handover, DateOnly day) => handover.AskBack("Wann?", Given.Jobcenter, Given.Clock, Given.Calendar, At(day));

    private static void Answer(Handover handover, DateOnly day) => handover.Answer("Morgen.", Given.Coordination, Given.Clock, Given.Calendar, At(day));
}
