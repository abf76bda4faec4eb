using IntegrationPortal.Domain.CasePaths;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>What stands in the lines of a list of cases.</summary>
internal static class CaseRows
{
    /// <summary>The lines of these places, in their order, in the same roundtrip. A participation that has ended is no line.</summary>
    /// <remarks>From a view (guards.sql), because EF would number the steps of all cases to find the current one of fifty.</remarks>
    public static IQueryable<CaseRow> WithLines(this IQueryable<CasePlace> places, PortalDbContext db, bool withPerson) =>
        from place in places
        from line in db.CaseLineOf(place.CaseId)
        select new CaseRow(
            line.Id, line.Number, withPerson ? line.ShortName : null, line.TemplateKey, line.TemplateVersion, line.LeadActorId, line.LeadName,
            place.LastActivityAt, place.NextDueOn,
            line.State == null ? null : new StepNow(
                line.TitleDe!, line.TitleEn, line.State.Value, line.ResponsibleName!, line.ResponsibleKind!, line.StandsIn!.Value));
}

/// <summary>One row of the view reading.case_line.</summary>
public sealed class CaseLine
{
    public Guid Id { get; init; }

    public string Number { get; init; } = "";

    public string? ShortName { get; init; }

    public string TemplateKey { get; init; } = "";

    public int TemplateVersion { get; init; }

    public Guid LeadActorId { get; init; }

    public string LeadName { get; init; } = "";

    public string? TitleDe { get; init; }

    public string? TitleEn { get; init; }

    public StepState? State { get; init; }

    public string? ResponsibleName { get; init; }

    public string? ResponsibleKind { get; init; }

    public bool? StandsIn { get; init; }
}
