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
        var place = string.IsNullOrEmpty(filter.Place) ? seen.FirstOrDefault() : seen.FirstOrDefault(p => p.Key == filter.Place);
        if (place is null && !string.IsNullOrEmpty(filter.Place))
            return NotFound();
        return View(await draw.PageAsync(filter, place, seen, cancellation));
    }
}
