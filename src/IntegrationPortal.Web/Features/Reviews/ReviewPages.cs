using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Words;

namespace IntegrationPortal.Web.Features.Reviews;

/// <summary>What waits for the foundation's editors.</summary>
public sealed record ReviewsPage(IReadOnlyList<ReviewRow> Rows);

public sealed record ReviewRow(Guid Id, HandbookKind Kind, string Title, string Office, EntryState State, DateTimeOffset Since);

/// <summary>One version as it is reviewed, paragraph by paragraph, in every language that becomes public with it.</summary>
/// <param name="RowVersion">Of the entry as it is shown: what is published is what was read.</param>
public sealed record ReviewPage(
    HandbookEntry Entry, EntryVersion Version, IReadOnlyList<ReviewedText> Texts, IReadOnlyList<EntryComment> Comments,
    string? WhyNotTake, string? WhyNotPublish, bool MayComment, bool MayConfirm, uint RowVersion)
{
    public string Address => $"/reviews/{Entry.Id}";

    public bool MayArchive { get; init; }

    /// <summary>What was said about a text that is not there any more stands at the first.</summary>
    public IEnumerable<EntryComment> On(ReviewedText text, string field, int paragraph) => Comments.Where(
        c => c.Field == field && c.Paragraph == paragraph && (c.Language == text.Language || (text == Texts[0] && Texts.All(t => t.Language != c.Language))));
}

/// <summary>A contribution beside the entry that it goes on from.</summary>
public sealed record OriginPage(HandbookEntry Entry, HandbookEntry Origin, IReadOnlyList<ChangedText> Changes, bool MayTakeOver);

/// <summary>A version in one of its languages.</summary>
public sealed record ReviewedText(EntryLanguage Language, IReadOnlyList<ReviewedField> Fields)
{
    public static IReadOnlyList<ReviewedText> Of(EntryVersion version, HandbookKind kind) =>
        [.. version.Texts.Where(t => !t.Words.AreEmpty).OrderBy(t => t.Language).Select(t => new ReviewedText(t.Language, Parts(kind, t)))];

    /// <summary>The place of a paragraph on the page.</summary>
    public string Anchor(string field, int paragraph) => AnchorOf(Language, field, paragraph);

    public static string AnchorOf(EntryLanguage language, string? field, int paragraph) => $"{language}-{field}-{paragraph}";

    private static IReadOnlyList<ReviewedField> Parts(HandbookKind kind, EntryText text) =>
    [
        .. Said("title", text.Title), .. Said("summary", text.Summary),
        .. EntryField.Of(kind).Where(f => text.Field(f.Key) is not null)
            .Select(f => new ReviewedField(f.Key, text.Field(f.Key)!.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))),
        .. text.Agenda.Count == 0 ? [] : new[] { new ReviewedField("agenda", [.. text.Agenda.Select(a => $"**{a.Minutes} min: {a.Title}.** {a.Text}")]) },
    ];

    private static IEnumerable<ReviewedField> Said(string key, string text) => string.IsNullOrWhiteSpace(text) ? [] : [new ReviewedField(key, [text])];
}

/// <param name="Paragraphs">In their order; comments name them from 1.</param>
public sealed record ReviewedField(string Key, IReadOnlyList<string> Paragraphs);

/// <summary>A form about one entry: a comment, sending back, publishing.</summary>
public sealed record ReviewFormPage<TForm>(Guid Id, string Title, HandbookKind Kind, TForm Form);

public sealed class CommentForm
{
    /// <summary>Id of the comment, so that it is said once however often it is sent.</summary>
    public Guid Id { get; set; }

    [Required, StringLength(40)]
    public string? Field { get; set; }

    [Range(0, 1000)]
    public int Paragraph { get; set; }

    [EnumDataType(typeof(EntryLanguage))]
    public EntryLanguage Language { get; set; }

    [Display(Name = "comment"), Visible, StringLength(EntryComment.TextLength), PlainText]
    public string? Text { get; set; }
}

public sealed class SendBackForm
{
    [Display(Name = "reason"), Visible, StringLength(EntryVersion.ReasonLength), PlainText]
    public string? Reason { get; set; }
}

public sealed class PublishForm : IVersionedForm
{
    /// <summary>Version of the entry that the editor has read.</summary>
    public uint Version { get; set; }

    [Display(Name = "practical")]
    public Judgement? Practical { get; set; }

    [Display(Name = "innovative")]
    public Judgement? Innovative { get; set; }

    [Display(Name = "successful")]
    public Judgement? Successful { get; set; }

    [Display(Name = "transferable")]
    public Judgement? Transferable { get; set; }

    public Criteria Criteria() => new(Practical, Innovative, Successful, Transferable);
}
