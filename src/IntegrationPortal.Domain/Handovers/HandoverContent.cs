using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.Handovers;

/// <summary>
/// What a handover says. Only its two sides read it, and the receiver no longer after a withdrawal; the routing in
/// <see cref="Handover"/> is visible to everybody on the path.
/// </summary>
public sealed class HandoverContent : IBelongsToCase
{
    public const int TextLength = 2000;
    public const int DocumentLength = 200;
    public const int MaxDocuments = 30;

    private HandoverContent()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid CaseId { get; private set; }

    public Guid HandoverId { get; private set; }

    public DataCategory Category => DataCategory.None;

    public string Goal { get; private set; } = "";

    /// <summary>What was agreed with the person.</summary>
    public string? Agreed { get; private set; }

    /// <summary>Code of the language in which it was agreed.</summary>
    public string? AgreedLanguage { get; private set; }

    public bool AgreedWithInterpreter { get; private set; }

    public string? Risks { get; private set; }

    public DateOnly? WishedFirstAppointment { get; private set; }

    /// <summary>All the receiver learns of the person before accepting, e.g. 25–34.</summary>
    public string? AgeBand { get; private set; }

    public IReadOnlyList<string> Languages { get; private set; } = [];

    public List<StepSnapshot> Done { get; private set; } = [];

    public List<StepSnapshot> Open { get; private set; } = [];

    public List<DocumentNote> Documents { get; private set; } = [];

    /// <summary>What the receiver wrote when declining or returning.</summary>
    public string? ReasonText { get; private set; }

    /// <summary>The receiver's end-of-service report.</summary>
    public string? Report { get; private set; }

    internal static HandoverContent Of(Handover handover, HandoverDraft draft) => new()
    {
        TenantId = handover.TenantId,
        CaseId = handover.CaseId,
        HandoverId = handover.Id,
        Goal = draft.Goal,
        Agreed = draft.Agreed,
        AgreedLanguage = draft.AgreedLanguage,
        AgreedWithInterpreter = draft.AgreedWithInterpreter,
        Risks = draft.Risks,
        WishedFirstAppointment = draft.WishedFirstAppointment,
        AgeBand = draft.AgeBand,
        Languages = draft.Languages,
        Done = [.. draft.Done],
        Open = [.. draft.Open],
        Documents = [.. draft.Documents],
    };

    internal void Explain(string text) => ReasonText = text;

    internal void Conclude(string report) => Report = report;
}

/// <summary>A step as it stood when the handover was sent.</summary>
public sealed record StepSnapshot(Bilingual Title, DateOnly? Day, string? LegalBasis);

/// <summary>A document of the person, and whether it is there; never the file.</summary>
public sealed record DocumentNote(string Name, bool Present);

/// <summary>What the sender decides and writes.</summary>
public sealed record HandoverDraft(
    Guid Id, HandoverKind Kind, IReadOnlyList<Guid> StepIds, string Goal, string? Agreed, string? AgreedLanguage,
    bool AgreedWithInterpreter, string? Risks, DateOnly? WishedFirstAppointment, string? AgeBand,
    IReadOnlyList<string> Languages, IReadOnlyList<StepSnapshot> Done, IReadOnlyList<StepSnapshot> Open,
    IReadOnlyList<DocumentNote> Documents)
{
    /// <summary>The sender knows that nobody opens the portal there, and prints it.</summary>
    public bool OnPaper { get; init; }
}
