using IntegrationPortal.Domain.Calendar;

namespace IntegrationPortal.Domain.Knowledge;

/// <summary>
/// A good practice, a format or a lesson of the handbook. One version is public at most, one is worked on at most; nobody publishes
/// what they have written on themselves.
/// </summary>
public sealed partial class HandbookEntry
{
    /// <summary>After so many months somebody should look again.</summary>
    public const int ReviewMonths = 12;

    private readonly List<EntryVersion> versions = [];
    private readonly List<EarlierSlug> earlierSlugs = [];

    private HandbookEntry()
    {
    }

    public Guid Id { get; private set; }

    public HandbookKind Kind { get; private set; }

    /// <summary>The last part of its address.</summary>
    public string Slug { get; private set; } = "";

    /// <summary>Whose it is; null for the foundation and what comes with the portal.</summary>
    public Guid? MunicipalityId { get; private set; }

    /// <summary>The entry that it goes on from, as a municipality does it or would have it; null for what was begun anew.</summary>
    public Guid? OriginId { get; private set; }

    /// <summary>The version of the origin that it began with.</summary>
    public int? OriginVersion { get; private set; }

    /// <summary>Number of the version that everybody reads; null while none is public.</summary>
    public int? PublicVersion { get; private set; }

    /// <summary>State of the version that is worked on; null while there is none.</summary>
    public EntryState? OpenState { get; private set; }

    public DateTimeOffset BegunAt { get; private set; }

    public IReadOnlyList<EntryVersion> Versions => versions;

    /// <summary>Where it lay before.</summary>
    public IReadOnlyList<EarlierSlug> EarlierSlugs => earlierSlugs;

    public string Address => Kind.Address(Slug);

    /// <summary>The one that everybody reads.</summary>
    public EntryVersion? Public => versions.Find(v => v.State.IsPublic());

    /// <summary>The one that is worked on.</summary>
    public EntryVersion? Open => versions.Find(v => v.State.IsOpen());

    /// <summary>Begins a draft.</summary>
    /// <param name="language">German, unless it is carried over from a partner who wrote it in English.</param>
    public static HandbookEntry Begin(
        Guid id, HandbookKind kind, string slug, Guid? municipality, EntryFacts facts, EntryWords words, Writer by, DateTimeOffset now, EntryLanguage language = EntryLanguage.De)
    {
        Refusal.If(WhyNotBegin(kind, slug, municipality, facts, words, by)
            ?? (language == EntryLanguage.De || (language == EntryLanguage.En && facts.Partner is not null) ? null : new Refusal("entry-field-missing", "title")));
        var entry = New(id, kind, slug, municipality, now);
        entry.Add(facts, by.UserId, by.Office, now).Write(language, words);
        entry.Follow();
        return entry;
    }

    public static Refusal? WhyNotBegin(HandbookKind kind, string slug, Guid? municipality, EntryFacts facts, EntryWords words, Writer by) =>
        !by.WritesFor(municipality) ? new Refusal("entry-not-yours")
        : WhyNotKind(kind, municipality)
            ?? (!Knowledge.Slug.IsValid(slug) ? new Refusal("entry-slug-not-valid") : facts.WhyNotFor(kind) ?? words.WhyNotFor(kind));

    /// <summary>May an office begin an entry of this kind? Processes are drawn from their templates; news and facts are the foundation's.</summary>
    /// <param name="municipality">Whose office it is; null for the foundation.</param>
    public static Refusal? WhyNotKind(HandbookKind kind, Guid? municipality) =>
        kind == HandbookKind.Process ? new Refusal("entry-process-is-a-template")
        : kind.IsOfTheFoundation() && municipality is not null ? new Refusal("entry-kind-by-foundation")
        : null;

    /// <summary>What comes with the portal is published by the portal; a later release that says something else is a new version.</summary>
    /// <param name="asOf">The day of which it is; nobody of the foundation has reviewed it yet, and the page says so.</param>
    public static HandbookEntry Ship(
        Guid id, HandbookKind kind, string slug, EntryFacts facts, IReadOnlyDictionary<EntryLanguage, EntryWords> texts, DateOnly asOf, DateTimeOffset now)
    {
        var entry = New(id, kind, slug, null, now);
        entry.ShipAgain(facts, texts, asOf, now);
        return entry;
    }

    /// <summary>Only where nobody has written since: what the foundation has changed stays.</summary>
    public void ShipAgain(
        EntryFacts facts, IReadOnlyDictionary<EntryLanguage, EntryWords> texts, DateOnly asOf, DateTimeOffset now)
    {
        Refusal.If(facts.WhyNotFor(Kind) ?? texts.Values.Select(t => t.WhyNotFor(Kind)).FirstOrDefault(no => no is not null));
        Public?.Move(EntryDeed.Supersede);
        var version = Add(facts, null, "", now);
        foreach (var (language, words) in texts)
            version.Write(language, words);
        version.Move(EntryDeed.Publish);
        version.Published(now);
        version.Reviewed(null, null, asOf, Criteria.None);
        Follow();
    }

    /// <summary>True while the portal itself wrote everything in it.</summary>
    public bool IsShipped => versions.TrueForAll(v => v.AuthorUserId is null);

    /// <summary>A new address; the old one leads here.</summary>
    public void Rename(string slug, Writer by)
    {
        Refusal.If(WhyNotRename(slug, by));
        if (slug == Slug)
            return;
        earlierSlugs.RemoveAll(s => s.Slug == slug);
        earlierSlugs.Add(new EarlierSlug(this));
        Slug = slug;
    }

    public Refusal? WhyNotRename(string slug, Writer by) =>
        !by.WritesFor(MunicipalityId) && !by.Reviews ? new Refusal("entry-not-yours")
        : !Knowledge.Slug.IsValid(slug) ? new Refusal("entry-slug-not-valid")
        : null;

    private static HandbookEntry New(Guid id, HandbookKind kind, string slug, Guid? municipality, DateTimeOffset now) =>
        new() { Id = id, Kind = kind, Slug = slug, MunicipalityId = municipality, BegunAt = now };

    private EntryVersion Add(EntryFacts facts, Guid? author, string office, DateTimeOffset now)
    {
        var version = new EntryVersion(Id, versions.Count == 0 ? 1 : versions.Max(v => v.Number) + 1, facts, author, office, now);
        versions.Add(version);
        return version;
    }

    /// <summary>The walls in the database look at these two.</summary>
    private void Follow() => (PublicVersion, OpenState) = (Public?.Number, Open?.State);

    private static DateOnly Day(DateTimeOffset now) => GermanTime.DayOf(now);
}
