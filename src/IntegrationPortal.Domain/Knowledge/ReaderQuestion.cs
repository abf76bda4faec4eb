namespace IntegrationPortal.Domain.Knowledge;

/// <summary>Where a reader's question stands.</summary>
public enum QuestionState
{
    /// <summary>Nobody of the foundation has looked at it; nobody else sees it.</summary>
    Waiting,

    /// <summary>It may be asked; the office whose entry it is answers.</summary>
    Passed,

    /// <summary>Everybody reads it with its answer.</summary>
    Answered,

    /// <summary>Not shown, and forgotten after a month.</summary>
    Refused,
}

/// <summary>
/// What somebody without an account asks about an entry. Nothing is known of who asks, and nothing of it is public before the foundation
/// has looked and the office has answered.
/// </summary>
public sealed class ReaderQuestion
{
    public const int TextLength = 1000;
    public const int AnswerLength = 3000;

    private ReaderQuestion()
    {
    }

    public Guid Id { get; private set; }

    public Guid EntryId { get; private set; }

    /// <summary>Whose entry it is, and who answers; null for the foundation.</summary>
    public Guid? MunicipalityId { get; private set; }

    public string Text { get; private set; } = "";

    public DateTimeOffset AskedAt { get; private set; }

    public QuestionState State { get; private set; }

    public Guid? ModeratedByUserId { get; private set; }

    public DateTimeOffset? ModeratedAt { get; private set; }

    /// <summary>Public while the question is answered; of one that was taken back, what it said.</summary>
    public string? Answer { get; private set; }

    /// <summary>As the page names it; a person is never named.</summary>
    public string? AnsweredBy { get; private set; }

    public Guid? AnsweredByUserId { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>By anybody, about what is public.</summary>
    public static ReaderQuestion Ask(Guid id, HandbookEntry about, string text, DateTimeOffset now)
    {
        Refusal.If(about.Public is null ? new Refusal("question-entry-not-public") : WhyNotAsk(text));
        return new ReaderQuestion { Id = id, EntryId = about.Id, MunicipalityId = about.MunicipalityId, Text = text, AskedAt = now };
    }

    /// <summary>Too long, empty, or made of links.</summary>
    public static Refusal? WhyNotAsk(string? text) =>
        string.IsNullOrWhiteSpace(text) ? new Refusal("question-empty")
        : text.Length > TextLength ? new Refusal("entry-text-too-long", TextLength)
        : Links(text) > 1 ? new Refusal("question-links")
        : null;

    /// <summary>The foundation looks at it first.</summary>
    public Refusal? WhyNotModerate(Writer by) =>
        !by.Reviews ? new Refusal("question-moderated-by-foundation") : State != QuestionState.Waiting ? new Refusal("question-moderated-already") : null;

    public void Pass(Writer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotModerate(by));
        Moderate(QuestionState.Passed, by, now);
    }

    /// <summary>At any time: a name that somebody overlooked is not public for ever, and what nobody can answer does not wait for ever.</summary>
    public Refusal? WhyNotRefuse(Writer by) =>
        !by.Reviews ? new Refusal("question-moderated-by-foundation") : State == QuestionState.Refused ? new Refusal("question-moderated-already") : null;

    public void Refuse(Writer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotRefuse(by));
        (Answer, AnsweredBy, AnsweredByUserId, AnsweredAt) = (null, null, null, null);
        Moderate(QuestionState.Refused, by, now);
    }

    public Refusal? WhyNotAnswer(Writer by) =>
        !by.WritesFor(MunicipalityId) ? new Refusal("entry-not-yours") : State != QuestionState.Passed ? new Refusal("question-not-open") : null;

    public void AnswerWith(string answer, Writer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotAnswer(by)
            ?? (string.IsNullOrWhiteSpace(answer) ? new Refusal("question-answer-empty") : answer.Length > AnswerLength ? new Refusal("entry-text-too-long", AnswerLength) : null));
        (State, Answer, AnsweredBy, AnsweredByUserId, AnsweredAt) = (QuestionState.Answered, answer, by.Office, by.UserId, now);
    }

    public Refusal? WhyNotTakeBack(Writer by) =>
        !by.WritesFor(MunicipalityId) ? new Refusal("entry-not-yours") : State != QuestionState.Answered ? new Refusal("question-not-answered") : null;

    /// <summary>Its office answers anew, beginning with what it said; until then nobody reads the question either.</summary>
    public void TakeBack(Writer by)
    {
        Refusal.If(WhyNotTakeBack(by));
        State = QuestionState.Passed;
    }

    private void Moderate(QuestionState to, Writer by, DateTimeOffset now) => (State, ModeratedByUserId, ModeratedAt) = (to, by.UserId, now);


    private static int Links(string text) => text.Split("http", StringSplitOptions.None).Length - 1 + (text.Split("www.", StringSplitOptions.None).Length - 1);
}
