using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Mentoring;

/// <summary>What is done with a tandem.</summary>
public sealed partial class Tandem
{
    public void Screen(Officer by, DateTimeOffset now) => Do(TandemDeed.Screen, null, by, now);

    /// <summary>Proposes a mentor. Who was the mentor until today is one no longer, and both sides agree anew.</summary>
    public void Propose(Volunteer volunteer, Officer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotPropose(volunteer, by));
        Release(Day(now));
        mentors.Add(new TandemMentor(this, volunteer.Id, Day(now)));
        MoveTo(TandemDeed.Propose, null, by, now);
    }

    public void Agree(Volunteer volunteer, Officer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotAgree(volunteer, by));
        Mentor!.Agree(Day(now));
    }

    public void AgreeForMentees(Officer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotAgreeForMentees(by));
        foreach (var mentee in mentees)
            mentee.AgreedOn ??= Day(now);
    }

    /// <summary>One side does not want this match; nobody learns who it was.</summary>
    public void TurnDown(Officer by, DateTimeOffset now)
    {
        Refusal.If(WhyNot(TandemDeed.TurnDown, by));
        Release(Day(now));
        MoveTo(TandemDeed.TurnDown, null, by, now);
    }

    public void BeginTrial(Volunteer volunteer, Officer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotBeginTrial(volunteer, by, Day(now)));
        TrialSince = Day(now);
        MoveTo(TandemDeed.BeginTrial, null, by, now);
    }

    /// <summary>The trial went well, and both sides have said so.</summary>
    public void Confirm(string feedback, int meetings, Officer by, MentoringRules rules, DateTimeOffset now)
    {
        Refusal.If(WhyNotConfirm(meetings, by, rules, Day(now)));
        ActiveSince = Day(now);
        MoveTo(TandemDeed.Confirm, feedback, by, now);
    }

    public void Pause(Officer by, DateTimeOffset now) => Do(TandemDeed.Pause, null, by, now);

    public void Resume(Volunteer? mentor, Officer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotResume(mentor, by, Day(now)));
        MoveTo(TandemDeed.Resume, null, by, now);
    }

    /// <param name="self">The mentor, when it is the mentor who wants to end.</param>
    public void BeginEnding(Volunteer? self, Officer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotBeginEnding(self, by));
        MoveTo(TandemDeed.BeginEnding, null, by, now);
    }

    /// <summary>Over: date and reason are written down, and what became of the goals; the mentor leaves, the insurance ends with it, the requests are closed.</summary>
    /// <param name="goals">One for each goal of a tandem that has met; nobody knows without them.</param>
    /// <param name="lastMeeting">The day of the last meeting that was written down, when there was one.</param>
    public void End(
        DateOnly on, TandemEndReason reason, string? text, IEnumerable<MentoringRequest> requests, Officer by, DateTimeOffset now, IReadOnlyList<GoalResult>? goals = null,
        DateOnly? lastMeeting = null)
    {
        Refusal.If(WhyNot(TandemDeed.End, by) ?? WhyNotJudge(goals ?? []) ?? WhyNotEndOn(on, lastMeeting, Day(now)));
        Mentor?.Leave(on);
        (EndedOn, EndReason, GoalResults) = (on, reason, HasMet && goals is null ? [.. Goals.Select(_ => GoalResult.Unknown)] : goals ?? []);
        foreach (var request in requests.Where(r => mentees.Exists(m => m.RequestId == r.Id)))
            request.Close();
        MoveTo(TandemDeed.End, text, by, now);
    }

    private void Do(TandemDeed deed, string? text, Officer by, DateTimeOffset now)
    {
        Refusal.If(WhyNot(deed, by));
        MoveTo(deed, text, by, now);
    }

    /// <summary>Without a mentor; what the persons agreed to was this mentor.</summary>
    private void Release(DateOnly day)
    {
        Mentor?.Leave(day);
        foreach (var mentee in mentees)
            mentee.AgreedOn = null;
    }
}
