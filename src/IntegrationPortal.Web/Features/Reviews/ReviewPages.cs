using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Words;

namespace IntegrationPortal.Web.Features.Reviews;

/// <summary>What waits for the foundation's editors.</summary>
public sealed record ReviewsPage(IReadOnlyList<ReviewRow> Rows);

public sealed record ReviewRow(Guid Id, HandbookKind Kind, string Title, string Office, EntryState State, DateTimeOffset Since);

/// <summary>One version as it is reviewed, paragraph by paragraph.</summary>
public sealed record ReviewPage(
    HandbookEntry Entry, EntryVersion Version, IReadOnlyList<ReviewedField> Fields, IReadOnlyList<EntryComment> Comments,
    string? WhyNotTake, string? WhyNotPublish, bool MayComment, bool MayConfirm)
{
    public string Address => $"/reviews/{Entry.Id}";

    public IEnumerable<EntryComment> On(string field, int paragraph) => Comments.Where(c => c.Field == field && c.Paragraph == paragraph);
}

/// <summary>A contribution beside the entry that it goes on from.</summary>
public sealed record OriginPage(HandbookEntry Entry, HandbookEntry Origin, IReadOnlyList<ChangedField> Changes, bool MayTakeOver);

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

    [Display(Name = "comment"), Visible, StringLength(EntryComment.TextLength), PlainText]
    public string? Text { get; set; }
}

public sealed class SendBackForm
{
    [Display(Name = "reason"), Visible, StringLength(EntryVersion.ReasonLength), PlainText]
    public string? Reason { get; set; }
}

public sealed class PublishForm
{
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
