using IntegrationPortal.Domain.Knowledge.SelfAssessments;
using IntegrationPortal.Web.Presentation.Charts;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.SelfAssessments;

/// <summary>What can be begun, what is open, what was completed.</summary>
public sealed record AssessmentsPage(IReadOnlyList<OfferedLine> Offered, IReadOnlyList<AssessmentLine> Completed);

/// <param name="Id">Of the open assessment, or the id that beginning one makes.</param>
public sealed record OfferedLine(Questionnaire Questionnaire, Guid Id, int? OpenItems);

public sealed record AssessmentLine(Guid Id, Questionnaire Questionnaire, DateTimeOffset CompletedAt, int Score);

/// <summary>An open assessment with its fields.</summary>
public sealed record OpenAssessmentPage(SelfAssessment Assessment, Questionnaire Questionnaire, string? WhyNotComplete);

public sealed record FieldPage(Guid Id, Questionnaire Questionnaire, AssessmentField Field, FieldForm Form, IReadOnlyList<Choice> Levels, IReadOnlyList<Choice> Kinds);

/// <summary>A completed assessment compared with the baseline, and the plan that follows from it.</summary>
public sealed record ResultPage(
    SelfAssessment Assessment, Questionnaire Questionnaire, SelfAssessment? Baseline, IReadOnlyList<FieldResult> Fields, RadarView Radar,
    IReadOnlyList<MeasureLine> Measures);

public sealed record FieldResult(AssessmentField Field, int Now, int? Then)
{
    /// <summary>Less than half: something shall be planned.</summary>
    public bool IsWeak => Now < 50;
}

public sealed record MeasureLine(AssessmentMeasure Measure, string Field, string Responsible, bool IsLate);

public sealed record MeasurePage(Guid Id, Questionnaire Questionnaire, MeasureForm Form, IReadOnlyList<Choice> Fields, IReadOnlyList<Choice> Actors, DateOnly Today);
