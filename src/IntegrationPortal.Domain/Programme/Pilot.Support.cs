using IntegrationPortal.Domain.Calendar;

namespace IntegrationPortal.Domain.Programme;

/// <summary>How it is accompanied: check-ins, visits, questions.</summary>
public sealed partial class Pilot
{
    private readonly List<CheckIn> checkIns = [];
    private readonly List<PilotVisit> visits = [];
    private readonly List<PilotQuestion> questions = [];

    public IReadOnlyList<CheckIn> CheckIns => checkIns;

    public IReadOnlyList<PilotVisit> Visits => visits;

    public IReadOnlyList<PilotQuestion> Questions => questions;

    public CheckIn? LastCheckIn => checkIns.MaxBy(c => c.Quarter);

    public PilotVisit? NextVisit(DateOnly today) => visits.Where(v => !v.IsCancelled && v.Day >= today).MinBy(v => v.Day);

    /// <summary>Whoever accompanies it today, and nobody else: a check-in is one person's judgement.</summary>
    public Refusal? WhyNotAccompany(ProgrammeMember by, DateOnly today) =>
        !IsAccompaniedBy(by, today) ? new Refusal("pilot-not-accompanied") : WithdrawnOn is not null ? new Refusal("pilot-withdrawn") : null;

    /// <summary>For this quarter, or the last one that may still be missing.</summary>
    public Refusal? WhyNotCheckIn(Quarter quarter, ProgrammeMember by, DateOnly today)
    {
        var now = Quarter.Of(today);
        return WhyNotAccompany(by, today)
            ?? (quarter != now && quarter != now.Before ? new Refusal("check-in-other-quarter")
            : checkIns.Exists(c => c.Quarter == quarter) ? new Refusal("check-in-given")
            : null);
    }

    /// <summary>The last quarter, while nobody has said how it was; of whoever came only in its last weeks it is not asked, nor once all milestones are reached.</summary>
    public Quarter? CheckInWaits(DateOnly today)
    {
        var ended = Quarter.Of(today).Before;
        return State is not (PilotState.Withdrawn or PilotState.Completed) && AssignmentOn(today)?.FromOn < CheckIn.AskedSince(today) && !checkIns.Exists(c => c.Quarter == ended) ? ended : null;
    }

    /// <summary>What the foundation should look at: a check-in that is long due, one that is red, or one that is green while the path is late.</summary>
    public CheckInAlert? AlertOn(DateOnly today) =>
        State != PilotState.Running ? null
        : LastCheckIn?.Light == PilotLight.Red ? CheckInAlert.Red
        : LastCheckIn?.Light == PilotLight.Green && IsLateOn(today) ? CheckInAlert.GreenAndLate
        : CheckInWaits(today) is { } quarter && today > quarter.LastDay.AddDays(CheckIn.DaysToAnswer) ? CheckInAlert.Missing
        : null;

    public CheckIn GiveCheckIn(Guid id, Quarter quarter, PilotLight light, string text, ProgrammeMember by, DateTimeOffset now)
    {
        Refusal.If(WhyNotCheckIn(quarter, by, GermanTime.DayOf(now)));
        var checkIn = new CheckIn(this, id, quarter, light, text, by, now);
        checkIns.Add(checkIn);
        return checkIn;
    }

    public Refusal? WhyNotVisit(DateOnly day, ProgrammeMember by, DateOnly today) =>
        WhyNotAccompany(by, today) ?? (day < today ? new Refusal("visit-in-past") : null);

    public PilotVisit PlanVisit(Guid id, DateOnly day, string purpose, ProgrammeMember by, DateOnly today)
    {
        Refusal.If(WhyNotVisit(day, by, today));
        var visit = new PilotVisit(this, id, day, purpose);
        visits.Add(visit);
        return visit;
    }

    public void CancelVisit(PilotVisit visit, ProgrammeMember by, DateOnly today)
    {
        Refusal.If(WhyNotVisit(visit.Day, by, today));
        visit.Cancel();
    }

    public Refusal? WhyNotAsk(ProgrammeMember by, DateOnly today) =>
        by.Steers ? WhyNotSteer(by) : WhyNotAccompany(by, today);

    public PilotQuestion Ask(Guid id, string text, ProgrammeMember by, DateTimeOffset now)
    {
        Refusal.If(WhyNotAsk(by, GermanTime.DayOf(now)));
        var question = new PilotQuestion(this, id, text, by, now);
        questions.Add(question);
        return question;
    }

    public Refusal? WhyNotReply(PilotQuestion question, ProgrammeMember by) =>
        !by.CoordinatesIn(PilotId) ? new Refusal("pilot-not-yours") : question.Answer is not null ? new Refusal("question-answered") : null;

    public void Reply(PilotQuestion question, string answer, ProgrammeMember by, DateTimeOffset now)
    {
        Refusal.If(WhyNotReply(question, by));
        question.Reply(answer, now);
    }
}
