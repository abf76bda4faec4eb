using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.Tandems;

/// <summary>The mentoring card of a volunteer, with the own meetings.</summary>
public sealed record CardPage(TandemFile File, LatestMeetings Meetings, IReadOnlyList<Concern> Concerns, bool MayAgree, bool MayLog, bool MayEnd)
{
    /// <summary>Another half year is over, and the mentor has not said how it goes.</summary>
    public bool IsAsked { get; init; }
}

/// <summary>A tandem as its coordination sees it.</summary>
/// <param name="Steps">What can be done now: deeds without a form of their own.</param>
/// <param name="Forms">What can be done now on a page of its own.</param>
/// <param name="WhyNotBegin">Why the trial cannot begin, in words; null when it can, or when nothing is proposed.</param>
public sealed record TandemPage(
    TandemFile File, LatestMeetings Meetings, IReadOnlyList<HistoryLine> History, IReadOnlyList<MentorLine> Mentors,
    IReadOnlyList<string> Steps, IReadOnlyList<string> Forms, string? WhyNotBegin, bool MayLog)
{
    public required ResponsibleLine Responsible { get; init; }

    /// <summary>Of the tandem as it stands on this page.</summary>
    public required uint Version { get; init; }

    /// <summary>What both sides said, latest first.</summary>
    public IReadOnlyList<TandemReview> Reviews { get; init; } = [];

    /// <summary>Another half year is over, and the coordination has not said how it goes.</summary>
    public bool IsAsked { get; init; }

    /// <summary>With minors, and nobody has seen a clear certificate of the mentor that still holds.</summary>
    public bool LacksCertificate { get; init; }

    /// <summary>Which actors of a person's case know about meetings.</summary>
    public IReadOnlyList<ShareLine> Shares { get; init; } = [];

    /// <summary>Persons who came from a case, so that somebody of it could be told.</summary>
    public IReadOnlyList<PersonOfCase> Sharing { get; init; } = [];
}

/// <summary>All meetings, where the page of the tandem shows only the latest.</summary>
public sealed record MeetingsPage(TandemFile File, IReadOnlyList<MentoringSession> Meetings);

/// <summary>Who answers for the tandem.</summary>
/// <param name="HasLeft">Coordinates no volunteers of the organisation any more.</param>
/// <param name="MayTakeOver">It is a colleague's, and the reader could take it over.</param>
/// <param name="Version">Of the tandem as it is shown, so that nobody takes it from another than they read of.</param>
public sealed record ResponsibleLine(string Name, bool HasLeft, bool MayTakeOver, uint Version);

public sealed record ShareLine(Guid Id, string Name, string Recipient, DateOnly Until, bool WithLight);

public sealed record PersonOfCase(Guid RequestId, string Name);

/// <summary>What happened, when and by whom.</summary>
/// <param name="TookOver">Whoever did it has taken the tandem over.</param>
public sealed record HistoryLine(TandemState State, bool TookOver, string? Text, string By, DateTimeOffset At);

/// <summary>Who was the mentor, from when until when.</summary>
public sealed record MentorLine(Guid VolunteerId, string CalledName, DateOnly Since, DateOnly? Until, DateOnly? AgreedOn);

public sealed record OpenPage(OpenForm Form, IReadOnlyList<Choice> Requests, IReadOnlyList<Choice> Kinds);

public sealed record ProposePage(TandemFile File, ProposeForm Form, IReadOnlyList<Choice> Volunteers);

public sealed record ConfirmPage(TandemFile File, ConfirmForm Form);

/// <param name="Goals">Those that are asked about.</param>
public sealed record EndPage(TandemFile File, EndForm Form, DateOnly FirstDay, DateOnly Today, IReadOnlyList<Choice> Reasons, IReadOnlyList<string> Goals, IReadOnlyList<Choice> Results);
