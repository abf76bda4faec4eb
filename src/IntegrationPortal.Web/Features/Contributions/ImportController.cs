using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Contributions;

/// <summary>A file of another handbook becomes a draft of the own office: read, checked by the rules of an entry, and reviewed like any other.</summary>
[Requires(Right.WriteHandbook), Route("/contributions/import"), OneConnection]
public sealed class ImportController(
    PortalDbContext db, CurrentUser me, TimeProvider clock, ImportEntry import, RefusalWords refusals, IStringLocalizer<ContributionsTexts> words) : Controller
{
    private const string Page = "/Features/Contributions/Import.cshtml";

    [HttpGet("")]
    public IActionResult Import() => View(Page, new ImportPage(new ImportForm { Id = Guid.CreateVersion7(clock.GetUtcNow()) }));

    [HttpPost("")]
    public async Task<IActionResult> Import([Bind(Prefix = nameof(ImportPage.Form))] ImportForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (!await db.HandbookEntries.AnyAsync(e => e.Id == form.Id, cancellation))
        {
            if (await import.RunAsync(form.Id, form.File, me.Writer, cancellation) is { } no)
                ModelState.AddModelError("Form.File", refusals[no]);
            if (!ModelState.IsValid)
                return this.Again(new ImportPage(form), Page);
        }

        TempData.Success(words["imported"]);
        return this.SeeOther($"/contributions/{form.Id}");
    }
}

public sealed class ImportForm
{
    public Guid Id { get; set; }

    [Display(Name = "import-file")]
    public IFormFile? File { get; set; }
}

public sealed record ImportPage(ImportForm Form);
