using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Presentation.Forms;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.CaseSteps;

/// <summary>What stands around a form about one step: whose step it is, and what may be chosen.</summary>
public sealed class DrawStepForm(IStringLocalizer<CaseStepsTexts> words, KindWords kinds, TimeWords time, ReferenceCatalogue catalogue)
{
    public StepFrame Frame(CasePath path, CaseStep step)
    {
        var next = path.SetOffBy(step);
        return new StepFrame($"/cases/{path.Id}", path.Number, step.Title.ToString())
        {
            Event = step.RunsFromEvent ? Event(path, step) : null,
            NextTitle = next?.Title.ToString(),
            NextEvent = next is null ? null : Event(path, next),
            GoesOn = step.State == StepState.Blocked,
            Today = time.Today,
            Results = [.. catalogue.TemplateOf(path, step).ResultsOf(step).Select(r => new Choice(r.Code, r.Name.ToString()))],
            Reasons = [.. Enum.GetValues<BlockReason>().Select(r => new Choice(r.ToString(), kinds[r]))],
        };
    }

    /// <summary>From what the law counts, in its words.</summary>
    private string Event(CasePath path, CaseStep step) => words["event-hint", catalogue.StepOf(path, step)?.LawSource ?? ""];
}
