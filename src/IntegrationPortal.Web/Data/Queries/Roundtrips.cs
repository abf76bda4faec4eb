using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>Several questions to PostgreSQL at once: on a small machine most of what a question costs is going there and back.</summary>
internal static class Roundtrips
{
    /// <summary>
    /// Until the end of this roundtrip: one plan for all values, made once per physical connection. By itself PostgreSQL holds a plan
    /// for the values at hand for cheaper and makes it anew at every request, which behind the walls takes longer than the query.
    /// </summary>
    private const string PlanOnce = "select set_config('plan_cache_mode', 'force_generic_plan', true)";

    /// <summary>Opened and closed through EF, so that the session settings are sent and nothing stays open behind its back.</summary>
    /// <param name="prepare">False for a statement that comes in many shapes: what is prepared stays with the connection.</param>
    public static async Task<T> TogetherAsync<T>(
        this PortalDbContext db, IEnumerable<NpgsqlBatchCommand> commands, Func<NpgsqlDataReader, Task<T>> read, CancellationToken cancellation, bool prepare = true)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            await using var batch = new NpgsqlBatch((NpgsqlConnection)db.Database.GetDbConnection());
            if (prepare)
                batch.BatchCommands.Add(new NpgsqlBatchCommand(PlanOnce));
            foreach (var command in commands)
                batch.BatchCommands.Add(command);
            if (prepare)
                await batch.PrepareAsync(cancellation);
            await using var reader = await batch.ExecuteReaderAsync(cancellation);
            if (prepare)
                await reader.NextResultAsync(cancellation);
            return await read(reader);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>All rows of one answer; the reader stands at the next one then.</summary>
    public static async Task<List<T>> RowsAsync<T>(this NpgsqlDataReader reader, Func<NpgsqlDataReader, T> row, CancellationToken cancellation)
    {
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation))
            rows.Add(row(reader));
        await reader.NextResultAsync(cancellation);
        return rows;
    }

    /// <summary>The one number of one answer.</summary>
    public static async Task<int> NumberAsync(this NpgsqlDataReader reader, CancellationToken cancellation) =>
        (await reader.RowsAsync(row => row.GetInt32(0), cancellation))[0];

    public static string? TextAt(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static Guid? IdAt(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetGuid(column);

    public static DateOnly? DayAt(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);
}
