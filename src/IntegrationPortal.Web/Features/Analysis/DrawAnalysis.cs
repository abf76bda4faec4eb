using IntegrationPortal.Domain.Analysis;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Web.Data.Indicators;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Presentation.Charts;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Analysis;

/// <summary>The page from published numbers: the map with its tables, handovers, and what <see cref="DrawRules"/> and <see cref="DrawBottlenecks"/> make of them.</summary>
public sealed class DrawAnalysis(
    ProcessReader reader, ReferenceCatalogue catalogue, AnalysisWords say, DrawRules rules, DrawBottlenecks bottlenecks, IStringLocalizer<AnalysisTexts> words)
{
    public async Task<AnalysisPage> PageAsync(AnalysisFilter filter, AnalysedPlace? place, IReadOnlyList<AnalysedPlace> places, CancellationToken cancellation)
    {
        var choices = places.Select(p => new Choice(p.Key, p.Name)).ToList();
        if (place is null)
            return new AnalysisPage(filter, null, choices, [], null, null, null);
        var templates = catalogue.Templates.Where(t => t.Subject == TemplateSubject.Person).GroupBy(t => t.Key).Select(g => g.MaxBy(t => t.Version)!).OrderBy(t => t.Position).ToList();
        var run = await reader.RunAsync(place.Key, cancellation);
        var told = run is null ? [] : await reader.ProcessesAsync(place.Key, cancellation);
        var template = templates.Find(t => t.Key == filter.Process) ?? templates.Find(t => t.Key == told.FirstOrDefault()) ?? templates.FirstOrDefault();
        (filter.Place, filter.Process) = (place.Key, template?.Key);
        var figures = template is null || run is null ? null : await reader.FiguresAsync(place.Key, template.Key, cancellation);
        return new AnalysisPage(
            filter, place, choices, [.. templates.Select(t => new Choice(t.Key, told.Contains(t.Key) ? t.Name.ToString() : words["without-numbers", t.Name.ToString()]))], template?.Name, run,
            figures is null or { IsEmpty: true } ? null : await BodyAsync(template!, figures, run!.Until, cancellation));
    }

    private async Task<AnalysisBody> BodyAsync(ProcessTemplate template, ProcessFigures figures, DateOnly until, CancellationToken cancellation)
    {
        var place = template.Steps.Select((s, i) => (s.Key, i)).ToDictionary(s => s.Key, s => s.i);
        var ways = figures.All(ProcessKind.Edge).Where(e => place.ContainsKey(e.B) && (e.A.Length == 0 || place.ContainsKey(e.A)))
            .Select(e => (Cell: e, From: e.A.Length == 0 ? -1 : place[e.A], To: place[e.B])).OrderBy(e => e.From).ThenBy(e => e.To).ToList();
        return new AnalysisBody(
            new ProcessMapView(
                [.. template.Steps.Select(s => new MapStep(s.Key, s.Title.ToString(), figures.Of(ProcessKind.Step, s.Key) is { } step ? words["cases-short", say.Cases(step)] : words["few-short"]))],
                [.. ways.Select(w => new MapWay(w.From, w.To, w.Cell.N ?? 0, say.Way(w.Cell)))]),
            [.. template.Steps.Select(s => Step(s, figures, until))],
            [.. ways.Select(w => new WayLine(
                w.From < 0 ? words["beginning"] : AnalysisWords.Title(template.Steps[w.From]), AnalysisWords.Title(template.Steps[w.To]),
                words[w.To == w.From + 1 ? "way-next" : w.From < 0 ? "way-in" : w.To > w.From ? "way-skip" : "way-back"],
                say.Cases(w.Cell), w.From < 0 ? "–" : say.Days(w.Cell), w.From < 0 ? "–" : say.Most(w.Cell), say.AsOf(until, w.Cell)))],
            [.. figures.All(ProcessKind.Sent).OrderByDescending(c => c.N).ThenBy(c => c.A, StringComparer.Ordinal).ThenBy(c => c.B, StringComparer.Ordinal).Select(c => Handoff(c, figures, until))],
            [.. figures.All(ProcessKind.Reason).OrderByDescending(c => c.N).Select(say.Declined)],
            bottlenecks.Of(template, figures), rules.Of(template, figures, until), await bottlenecks.ReadingAsync(template, cancellation));
    }

    private StepLine Step(TemplateStep step, ProcessFigures figures, DateOnly until)
    {
        var cell = figures.Of(ProcessKind.Step, step.Key);
        var blocks = figures.All(ProcessKind.Block).Where(b => b.A == step.Key).OrderByDescending(b => b.N).ToList();
        return new StepLine(
            step.Key, step.Title.ToString(), say.Kind(step.ActorKind), say.Cases(cell), say.Days(cell), say.Most(cell), blocks.Count == 0 ? "–" : string.Join(", ", blocks.Select(say.Block)),
            say.AsOf(until, [cell, .. blocks]));
    }

    private HandoffLine Handoff(ProcessCell sent, ProcessFigures figures, DateOnly until)
    {
        ProcessCell? Of(ProcessKind kind) => figures.Of(kind, sent.A, sent.B);
        var (accept, arrive) = (Of(ProcessKind.Accept), Of(ProcessKind.Arrive));
        var (asked, declined, expired) = (Of(ProcessKind.Asked), Of(ProcessKind.Declined), Of(ProcessKind.Expired));
        return new HandoffLine(
            say.Kind(sent.A), say.Kind(sent.B), say.Cases(sent), say.Wait(accept), say.Wait(arrive), say.Share(asked), say.Share(declined), say.Share(expired),
            say.AsOf(until, sent, accept, arrive, asked, declined, expired));
    }
}
