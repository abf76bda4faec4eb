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
}

/// <summary>Who can receive open steps of the case.</summary>
public sealed record ReceiversPage(Guid CaseId, string CaseNumber, string? StepTitle, IReadOnlyList<ReceiverLine> Fitting, IReadOnlyList<ReceiverLine> Others);

public sealed record ReceiverLine(string Name, string About, string Steps, string Href);
