using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Tenancy;
using Npgsql;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>
/// Lists of cases. The own list starts from participation, whose index holds what the wall asks; the coordination's list of all
/// paths starts from the path and never touches a person.
/// </summary>
public static class CaseLists
{
    public const int PageSize = 50;

    /// <summary>From this number on the page says "99+", as the worklist does.</summary>
    public const int MostCounted = TaskList.MostCounted;

    /// <summary>The cases in which the acting actor takes part, or all paths of the municipality.</summary>
    public static Task<CasePage> CasesAsync(
        this PortalDbContext db, Officer by, bool ofTown, CaseFilter filter, DateOnly today, CancellationToken cancellation)
    {
        var list = CaseListSql.Command(db, by, ofTown, filter, today);
        // The list as everybody opens it; in the same roundtrip what waits for an answer.
        return filter.IsUsual
            ? db.TogetherAsync([list, WorklistQuery.CountOfAnswers(db, by, today)], async reader =>
                Page(await reader.RowsAsync(Row, cancellation), filter) with { Waiting = await reader.NumberAsync(cancellation) }, cancellation)
            : db.TogetherAsync([list], async reader => Page(await reader.RowsAsync(Row, cancellation), filter), cancellation, prepare: false);
    }

    private static CasePage Page(List<(CaseRow Row, int Of)> read, CaseFilter filter)
    {
        var rows = read.ConvertAll(r => r.Row);
        var more = rows.Count > PageSize;
        if (more)
            rows.RemoveAt(PageSize);
        var back = filter.From?.Back == true;
        if (back)
            rows.Reverse();
        if (rows.Count == 0)
            return new CasePage(rows, null, null);
        return new CasePage(
            rows,
            filter.From is not null && (!back || more) ? CaseCursor.Of(rows[0], filter.Sort, back: true) : null,
            back || more ? CaseCursor.Of(rows[^1], filter.Sort, back: false) : null)
        {
            Count = read[0].Of,
        };
    }

    private static (CaseRow Row, int Of) Row(NpgsqlDataReader row) => (new CaseRow(
        row.GetGuid(0), row.GetString(1), row.TextAt(2), Templates(row), row.GetGuid(5), row.GetString(6),
        row.GetFieldValue<DateTimeOffset>(7), row.DayAt(8), row.IsDBNull(9) ? null : new StepNow(
            row.GetString(9), row.TextAt(10), Enum.Parse<StepState>(row.GetString(11)), row.GetString(12), row.GetString(13), row.GetBoolean(14)), row.DayAt(17)), row.GetInt32(18));

    private static List<(string Key, int Version)> Templates(NpgsqlDataReader row) =>
        [(row.GetString(3), row.GetInt32(4)), .. row.IsDBNull(15) ? [] : row.GetFieldValue<string[]>(15).Zip(row.GetFieldValue<int[]>(16))];
}
