using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace IntegrationPortal.Web.Features.Analysis;

/// <summary>The real process of a municipality: map, waiting times, bottlenecks, conformance, what to do about it (product.md 6).</summary>
[Requires(Right.ReadAnalysis), Route("/analysis"), OneConnection]
public sealed class AnalysisController(AnalysedPlaces places, DrawAnalysis draw) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(AnalysisFilter filter, CancellationToken cancellation)
    {
        ModelState.Clear();
        var seen = await places.ListAsync(cancellation);
        var asked = string.IsNullOrEmpty(filter.Place) ? null : filter.Place;
        var place = seen.FirstOrDefault(p => asked is null || p.Key == asked);
        // Whose process somebody may not see, and what is no municipality, are the same.
        return place is null && asked is not null ? NotFound() : View(await draw.PageAsync(filter, place, seen, cancellation));
    }
}
