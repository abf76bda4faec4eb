using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Path;

namespace IntegrationPortal.Web.Features.Handovers;

/// <summary>The page on which a handover is written: left what I decide, right what the other side will see.</summary>
public sealed record SendPage(
    Guid CaseId, string CaseNumber, SendForm Form, string Receiver, string ReceiverAbout, IReadOnlyList<Choice> Steps, IReadOnlyList<Choice> Kinds,
    IReadOnlyList<Choice> Categories, IReadOnlyList<Choice> Languages, DateOnly Today, HandoverPreviewView Preview)
{
    /// <summary>When it was kept, if the writer has been away in between.</summary>
    public string? Kept { get; init; }

    /// <summary>When it will be forgotten if nobody touches it.</summary>
    public string? KeptUntil { get; init; }

    /// <summary>The address of the receiver in the directory, where its contacts stand.</summary>
    public required string ReceiverHref { get; init; }

    /// <summary>How much an actor of this kind is meant to get; null where nothing narrows it.</summary>
    public string? ReceiverScope { get; init; }

    /// <summary>Nobody opens the portal there: it is printed.</summary>
    public bool OnPaper { get; init; }
}

/// <summary>Who can receive open steps of the case.</summary>
/// <param name="Unreached">Where nobody opens the portal: to these it goes on paper.</param>
/// <param name="NoneForStep">No actor of the directory fits the step that was asked for.</param>
public sealed record ReceiversPage(
    Guid CaseId, string CaseNumber, string? StepTitle, IReadOnlyList<ReceiverLine> Fitting, IReadOnlyList<ReceiverLine> Others,
    IReadOnlyList<ReceiverLine> Unreached, bool NoneForStep);

/// <param name="Offer">What it offers and from when: why it stands before others.</param>
public sealed record ReceiverLine(string Name, string Offer, string About, string Steps, string Href);
