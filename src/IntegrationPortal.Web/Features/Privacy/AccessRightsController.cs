using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace IntegrationPortal.Web.Features.Privacy;

/// <summary>For the data protection officer: who got or lost access to the municipality, and through whom.</summary>
[Requires(Right.ReadAccessLog), Route("/privacy/access-rights"), OneConnection]
public sealed class AccessRightsController(PortalDbContext db) : Controller
{
    private const int RowsOfAPage = 50;

    [HttpGet("")]
    public async Task<IActionResult> Index(string? after, CancellationToken cancellation)
    {
        var rows = await db.RightChangesAsync(LogPlace.Read(after), RowsOfAPage + 1, cancellation);
        var next = rows.Count > RowsOfAPage ? $"/privacy/access-rights?after={LogPlace.Of(rows[RowsOfAPage - 1].At, rows[RowsOfAPage - 1].Id)}" : null;
        return View("/Features/Privacy/AccessRights.cshtml", new AccessRightsPage([.. rows.Take(RowsOfAPage)], next, after is null));
    }
}

/// <summary>Changes of access, page by page.</summary>
public sealed record AccessRightsPage(IReadOnlyList<RightChange> Rows, string? NextHref, bool IsFirst);
