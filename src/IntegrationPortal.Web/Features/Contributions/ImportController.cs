using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Exchange;
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
    PortalDbContext db, CurrentUser me, TimeProvider clock, ReferenceCatalogue catalogue, RefusalWords refusals, IStringLocalizer<ContributionsTexts> words) : Controller
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
            using var content = new MemoryStream();
            if (form.File is { Length: <= EntryDocument.Largest } file)
                await file.CopyToAsync(content, cancellation);
            var (read, no) = form.File is { Length: > EntryDocument.Largest }
                ? (null, new Refusal("import-too-large", EntryDocument.Largest / 1024)) : EntryDocument.Read(content.ToArray());
            var by = me.Writer;
            if (no is null && read!.Kind.IsOfTheFoundation() && by.MunicipalityId is not null)
                no = new Refusal("entry-kind-by-foundation");
            if (no is null && read!.Facts.Partner is { } partner && catalogue.HandbookPartner(partner) is null)
                no = new Refusal("import-partner-unknown", string.Join(", ", catalogue.HandbookPartners.Select(p => p.Key)));
            if (no is not null)
                ModelState.AddModelError("Form.File", refusals[no]);
            if (!ModelState.IsValid)
                return this.Again(new ImportPage(form), Page);
            var slug = Slug.With(Slug.Of(read!.Texts[read.Main].Title) is { Length: > 0 } readable ? readable : "eintrag", form.Id);
            var entry = HandbookEntry.Begin(form.Id, read.Kind, slug, by.MunicipalityId, read.Facts, read.Texts[read.Main], by, clock.GetUtcNow(), read.Main);
            foreach (var (language, text) in read.Texts.Where(t => t.Key != read.Main))
                entry.Write(language, text, by);
            db.Add(entry);
            await db.SaveChangesAsync(cancellation);
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
