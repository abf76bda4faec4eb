namespace IntegrationPortal.Domain.Knowledge;

/// <summary>One version of an entry in all its languages. What was published stays as it was; a change is a new version.</summary>
public sealed class EntryVersion
{
    public const int SourceLength = 1000;
    public const int ReasonLength = 2000;
    public const int MostPlaces = 10;

    private readonly List<EntryText> texts = [];

    private EntryVersion()
    {
    }

    internal EntryVersion(Guid entryId, int number, EntryFacts facts, Guid? author, string office, DateTimeOffset now)
    {
        EntryId = entryId;
        Number = number;
        AuthorUserId = author;
        AuthorOffice = office;
        BegunAt = now;
        Set(facts);
    }

    public Guid EntryId { get; private set; }

    /// <summary>1, 2, 3 …</summary>
    public int Number { get; private set; }

    public EntryState State { get; private set; }

    /// <summary>Null for what comes with the portal.</summary>
    public Guid? AuthorUserId { get; private set; }

    /// <summary>As the page names it, such as "Kommunale Koordination Krefeld"; empty for what comes with the portal.</summary>
    public string AuthorOffice { get; private set; } = "";

    public FieldOfAction Field { get; private set; }

    public WorkPhase? Phase { get; private set; }

    public CostBand? Cost { get; private set; }

    public EvidenceGrade? Evidence { get; private set; }

    /// <summary>Formats: for how many people.</summary>
    public int? ParticipantsMin { get; private set; }

    public int? ParticipantsMax { get; private set; }

    /// <summary>Official keys of the municipalities and districts it is about.</summary>
    public IReadOnlyList<string> Places { get; private set; } = [];

    /// <summary>Where it is known from.</summary>
    public string? Source { get; private set; }

    /// <summary>Written by the portal as a suggestion; nobody has reported it as done.</summary>
    public bool IsProposal { get; private set; }

    public Criteria Criteria { get; private set; } = Criteria.None;

    public DateTimeOffset BegunAt { get; private set; }

    public DateTimeOffset? SubmittedAt { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    public Guid? ReviewerUserId { get; private set; }

    public DateOnly? ReviewedOn { get; private set; }

    /// <summary>The office that reviewed it; null for what comes with the portal and was not reviewed since.</summary>
    public string? ReviewedBy { get; private set; }

    /// <summary>What the editor wants changed.</summary>
    public string? SentBackBecause { get; private set; }

    public IReadOnlyList<EntryText> Texts => texts;

    public EntryText? In(EntryLanguage language) => texts.Find(t => t.Language == language);

    /// <summary>In that language, or in German, which every version has.</summary>
    public EntryText Read(EntryLanguage language) => In(language) ?? In(EntryLanguage.De) ?? texts[0];

    /// <summary>What can be filtered and compared.</summary>
    public EntryFacts Facts => new(Field)
    {
        Phase = Phase,
        Cost = Cost,
        Evidence = Evidence,
        ParticipantsMin = ParticipantsMin,
        ParticipantsMax = ParticipantsMax,
        Places = Places,
        Source = Source,
        IsProposal = IsProposal,
    };

    internal void Set(EntryFacts facts)
    {
        (Field, Phase, Cost, Evidence) = (facts.Field, facts.Phase, facts.Cost, facts.Evidence);
        (ParticipantsMin, ParticipantsMax) = (facts.ParticipantsMin, facts.ParticipantsMax);
        (Places, Source, IsProposal) = ([.. facts.Places.Distinct()], facts.Source, facts.IsProposal);
    }

    internal void Write(EntryLanguage language, EntryWords words)
    {
        if (In(language) is { } text)
            text.Write(words);
        else
            texts.Add(new EntryText(language, words));
    }

    internal void Move(EntryDeed deed) => State = EntryMoves.Table[deed].To;

    internal void Submitted(DateTimeOffset now) => (SubmittedAt, SentBackBecause) = (now, null);

    internal void SentBack(string reason) => SentBackBecause = reason;

    internal void TakenBy(Guid reviewer) => ReviewerUserId = reviewer;

    internal void Published(DateTimeOffset now) => PublishedAt = now;

    internal void Reviewed(Guid? reviewer, string? office, DateOnly on, Criteria criteria) =>
        (ReviewerUserId, ReviewedBy, ReviewedOn, Criteria) = (reviewer, office, on, criteria);
}

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

    public bool IsProposal { get; init; }

    public Refusal? WhyNot() =>
        ParticipantsMin is < 1 or > 10_000 || ParticipantsMax > 10_000 || ParticipantsMax < ParticipantsMin ? new Refusal("entry-participants-not-valid")
        : Places.Count > EntryVersion.MostPlaces ? new Refusal("entry-too-many-places", EntryVersion.MostPlaces)
        : Source?.Length > EntryVersion.SourceLength ? new Refusal("entry-text-too-long", EntryVersion.SourceLength)
        : null;
}
