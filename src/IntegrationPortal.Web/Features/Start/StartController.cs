using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Domain.Municipalities;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Maps;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace IntegrationPortal.Web.Features.Start;

/// <summary>The first page for everybody.</summary>
[AllowAnonymous]
public sealed class StartController(
    PortalDbContext db, CurrentUser me, IOptions<PortalFace> face, IStringLocalizer<StartTexts> words) : Controller
{
    [HttpGet("/")]
    public async Task<IActionResult> Index(CancellationToken cancellation)
    {
        var places = await (
            from tenant in db.Tenants
            join state in db.Set<FederalState>() on tenant.StateCode equals state.Code
            orderby tenant.Name
            select new { tenant.Key, tenant.Name, tenant.Phase, tenant.Latitude, tenant.Longitude, state.NameDe, state.NameEn })
            .AsNoTracking().ToListAsync(cancellation);

        var states = places
            .GroupBy(p => Languages.Current == "de" ? p.NameDe : p.NameEn)
            .OrderBy(g => g.Key, StringComparer.CurrentCulture)
            .Select(g => new StartState(g.Key, [.. g.Select(p => new StartMunicipality(p.Key, p.Name))]))
            .ToList();
        var dots = places
            .Where(p => p is { Latitude: not null, Longitude: not null })
            .Select(p => new MappedPlace(p.Name, GermanyMap.Place(p.Latitude!.Value, p.Longitude!.Value), p.Phase == 2));
        var map = new PlaceMap(words.Count("map-title", places.Count, states.Count), [.. dots])
        {
            FilledMeans = words["phase", 1],
            RingMeans = words["phase", 2],
        };
        var newest = await db.Shelf(Languages.OfEntries(HttpContext), new HandbookFilter { Kind = HandbookKind.GoodPractice }).Newest().Rows().Take(3).ToListAsync(cancellation);
        return View(new StartPage(face.Value.Demo, Home(), map, states, newest));
    }

    /// <summary>Without a hat there is no worklist, only the own account.</summary>
    private HomeLink Home() =>
        !me.IsSignedIn ? new("/account/login", words["sign-in"])
        : me.May(Right.UseWorklist) ? new("/worklist", words["to-worklist"])
        : new("/account", words["to-account"]);
}
