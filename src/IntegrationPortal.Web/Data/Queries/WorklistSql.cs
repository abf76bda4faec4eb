using IntegrationPortal.Domain.Handovers;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>
/// The lists of <see cref="WorkList"/> as SQL. Each takes its rows, capped, from one narrow index in the order of that index, and
/// only for the few that are shown names and titles are asked for; the walls hold for every table that is touched.
/// </summary>
/// <remarks>
/// All have the same parameters: $1 tenant, $2 actor, $3 today, $4 last day of the week, $5 since when handovers that came back are
/// shown, $6 $7 $8 day, moment and id after which the list goes on, $9 last day of what ends soon. How many are counted and shown stands in the text: not knowing it,
/// PostgreSQL plans anew at every request.
/// </remarks>
internal static class WorklistSql
{
    /// <summary>The columns of a handover that every branch of a union takes.</summary>
    private const string Handover = """
        select h.tenant_id, h.id, h.case_id, h.kind, h.state, h.from_actor_id, h.to_actor_id, h.sent_at, h.changed_at, h.clock_since,
            h.clock_answer_by, h.first_free_date, h.decline_reason
        from handover h where h.tenant_id = $1 and h.case_closed_on is null
        """;

    private const string ByAnswer = " and (h.clock_answer_by, h.id) > ($6, $8) order by h.clock_answer_by, h.id";

    private const string Step = """
        select s.tenant_id, s.case_id, s.id, s.title_de, s.title_en, s.state, s.due_on, s.started_on, s.deadline_kind, s.legal_basis,
            s.block_reason, s.reason, s.is_irrevocable
        """;

    private const string From = " from case_step s where s.tenant_id = $1 and s.responsible_actor_id = $2";

    private const string ByDue = " and (s.due_on, s.id) > ($6, $8) order by s.due_on, s.id";

    private const string Late = " and h.clock_answer_by < $3";

    private static readonly string WaitsForReceiver = $"h.state = '{WaitsFor.Receiver}'";

    private static readonly string WaitsForSender = $"h.state = '{WaitsFor.Sender}'";

    /// <summary>How long a list is, as far as anybody reads it.</summary>
    public static string Count(WorkList list) => $"select count(*)::int from ({Hits(list, TaskList.MostCounted)}) h";

    private static string Hits(WorkList list, int most) => $"{Ordered(list, most)} limit {most}";

    private static string Ordered(WorkList list, int most) => list switch
    {
        WorkList.Answers => Both(most, $"h.to_actor_id = $2 and {WaitsForReceiver}", $"h.from_actor_id = $2 and {WaitsForSender}"),
        WorkList.Others => Both(most, $"h.from_actor_id = $2 and {WaitsForReceiver}", $"h.to_actor_id = $2 and {WaitsForSender}"),
        WorkList.Overdue => Both(
            most,
            "h.to_actor_id = $2 and h.state in ('Sent', 'ClarificationRequested')" + Late,
            "h.from_actor_id = $2 and h.state in ('Sent', 'ClarificationRequested')" + Late),
        WorkList.Stuck => Handover + " and h.from_actor_id <> $2 and h.to_actor_id <> $2 and h.clock_answer_by <= $3"
            + " and h.state in ('Sent', 'ClarificationRequested', 'Expired') and (h.state <> 'Expired' or h.changed_at >= $5)" + ByAnswer,
        WorkList.Arrivals => Handover + " and h.to_actor_id = $2 and h.state = 'Accepted' and h.first_free_date <= $3"
            + " and (h.first_free_date, h.id) > ($6, $8) order by h.first_free_date, h.id",
        WorkList.CameBack => Handover + " and h.from_actor_id = $2 and h.state in ('Declined', 'Expired', 'Returned') and h.changed_at >= $5"
            + " and not exists (select from handover n where n.tenant_id = h.tenant_id and n.case_id = h.case_id and n.from_actor_id = $2 and n.sent_at > h.changed_at)"
            + " and (h.changed_at < $7 or (h.changed_at = $7 and h.id > $8)) order by h.changed_at desc, h.id",
        WorkList.Deadlines => Current(" and s.due_on between $3 and $4"),
        WorkList.Missed => Current(" and s.due_on < $3"),
        WorkList.Blocked => Step + From + " and s.state = 'Blocked' and s.is_current" + ByDue,
        // Only the participation of the one that leads an open case has such a day (activity.sql).
        WorkList.Ending => "select p.case_id, p.next_end_on from participation p where p.tenant_id = $1 and p.actor_id = $2 and p.is_active"
            + " and (p.until is null or p.until > (select app.now())) and p.next_end_on between $3 and $9"
            + " and (p.next_end_on, p.case_id) > ($6, $8) order by p.next_end_on, p.case_id",
        _ => throw new ArgumentOutOfRangeException(nameof(list), list, null),
    };

    /// <summary>What the rows of a list are.</summary>
    public static RowKind KindOf(WorkList list) => list switch
    {
        WorkList.Deadlines or WorkList.Missed or WorkList.Blocked => RowKind.Step,
        WorkList.Ending => RowKind.Case,
        _ => RowKind.Handover,
    };

    /// <summary>
    /// The beginnings of several lists, all with rows of one kind: names and titles are asked for once for all of them, since
    /// to set up a plan behind the walls costs more than to run it for a few rows. The length of each list stands in its rows.
    /// </summary>
    public static string Rows(IReadOnlyCollection<WorkList> lists, int most, int shown)
    {
        var beginnings = string.Join(" union all ", lists.Select(l => Beginning(l, most, shown)));
        return KindOf(lists.First()) switch
        {
            RowKind.Handover => $"""
                with h as materialized ({beginnings})
                select h.list, h.length, h.id, h.case_id, c.number, p.short_name, h.kind, h.state, h.from_actor_id, h.to_actor_id,
                    f.name, t.name, s.de, s.en, q.text, h.sent_at, h.changed_at, h.clock_since, h.clock_answer_by, h.first_free_date,
                    h.decline_reason, r.at
                from h
                join actor f on f.tenant_id = $1 and f.id = h.from_actor_id
                join actor t on t.tenant_id = $1 and t.id = h.to_actor_id
                left join lateral (select string_agg(x.title_de, ', ') as de, string_agg(coalesce(x.title_en, x.title_de), ', ') as en
                    from handover_step x where x.tenant_id = $1 and x.handover_id = h.id) s on true
                left join lateral (select m.text from handover_message m where m.tenant_id = $1 and m.handover_id = h.id and m.is_question
                    and h.state = 'ClarificationRequested' order by m.id desc limit 1) q on true
                left join lateral (select max(a.at) as at from access_entry a
                    where a.tenant_id = $1 and a.handover_id = h.id and a.actor_id = h.to_actor_id) r on true
                {OfTheCase("h")}
                order by h.list, h.place
                """,
            RowKind.Step => $"""
                with s as materialized ({beginnings})
                select s.list, s.length, s.case_id, s.id, c.number, p.short_name, s.title_de, s.title_en, s.state, s.due_on,
                    s.started_on, s.deadline_kind, s.legal_basis, s.block_reason, s.reason, s.is_irrevocable
                from s
                {OfTheCase("s")}
                order by s.list, s.place
                """,
            _ => $"""
                with e as materialized ({beginnings})
                select e.list, e.length, e.case_id, c.number, p.short_name, e.next_end_on, w.kinds, w.codes
                from e
                join case_path c on c.tenant_id = $1 and c.id = e.case_id
                {NameOf("e")}
                left join lateral (select array_agg(x.kind order by x.kind, x.code) as kinds, array_agg(x.code order by x.kind, x.code) as codes
                    from app.ends_of($1, e.case_id) x where x.ends_on = e.next_end_on) w on true
                order by e.list, e.place
                """,
        };
    }

    private static string Beginning(WorkList list, int most, int shown) => $"""
        (select * from (select {(int)list} as list, (count(*) over ())::int as length, row_number() over () as place, hit.* from ({Hits(list, most)}) hit) l
            where place <= {shown})
        """;

    private static string OfTheCase(string row) => $"""
        left join case_path c on c.tenant_id = $1 and c.id = {row}.case_id
        {NameOf(row)}
        """;

    // One person stands for a household in a list; the walls leave the name out where the reader may not know it.
    private static string NameOf(string row) => $"""
        left join lateral (select n.short_name from person n where n.tenant_id = $1 and n.case_id = {row}.case_id order by n.id limit 1) p on true
        """;

    private static string Current(string due) => Step + From + " and s.is_current" + due + ByDue;

    /// <summary>Two branches, each in the order of its index, merged.</summary>
    private static string Both(int most, string one, string other) =>
        $"select * from (({Handover} and {one}{ByAnswer} limit {most}) union all ({Handover} and {other}{ByAnswer} limit {most})) b order by clock_answer_by, id";
}
