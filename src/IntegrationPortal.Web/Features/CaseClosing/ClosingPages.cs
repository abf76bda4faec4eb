using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Path;

namespace IntegrationPortal.Web.Features.CaseClosing;

/// <summary>What closing a case means, before it is done.</summary>
/// <param name="Pending">What has to come to an end first; while there is something there is no form.</param>
public sealed record ClosePage(string CaseHref, string Number, CloseForm Form, IReadOnlyList<PendingLine> Pending)
{
    public IReadOnlyList<Choice> Reasons { get; init; } = [];

    public DateOnly Opened { get; init; }

    public DateOnly Today { get; init; }

    /// <summary>That still run, those that cannot be made good first.</summary>
    public IReadOnlyList<DeadlineLine> Deadlines { get; init; } = [];

    public IReadOnlyList<string> OpenSteps { get; init; } = [];

    public IReadOnlyList<ReaderLine> Readers { get; init; } = [];

    /// <summary>"Am 31.12.2029, wenn Sie den Fall mit dem heutigen Tag schließen …".</summary>
    public string Erased { get; init; } = "";
}

/// <summary>A deadline that nobody is reminded of any more.</summary>
public sealed record DeadlineLine(string Step, DeadlineView Deadline);

/// <summary>Who takes part, and what becomes of that.</summary>
/// <param name="Works">On what they still work; null for who works on nothing.</param>
public sealed record ReaderLine(string Name, string Becomes, string? Works);

/// <summary>What reopening a case means.</summary>
/// <param name="Closed">"Geschlossen am 30.11.2026: Kontakt verloren".</param>
/// <param name="Back">Who takes part again.</param>
/// <param name="StandsIn">Steps for which the lead answers from now on, because their actor does not come back.</param>
public sealed record ReopenPage(
    string CaseHref, string Number, ReopenCaseForm Form, string Closed, IReadOnlyList<string> Back, IReadOnlyList<string> StandsIn);
