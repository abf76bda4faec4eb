using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Web.Presentation.Charts;

namespace IntegrationPortal.Web.Features.MentoringFigures;

/// <summary>The organisations of a municipality in a year, with nobody to be found in it.</summary>
/// <param name="Rows">One organisation each, its numbers in the order of <see cref="MentoringFigure"/>.</param>
/// <param name="Years">The municipality as a whole, latest year first.</param>
public sealed record TownFiguresPage(
    FigurePeriod Period, IReadOnlyList<FigureRow> Rows, FigureRow Total, IReadOnlyList<ReasonRow> Reasons, IReadOnlyList<FigureRow> Years, BarsView Bars);

/// <summary>The own organisation with its exact numbers; what is passed on is the file.</summary>
public sealed record OwnFiguresPage(FigurePeriod Period, string Organisation, IReadOnlyList<ReasonRow> Reasons, IReadOnlyList<FigureRow> Years, BarsView Bars);

/// <summary>Null is hidden.</summary>
public sealed record FigureRow(string Name, IReadOnlyList<decimal?> Numbers, int? Year = null);

/// <summary>Null is hidden.</summary>
public sealed record ReasonRow(TandemEndReason Reason, decimal? Number);
