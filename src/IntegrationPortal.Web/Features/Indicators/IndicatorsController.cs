using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace IntegrationPortal.Web.Features.Indicators;

/// <summary>Published numbers of the pilots: all beside each other, one indicator, one pilot, one region; each as a file too.</summary>
[Requires(Right.ReadIndicators), Route("/programme"), OneConnection]
public sealed class IndicatorsController(DrawPilots pilots, DrawIndicators indicators, FiguresFiles files) : Controller
{
    private const string Csv = "text/csv; charset=utf-8";

    [HttpGet("indicators")]
    public async Task<IActionResult> Index([FromQuery] FigureFilter filter, CancellationToken cancellation) =>
        await pilots.OverviewAsync(filter, cancellation) is { } page ? View(page) : NotFound();

    [HttpGet("indicators.csv")]
    public async Task<IActionResult> IndexFile([FromQuery] FigureFilter filter, CancellationToken cancellation) =>
        await files.WriteAsync([.. DrawPilots.Leading, filter.Code ?? DrawPilots.Leading[0]], filter.Fits, withSums: true, null, cancellation) is { } file
            ? File(file, Csv, "kennzahlen.csv") : NotFound();

    [HttpGet(@"indicators/{code:regex(^[[A-Z]][[A-Z0-9]]{{0,7}}$)}")]
    public async Task<IActionResult> Show([FromRoute] string code, [FromQuery] FigureFilter filter, CancellationToken cancellation) =>
        await indicators.DrawAsync(code, filter, cancellation) is { } page ? View(page) : NotFound();

    [HttpGet(@"indicators/{code:regex(^[[A-Z]][[A-Z0-9]]{{0,7}}$)}.csv")]
    public async Task<IActionResult> ShowFile([FromRoute] string code, [FromQuery] FigureFilter filter, CancellationToken cancellation) =>
        await files.WriteAsync([code], filter.Fits, withSums: true, filter.Dimension, cancellation) is { } file ? File(file, Csv, $"kennzahl-{code}.csv") : NotFound();

    [HttpGet(@"indicators/pilots/{key:regex(^\d{{5,9}}$)}")]
    public async Task<IActionResult> Pilot([FromRoute] string key, string? code, CancellationToken cancellation) =>
        await pilots.PilotAsync(key, code, cancellation) is { } page ? View(page) : NotFound();

    [HttpGet(@"indicators/pilots/{key:regex(^\d{{5,9}}$)}.csv")]
    public async Task<IActionResult> PilotFile([FromRoute] string key, string? code, CancellationToken cancellation) =>
        await pilots.PilotAsync(key, code, cancellation) is not null && await files.WriteAsync(code is null ? null : [code], p => p.Key == key, withSums: false, null, cancellation) is { } file
            ? File(file, Csv, $"kennzahlen-{key}.csv") : NotFound();

    [HttpGet(@"regions/{state:regex(^[[A-Z]]{{2}}$)}")]
    public async Task<IActionResult> Region([FromRoute] string state, CancellationToken cancellation) =>
        await pilots.RegionAsync(state, cancellation) is { } page ? View(page) : NotFound();

    [HttpGet(@"regions/{state:regex(^[[A-Z]]{{2}}$)}.csv")]
    public async Task<IActionResult> RegionFile([FromRoute] string state, CancellationToken cancellation) =>
        await files.WriteAsync(null, p => p.StateCode == state, withSums: true, null, cancellation) is { } file ? File(file, Csv, $"kennzahlen-{state}.csv") : NotFound();
}
