using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Web.Data.Knowledge;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Maps;

namespace IntegrationPortal.Web.Features.Handbook;

/// <summary>The way into the handbook.</summary>
public sealed record OverviewPage(
    IReadOnlyDictionary<HandbookKind, int> Counts, IReadOnlyList<HandbookRow> Newest, PlaceMap Map, IReadOnlyList<PlaceWithPages> Places);

/// <summary>A place and what the handbook has about it, chapter by chapter, as a chapter can be narrowed to it.</summary>
public sealed record PlaceWithPages(string Key, string Name, IReadOnlyList<PagesOfPlace> Pages);

public sealed record PagesOfPlace(HandbookKind Kind, int Count);

/// <summary>One chapter as a list that can be narrowed.</summary>
public sealed record ChapterPage(HandbookKind Kind, ChapterForm Form, IReadOnlyList<HandbookRow> Rows, int Found, IReadOnlyList<Choice> Places,
    IReadOnlyList<Choice> Partners);

/// <summary>Whom the handbook carries practice from, with how many entries of each are public.</summary>
public sealed record PartnersPage(IReadOnlyList<(HandbookPartner Partner, IReadOnlyDictionary<HandbookKind, int> Counts)> Partners);

/// <summary>One entry in one language.</summary>
public sealed record EntryPage(
    HandbookEntry Entry, EntryVersion Version, EntryText Text, EntryText Body, EntryLanguage Asked, ContributingMunicipality? Municipality,
    IReadOnlyList<NamedPlace> Places, IReadOnlyList<HandbookRow> Related)
{
    /// <summary>What municipalities have released about how it went with them.</summary>
    public IReadOnlyList<ReleasedAdoption> Adoptions { get; init; } = [];

    /// <summary>What readers asked, with the answers.</summary>
    public IReadOnlyList<ReaderQuestion> Questions { get; init; } = [];

    /// <summary>The entry that it goes on from, while that is public.</summary>
    public HandbookRow? Origin { get; init; }

    /// <summary>Whom it was carried over from.</summary>
    public HandbookPartner? Partner { get; init; }

    /// <summary>Entries that go on from this one.</summary>
    public IReadOnlyList<HandbookRow> Continuations { get; init; } = [];

    /// <summary>What its texts show, with who made it.</summary>
    public IReadOnlyList<PictureLine> Pictures { get; init; } = [];

    public IReadOnlyList<Guid> Shown => EntryPicture.ShownIn(Kind, Body);

    public bool CanBeAdopted => Kind is HandbookKind.GoodPractice or HandbookKind.Format;

    public HandbookKind Kind => Entry.Kind;

    public int Minutes => Body.Agenda.Sum(a => a.Minutes);
}

/// <summary>Whose office wrote an entry, by its official key.</summary>
public sealed record ContributingMunicipality(string Key, string Name);

/// <summary>A whole chapter to be printed.</summary>
/// <param name="Found">How many entries the chapter has; more than are printed says the page.</param>
public sealed record PrintPage(HandbookKind Kind, IReadOnlyList<EntryPage> Entries, int Found);

/// <summary>What the search found.</summary>
public sealed record SearchPage(SearchForm Form, HandbookHits? Hits)
{
    /// <summary>What the words are called in Germany, where they are of elsewhere.</summary>
    public IReadOnlyList<ContextTerm> Terms { get; init; } = [];
}

/// <summary>Terms of other countries beside the German institution.</summary>
public sealed record ContextPage(IReadOnlyList<ContextTerm> Terms, DateOnly AsOf);
