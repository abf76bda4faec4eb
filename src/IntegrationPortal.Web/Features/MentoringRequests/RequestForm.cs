using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.MentoringRequests;

/// <summary>What is written down with a person who wishes a mentor.</summary>
public sealed class RequestForm
{
    private const int GoalsLength = MentoringRequest.MostGoals * (MentoringRequest.GoalLength + 2);

    /// <summary>The id of the request, so that sending the form twice enters one.</summary>
    public Guid Id { get; set; }

    /// <summary>The case the person comes from, when the organisation takes part in it.</summary>
    public Guid? CaseId { get; set; }

    [Display(Name = "called-name"), Visible, StringLength(Person.NameLength), PlainText]
    public string? CalledName { get; set; }

    [Display(Name = "languages")]
    public List<string> Languages { get; set; } = [];

    [Display(Name = "wish"), Visible, StringLength(MentoringRequest.TextLength), PlainText]
    public string? Wish { get; set; }

    /// <summary>One in each line, in the person's words.</summary>
    [Display(Name = "goals"), Visible, StringLength(GoalsLength), PlainText]
    public string? Goals { get; set; }

    [Display(Name = "times")]
    public List<MeetingTimes> Times { get; set; } = [];

    [Display(Name = "help-with")]
    public List<SessionActivities> HelpWith { get; set; } = [];

    [Display(Name = "district"), StringLength(Volunteer.TextLength), PlainText]
    public string? District { get; set; }

    [Display(Name = "reach"), StringLength(Person.ReachLength), PlainText]
    public string? Reach { get; set; }

    [Display(Name = "is-minor")]
    public bool IsMinor { get; set; }

    [Required, Display(Name = "consent-on")]
    public DateOnly? ConsentOn { get; set; }

    public IReadOnlyList<string> GoalLines => [.. (TypedText.Lines(Goals) ?? "").Split('\n').Select(TypedText.Line).OfType<string>().Distinct()];

    public RequestDetails Details(IEnumerable<string> knownLanguages) => new(
        CalledName!, [.. knownLanguages.Where(Languages.Contains)], TypedText.Lines(Wish)!, GoalLines, IsMinor, ConsentOn, Several.Sum(Times),
        Several.Sum(HelpWith), TypedText.Line(District), TypedText.Line(Reach));
}

/// <summary>The form with its languages.</summary>
public sealed record NewRequestPage(RequestForm Form, IReadOnlyList<Choice> Languages);

/// <summary>The requests that wait.</summary>
public sealed record RequestsPage(IReadOnlyList<MentoringRequest> Requests);
