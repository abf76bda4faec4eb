using IntegrationPortal.Domain.Analysis;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.PublicPages;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Analysis;

/// <summary>Where most days are lost, in words, and what the portal has to do about it: the handbook, and the actors of the step.</summary>
public sealed class DrawBottlenecks(
    PortalDbContext db, CurrentUser me, AnalysisWords say, IHttpContextAccessor context, IStringLocalizer<AnalysisTexts> words)
{
    public IReadOnlyList<BottleneckLine> Of(ProcessTemplate template, ProcessFigures figures) =>
        [.. figures.Bottlenecks().Select(cell => Line(template, figures, cell)).OfType<BottleneckLine>()];

    /// <summary>Good practice, formats and lessons of the same field as the process.</summary>
    public async Task<IReadOnlyList<PageLink>> ReadingAsync(ProcessTemplate template, CancellationToken cancellation)
    {
        var http = context.HttpContext!;
        var shelved = await db.Shelf(Languages.OfEntries(http)).SingleOrDefaultAsync(p => p.Kind == HandbookKind.Process && p.Slug == template.Key, cancellation);
        var related = shelved is null ? [] : await db.RelatedAsync(shelved, cancellation);
        return
        [
            new PageLink(words["process-in-handbook", template.Name.ToString()], http.Link("/handbook/processes/" + template.Key)),
            .. related.Select(r => new PageLink(r.Title, http.Link(r.Address))),
            new PageLink(words["all-good-practice"], http.Link("/handbook/good-practice")),
        ];
    }

    /// <returns>Null where the newest template does not know the step any more.</returns>
    private BottleneckLine? Line(ProcessTemplate template, ProcessFigures figures, ProcessCell cell)
    {
        TemplateStep? Find(string key) => template.Steps.FirstOrDefault(s => s.Key == key);
        var days = say.WorkingDays(cell.Days!.Value);
        var lost = words["days-together", figures.Waited(cell), Math.Round(figures.Lost(cell))];
        switch (cell.Kind)
        {
            case ProcessKind.Edge when Find(cell.A) is { } from && Find(cell.B) is { } to:
                return new BottleneckLine(words["bottleneck-edge", AnalysisWords.Title(from), AnalysisWords.Title(to), days], lost, Blocks(figures, to.Key), Actors(to.ActorKind));
            case ProcessKind.Step when Find(cell.A) is { } step:
                return new BottleneckLine(words["bottleneck-step", AnalysisWords.Title(step), days, say.WorkingDays(step.ExpectedWorkingDays)], lost, Blocks(figures, step.Key), Actors(step.ActorKind));
            case ProcessKind.Accept or ProcessKind.Arrive:
                return new BottleneckLine(words[cell.Kind == ProcessKind.Accept ? "bottleneck-accept" : "bottleneck-arrive", say.Kind(cell.A), say.Kind(cell.B), days], lost, null, Actors(cell.B));
            default:
                return null;
        }
    }

    private string? Blocks(ProcessFigures figures, string step) =>
        figures.All(ProcessKind.Block).Where(b => b.A == step).OrderByDescending(b => b.N).Select(say.Block).ToList() is { Count: > 0 } some ? words["blocked-by", string.Join(", ", some)].Value : null;

    /// <summary>The directory is of the municipality; whoever only accompanies it has none.</summary>
    private IReadOnlyList<PageLink> Actors(string kind) =>
        me.May(Right.ReadActors) ? [new PageLink(words["actors-of", say.Kind(kind)], "/actors?Kind=" + Uri.EscapeDataString(kind))] : [];
}
