using System.Text.RegularExpressions;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Worklist;

/// <summary>Steps with their deadlines as things to do.</summary>
public sealed partial class StepRows(IStringLocalizer<WorklistTexts> words, TimeWords time)
{
    /// <summary>Working days before an entitlement is lost in which its step is marked like one that is late.</summary>
    private const int SoonEnough = 2;

    public Row Of(StepTask task, WorkList list, WorkingCalendar calendar)
    {
        var today = time.Today;
        var left = task.DueOn is { } due ? time.Left(calendar, due) : "";
        var passed = task.DueOn < today;
        return new Row(
            task.Title.ToString(), Row.AboutCase(task.Person, task.CaseNumber),
            Detail(task, list),
            // Among those that have passed, only for how long is new.
            list == WorkList.Missed ? time.Since(Math.Max(calendar.Between(task.DueOn!.Value, today), 1)) : passed ? left : task.DueOn is { } day ? time.Brief(day) : null,
            Note(passed ? words["deadline-was", time.Brief(task.DueOn!.Value)] : left, task, list),
            passed || (task.IsIrrevocable && task.DueOn is { } until && calendar.Between(today, until) <= SoonEnough), $"/cases/{task.CaseId}#step-{task.StepId:N}", words["do-open-case"]);
    }

    private string? Detail(StepTask task, WorkList list)
    {
        var parts = new List<string>();
        if (task.IsIrrevocable)
            parts.Add(words["irrevocable"]);
        if (task.BlockReason is { } reason)
            parts.Add(list == WorkList.Blocked ? words["block." + reason] : words["blocked-by", words["block." + reason]]);
        if (list == WorkList.Blocked && !string.IsNullOrWhiteSpace(task.Reason))
            parts.Add(task.Reason);
        if (task.State == StepState.Planned)
            parts.Add(words["not-begun"]);
        return parts.Count == 0 ? null : string.Join(" · ", parts);
    }

    /// <summary>The paragraph is said where the law sets the deadline; otherwise how long there is time.</summary>
    private static string? Note(string inTime, StepTask task, WorkList list)
    {
        if (task.DueOn is null)
            return null;
        var norm = task.DeadlineKind == DeadlineKind.Statutory && list != WorkList.Blocked ? Paragraph(task.LegalBasis) : null;
        return norm is null ? inTime : $"{inTime} · {norm}";
    }

    /// <summary>"AufenthG § 29 (2)" of "AufenthG § 29 (2): 3 Monate"; the whole stands on the page of the case.</summary>
    public static string? Paragraph(string? legalBasis) =>
        legalBasis is not null && FirstNorm().Match(legalBasis) is { Success: true, Value: var norm } ? norm.Trim() : null;

    [GeneratedRegex(@"^[^;:]+?(?=\s\((?!\d)|;|:|$)")]
    private static partial Regex FirstNorm();
}
