using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Path;

namespace IntegrationPortal.Web.Features.CaseSteps;

/// <summary>One step with what the template knows about it, and everything that can be done with it.</summary>
public sealed record StepPage(string CaseHref, string CaseNumber, string Title, string State, string Responsible)
{
    public DeadlineView? Deadline { get; init; }

    /// <summary>What the template says: entry, exit, documents, typical breaks.</summary>
    public IReadOnlyList<(string Key, string Text)> Facts { get; init; } = [];

    public IReadOnlyList<ActionView> Deeds { get; init; } = [];

    /// <summary>Why nothing can be done here, when nothing can.</summary>
    public string? WhyNot { get; init; }
}

/// <summary>A form about one step of a case.</summary>
public sealed record StepFrame(string CaseHref, string CaseNumber, string StepTitle)
{
    /// <summary>From what the law counts its deadline; null where it does not count from an event.</summary>
    public string? Event { get; init; }

    /// <summary>The step that this one sets off when it is done, where the law counts its deadline from that.</summary>
    public string? NextTitle { get; init; }

    public string? NextEvent { get; init; }

    /// <summary>It was begun already and is blocked.</summary>
    public bool GoesOn { get; init; }

    public DateOnly Today { get; init; }

    /// <summary>With one of which the step ends; empty for one that is just done.</summary>
    public IReadOnlyList<Choice> Results { get; init; } = [];

    /// <summary>What may block it.</summary>
    public IReadOnlyList<Choice> Reasons { get; init; } = [];
}
