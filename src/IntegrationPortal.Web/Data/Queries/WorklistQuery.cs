using System.Collections.Concurrent;
using IntegrationPortal.Domain;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;
using Npgsql;
using NpgsqlTypes;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>Reads the lists of a working day: all of them in one roundtrip, or one of them page by page.</summary>
public static class WorklistQuery
{
    /// <summary>Days that "this week" reaches ahead, so that on a Friday Monday's deadlines are seen.</summary>
    public const int DaysAhead = 7;

    /// <summary>Days ahead in which an entitlement or a title that ends is told: time for a course to begin or an appointment to be had.</summary>
    public const int EndsAhead = 28;

    /// <summary>How long a handover that came back stays on the list.</summary>
    public static readonly TimeSpan CameBackFor = TimeSpan.FromDays(14);

    private static readonly string Answers = WorklistSql.Count(WorkList.Answers);

    // Of this list the page shows only how long it is. What is to be deleted after a withdrawal is rare, and asked for apart where there is some.
    private static readonly string Overdue = $"select ({WorklistSql.Count(WorkList.Overdue)}), {DeletionsAsked.IsAsked}, {PersonQuestionsWaiting.IsAsked}";

    private static readonly ConcurrentDictionary<(Role Role, int Shown), IReadOnlyList<string>> Beginnings = new();
    private static readonly ConcurrentDictionary<(WorkList List, int Rows), string> Single = new();

    /// <summary>The lists that a role has, in the order in which they are asked for.</summary>
    public static IReadOnlyList<WorkList> ListsOf(Role role) =>
        role == Role.Coordinator ? Enum.GetValues<WorkList>() : [.. Enum.GetValues<WorkList>().Where(l => l != WorkList.Stuck)];

    /// <summary>The beginning of each list and its length, whether the own actor is asked to delete something and whether a person waits for it, in one roundtrip.</summary>
    public static async Task<(IReadOnlyDictionary<WorkList, TaskList> Lists, bool IsAskedToDelete, bool IsAskedByPersons)> WorklistAsync(
        this PortalDbContext db, Officer me, DateOnly today, int shown, CancellationToken cancellation)
    {
        var beginnings = Beginnings.GetOrAdd((me.Role, shown), key => OfEachKind(ListsOf(key.Role), key.Shown));
        var read = await db.TogetherAsync([Beginning(Overdue), .. beginnings.Select(Beginning)], async reader =>
        {
            var lists = ListsOf(me.Role).ToDictionary(l => l, TaskList.Empty);
            await reader.ReadAsync(cancellation);
            lists[WorkList.Overdue] = lists[WorkList.Overdue] with { Count = reader.GetInt32(0) };
            var (asked, byPersons) = (reader.GetBoolean(1), reader.GetBoolean(2));
            while (await reader.NextResultAsync(cancellation))
                await ReadAsync(reader, lists, cancellation);
            return (lists, asked, byPersons);
        }, cancellation);
        return (await db.WithUnnamedAsync(read.lists, me, cancellation), read.asked, read.byPersons);

        NpgsqlBatchCommand Beginning(string sql) => Command(sql, db, me, today, ListPosition.First);
    }

    /// <summary>One page of one list; one row more than asked for tells that it goes on.</summary>
    public static async Task<TaskList> WorklistPageAsync(
        this PortalDbContext db, WorkList list, Officer me, DateOnly today, ListPosition after, int rows, CancellationToken cancellation)
    {
        var sql = Single.GetOrAdd((list, rows + 1), key => WorklistSql.Rows([key.List], key.Rows, key.Rows));
        var read = new Dictionary<WorkList, TaskList> { [list] = TaskList.Empty(list) };
        await db.TogetherAsync([Command(sql, db, me, today, after)], async reader =>
        {
            await ReadAsync(reader, read, cancellation);
            return read;
        }, cancellation);
        return (await db.WithUnnamedAsync(read, me, cancellation))[list];
    }

    /// <summary>How many rows <see cref="WorkList.Answers"/> has, for the navigation.</summary>
    public static Task<int> CountAnswersAsync(this PortalDbContext db, Officer me, DateOnly today, CancellationToken cancellation) =>
        db.TogetherAsync([CountOfAnswers(db, me, today)], reader => reader.NumberAsync(cancellation), cancellation);

    /// <summary>The same for pages that ask PostgreSQL something anyway.</summary>
    internal static NpgsqlBatchCommand CountOfAnswers(PortalDbContext db, Officer me, DateOnly today) => Command(Answers, db, me, today, ListPosition.First);

    /// <summary>Of a handover that waits here and has no name yet, what its preview says.</summary>
    private static async Task<Dictionary<WorkList, TaskList>> WithUnnamedAsync(
        this PortalDbContext db, Dictionary<WorkList, TaskList> read, Officer me, CancellationToken cancellation)
    {
        var nameless = read.Values.SelectMany(l => l.Handovers).Where(h => h.Person is null && h.ToActorId == me.ActorId && h.State.IsOpen());
        var told = await db.UnnamedAsync([.. nameless.Select(h => h.Id)], cancellation);
        return told.Count == 0 ? read : read.ToDictionary(
            l => l.Key, l => l.Value with { Handovers = [.. l.Value.Handovers.Select(h => h with { Unnamed = told.GetValueOrDefault(h.Id) })] });
    }

    private static List<string> OfEachKind(IEnumerable<WorkList> lists, int shown) =>
        [.. lists.Where(l => l != WorkList.Overdue).GroupBy(WorklistSql.KindOf).Select(kind => WorklistSql.Rows([.. kind], TaskList.MostCounted, shown))];

    private static NpgsqlBatchCommand Command(string sql, PortalDbContext db, Officer me, DateOnly today, ListPosition after)
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
        parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = today.AddDays(EndsAhead) });
        return command;
    }

    private static NpgsqlParameter<DateTime> Moment(DateTimeOffset moment) =>
        new() { TypedValue = moment.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz };

    // Each row says to which list it belongs and how long that is.
    private static async Task ReadAsync(NpgsqlDataReader reader, Dictionary<WorkList, TaskList> read, CancellationToken cancellation)
    {
        while (await reader.ReadAsync(cancellation))
        {
            var list = (WorkList)reader.GetInt32(0);
            var known = read[list] with { Count = reader.GetInt32(1) };
            read[list] = WorklistSql.KindOf(list) switch
            {
                RowKind.Handover => known with { Handovers = [.. known.Handovers, Handover(reader)] },
                RowKind.Step => known with { Steps = [.. known.Steps, Step(reader)] },
                _ => known with { Endings = [.. known.Endings, Ending(reader)] },
            };
        }
    }

    private static HandoverTask Handover(NpgsqlDataReader row) => new(
        row.GetGuid(2), row.GetGuid(3), Text(row, 4), Text(row, 5), Enum.Parse<HandoverKind>(row.GetString(6)),
        Enum.Parse<HandoverState>(row.GetString(7)), row.GetGuid(8), row.GetGuid(9), row.GetString(10), row.GetString(11),
        new Bilingual(Text(row, 12) ?? "", Text(row, 13) ?? ""), Text(row, 14), row.GetFieldValue<DateTimeOffset>(15),
        row.GetFieldValue<DateTimeOffset>(16), row.GetFieldValue<DateOnly>(17), row.GetFieldValue<DateOnly>(18), Day(row, 19),
        Word<DeclineReason>(row, 20), row.IsDBNull(21) ? null : row.GetFieldValue<DateTimeOffset>(21));

    private static StepTask Step(NpgsqlDataReader row) => new(
        row.GetGuid(2), row.GetGuid(3), Text(row, 4), Text(row, 5), new Bilingual(row.GetString(6), Text(row, 7) ?? row.GetString(6)),
        Enum.Parse<StepState>(row.GetString(8)), Day(row, 9), Day(row, 10), Enum.Parse<DeadlineKind>(row.GetString(11)), Text(row, 12),
        Word<BlockReason>(row, 13), Text(row, 14), row.GetBoolean(15));

    private static EndingTask Ending(NpgsqlDataReader row) => new(
        row.GetGuid(2), row.GetString(3), Text(row, 4), row.GetFieldValue<DateOnly>(5),
        row.IsDBNull(6) ? [] : [.. row.GetFieldValue<string[]>(6).Select(Enum.Parse<FactKind>).Zip(row.GetFieldValue<string?[]>(7))]);

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateOnly? Day(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);

    private static TEnum? Word<TEnum>(NpgsqlDataReader row, int column)
        where TEnum : struct, Enum => row.IsDBNull(column) ? null : Enum.Parse<TEnum>(row.GetString(column));
}
