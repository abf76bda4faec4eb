namespace IntegrationPortal.Domain.Programme;

/// <summary>A review of the programme that the foundation writes for the advisory board. Published, its text is frozen.</summary>
public sealed class ProgrammeReview : IOfProgramme
{
    public const int LineLength = 200;
    public const int TextLength = 20_000;

    private readonly List<ReviewSection> sections = [];

    private ProgrammeReview()
    {
    }

    public Guid Id { get; private set; }

    public string Title { get; private set; } = "";

    public DateTimeOffset BegunAt { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    public IReadOnlyList<ReviewSection> Sections => sections;

    public static Refusal? WhyNotBegin(ProgrammeMember by) => by.Steers ? null : new Refusal("programme-not-yours");

    public static ProgrammeReview Begin(Guid id, string title, ProgrammeMember by, DateTimeOffset now)
    {
        Refusal.If(WhyNotBegin(by));
        return new ProgrammeReview { Id = id, Title = title, BegunAt = now };
    }

    public Refusal? WhyNotWrite(ProgrammeMember by) => WhyNotBegin(by) ?? (PublishedAt is null ? null : new Refusal("review-frozen"));

    public ReviewSection Add(Guid id, string heading, string text, ProgrammeMember by)
    {
        Refusal.If(WhyNotWrite(by));
        var section = new ReviewSection(this, id, sections.Count == 0 ? 1 : sections.Max(s => s.Position) + 1, heading, text);
        sections.Add(section);
        return section;
    }

    public void Change(ReviewSection section, string heading, string text, ProgrammeMember by)
    {
        Refusal.If(WhyNotWrite(by));
        section.Say(heading, text);
    }

    public Refusal? WhyNotPublish(ProgrammeMember by) => WhyNotWrite(by) ?? (sections.Count == 0 ? new Refusal("review-empty") : null);

    public void Publish(ProgrammeMember by, DateTimeOffset now)
    {
        Refusal.If(WhyNotPublish(by));
        PublishedAt = now;
    }

    /// <summary>The board says something to what was published; the foundation answers in the same place.</summary>
    public Refusal? WhyNotComment(ProgrammeMember by) =>
        !(by.Advises || by.Steers) ? new Refusal("review-not-yours") : PublishedAt is null ? new Refusal("review-not-published") : null;

    public ReviewComment Comment(Guid id, ReviewSection section, string text, ProgrammeMember by, DateTimeOffset now)
    {
        Refusal.If(WhyNotComment(by));
        return section.Comment(id, text, by, now);
    }
}

/// <summary>One section, as Markdown.</summary>
public sealed class ReviewSection : IOfProgramme
{
    private readonly List<ReviewComment> comments = [];

    private ReviewSection()
    {
    }

    internal ReviewSection(ProgrammeReview review, Guid id, int position, string heading, string text) =>
        (ReviewId, Id, Position, Heading, Text) = (review.Id, id, position, heading, text);

    public Guid ReviewId { get; private set; }

    public Guid Id { get; private set; }

    public int Position { get; private set; }

    public string Heading { get; private set; } = "";

    public string Text { get; private set; } = "";

    public IReadOnlyList<ReviewComment> Comments => comments;

    internal void Say(string heading, string text) => (Heading, Text) = (heading, text);

    internal ReviewComment Comment(Guid id, string text, ProgrammeMember by, DateTimeOffset now)
    {
        var comment = new ReviewComment(this, id, text, by, now);
        comments.Add(comment);
        return comment;
    }
}

/// <summary>What somebody of the board or of the foundation says to a section. It stays.</summary>
public sealed class ReviewComment : IOfProgramme
{
    public const int TextLength = 2000;

    private ReviewComment()
    {
    }

    internal ReviewComment(ReviewSection section, Guid id, string text, ProgrammeMember by, DateTimeOffset now) =>
        (ReviewId, SectionId, Id, Text, ByUserId, At) = (section.ReviewId, section.Id, id, text, by.UserId, now);

    public Guid ReviewId { get; private set; }

    public Guid SectionId { get; private set; }

    public Guid Id { get; private set; }

    public string Text { get; private set; } = "";

    public Guid ByUserId { get; private set; }

    public DateTimeOffset At { get; private set; }
}
