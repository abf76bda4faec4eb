using IntegrationPortal.Domain.CasePaths;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>What stands in the lines of a list of cases.</summary>
internal static class CaseRows
{
    /// <summary>The lines of these cases, in their order.</summary>
    /// <remarks>In SQL (guards.sql), because EF would number the steps of all cases to find the current one of fifty.</remarks>
    public static async Task<List<CaseRow>> CaseRowsAsync(
        this PortalDbContext db, IReadOnlyList<CasePlace> places, bool withPerson, CancellationToken cancellation)
    {
        if (places.Count == 0)
            return [];
        var ids = places.Select(p => p.CaseId).ToArray();
        var lines = await db.Database.SqlQuery<Line>($"select * from reading.case_lines({ids}, {withPerson})").ToDictionaryAsync(l => l.Id, cancellation);
        // A participation that ended in between is no line any more.
        return [.. places.Where(place => lines.ContainsKey(place.CaseId)).Select(place => Row(place, lines[place.CaseId]))];
    }

    private static CaseRow Row(CasePlace place, Line line) => new(
        line.Id, line.Number, line.ShortName, line.TemplateKey, line.TemplateVersion, line.LeadActorId, line.LeadName, place.LastActivityAt,
        place.NextDueOn,
        line.State is null ? null : new StepNow(
            line.TitleDe!, line.TitleEn, Enum.Parse<StepState>(line.State), line.ResponsibleName!, line.ResponsibleKind!, line.StandsIn!.Value));

    private sealed record Line(
        Guid Id, string Number, string? ShortName, string TemplateKey, int TemplateVersion, Guid LeadActorId, string LeadName,
        string? TitleDe, string? TitleEn, string? State, string? ResponsibleName, string? ResponsibleKind, bool? StandsIn);
}
