using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.Advisory;

public sealed class ReviewForm
{
    public Guid Id { get; set; }

    [Display(Name = "review-title"), Visible, StringLength(ProgrammeReview.LineLength), PlainText]
    public string? Title { get; set; }
}

public sealed class SectionForm : IVersionedForm
{
    public Guid Id { get; set; }

    /// <summary>Version that the page showed; 0 for a new section.</summary>
    public uint Version { get; set; }

    [Display(Name = "section-heading"), Visible, StringLength(ProgrammeReview.LineLength), PlainText]
    public string? Heading { get; set; }

    [Display(Name = "section-text"), Visible, StringLength(ProgrammeReview.TextLength), PlainText]
    public string? Text { get; set; }

    public static SectionForm Of(ReviewSection section, uint version) => new() { Id = section.Id, Version = version, Heading = section.Heading, Text = section.Text };
}

public sealed class CommentForm
{
    public Guid Id { get; set; }

    [Display(Name = "comment"), Visible, StringLength(ReviewComment.TextLength), PlainText]
    public string? Text { get; set; }
}

/// <summary>A meeting to be called, or to be corrected: then with the version that was shown.</summary>
public sealed class MeetingForm : IVersionedForm
{
    public Guid Id { get; set; }

    public uint Version { get; set; }

    [Required, Display(Name = "day")]
    public DateOnly? Day { get; set; }

    [Display(Name = "place"), Visible, StringLength(ProgrammeReview.LineLength), PlainText]
    public string? Place { get; set; }

    [Display(Name = "agenda"), Visible, StringLength(ProgrammeReview.TextLength), PlainText]
    public string? Agenda { get; set; }

    public static MeetingForm Of(BoardMeeting meeting, uint version) =>
        new() { Id = meeting.Id, Version = version, Day = meeting.Day, Place = meeting.Place, Agenda = meeting.Agenda };
}

public sealed class MinutesForm : IVersionedForm
{
    public uint Version { get; set; }

    [Display(Name = "minutes"), Visible, StringLength(ProgrammeReview.TextLength), PlainText]
    public string? Minutes { get; set; }

    public static MinutesForm Of(BoardMeeting meeting, uint version) => new() { Version = version, Minutes = meeting.Minutes };
}

public sealed class RecommendationForm
{
    public Guid Id { get; set; }

    [Display(Name = "recommendation"), Visible, StringLength(Recommendation.TextLength), PlainText]
    public string? Text { get; set; }
}

public sealed class FollowForm : IVersionedForm
{
    public uint Version { get; set; }

    [Required, Display(Name = "state")]
    public RecommendationState? State { get; set; }

    [Display(Name = "responsible"), StringLength(Recommendation.LineLength), PlainText]
    public string? Responsible { get; set; }

    [Display(Name = "due-on")]
    public DateOnly? DueOn { get; set; }

    [Display(Name = "answer"), StringLength(Recommendation.TextLength), PlainText]
    public string? Answer { get; set; }

    public static FollowForm Of(Recommendation given, uint version) => new()
    {
        Version = version, State = given.State, Responsible = given.Responsible, DueOn = given.DueOn, Answer = given.Answer,
    };
}
