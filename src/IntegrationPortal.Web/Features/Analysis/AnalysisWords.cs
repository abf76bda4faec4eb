using System.Globalization;
using IntegrationPortal.Domain.Analysis;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Analysis;

/// <summary>How the numbers of a process are said. What is about too few is said to be so, and never looks like zero.</summary>
public sealed class AnalysisWords(ReferenceCatalogue catalogue, KindWords kinds, TimeWords time, IStringLocalizer<AnalysisTexts> words)
{
    public string Few => words["few"];

    public string Cases(ProcessCell? cell) => cell?.N is not { } cases ? Few : cases.ToString("#,0", CultureInfo.CurrentCulture);

    public string Days(ProcessCell? cell) => cell is null ? Few : Number(cell.Days);

    public string Most(ProcessCell? cell) => cell is null ? Few : Number(cell.Most);

    /// <summary>Half of them, and nine in ten where there are enough.</summary>
    public string Wait(ProcessCell? cell) => cell?.Most is null ? Days(cell) : words["half-and-nine", Number(cell.Days), Number(cell.Most)].Value;

    public string Number(decimal? days) => days is { } some ? some.ToString("0.#", CultureInfo.CurrentCulture) : Few;

    /// <summary>"4 Arbeitstage", "1 Arbeitstag".</summary>
    public string WorkingDays(decimal days) => days == 1 ? words["working-days-one"] : words["working-days", Number(days)];

    /// <summary>A way on the map: about how many went it, and how long it takes in the middle.</summary>
    public string Way(ProcessCell cell) => cell.A.Length == 0 || cell.Days is not { } days ? words["cases-short", cell.N!]
        : days == 1 ? words["way-short-one", cell.N!] : words["way-short", cell.N!, Number(days)];

    public string Share(ProcessCell? cell) => cell switch
    {
        null => Few,
        { Basis: ProcessBasis.FewHits } => words["hardly-any"],
        { Basis: ProcessBasis.FewMisses } => words["nearly-all"],
        _ => words["share", cell.Share!],
    };

    public string Kind(string code) => catalogue.ActorKind(code)?.Name.ToString() ?? code;

    public string Block(ProcessCell cell) => words["reason-count", kinds.Of<BlockReason>(cell.B), cell.N!];

    public string Declined(ProcessCell cell) => words["reason-count", kinds.Of<DeclineReason>(cell.B), cell.N!];

    /// <summary>A step as the page names it everywhere: by key and title.</summary>
    public static string Title(TemplateStep step) => $"{step.Key} {step.Title}";

    public string Deadline(TemplateStep step) =>
        string.IsNullOrEmpty(step.LegalBasis) ? kinds[step.DeadlineKind] : words["deadline-source", kinds[step.DeadlineKind], step.LegalBasis];

    /// <summary>Numbers that stood still are of earlier months than the page; null for those of its own.</summary>
    public string? AsOf(DateOnly until, params IEnumerable<ProcessCell?> cells) =>
        cells.OfType<ProcessCell>().Select(c => c.Until).DefaultIfEmpty(until).Min() is var oldest && oldest < until ? words["as-of", time.Month(oldest)].Value : null;
}
