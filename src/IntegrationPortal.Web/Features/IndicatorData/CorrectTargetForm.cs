using System.ComponentModel.DataAnnotations;
using System.Globalization;
using IntegrationPortal.Domain.Indicators;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.IndicatorData;

/// <summary>What of a target can have been written down wrongly; the indicator and the place it is for stay.</summary>
public sealed class CorrectTargetForm : IVersionedForm
{
    public uint Version { get; set; }

    [Display(Name = "baseline"), Required, Range(0.0, 1_000_000_000.0)]
    public decimal? Baseline { get; set; }

    [Display(Name = "baseline-month"), Required, StringLength(7)]
    public string? BaselineMonth { get; set; }

    [Display(Name = "target"), Required, Range(0.0, 1_000_000_000.0)]
    public decimal? Target { get; set; }

    [Display(Name = "target-month"), Required, StringLength(7)]
    public string? TargetMonth { get; set; }

    public static CorrectTargetForm Of(IndicatorTarget target, uint version) => new()
    {
        Version = version, Baseline = target.Baseline, BaselineMonth = Typed(target.BaselineMonth), Target = target.Target, TargetMonth = Typed(target.TargetMonth),
    };

    private static string Typed(DateOnly month) => month.ToString("MM/yyyy", CultureInfo.InvariantCulture);
}

/// <param name="About">Which indicator, and where.</param>
public sealed record CorrectTargetPage(Guid Id, string About, CorrectTargetForm Form);
