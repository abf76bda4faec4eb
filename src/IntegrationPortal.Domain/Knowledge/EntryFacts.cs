namespace IntegrationPortal.Domain.Knowledge;

/// <summary>What can be filtered and compared, the same in all languages.</summary>
public sealed record EntryFacts(FieldOfAction Field)
{
    public WorkPhase? Phase { get; init; }

    public CostBand? Cost { get; init; }

    public EvidenceGrade? Evidence { get; init; }

    public int? ParticipantsMin { get; init; }

    public int? ParticipantsMax { get; init; }

    public IReadOnlyList<string> Places { get; init; } = [];

    public string? Source { get; init; }

    public string? Partner { get; init; }

    public bool IsProposal { get; init; }

    /// <summary>Not valid by themselves, or not for this kind of content.</summary>
    public Refusal? WhyNotFor(HandbookKind kind) => Partner is not null && !HandbookPartner.Carries(kind) ? new Refusal("entry-partner-of-practice") : WhyNot();

    public Refusal? WhyNot() =>
        ParticipantsMin is < 1 or > 10_000 || ParticipantsMax > 10_000 || ParticipantsMax < ParticipantsMin ? new Refusal("entry-participants-not-valid")
        : Places.Count > EntryVersion.MostPlaces ? new Refusal("entry-too-many-places", EntryVersion.MostPlaces)
        : Source?.Length > EntryVersion.SourceLength ? new Refusal("entry-text-too-long", EntryVersion.SourceLength)
        : null;
}
