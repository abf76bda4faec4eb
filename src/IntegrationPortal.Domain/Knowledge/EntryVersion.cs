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
        WriterUserIds = author is { } first ? [first] : [];
        AuthorOffice = office;
        BegunAt = now;
        Set(facts);
    }

    public Guid EntryId { get; private set; }

    /// <summary>1, 2, 3 …</summary>
    public int Number { get; private set; }

    public EntryState State { get; private set; }

    /// <summary>Who began it; null for what comes with the portal.</summary>
    public Guid? AuthorUserId { get; private set; }

    /// <summary>Everybody who has written on it, who began it first: an entry belongs to an office, and colleagues go on where one has stopped.</summary>
    public IReadOnlyList<Guid> WriterUserIds { get; private set; } = [];

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

    /// <summary>Key of the <see cref="HandbookPartner"/> that it comes from; null for what was written here.</summary>
    public string? Partner { get; private set; }

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

    /// <summary>The text that has to be complete: German, or what a partner wrote while nobody has translated it.</summary>
    public EntryText? Main => Written(EntryLanguage.De) ?? (Partner is null ? In(EntryLanguage.De) : Written(EntryLanguage.En));

    /// <summary>In that language, or in German, or as the partner wrote it.</summary>
    public EntryText Read(EntryLanguage language) => Written(language) ?? Written(EntryLanguage.De) ?? Written(EntryLanguage.En) ?? texts[0];

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
        Partner = Partner,
        IsProposal = IsProposal,
    };

    internal void Set(EntryFacts facts)
    {
        (Field, Phase, Cost, Evidence) = (facts.Field, facts.Phase, facts.Cost, facts.Evidence);
        (ParticipantsMin, ParticipantsMax) = (facts.ParticipantsMin, facts.ParticipantsMax);
        (Places, Source, IsProposal, Partner) = ([.. facts.Places.Distinct()], facts.Source, facts.IsProposal, facts.Partner);
    }

    internal void Write(EntryLanguage language, EntryWords words)
    {
        if (In(language) is { } text)
            text.Write(words);
        // A tab that was only looked at is no text.
        else if (!words.AreEmpty)
            texts.Add(new EntryText(language, words));
    }

    internal void WrittenBy(Guid user)
    {
        if (!WriterUserIds.Contains(user))
            WriterUserIds = [.. WriterUserIds, user];
    }

    private EntryText? Written(EntryLanguage language) => In(language) is { Title.Length: > 0 } text ? text : null;

    internal void Move(EntryDeed deed) => State = EntryMoves.Table[deed].To;

    internal void Submitted(DateTimeOffset now) => (SubmittedAt, SentBackBecause) = (now, null);

    internal void SentBack(string reason) => SentBackBecause = reason;

    internal void TakenBy(Guid reviewer) => ReviewerUserId = reviewer;

    internal void Published(DateTimeOffset now) => PublishedAt = now;

    internal void Reviewed(Guid? reviewer, string? office, DateOnly on, Criteria criteria) =>
        (ReviewerUserId, ReviewedBy, ReviewedOn, Criteria) = (reviewer, office, on, criteria);
}
