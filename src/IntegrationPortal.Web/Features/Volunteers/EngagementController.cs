using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Features.Volunteers;

/// <summary>The proof of engagement for one year; volunteers print their own, the coordination that of each of its volunteers.</summary>
[OneConnection]
public sealed class EngagementController(PortalDbContext db, TimeWords time) : Controller
{
    [HttpGet("/mentoring/volunteers/{id:guid}/engagement"), Requires(Right.ReadMentoring)]
    public async Task<IActionResult> Show([FromRoute] Guid id, int? year, CancellationToken cancellation)
    {
        if (await db.Volunteers.AsNoTracking().SingleOrDefaultAsync(v => v.Id == id, cancellation) is not { } volunteer)
            return NotFound();
        var organisation = await db.Actors.AsNoTracking().SingleAsync(a => a.Id == volunteer.ActorId, cancellation);
        var counted = await db.EngagementYearsAsync(id, cancellation);
        var years = counted.Select(y => y.Year).Append(time.Today.Year).Distinct().OrderDescending().ToList();
        var of = year is { } asked && years.Contains(asked) ? asked : years[0];
        var held = counted.SingleOrDefault(y => y.Year == of);
        return View("/Features/Volunteers/Engagement.cshtml", new EngagementPage(
            volunteer.CalledName, organisation.Name, organisation.Address, of, held?.Meetings ?? 0, held?.Hours ?? 0,
            held?.FirstOn, held?.LastOn, years, $"/mentoring/volunteers/{id}/engagement"));
    }
}
