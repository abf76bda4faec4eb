using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Contributions;

/// <summary>The versions of an entry: a new one begun, two compared, an earlier one brought back.</summary>
[Requires(Right.WriteHandbook), Route("/contributions/{id:guid}"), OneConnection]
public sealed class ContributionVersionsController(PortalDbContext db, CurrentUser me, TimeProvider clock, IStringLocalizer<ContributionsTexts> words) : Controller
{
    [HttpPost("revise")]
    public Task<IActionResult> Revise([FromRoute] Guid id, CancellationToken cancellation) =>
        DoAsync(id, entry => entry.Revise(me.Writer, clock.GetUtcNow()), "revised", cancellation);

    [HttpGet("compare")]
    public async Task<IActionResult> Compare([FromRoute] Guid id, int from, int to, CancellationToken cancellation)
    {
        if (await db.TakeOwnEntryAsync(id, me.Writer, cancellation) is not { } entry
            || entry.Versions.FirstOrDefault(v => v.Number == from) is not { } before || entry.Versions.FirstOrDefault(v => v.Number == to) is not { } after)
            return NotFound();
        var changes = Differences.Between(before, after);
        return View("/Features/Contributions/Compare.cshtml", new ComparePage(entry, from, to, changes, entry.WhyNotRevise(me.Writer) is null));
    }

    /// <summary>A new draft that says what an earlier version said.</summary>
    [HttpPost("restore/{number:int}")]
    public Task<IActionResult> Restore([FromRoute] Guid id, [FromRoute] int number, CancellationToken cancellation) =>
        DoAsync(id, entry => entry.Restore(number, me.Writer, clock.GetUtcNow()), "restored", cancellation);

    private async Task<IActionResult> DoAsync(Guid id, Action<HandbookEntry> deed, string done, CancellationToken cancellation)
    {
        if (await db.TakeOwnEntryAsync(id, me.Writer, cancellation) is not { } entry)
            return NotFound();
        deed(entry);
        await db.SaveChangesAsync(cancellation);
        TempData.Success(words[done]);
        return this.SeeOther($"/contributions/{id}");
    }
}
