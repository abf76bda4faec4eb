using IntegrationPortal.Domain;
using IntegrationPortal.Domain.CaseImports;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Audit;
using IntegrationPortal.Web.Data.CaseImports;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Files;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.CaseImports;

/// <summary>A table that was looked through: decide about its rows, let them become cases, take back what did not.</summary>
[Requires(Right.ImportCases), Route("/cases/import/{id:guid}"), OneConnection]
public sealed class CaseImportController(
    PortalDbContext db, CurrentUser user, DrawImport draw, IStringLocalizer<CaseImportsTexts> words) : Controller
{
    private const string Page = "/Features/CaseImports/Show.cshtml";

    /// <summary>A table of a few hundred rows is done before the next page is there; what takes longer the job goes on with.</summary>
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(4);

    [HttpGet("")]
    [LogsAccess]
    public async Task<IActionResult> Show([FromRoute] Guid id, int? after, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) is { } import ? View(Page, await draw.PageAsync(import, Math.Max(0, after ?? 0), cancellation)) : NotFound();

    /// <param name="anyway">Numbers of rows that become a case although there may be one.</param>
    [HttpPost("open")]
    public async Task<IActionResult> Open([FromRoute] Guid id, [FromForm] int[] anyway, [FromServices] StoreTable store, [FromServices] OpenRows open, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } import)
            return NotFound();
        if (!ModelState.IsValid)
        {
            ModelState.Clear();
            ModelState.AddModelError("", words["choice-unknown"]);
            return this.Again(await draw.PageAsync(import, 0, cancellation), Page);
        }

        Refusal.If(import.WhyNotStart(user.Officer));
        var before = await OpenedAsync(id, cancellation);
        if (await store.QueueAsync(id, anyway, user.Officer, cancellation) == 0)
            TempData.Warn(words["nothing-chosen"]);
        else if (await GoOnAsync(id, open, cancellation))
            TempData.Success(words.Count("opened", await OpenedAsync(id, cancellation) - before));
        return this.SeeOther($"/cases/import/{id}");
    }

    [HttpPost("discard")]
    public async Task<IActionResult> Discard([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } import)
            return NotFound();
        Refusal.If(import.WhyNotDiscard(user.Officer));
        // Gone already: that is what was wanted.
        if (await db.DiscardAsync(import, cancellation))
            TempData.Success(words["discarded"]);
        return this.SeeOther("/cases/import");
    }

    /// <summary>All rows that are no case, as they were, and why: to be mended and brought in again.</summary>
    [HttpGet("left")]
    public async Task<IActionResult> Left([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } import)
            return NotFound();
        var file = SafeCsv.ForPeople().Line([words["row"].Value, .. import.Headers, words["why"].Value]);
        await foreach (var row in db.CaseImportRows.AsNoTracking().Where(r => r.ImportId == id && r.State != ImportRowState.Opened && r.State != ImportRowState.Queued)
            .OrderBy(r => r.Number).AsAsyncEnumerable().WithCancellation(cancellation))
            file.Line([row.Number, .. row.Cells, draw.Why(import, row)]);
        return File(file.ToFile(), "text/csv; charset=utf-8", words["left-file"]);
    }

    /// <returns>False when the job goes on.</returns>
    private async Task<bool> GoOnAsync(Guid id, OpenRows open, CancellationToken cancellation)
    {
        try
        {
            return await open.RunAsync(id, user.Officer, AtOnce, cancellation);
        }
        catch (Exception failure) when (LostRace.Is(failure))
        {
            // Two wrote at once; the row waits for its next turn.
            return false;
        }
    }

    private Task<CaseImport?> FindAsync(Guid id, CancellationToken cancellation) => db.CaseImports.AsTracking().SingleOrDefaultAsync(i => i.Id == id, cancellation);

    private Task<int> OpenedAsync(Guid id, CancellationToken cancellation) => db.CaseImportRows.CountAsync(r => r.ImportId == id && r.State == ImportRowState.Opened, cancellation);
}
