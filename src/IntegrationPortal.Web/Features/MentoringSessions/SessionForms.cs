using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Web.Presentation.Forms;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace IntegrationPortal.Web.Features.MentoringSessions;

/// <summary>The sixty-second form. Its id is made by whoever writes: the page, or a phone without a network.</summary>
public sealed class SessionForm : IVersionedForm
{
    public Guid Id { get; set; }

    [Required, Display(Name = "held-on")]
    public DateOnly? HeldOn { get; set; }

    [Required, Range(1, MentoringSession.MostQuarterHours), Display(Name = "duration")]
    public int? QuarterHours { get; set; }

    [Required, Display(Name = "place")]
    public SessionPlace? Place { get; set; }

    [Display(Name = "activities")]
    public List<SessionActivities> Activities { get; set; } = [];

    [StringLength(MentoringRequest.GoalLength), Display(Name = "goal")]
    public string? Goal { get; set; }

    [Required, Display(Name = "light")]
    public TrafficLight? Light { get; set; }

    [Display(Name = "next-meeting-on")]
    public DateOnly? NextMeetingOn { get; set; }

    [StringLength(MentoringSession.NoteLength), PlainText, Display(Name = "note")]
    public string? Note { get; set; }

    [Display(Name = "has-expenses")]
    public bool HasExpenses { get; set; }

    /// <summary>Version of the entry that the page showed.</summary>
    public uint Version { get; set; }

    /// <summary>Something that may stay empty was filled in or refused: the fold around it stands open.</summary>
    public bool HoldsMore(ModelStateDictionary state) =>
        !string.IsNullOrEmpty(Goal) || NextMeetingOn is not null || !string.IsNullOrEmpty(Note) || HasExpenses
        || new[] { nameof(Goal), nameof(NextMeetingOn), nameof(Note), nameof(HasExpenses) }.Any(f => state[$"{nameof(SessionPage.Form)}.{f}"] is { Errors.Count: > 0 });

    public SessionEntry Entry() => new(
        HeldOn!.Value, QuarterHours!.Value, Place!.Value,
        Several.Sum(Activities), string.IsNullOrEmpty(Goal) ? null : Goal,
        Light!.Value, NextMeetingOn, TypedText.Lines(Note), HasExpenses);

    public static SessionForm Of(MentoringSession session, uint version) => new()
    {
        Id = session.Id, HeldOn = session.HeldOn, QuarterHours = session.QuarterHours, Place = session.Place,
        Activities = Several.Split(session.Activities),
        Goal = session.Goal, Light = session.Light, NextMeetingOn = session.NextMeetingOn, Note = session.Note, HasExpenses = session.HasExpenses,
        Version = version,
    };
}

/// <summary>A word of thanks, or a question.</summary>
public sealed class AnswerForm
{
    /// <summary>The id of the answer, so that sending it twice says it once.</summary>
    public Guid Id { get; set; }

    [Required, Display(Name = "kind")]
    public AnswerKind? Kind { get; set; }

    [Display(Name = "text"), Visible, StringLength(SessionAnswer.TextLength), PlainText]
    public string? Text { get; set; }
}

/// <summary>The form with its answers to choose from.</summary>
/// <param name="Address">Where it is sent.</param>
/// <param name="IsCorrection">The days of editing are over: how it read before stays.</param>
public sealed record SessionPage(
    Guid TandemId, string Names, string Address, bool IsNew, bool IsCorrection, SessionForm Form, DateOnly Today, IReadOnlyList<Choice> Durations,
    IReadOnlyList<Choice> Places, IReadOnlyList<Choice> Activities, IReadOnlyList<Choice> Goals, IReadOnlyList<Choice> Lights);

public sealed record AnswerPage(Guid TandemId, string Names, MentoringSession Session, AnswerForm Form, IReadOnlyList<Choice> Kinds);
