using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.Evaluation;
using IntegrationPortal.Web.Presentation.Charts;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.ProgrammeReport;

/// <summary>All that a report shows beside its texts, in one language; kept with the report when it is released.</summary>
public sealed record ReportFigures(string Period, IReadOnlyList<ReportRow> Rows, IReadOnlyList<ChartView> Charts, IReadOnlyList<RegionRows> Regions, IReadOnlyList<string> Evaluation);

/// <summary>One indicator over all pilots, or over those of a region.</summary>
public sealed record ReportRow(string Code, string Name, string Month, string Now, string Before, string Behind);

public sealed record RegionRows(string State, string Places, IReadOnlyList<ReportRow> Rows);

/// <param name="Ids">For each year that has no report yet, the id it would get.</param>
public sealed record ReportsPage(IReadOnlyList<ProgressReport> Reports, bool MayMake, MakeReportForm Form, IReadOnlyDictionary<int, Guid> Ids);

/// <param name="Version">Of the report as it is shown: what is released is what was read.</param>
public sealed record ReportPage(ProgressReport Report, ReportFigures Figures, bool MayWrite, string? WhyNotRelease, uint Version);

public sealed record EditReportPage(ProgressReport Report, EditReportForm Form);

/// <summary>One click.</summary>
public sealed class MakeReportForm
{
    /// <summary>The id of the report, so that sending the form twice makes one.</summary>
    public Guid Id { get; set; }

    public int Year { get; set; }
}

/// <summary>The texts of all sections, in their order.</summary>
public sealed class EditReportForm : IVersionedForm
{
    /// <summary>Version of the report that the page showed.</summary>
    public uint Version { get; set; }

    [MaxLength(20)]
    public List<SectionForm> Sections { get; set; } = [];

    public static EditReportForm Of(ProgressReport report, uint version) => new()
    {
        Version = version,
        Sections = [.. ProgressReport.Sections.Select(s => report.Blocks.Single(b => b.Section == s)).Select(b => new SectionForm { De = b.TextDe, En = b.TextEn })],
    };
}

public sealed class SectionForm
{
    [Display(Name = "text-de"), StringLength(ProgressReport.TextLength), PlainText]
    public string? De { get; set; }

    [Display(Name = "text-en"), StringLength(ProgressReport.TextLength), PlainText]
    public string? En { get; set; }
}
