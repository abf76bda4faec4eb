using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.Contributions;

/// <summary>A picture for a draft: the file, what is to be seen on it, who made it, and below which text it stands.</summary>
public sealed class PictureForm
{
    /// <summary>Of the picture, so that sending the form twice adds one.</summary>
    public Guid Id { get; set; }

    public EntryLanguage Language { get; set; }

    [Display(Name = "picture-file")]
    public IFormFile? File { get; set; }

    [Display(Name = "picture-alt"), Visible, StringLength(EntryPicture.AltLength), PlainText]
    public string? Alt { get; set; }

    [Display(Name = "picture-credit"), Visible, StringLength(EntryPicture.CreditLength), PlainText]
    public string? Credit { get; set; }

    [Required, Display(Name = "picture-field")]
    public string? Field { get; set; }

    [Display(Name = "picture-allowed")]
    public bool Allowed { get; set; }
}

/// <summary>The pictures of one draft.</summary>
public sealed record PicturesPage(HandbookEntry Entry, string Title, IReadOnlyList<PictureLine> Pictures, PictureForm Form, IReadOnlyList<Choice> Fields, string? WhyNotAdd);
