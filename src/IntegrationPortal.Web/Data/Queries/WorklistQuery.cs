using IntegrationPortal.Domain;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Tenancy;
using Npgsql;
using NpgsqlTypes;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>Reads the lists of a working day: all of them in one roundtrip, or one of them page by page.</summary>
public static class WorklistQuery
{
    /// <summary>Days that "this week" reaches ahead, so that on a Friday Monday's deadlines are seen.</summary>
    public const int DaysAhead = 7;

    /// <summary>How long a handover that came back stays on the list.</summary>
    public static readonly TimeSpan CameBackFor = TimeSpan.FromDays(14);

    private static readonly Dictionary<WorkList, string> Rows = Enum.GetValues<WorkList>().ToDictionary(l => l, WorklistSql.Rows);
    private static readonly string CountOfAnswers = Count(WorkList.Answers);

    /// <summary>Of this list the page shows only how long it is.</summary>
    private static readonly string CountOfOverdue = Count(WorkList.Overdue);

    /// <summary>The lists that a role has, in the order in which they are asked for.</summary>
    public static IReadOnlyList<WorkList> ListsOf(Role role) =>
        role == Role.Coordinator ? Enum.GetValues<WorkList>() : [.. Enum.GetValues<WorkList>().Where(l => l != WorkList.Stuck)];

    /// <summary>The beginning of each list and its length, in one roundtrip.</summary>
    public static async Task<IReadOnlyDictionary<WorkList, TaskList>> WorklistAsync(
        this PortalDbContext db, Officer me, DateOnly today, int shown, CancellationToken cancellation)
    {
        var lists = ListsOf(me.Role);
        return await db.TogetherAsync(lists.Select(l => Command(l == WorkList.Overdue ? CountOfOverdue : Rows[l], db, me, today, ListPosition.First, TaskList.MostCounted, shown)), async reader =>
        {
            var read = new Dictionary<WorkList, TaskList>();
            foreach (var list in lists)
            {
                read[list] = await ReadAsync(list, reader, cancellation);
                await reader.NextResultAsync(cancellation);
            }

            return read;
        }, cancellation);
    }

    /// <summary>One page of one list; one row more than asked for tells that it goes on.</summary>
    public static Task<TaskList> WorklistPageAsync(
        this PortalDbContext db, WorkList list, Officer me, DateOnly today, ListPosition after, int rows, CancellationToken cancellation) =>
        db.TogetherAsync([Command(Rows[list], db, me, today, after, rows + 1, rows + 1)], reader => ReadAsync(list, reader, cancellation), cancellation);

    /// <summary>How many rows <see cref="WorkList.Answers"/> has, for the navigation.</summary>
    public static Task<int> CountAnswersAsync(this PortalDbContext db, Officer me, DateOnly today, CancellationToken cancellation) =>
        db.TogetherAsync([Command(CountOfAnswers, db, me, today, ListPosition.First, TaskList.MostCounted, 0)], async reader =>
        {
            await reader.ReadAsync(cancellation);
            return reader.GetInt32(0);
        }, cancellation);

    private static string Count(WorkList list) => $"select count(*)::int from ({WorklistSql.Hits(list)}) h";

    private static NpgsqlBatchCommand Command(
        string sql, PortalDbContext db, Officer me, DateOnly today, ListPosition after, int counted, int shown)
    {
        var command = new NpgsqlBatchCommand(sql);
        var parameters = command.Parameters;
        parameters.Add(new NpgsqlParameter<Guid> { TypedValue = me.TenantId });
        parameters.Add(new NpgsqlParameter<Guid> { TypedValue = me.ActorId });
        parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = today });
        parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = today.AddDays(DaysAhead) });
        parameters.Add(Moment(db.Session.Now - CameBackFor));
        parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = after.Day });
        parameters.Add(Moment(after.Moment));
        parameters.Add(new NpgsqlParameter<Guid> { TypedValue = after.Id });
        parameters.Add(new NpgsqlParameter<int> { TypedValue = counted });
        parameters.Add(new NpgsqlParameter<int> { TypedValue = shown });
        return command;
    }

    private static NpgsqlParameter<DateTime> Moment(DateTimeOffset moment) =>
        new() { TypedValue = moment.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz };

    private static async Task<TaskList> ReadAsync(WorkList list, NpgsqlDataReader reader, CancellationToken cancellation)
    {
        var (count, handovers, steps) = (0, new List<HandoverTask>(), new List<StepTask>());
        while (await reader.ReadAsync(cancellation))
        {
            count = reader.GetInt32(0);
            if (reader.FieldCount == 1)
                break;
            if (WorklistSql.HasHandovers(list))
                handovers.Add(Handover(reader));
            else
                steps.Add(Step(reader));
        }

        return new TaskList(list, count, handovers, steps);
    }

    private static HandoverTask Handover(NpgsqlDataReader row) => new(
        row.GetGuid(1), row.GetGuid(2), Text(row, 3), Text(row, 4), Enum.Parse<HandoverKind>(row.GetString(5)),
        Enum.Parse<HandoverState>(row.GetString(6)), row.GetGuid(7), row.GetGuid(8), row.GetString(9), row.GetString(10),
        new Bilingual(Text(row, 11) ?? "", Text(row, 12) ?? ""), Text(row, 13), row.GetFieldValue<DateTimeOffset>(14),
        row.GetFieldValue<DateTimeOffset>(15), row.GetFieldValue<DateOnly>(16), row.GetFieldValue<DateOnly>(17), Day(row, 18),
        Word<DeclineReason>(row, 19), row.IsDBNull(20) ? null : row.GetFieldValue<DateTimeOffset>(20));

    private static StepTask Step(NpgsqlDataReader row) => new(
        row.GetGuid(1), row.GetGuid(2), Text(row, 3), Text(row, 4), new Bilingual(row.GetString(5), Text(row, 6) ?? row.GetString(5)),
        Enum.Parse<StepState>(row.GetString(7)), Day(row, 8), Day(row, 9), Enum.Parse<DeadlineKind>(row.GetString(10)), Text(row, 11),
        Word<BlockReason>(row, 12), Text(row, 13));

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateOnly? Day(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);

    private static TEnum? Word<TEnum>(NpgsqlDataReader row, int column)
        where TEnum : struct, Enum => row.IsDBNull(column) ? null : Enum.Parse<TEnum>(row.GetString(column));
}
