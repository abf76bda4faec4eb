using IntegrationPortal.Domain.Municipalities;
using IntegrationPortal.Domain.Programme;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Maps;
using IntegrationPortal.Web.Presentation.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Municipalities;

/// <summary>The municipalities that take part, for everybody.</summary>
[AllowAnonymous]
[Route("/municipalities")]
public sealed class MunicipalitiesController(PortalDbContext db, IStringLocalizer<MunicipalitiesTexts> words) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellation)
        => View(new MunicipalityList(await Rows(db.Tenants.OrderBy(t => t.Name)).ToListAsync(cancellation)));

    [HttpGet("{key:regex(^\\d{{5,9}}$)}")]
    public async Task<IActionResult> Show(string key, CancellationToken cancellation)
    {
        var tenant = db.Tenants.Where(t => t.Key == key);
        if (await Rows(tenant).SingleOrDefaultAsync(cancellation) is not { } row)
            return NotFound();
        var at = await tenant.Select(t => new { t.Id, t.Latitude, t.Longitude }).SingleAsync(cancellation);
        var map = at is { Latitude: { } latitude, Longitude: { } longitude }
            ? new PlaceMap(words["map-title", row.Name, row.State], [new(row.Name, GermanyMap.Place(latitude, longitude), false)])
            : null;
        var language = Languages.OfEntries(HttpContext);
        var practice = db.Shelf(language).OfPlace(at.Id, key);
        return View(new MunicipalityPage(row, await Population(row, cancellation), map,
            await db.Set<ProgrammePhase>().AsNoTracking().SingleOrDefaultAsync(p => p.Number == row.Phase, cancellation),
            new PlacePractice(
                await practice.Newest().Rows().Take(PlacePractice.Most).ToListAsync(cancellation), await practice.CountAsync(cancellation),
                await db.ReleasedByAsync(at.Id, language, cancellation)),
            await db.ContactOfAsync(at.Id, cancellation)));
    }

    private IQueryable<MunicipalityRow> Rows(IQueryable<Tenant> tenants)
    {
        var german = Languages.Current == "de";
        return from tenant in tenants.AsNoTracking()
               join state in db.Set<FederalState>() on tenant.StateCode equals state.Code
               select new MunicipalityRow(
                   tenant.Key, tenant.Name, tenant.KeyKind, german ? state.NameDe : state.NameEn, tenant.Phase, tenant.Track);
    }

    private async Task<int?> Population(MunicipalityRow row, CancellationToken cancellation) => row.KeyKind switch
    {
        KeyKind.Municipality => await db.Set<Municipality>().Where(m => m.Key == row.Key).Select(m => (int?)m.Population).SingleOrDefaultAsync(cancellation),
        KeyKind.District => await db.Set<District>().Where(d => d.Key == row.Key).Select(d => (int?)d.Population).SingleOrDefaultAsync(cancellation),
        _ => await db.Set<MunicipalAssociation>().Where(a => a.Key == row.Key).Select(a => (int?)a.Population).SingleOrDefaultAsync(cancellation),
    };
}
