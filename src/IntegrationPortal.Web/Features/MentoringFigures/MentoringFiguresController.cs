using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace IntegrationPortal.Web.Features.MentoringFigures;

/// <summary>
/// Mentoring in numbers. The municipal coordination reads what was published, with few hidden; a coordination of volunteers sees the own
/// organisation as it is, and passes on a file with what was published of it.
/// </summary>
[Requires(Right.ReadMentoringFigures), OneConnection]
public sealed class MentoringFiguresController(CurrentUser me, DrawFigures draw, FiguresFile file) : Controller
{
    [HttpGet("/mentoring/figures")]
    public async Task<IActionResult> Index(int? year, CancellationToken cancellation)
    {
        var period = draw.PeriodOf(year);
        return me.Officer.Role == Role.Coordinator
            ? View("Town", await draw.TownAsync(period, cancellation))
            : View("Own", await draw.OwnAsync(period, me.Officer.ActorId, cancellation));
    }

    [HttpGet("/mentoring/figures.csv")]
    public async Task<IActionResult> Csv(int? year, CancellationToken cancellation)
    {
        var period = draw.PeriodOf(year);
        return File(file.Write(await draw.TownAsync(period, cancellation), me.Officer.Role == Role.Coordinator), "text/csv; charset=utf-8", $"mentoring-{period.Year}.csv");
    }
}
