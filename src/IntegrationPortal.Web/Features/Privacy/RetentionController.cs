using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace IntegrationPortal.Web.Features.Privacy;

/// <summary>For the data protection officer: what the portal forgets by itself, after how long, and why that long.</summary>
[Requires(Right.ReadAccessLog), Route("/privacy/retention")]
public sealed class RetentionController(ReferenceCatalogue catalogue, TimeWords time) : Controller
{
    [HttpGet("")]
    public IActionResult Index() => View("/Features/Privacy/Retention.cshtml", new RetentionPage(catalogue.RetentionRulesOn(time.Today)));
}

/// <summary>The rules by which the jobs of the night delete.</summary>
public sealed record RetentionPage(IReadOnlyList<DeadlineRule> Rules);
