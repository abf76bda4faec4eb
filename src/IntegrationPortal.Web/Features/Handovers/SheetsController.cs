using IntegrationPortal.Domain;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Audit;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Features.Handovers;

/// <summary>The sheet of a handover to an actor without an account, printed by its sender. It says what a receiver reads before accepting.</summary>
[OneConnection]
[LogsAccess]
public sealed class SheetsController(PortalDbContext db, CurrentUser user, SignedLinks links, DrawSheet draw, AccessLog access, TimeProvider clock) : Controller
{
    private const string Views = "/Features/Handovers/";

    [HttpGet("/handovers/{id:guid}/sheet")]
    [Requires(Right.SendHandover)]
    public async Task<IActionResult> Sheet([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await db.ReadHandoverAsync(id, cancellation) is not { Handover.Content: not null } file)
            return NotFound();
        Refusal.If(file.Handover.WhyNotPrint(user.Officer, !file.NobodyThere));
        return View(Views + "SheetForm.cshtml", draw.Page(file, links.NewSheet(id)));
    }

    /// <summary>What was shared, for a receiver that accepted and cannot read it in the portal. The sender hands it over; behind a code it is never shown.</summary>
    [HttpGet("/handovers/{id:guid}/shared")]
    [Requires(Right.SendHandover)]
    public async Task<IActionResult> Shared([FromRoute] Guid id, CancellationToken cancellation)
    {
        if (await db.ReadHandoverAsync(id, cancellation) is not { Handover.Content: not null, Known.Person: not null } file)
            return NotFound();
        Refusal.If(file.Handover.WhyNotPrintShared(user.Officer, !file.NobodyThere));
        if (await draw.SharedAsync(file, user, cancellation) is not { } page)
            return NotFound();
        access.Note(file.Handover.CaseId, id, AccessKind.Export);
        return View(Views + "SharedSheet.cshtml", page);
    }

    /// <summary>Draws the sheet at once: its token is nowhere to be read from afterwards, and the same page prints the same sheet again.</summary>
    [HttpPost("/handovers/{id:guid}/sheet")]
    [Requires(Right.SendHandover)]
    public async Task<IActionResult> Sheet([FromRoute] Guid id, [FromForm] string? print, [FromForm] int prints, CancellationToken cancellation)
    {
        if (await db.TakeHandoverAsync(id, cancellation) is not { Content: not null } handover)
            return NotFound();
        if (links.ReadSheet(print, id) is not { } token)
            return BadRequest();
        handover.Print(SheetToken.Hash(token), prints, (await db.StaffedAsync([handover.ToActorId], cancellation)).Count > 0, user.Officer, clock.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Of two that print the first sheet at once one finds it there: it may be the same.
            db.ChangeTracker.Clear();
            if (await db.HandoverSheets.AsNoTracking().SingleOrDefaultAsync(s => s.HandoverId == id, cancellation) is not { } other || !other.TokenHash.SequenceEqual(SheetToken.Hash(token)))
                throw new RefusedException(new Refusal("sheet-printed-meanwhile"));
        }

        var file = (await db.ReadHandoverAsync(id, cancellation))!;
        access.Note(file.Handover.CaseId, id, AccessKind.Print);
        return View(Views + "Sheet.cshtml", await draw.PrintedAsync(file, token, HttpContext, user, cancellation));
    }
}
