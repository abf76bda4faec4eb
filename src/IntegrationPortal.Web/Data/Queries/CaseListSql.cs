using IntegrationPortal.Domain.Tenancy;
using Npgsql;
using NpgsqlTypes;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>
/// A list of cases as one statement: the places from one index, of the participation or of the path, in the order of that index, and the
/// line of each (reading.case_line, guards.sql). By hand, because EF would number the steps of all cases to find the current one of
/// fifty, and because it sends the length of a page as a parameter: not knowing it, PostgreSQL plans anew at every request.
/// </summary>
internal sealed class CaseListSql
{
    private readonly NpgsqlParameterCollection _parameters;
    private readonly bool _fromPaths;
    private readonly string _id;
    private readonly List<string> _conditions = [];

    private CaseListSql(NpgsqlParameterCollection parameters, bool fromPaths) =>
        (_parameters, _fromPaths, _id) = (parameters, fromPaths, fromPaths ? "x.id" : "x.case_id");

    /// <summary>One row more than the page has tells that it goes on.</summary>
    public static NpgsqlBatchCommand Command(PortalDbContext db, Officer by, bool ofTown, CaseFilter filter, DateOnly today)
    {
        var command = new NpgsqlBatchCommand();
        // What we lead is found among the paths by their lead: among those in which we take part it may be one in thousands.
        var fromPaths = ofTown || filter.Lead == LeadIs.Us;
        var sql = new CaseListSql(command.Parameters, fromPaths);
        sql.Where($"x.tenant_id = {sql.Parameter(by.TenantId)}");
        // The same predicate as the wall's; all paths of a municipality the wall shows only to its coordination.
        if (!fromPaths)
            sql.Where($"x.actor_id = {sql.Parameter(by.ActorId)} and x.is_active and (x.until is null or x.until > {sql.Moment(db.Session.Now)})");
        sql.Narrow(filter, by.ActorId, today);
        var all = string.Join(" and ", sql._conditions);
        if (filter.From is { } from)
            sql.Continue(filter.Sort, from);
        var back = filter.From?.Back == true;
        var table = fromPaths ? "case_path" : "participation";
        command.CommandText = $"""
            select l.id, l.number, {(ofTown ? "null" : "l.short_name")}, l.template_key, l.template_version, l.lead_actor_id, a.name,
                x.last_activity_at, x.next_due_on, l.title_de, l.title_en, l.state, r.name, l.responsible_kind, l.stands_in, l.further_keys, l.further_versions, x.closed_on,
                (select count(*) from (select from {table} x where {all} limit {CaseLists.MostCounted}) n)::int
            from (select {sql._id} as case_id, x.last_activity_at, x.next_due_on, x.closed_on from {table} x
                where {string.Join(" and ", sql._conditions)}
                order by {Order(filter.Sort, back, sql._id)} limit {CaseLists.PageSize + 1}) x
            cross join lateral reading.case_line_of(x.case_id) l
            join actor a on a.tenant_id = $1 and a.id = l.lead_actor_id
            left join actor r on r.tenant_id = $1 and r.id = l.responsible_actor_id
            order by {Order(filter.Sort, back, "x.case_id")}
            """;
        return command;
    }

    // Ids of cases are version 7: their order is the order in which the cases were opened. PostgreSQL sorts null last ascending and first
    // descending, which is the same order backwards.
    private static string Order(CaseSort sort, bool back, string id) => sort switch
    {
        CaseSort.Due => back ? $"x.next_due_on desc, {id} desc" : $"x.next_due_on, {id}",
        CaseSort.Opened => back ? id : $"{id} desc",
        _ => back ? $"x.last_activity_at, {id}" : $"x.last_activity_at desc, {id} desc",
    };

    private void Narrow(CaseFilter filter, Guid actorId, DateOnly today)
    {
        if (filter.Among is { } among)
            Where($"{_id} = any ({Parameter(among)})");
        if (filter is { State: null, Among: null })
            Where("x.closed_on is null");
        if (filter.State == StateIs.Closed)
            Where("x.closed_on is not null");
        if (filter is { State: StateIs.Quiet, QuietSince: { } since })
            Where($"x.closed_on is null and x.last_activity_at < {Moment(since)}");
        if (filter.TemplateKey is { } key)
            Follows(Parameter(key));
        if (filter.Lead is { } lead)
            WherePath($"lead_actor_id {(lead == LeadIs.Us ? "=" : "<>")} {Parameter(actorId)}");
        if (filter.Step == StepIs.Blocked)
            Where($"exists (select from case_step s where s.tenant_id = $1 and s.case_id = {_id} and s.state = 'Blocked')");
        if (filter.Step == StepIs.Overdue)
            Where($"x.next_due_on < {Parameter(today)}");
        if (filter.Step == StepIs.ThisWeek)
            Where($"x.next_due_on between {Parameter(today)} and {Parameter(today.AddDays((7 - (int)today.DayOfWeek) % 7))}");
    }

    // The place where the list goes on, forwards or backwards.
    private void Continue(CaseSort sort, CaseCursor from)
    {
        var beyond = from.Back ? ">" : "<";
        var id = Parameter(from.CaseId);
        if (sort == CaseSort.Opened)
            Where($"{_id} {beyond} {id}");
        else if (sort != CaseSort.Due)
            Where($"(x.last_activity_at, {_id}) {beyond} ({Moment(from.At)}, {id})");
        else if (from.Due is not { } due)
            Where(from.Back ? $"(x.next_due_on is not null or {_id} < {id})" : $"x.next_due_on is null and {_id} > {id}");
        else
            Where(Due(from.Back, Parameter(due), id));
    }

    private string Due(bool back, string due, string id) => back
        ? $"(x.next_due_on < {due} or (x.next_due_on = {due} and {_id} < {id}))"
        : $"(x.next_due_on > {due} or x.next_due_on is null or (x.next_due_on = {due} and {_id} > {id}))";

    // From the day it was opened or since a later one.
    private void Follows(string key) => Where(
        $"({OfPath($"template_key = {key}")} or exists (select from further_template f where f.tenant_id = $1 and f.case_id = {_id} and f.template_key = {key}))");

    private void WherePath(string condition) => Where(OfPath(condition));

    /// <summary>A condition on the path itself, wherever its place in the list comes from.</summary>
    private string OfPath(string condition) =>
        _fromPaths ? $"x.{condition}" : $"exists (select from case_path c where c.tenant_id = $1 and c.id = {_id} and c.{condition})";

    private void Where(string condition) => _conditions.Add(condition);

    private string Moment(DateTimeOffset moment)
    {
        _parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = moment.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        return $"${_parameters.Count}";
    }

    private string Parameter<T>(T value)
    {
        _parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
        return $"${_parameters.Count}";
    }
}
