using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.Cases;

/// <summary>Opens a case: for whom, and on which path.</summary>
public sealed class NewCaseForm : PersonFields
{
    /// <summary>The id of the case that this form opens; a form that is sent twice opens one.</summary>
    public Guid Id { get; set; }

    [Required]
    [StringLength(30)]
    [Display(Name = "template")]
    public string? Template { get; set; }

    /// <summary>Somebody has seen the cases that there may be already, and says that this is another person.</summary>
    [Display(Name = "nevertheless", Order = 30_000)]
    public bool Nevertheless { get; set; }
}
