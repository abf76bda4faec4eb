using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.CaseImports;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.CaseImports;

/// <summary>The file.</summary>
public sealed class UploadForm
{
    [Display(Name = "file")]
    public IFormFile? File { get; set; }
}

/// <summary>What the columns of a file mean, and what holds for all of its rows.</summary>
public sealed class ColumnsForm
{
    /// <summary>The id of the import that this form begins; sent twice, it begins one.</summary>
    public Guid Id { get; set; }

    /// <summary>The file as it was read, sealed.</summary>
    public string? Table { get; set; }

    /// <summary>For each column the name of a field; nothing leaves the column out.</summary>
    [MaxLength(CaseImport.MostColumns)]
    [Display(Name = "columns")]
    public List<string?> Means { get; set; } = [];

    [Required]
    [StringLength(30)]
    [Display(Name = "template")]
    public string? Template { get; set; }

    /// <summary>Only needed where columns say facts.</summary>
    [StringLength(PersonFact.SourceLength)]
    [PlainText]
    [Display(Name = "source")]
    public string? Source { get; set; }

    public ImportField? MeaningOf(int column) =>
        column < Means.Count && Enum.TryParse<ImportField>(Means[column], out var field) && Enum.IsDefined(field) ? field : null;
}
