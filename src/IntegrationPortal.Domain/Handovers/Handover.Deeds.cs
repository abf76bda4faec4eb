using System.Globalization;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Handovers;

/// <summary>One method per row of the table.</summary>
public sealed partial class Handover
{
    /// <summary>A colleague of the receiver puts it on their own desk; after that only they or the manager answer.</summary>
    public void Take(Officer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotTake(by));
        (AssigneeUserId, ChangedAt, ChangedByUserId) = (by.UserId, now, by.UserId);
    }

    /// <summary>
    /// The desk of somebody who does not work for the receiver any more is nobody's: the colleagues go on. Who still does, whoever loads
    /// the handover has to say, because a membership may end where nobody sees the handover, or by itself. What is over keeps its name.
    /// </summary>
    public void LeaveDesk()
    {
        if (State.IsOpen() || State.IsRunning())
            AssigneeUserId = null;
    }

    /// <summary>A sheet for a receiver without an account; what was printed before is void.</summary>
    /// <param name="seen">How often it had been printed when the page was drawn from which it is printed now.</param>
    public void Print(byte[] tokenHash, int seen, bool receiverIsStaffed, Officer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotPrint(by, receiverIsStaffed));
        Sheet ??= HandoverSheet.Of(this);
        Sheet.Print(tokenHash, seen, by, now);
    }

    /// <summary>The receiver's clock stops, the sender's starts.</summary>
    public void AskBack(string question, Officer by, HandoverClock clock, WorkingCalendar calendar, DateTimeOffset now)
    {
        MoveTo(HandoverDeed.AskBack, by, now);
        var today = GermanTime.DayOf(now);
        UsedDays += calendar.Between(Clock.Since, today);
        Clock = RunningClock.Start(clock, calendar, today);
        messages.Add(new HandoverMessage(this, by, question, isQuestion: true, now));
        Record(CaseEventKind.ClarificationRequested, by, now);
    }

    /// <summary>The receiver's clock runs on with the days it had left; what it was told before it is not told again.</summary>
    public void Answer(string answer, Officer by, HandoverClock clock, WorkingCalendar calendar, DateTimeOffset now)
    {
        MoveTo(HandoverDeed.Answer, by, now);
        Clock = RunningClock.Start(clock, calendar, GermanTime.DayOf(now), UsedDays);
        Alarm = clock.RaisedAfter(UsedDays);
        messages.Add(new HandoverMessage(this, by, answer, isQuestion: false, now));
        Record(CaseEventKind.ClarificationAnswered, by, now);
    }

    /// <summary>
    /// The receiver accepts and takes part from now on with exactly the shared categories. A transfer also moves the
    /// lead: <see cref="CasePath.TakeOn"/> in the same transaction.
    /// </summary>
    /// <param name="mine">The receiver's participation in the case if it ever had one.</param>
    /// <exception cref="RefusedException">Not the receiver's to do, not in this state, the first free date is past, or a ground has lapsed since.</exception>
    public Participation Accept(DateOnly? firstFreeDate, Participation? mine, Officer by, DateTimeOffset now)
    {
        var today = GermanTime.DayOf(now);
        Refusal.If(WhyNot(HandoverDeed.Accept, by));
        if (firstFreeDate < today)
            Refusal.If(new Refusal("handover-date-past"));
        if (grounds.Find(g => !g.AsGround.HoldsOn(today)) is { } lapsed)
            Refusal.If(new Refusal("handover-ground-lapsed", lapsed.Covers));
        MoveTo(HandoverDeed.Accept, by, now);
        (FirstFreeDate, AcceptedAt, AssigneeUserId) = (firstFreeDate, now, AssigneeUserId ?? by.Account);
        Record(CaseEventKind.HandoverAccepted, by, now, firstFreeDate?.ToString("O", CultureInfo.InvariantCulture));
        var participation = mine ?? Participation.Join(TenantId, CaseId, ToActorId, today, now);
        participation.Cover([.. grounds.Select(g => g.AsGround)], Id, today);
        return participation;
    }

    public void Decline(DeclineReason reason, string text, Officer by, DateTimeOffset now)
    {
        MoveTo(HandoverDeed.Decline, by, now);
        DeclineReason = reason;
        Content?.Explain(text);
        Record(CaseEventKind.HandoverDeclined, by, now, reason.ToString());
    }

    /// <summary>The preview disappears for the receiver.</summary>
    public void Withdraw(string reason, Officer by, DateTimeOffset now)
    {
        MoveTo(HandoverDeed.Withdraw, by, now);
        Record(CaseEventKind.HandoverWithdrawn, by, now, reason);
    }

    /// <summary>
    /// The portal takes it back, because a consent was withdrawn on which a category of it rests: it could not be accepted any more. No officer
    /// did it, so nobody is named.
    /// </summary>
    public void Recall(Guid consentId, DateTimeOffset now)
    {
        if (!RestsOn(consentId))
            throw new InvalidOperationException("This handover does not rest on that consent.");
        MoveTo(HandoverDeed.Withdraw, null, now);
        Record(CaseEventKind.HandoverWithdrawn, null, now, ConsentWithdrawn);
    }

    public bool RestsOn(Guid consentId) => grounds.Exists(g => g.ConsentId == consentId);

    public void Arrive(Officer by, DateTimeOffset now)
    {
        MoveTo(HandoverDeed.Arrive, by, now);
        ArrivedAt = now;
        Record(CaseEventKind.HandoverArrived, by, now);
    }

    /// <summary>The receiver reports; <see cref="CasePath.Conclude"/> closes the steps in the same transaction.</summary>
    public void Complete(string report, Officer by, DateTimeOffset now)
    {
        MoveTo(HandoverDeed.Complete, by, now);
        Content?.Conclude(report);
        Record(CaseEventKind.HandoverCompleted, by, now);
    }

    /// <summary>Gives it back; <see cref="CasePath.TakeBack"/> and <see cref="CasePath.Leave"/> undo the rest in the same transaction.</summary>
    /// <param name="passedOn">True while the receiver has an unanswered handover of its own on the case.</param>
    public void Return(string reason, Officer by, DateTimeOffset now, bool passedOn = false)
    {
        Refusal.If(WhyNotReturn(by, passedOn));
        MoveTo(HandoverDeed.Return, by, now);
        Content?.Explain(reason);
        Record(CaseEventKind.HandoverReturned, by, now);
    }

    /// <summary>
    /// What the clock does today: nothing twice, and a missed day is made up for by the loudest alarm only.
    /// </summary>
    /// <returns>The alarm that was raised now, or none.</returns>
    public HandoverAlarm Tick(DateTimeOffset now)
    {
        var alarm = State.IsOpen() ? Clock.AlarmOn(GermanTime.DayOf(now)) : HandoverAlarm.None;
        if (alarm <= Alarm)
            return HandoverAlarm.None;
        if (alarm == HandoverAlarm.Return)
        {
            MoveTo(HandoverDeed.Expire, null, now);
            Record(CaseEventKind.HandoverExpired, null, now);
            return alarm;
        }

        Alarm = alarm;
        Record(alarm == HandoverAlarm.Reminder ? CaseEventKind.HandoverReminded : CaseEventKind.HandoverEscalated, null, now);
        return alarm;
    }
}
