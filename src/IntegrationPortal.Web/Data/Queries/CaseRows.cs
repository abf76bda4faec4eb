using IntegrationPortal.Domain.CasePaths;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>What stands in the lines of a list of cases.</summary>
internal static class CaseRows
{
    /// <summary>The lines of these cases, in their order.</summary>
    /// <remarks>In SQL, because EF would number the steps of all cases to find the current one of fifty.</remarks>
    public static async Task<List<CaseRow>> CaseRowsAsync(
        this PortalDbContext db, IReadOnlyList<CasePlace> places, bool withPerson, CancellationToken cancellation)
    {
        if (places.Count == 0)
            return [];
        var (tenant, ids) = (db.TenantId, places.Select(p => p.CaseId).ToArray());
        var lines = await db.Database.SqlQuery<Line>($"""
            select c.id, c.number, n.short_name, c.template_key, c.template_version, c.lead_actor_id, l.name as lead_name,
                s.title_de, s.title_en, s.state, r.name as responsible_name, s.responsible_kind, s.stands_in
            from case_path c
            join actor l on l.tenant_id = {tenant} and l.id = c.lead_actor_id
            left join lateral (select p.short_name from person p where p.tenant_id = {tenant} and p.case_id = c.id and {withPerson} order by p.id limit 1) n on true
            left join lateral (select x.* from case_step x where x.tenant_id = {tenant} and x.case_id = c.id and x.is_current
                order by x.state = 'Planned', x.position limit 1) s on true
            left join actor r on r.tenant_id = {tenant} and r.id = s.responsible_actor_id
            where c.tenant_id = {tenant} and c.id = any ({ids})
            """).ToDictionaryAsync(l => l.Id, cancellation);
        return [.. places.Select(place => Row(place, lines[place.CaseId]))];
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
