using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Words;

namespace IntegrationPortal.Web.Features.Contributions;

/// <summary>What the own office has written, those first at which somebody is.</summary>
public sealed record ContributionsPage(IReadOnlyList<ContributionRow> Rows);

public sealed record ContributionRow(Guid Id, HandbookKind Kind, string Title, EntryState? Open, EntryState? Public, string? Address, bool SentBack, DateTimeOffset At);

/// <summary>Beginning an entry.</summary>
public sealed record NewEntryPage(NewEntryForm Form, IReadOnlyList<Choice> Kinds, IReadOnlyList<Choice> FieldsOfAction);

/// <summary>One entry of the own office: writing while there is a draft, otherwise where it stands and what can be done.</summary>
public sealed record EntryDesk(
    HandbookEntry Entry, EntryForm? Form, IReadOnlyList<WritingHint> Hints, IReadOnlyList<EntryComment> Comments, IReadOnlyList<EntryVersion> Versions,
    string? WhyNotSubmit)
{
    /// <summary>Whom it may come from.</summary>
    public IReadOnlyList<Choice> Partners { get; init; } = [];

    public HandbookKind Kind => Entry.Kind;

    public EntryVersion? Draft => Entry.Open;

    public string Title => (Entry.Open ?? Entry.Public ?? Entry.Versions[^1]).Read(EntryLanguage.De).Title;

    public string Address => $"/contributions/{Entry.Id}";
}

/// <summary>A draft as readers would see it.</summary>
public sealed record PreviewPage(HandbookEntry Entry, EntryText Text);

/// <summary>Two versions beside each other.</summary>
public sealed record ComparePage(HandbookEntry Entry, int From, int To, IReadOnlyList<ChangedText> Changes, bool MayRestore);
