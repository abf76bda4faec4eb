namespace IntegrationPortal.Domain.Programme;

/// <summary>The advisory board meets: an agenda before, minutes after.</summary>
public sealed class BoardMeeting : IOfProgramme
{
    private BoardMeeting()
    {
    }

    public Guid Id { get; private set; }

    public DateOnly Day { get; private set; }

    public string Place { get; private set; } = "";

    /// <summary>As Markdown.</summary>
    public string Agenda { get; private set; } = "";

    /// <summary>As Markdown; null until they are written.</summary>
    public string? Minutes { get; private set; }

    public static BoardMeeting Plan(Guid id, DateOnly day, string place, string agenda, ProgrammeMember by)
    {
        Refusal.If(WhyNotKeep(by));
        return new BoardMeeting { Id = id, Day = day, Place = place, Agenda = agenda };
    }

    public static Refusal? WhyNotKeep(ProgrammeMember by) => by.Steers ? null : new Refusal("programme-not-yours");

    /// <summary>What was written about a meeting cannot be of one still to come.</summary>
    public Refusal? WhyNotCorrect(DateOnly day, ProgrammeMember by, DateOnly today) =>
        WhyNotKeep(by) ?? (Minutes is not null && day > today ? new Refusal("meeting-has-minutes") : null);

    public void Correct(DateOnly day, string place, string agenda, ProgrammeMember by, DateOnly today)
    {
        Refusal.If(WhyNotCorrect(day, by, today));
        (Day, Place, Agenda) = (day, place, agenda);
    }

    public Refusal? WhyNotWriteMinutes(ProgrammeMember by, DateOnly today) => WhyNotKeep(by) ?? (Day > today ? new Refusal("meeting-not-yet") : null);

    public void WriteMinutes(string minutes, ProgrammeMember by, DateOnly today)
    {
        Refusal.If(WhyNotWriteMinutes(by, today));
        Minutes = minutes;
    }
}

/// <summary>What the board recommends, who follows it up, until when, and what became of it.</summary>
public sealed class Recommendation : IOfProgramme
{
    public const int TextLength = 2000;
    public const int LineLength = 200;

    private Recommendation()
    {
    }

    public Guid Id { get; private set; }

    public string Text { get; private set; } = "";

    public DateOnly GivenOn { get; private set; }

    /// <summary>An office, not a person; null until the foundation has said who.</summary>
    public string? Responsible { get; private set; }

    public DateOnly? DueOn { get; private set; }

    public RecommendationState State { get; private set; }

    /// <summary>What was done about it, or why it was not followed.</summary>
    public string? Answer { get; private set; }

    public bool IsLateOn(DateOnly day) => State is RecommendationState.Open or RecommendationState.InWork && DueOn < day;

    /// <summary>The board gives it; the foundation may write down one that was given in a meeting.</summary>
    public static Refusal? WhyNotGive(ProgrammeMember by) => by.Advises || by.Steers ? null : new Refusal("review-not-yours");

    public static Recommendation Give(Guid id, string text, ProgrammeMember by, DateOnly today)
    {
        Refusal.If(WhyNotGive(by));
        return new Recommendation { Id = id, Text = text, GivenOn = today };
    }

    public static Refusal? WhyNotFollow(RecommendationState state, string? answer, ProgrammeMember by) =>
        !by.Steers ? new Refusal("programme-not-yours")
        : state is RecommendationState.Done or RecommendationState.NotFollowed && answer is null ? new Refusal("recommendation-without-answer")
        : null;

    public void Follow(RecommendationState state, string? responsible, DateOnly? dueOn, string? answer, ProgrammeMember by)
    {
        Refusal.If(WhyNotFollow(state, answer, by));
        (State, Responsible, DueOn, Answer) = (state, responsible, dueOn, answer);
    }
}

/// <summary>What becomes of a recommendation of the board; done or not followed, it needs an answer.</summary>
public enum RecommendationState
{
    Open,
    InWork,
    Done,
    NotFollowed,
}
