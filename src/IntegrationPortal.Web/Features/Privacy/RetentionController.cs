using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace IntegrationPortal.Web.Features.Privacy;

/// <summary>For the data protection officer: what the portal forgets by itself, after how long and why that long, what is due next and what has gone.</summary>
[Requires(Right.ReadAccessLog), Route("/privacy/retention"), OneConnection]
public sealed class RetentionController(PortalDbContext db, ReferenceCatalogue catalogue, TimeWords time) : Controller
{
    private const int Days = 30;

    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellation) => View("/Features/Privacy/Retention.cshtml", new RetentionPage(
        catalogue.RetentionRulesOn(time.Today), Days, await db.ErasuresAheadAsync(time.Today.AddDays(Days), cancellation), await db.ErasureRunsAsync(cancellation)));
}

/// <summary>The rules by which jobs delete, and cases that are erased by them.</summary>
public sealed record RetentionPage(IReadOnlyList<DeadlineRule> Rules, int Days, IReadOnlyList<ErasuresOfMonth> Ahead, IReadOnlyList<ErasureRun> Runs)
{
    public long Soon => Ahead.Sum(m => m.Soon);
}
