using IntegrationPortal.Domain.Municipalities;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Coordinations;

/// <summary>A further municipality joins the portal: found by its official key, looked at, and taken in. Its coordination is invited afterwards.</summary>
[Requires(Right.InviteCoordination), Route("/admin/municipalities/join")]
public sealed class JoiningController(PortalDbContext db, IStringLocalizer<CoordinationsTexts> words) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Join(string? key, CancellationToken cancellation)
    {
        var wanted = TypedText.Line(key);
        var place = wanted is null ? null : await FindAsync(wanted, cancellation);
        return View("/Features/Coordinations/Join.cshtml", new JoinPage(
            wanted, place, place is not null && await db.Tenants.AnyAsync(t => t.Key == place.Key, cancellation)));
    }

    /// <summary>Twice is once.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Take([FromForm] string? key, CancellationToken cancellation)
    {
        if (key is null || await FindAsync(key, cancellation) is not { } place)
            return NotFound();
        if (!await db.Tenants.AnyAsync(t => t.Key == place.Key, cancellation))
        {
            await db.AddOnceAsync(Tenant.Join(
                TenantIds.Of(place.Key), place.Key, place.Kind, place.Name, place.StateCode, latitude: place.Latitude, longitude: place.Longitude), cancellation);
        }

        TempData.Success(words["joined", place.Name]);
        return this.SeeOther("/admin/coordinations/invite");
    }

    /// <summary>In the official lists; the length of the key says in which. A city that is its own district joins as a municipality.</summary>
    private Task<JoinPlace?> FindAsync(string key, CancellationToken cancellation) => key.Length switch
    {
        8 => db.Set<Municipality>().Where(m => m.Key == key)
            .Select(m => new JoinPlace(m.Key, KeyKind.Municipality, m.Name, m.Kind, m.StateCode, m.Latitude, m.Longitude)).SingleOrDefaultAsync(cancellation),
        5 => db.Set<District>().Where(d => d.Key == key && !d.Kind.Contains("Stadt"))
            .Select(d => new JoinPlace(d.Key, KeyKind.District, d.Name, d.Kind, d.StateCode, d.Latitude, d.Longitude)).SingleOrDefaultAsync(cancellation),
        9 => db.Set<MunicipalAssociation>().Where(a => a.Key == key)
            .Select(a => new JoinPlace(a.Key, KeyKind.Association, a.Name, a.Kind, a.StateCode, a.Latitude, a.Longitude)).SingleOrDefaultAsync(cancellation),
        _ => Task.FromResult<JoinPlace?>(null),
    };
}

/// <summary>What was looked for, and what has that key.</summary>
public sealed record JoinPage(string? Key, JoinPlace? Place, bool HasJoined);

/// <summary>A place of the official lists.</summary>
public sealed record JoinPlace(string Key, KeyKind Kind, string Listed, string ListedKind, string StateCode, double Latitude, double Longitude)
{
    /// <summary>As it is called: "Jena" for "Jena, Stadt", "Kreis Viersen" for "Viersen", which is a town as well, and "Hochtaunuskreis".</summary>
    public string Name => Kind == KeyKind.Municipality || Listed.Contains("kreis", StringComparison.OrdinalIgnoreCase) ? Short : $"{ListedKind} {Short}";

    private string Short => Listed.Split(", ")[0];
}
