using IntegrationPortal.Domain;
using IntegrationPortal.Domain.CasePaths;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>One line of a list of cases.</summary>
/// <param name="ShortName">Called name and initial; null where "Basic" is not shared with the reader.</param>
/// <param name="Templates">Key and version of the processes that it follows.</param>
/// <param name="NextDueOn">The next deadline of any open step.</param>
public sealed record CaseRow(
    Guid Id, string Number, string? ShortName, IReadOnlyList<(string Key, int Version)> Templates, Guid LeadActorId, string LeadName,
    DateTimeOffset LastActivityAt, DateOnly? NextDueOn, StepNow? Step, DateOnly? ClosedOn);

/// <summary>The step a case is at: the first that is worked on or blocked, else the first planned one.</summary>
public sealed record StepNow(
    string TitleDe, string? TitleEn, StepState State, string ResponsibleName, string ResponsibleKind, bool StandsIn)
{
    public Bilingual Title => new(TitleDe, TitleEn ?? TitleDe);
}

/// <summary>One page of a list of cases, and where the pages before and after it begin.</summary>
public sealed record CasePage(IReadOnlyList<CaseRow> Rows, CaseCursor? Newer, CaseCursor? Older)
{
    /// <summary>How many the whole list has, counted up to <see cref="CaseLists.MostCounted"/>.</summary>
    public int Count { get; init; }

    /// <summary>How many handovers wait for the reader's answer, for the navigation; null when it was not asked for.</summary>
    public int? Waiting { get; init; }
}
