using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Operations;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.IndicatorData;

/// <summary>Many numbers at once, as a table: all of its lines or none.</summary>
[OneConnection]
[Requires(Right.EnterIndicators), Route("/indicator-data/import")]
public sealed class IndicatorImportController(
    PortalDbContext db, ReadCsv read, Places places, CurrentUser user, TimeProvider clock, RefusalWords refusals, IStringLocalizer<IndicatorDataTexts> words) : Controller
{
    private const string Page = "/Features/IndicatorData/Import.cshtml";

    [HttpGet("")]
    public IActionResult Import() => View(Page, new ImportForm { Id = Guid.CreateVersion7(clock.GetUtcNow()) });

    // In a form a semicolon or a break takes three or six bytes: all that may be pasted gets through.
    [HttpPost(""), LargestBody(4 * ImportForm.Longest)]
    public async Task<IActionResult> Import(ImportForm form, CancellationToken cancellation)
    {
        if (form.Id == Guid.Empty)
            return BadRequest();
        if (!ModelState.IsValid)
            return this.Again(form, Page);
        var (entries, wrong) = await read.RunAsync(form.Id, form.Content!, await places.OfficeAsync(cancellation), user.UserId!.Value, cancellation);
        if (wrong.Count > 0)
        {
            foreach (var line in wrong.Take(20))
                ModelState.AddModelError(nameof(form.Content), words["line", line.Line, refusals[line.No]]);
            if (wrong.Count > 20)
                ModelState.AddModelError(nameof(form.Content), words.Count("more-lines", wrong.Count - 20));
            return this.Again(form, Page);
        }

        var first = entries[0].Id;
        if (!await db.IndicatorEntries.AnyAsync(e => e.Id == first, cancellation))
        {
            db.AddRange(entries);
            await db.SaveOnceAsync(db.IndicatorEntries.Where(e => e.Id == first), cancellation);
        }

        TempData.Success(words.Count("imported", entries.Count));
        return this.SeeOther("/indicator-data");
    }
}
