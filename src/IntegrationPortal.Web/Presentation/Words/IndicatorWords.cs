using System.Globalization;
using IntegrationPortal.Domain.Evaluation;
using IntegrationPortal.Domain.Indicators;
using IntegrationPortal.Web.Presentation.Charts;
using IntegrationPortal.Web.Presentation.Resources;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Presentation.Words;

/// <summary>Numbers of indicators as people say them, and why there is none.</summary>
public sealed class IndicatorWords(IStringLocalizer<ChartTexts> words)
{
    public string Number(IndicatorDefinition definition, decimal value) => definition.Unit == IndicatorUnit.Share
        ? ChartView.Percent(value)
        : value.ToString("#,0.##", CultureInfo.CurrentCulture);

    /// <summary>A change: of shares in percentage points.</summary>
    public string Change(IndicatorDefinition definition, decimal change) => definition.Unit == IndicatorUnit.Share
        ? words["points", (change * 100).ToString("+0.#;−0.#;0", CultureInfo.CurrentCulture)]
        : change.ToString("+#,0.##;−#,0.##;0", CultureInfo.CurrentCulture);

    /// <summary>The number, "too few cases", or that nothing was supplied; never zero for either.</summary>
    public string Cell(IndicatorDefinition definition, IndicatorCell? cell) =>
        cell?.Value is { } value ? Number(definition, value) : WhyNone(cell?.Basis);

    /// <summary>The sum of several municipalities; the same words where none of them shows a number.</summary>
    public string Sum(IndicatorDefinition definition, PilotSum sum) => sum.Value is { } value ? Number(definition, value) : WhyNone(sum);

    public string WhyNone(PilotSum sum) => WhyNone(sum.Hidden > 0 ? CellBasis.Hidden : null);

    public string WhyNone(CellBasis? basis) => basis == CellBasis.Hidden ? words["hidden"] : words["no-number"];

    /// <summary>What is measured, in what.</summary>
    public string Unit(IndicatorDefinition definition) => words["unit." + definition.Unit];
}
