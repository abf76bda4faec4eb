using IntegrationPortal.Domain.CasePaths;
using Npgsql;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>Reads the timeline of a case, newest first. The ids of events are in order of time.</summary>
public static class CaseEvents
{
    public const int PerPage = 20;

    /// <summary>As many as the page of a case shows; the others have a page of their own.</summary>
    public const int Latest = 5;

    private static readonly string LatestOnly = Sql(Latest);

    private static readonly string Page = Sql(PerPage);

    private static string Sql(int most) => $"""
        select e.id, e.kind, e.happened_at, e.recorded_at, (select u.display_name from portal_user u where u.id = e.user_id), e.actor_id, e.step_id,
            e.handover_id, e.other_actor_id, e.subject, e.reason,
            (select string_agg(coalesce(h.title_en, h.title_de), ', ' order by h.step_id)
                from handover_step h where h.tenant_id = $1 and h.case_id = $2 and h.handover_id = e.handover_id)
        from case_event e where e.tenant_id = $1 and e.case_id = $2 and e.id < $3 order by e.id desc limit {most + 1}
        """;

    /// <summary>The events before one, or the latest.</summary>
    public static Task<EventPage> EventsAsync(this PortalDbContext db, Guid tenantId, Guid caseId, Guid? before, CancellationToken cancellation) =>
        db.TogetherAsync([Command(Page, tenantId, caseId, before)], reader => PageAsync(reader, PerPage, cancellation), cancellation);

    internal static NpgsqlBatchCommand LatestCommand(Guid tenantId, Guid caseId) => Command(LatestOnly, tenantId, caseId, null);

    internal static Task<EventPage> LatestAsync(NpgsqlDataReader reader, CancellationToken cancellation) => PageAsync(reader, Latest, cancellation);

    private static NpgsqlBatchCommand Command(string sql, Guid tenantId, Guid caseId, Guid? before) => new(sql)
    {
        Parameters =
        {
            new NpgsqlParameter<Guid> { TypedValue = tenantId },
            new NpgsqlParameter<Guid> { TypedValue = caseId },
            new NpgsqlParameter<Guid> { TypedValue = before ?? Guid.AllBitsSet },
        },
    };

    private static async Task<EventPage> PageAsync(NpgsqlDataReader reader, int most, CancellationToken cancellation)
    {
        var rows = await reader.RowsAsync(Row, cancellation);
        if (rows.Count <= most)
            return new EventPage(rows, null);
        rows.RemoveAt(most);
        return new EventPage(rows, rows[^1].Id);
    }

    private static EventRow Row(NpgsqlDataReader row) => new(
        row.GetGuid(0), Enum.Parse<CaseEventKind>(row.GetString(1)), row.GetFieldValue<DateTimeOffset>(2), row.GetFieldValue<DateTimeOffset>(3),
        row.TextAt(4), row.IdAt(5), row.IdAt(6), row.IdAt(7), row.IdAt(8), row.TextAt(9), row.TextAt(10), row.TextAt(11));
}
