using IntegrationPortal.Domain.Evaluation;
using IntegrationPortal.Domain.Indicators;
using IntegrationPortal.Web.Data.Evaluation;
using IntegrationPortal.Web.Presentation.Charts;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.Evaluation;

public sealed record EvaluationPage(IReadOnlyList<EvaluationPlan> Plans, EvaluationPlan? Current, IReadOnlyList<string> Broken, int Snapshots, int Missing, DateOnly? NextDue);

public sealed record PlanFormPage(PlanForm Form);

public sealed record QuestionFormPage(EvaluationPlan Plan, QuestionForm Form, IReadOnlyList<Choice> Indicators);

/// <param name="Takeable">The wave that can be frozen now, or null.</param>
/// <param name="WhyNotTake">Why none can.</param>
/// <param name="Version">Of the plan as it is shown: what is registered is what was read.</param>
public sealed record PlanPage(
    EvaluationPlan Plan, IReadOnlyDictionary<string, IndicatorDefinition> Definitions, IReadOnlyList<SnapshotLine> Snapshots, IReadOnlyList<string> Broken,
    int? Takeable, string? WhyNotTake, string? WhyNotRegister, uint Version)
{
    /// <summary>Waves whose numbers were published before the plan was registered, or are while it is a draft: whoever asked could know the answer.</summary>
    public IReadOnlyList<int> Known { get; init; } = [];
}

/// <param name="Hash">Null while the wave is not taken.</param>
public sealed record SnapshotLine(int Wave, DateOnly Month, DateTimeOffset? TakenAt, int Cells, string? Hash);

public sealed record MissingPage(EvaluationPlan Plan, IReadOnlyList<MissingOutcome> Missing, IReadOnlyDictionary<string, IndicatorDefinition> Definitions, int Indicators, int Places);

/// <param name="Chart">Null with fewer than two snapshots.</param>
public sealed record ComparisonPage(
    EvaluationPlan Plan, IndicatorDefinition Definition, IReadOnlyList<Choice> Indicators, IReadOnlyList<ChangeLine> Lines, string Summary,
    string Method, ChartView? Chart);

/// <param name="Interval">Where the change lies, when the numbers say how sure they are.</param>
public sealed record ChangeLine(PilotPlace Place, FrozenCell? Before, FrozenCell? After, decimal? Change, Interval? Interval);
