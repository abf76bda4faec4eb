using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Knowledge;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.PublicPages;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Features.HandbookProcesses;

/// <summary>The process descriptions of the handbook: the templates that cases follow, for everybody to read.</summary>
[AllowAnonymous]
[Route("/handbook/processes")]
public sealed class HandbookProcessesController(PortalDbContext db, ReferenceCatalogue reference, TimeWords time) : Controller
{
    [HttpGet("")]
    [PublicPage(Tag = FreshHandbook.Tag)]
    public IActionResult Index() => View(new ProcessList(Current(), time.Today));

    [HttpGet("{key:regex(^T[[0-9]]{{1,2}}-[[A-Z]]{{1,15}}$)}")]
    [PublicPage(Tag = FreshHandbook.Tag, Query = ["version"])]
    public async Task<IActionResult> Show(string key, int? version, CancellationToken cancellation)
    {
        var versions = reference.Templates.Where(t => t.Key == key).OrderByDescending(t => t.Version).ToList();
        var template = version is null ? versions.Find(t => t.IsInForceOn(time.Today)) ?? versions.FirstOrDefault() : versions.Find(t => t.Version == version);
        if (template is null)
            return NotFound();
        var shelved = await db.Shelf(Languages.OfEntries(HttpContext)).SingleOrDefaultAsync(p => p.Kind == HandbookKind.Process && p.Slug == key, cancellation);
        return View(Page(template, versions, shelved is null ? [] : await db.RelatedAsync(shelved, cancellation)));
    }

    [HttpGet("print")]
    [PublicPage(Tag = FreshHandbook.Tag)]
    public IActionResult Print() => View(Current().Select(t => Page(t, [t], [])).ToList());

    private List<ProcessTemplate> Current() =>
    [
        .. reference.Templates.GroupBy(t => t.Key)
            .Select(g => g.FirstOrDefault(t => t.IsInForceOn(time.Today)) ?? g.MaxBy(t => t.Version)!).OrderBy(t => t.Position),
    ];

    private ProcessPage Page(ProcessTemplate template, IReadOnlyList<ProcessTemplate> versions, IReadOnlyList<HandbookRow> related)
    {
        var actors = reference.ActorKinds.ToDictionary(k => k.Code, k => k.Name);
        var before = versions.Where(v => v.Version < template.Version).MaxBy(v => v.Version);
        return new ProcessPage(
            template, versions, Lanes.Of(template, kind => actors.TryGetValue(kind, out var name) ? name.ToString() : kind), actors, time.Today,
            before is null ? [] : TemplateChange.Between(before, template), before, related);
    }
}
