using IntegrationPortal.Domain;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Presentation.Resources;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Privacy;

/// <summary>The trail names tables and columns; the officer answers people, who know neither.</summary>
public sealed class ChangeWords(IStringLocalizer<PrivacyTexts> words, IReadOnlyDictionary<Guid, Bilingual?> steps)
{
    /// <summary>What the portal works out from other columns, or keeps for itself: who changed it changed something else.</summary>
    public static readonly IReadOnlySet<string> Derived = new HashSet<string>(StringComparer.Ordinal)
    {
        "next_due_on", "next_end_on", "closed_at", "case_closed_on", "last_activity_at", "search_form", "short_name", "is_current", "is_active", "position", "changed_at", "changed_by_user_id", "id", "xmin",
    };

    /// <summary>The row, and of a step which one: a step's id stands last in the key of its row.</summary>
    public string Row(Change change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var row = words["table." + change.Table].Value;
        return change.Table is "case_step" or "handover_step" && Guid.TryParse(change.RowKey.Split(' ')[^1], out var id) && steps.TryGetValue(id, out var name)
            ? (name is null ? words["step-own"].Value : words["step-named", name].Value) + (change.Table == "case_step" ? "" : " · " + row)
            : row;
    }

    /// <summary>What was changed of it, each thing once.</summary>
    public string Columns(Change change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var changed = change.Columns?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        var told = changed.Where(c => !Derived.Contains(c)).Select(c => words["column." + c].Value).Distinct().ToList();
        return told.Count > 0 || changed.Length == 0 ? string.Join(", ", told) : words["columns-derived"].Value;
    }
}
