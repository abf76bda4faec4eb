using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.Advisory;

/// <summary>The reading room: the current review, the meetings, and what became of recommendations.</summary>
public sealed record RoomPage(
    ProgrammeReview? Current, IReadOnlyList<ProgrammeReview> Others, IReadOnlyList<BoardMeeting> Meetings, IReadOnlyList<Recommendation> Recommendations,
    bool Steers, bool Advises, DateOnly Today);

/// <summary>One review with what was said to each section.</summary>
/// <param name="Names">Of those who commented.</param>
/// <param name="Version">Of the review as it is shown: what is frozen is what was read.</param>
public sealed record ReviewPage(ProgrammeReview Review, IReadOnlyDictionary<Guid, string> Names, bool Writes, bool Comments, string? WhyNotPublish, uint Version)
{
    public string Here => $"/programme/board/reviews/{Review.Id}";
}

public sealed record MeetingPage(BoardMeeting Meeting, bool Keeps, bool WritesMinutes)
{
    public string Here => $"/programme/board/meetings/{Meeting.Id}";
}

/// <summary>A form of the reading room on a page of its own.</summary>
/// <param name="Action">Where it is sent.</param>
/// <param name="Back">The page it came from.</param>
public sealed record RoomFormPage<TForm>(TForm Form, string Action, string Back, string Title, DateOnly Today, string? About = null)
{
    public IReadOnlyList<Choice> Choices { get; init; } = [];
}
