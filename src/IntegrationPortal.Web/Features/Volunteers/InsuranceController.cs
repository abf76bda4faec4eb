using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Features.Volunteers;

/// <summary>The list for the statutory accident insurance: who was active as mentor in a year, to be printed.</summary>
[OneConnection]
public sealed class InsuranceController(PortalDbContext db, CurrentUser me, TimeWords time) : Controller
{
    [HttpGet("/mentoring/insurance"), Requires(Right.LeadMentoring)]
    public async Task<IActionResult> Show(int? year, CancellationToken cancellation)
    {
        var actorId = me.Officer.ActorId;
        var organisation = await db.Actors.Where(a => a.Id == actorId).Select(a => a.Name).SingleAsync(cancellation);
        var insured = await db.InsuredAsync(actorId, cancellation);
        var (today, earliest) = (time.Today.Year, insured.Select(r => r.Time.From.Year).Append(time.Today.Year).Min());
        var of = Math.Clamp(year ?? today, earliest, today);
        var rows = insured.Select(r => r.Time.In(of) is { } part ? r with { Time = part } : null).OfType<InsuredRow>();
        return View("/Features/Volunteers/Insurance.cshtml", new InsurancePage(
            organisation, of, [.. rows], [.. Enumerable.Range(earliest, today - earliest + 1).Reverse()]));
    }
}
