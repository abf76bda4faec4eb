using System.ComponentModel.DataAnnotations;

namespace IntegrationPortal.Web.Features.NewTemplates;

/// <summary>A further process for a running case.</summary>
public sealed class NewTemplateForm
{
    /// <summary>The id of what this form adds; sent twice, it adds once.</summary>
    public Guid Id { get; set; }

    [Required]
    [StringLength(30)]
    [Display(Name = "template")]
    public string? Template { get; set; }
}
