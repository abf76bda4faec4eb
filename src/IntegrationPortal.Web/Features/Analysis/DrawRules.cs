using IntegrationPortal.Domain.Analysis;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Web.Presentation.Resources;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Analysis;

/// <summary>Rules that a case worker can read, each from the template itself, with the share of cases that kept it.</summary>
public sealed class DrawRules(AnalysisWords say, IStringLocalizer<AnalysisTexts> words)
{
    public IReadOnlyList<RuleTable> Of(ProcessTemplate template, ProcessFigures figures, DateOnly until)
    {
        RuleTable Table(string sort, IEnumerable<(string Rule, string Source, ProcessCell? Cell)> rules)
        {
            var all = rules.ToList();
            return new RuleTable(
                words[sort], words[sort + "-means"],
                [.. all.Where(r => r.Cell is { Basis: not ProcessBasis.FewMisses }).OrderBy(r => Kept(r.Cell!)).Select(r => new RuleLine(r.Rule, r.Source, say.Share(r.Cell), say.AsOf(until, r.Cell)))],
                [.. all.Where(r => r.Cell is { Basis: ProcessBasis.FewMisses }).Select(r => r.Rule)], all.Count(r => r.Cell is null));
        }

        return
        [
            Table("rule-time", template.Steps.Select(s => (
                words["rule-time-of", AnalysisWords.Title(s), say.WorkingDays(s.ExpectedWorkingDays)].Value, say.Deadline(s), figures.Of(ProcessKind.Time, s.Key)))),
            Table("rule-order", template.Steps.Zip(template.Steps.Skip(1)).Select(p => (
                words["rule-order-of", AnalysisWords.Title(p.First), AnalysisWords.Title(p.Second)].Value, words["order-of-template"].Value, figures.Of(ProcessKind.Order, p.First.Key, p.Second.Key)))),
            Table("rule-once", template.Steps.Select(s => (
                words["rule-once-of", AnalysisWords.Title(s)].Value, words["order-of-template"].Value, figures.Of(ProcessKind.Once, s.Key)))),
        ];
    }

    private static decimal Kept(ProcessCell cell) => cell.Basis switch
    {
        ProcessBasis.FewHits => 0,
        _ => cell.Share!.Value / 100m,
    };
}
