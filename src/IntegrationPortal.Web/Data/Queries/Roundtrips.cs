using System.Data;
using IntegrationPortal.Web.Data.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>Several questions to PostgreSQL at once: on a small machine most of what a question costs is going there and back.</summary>
internal static class Roundtrips
{
    /// <summary>
    /// All questions in one roundtrip, prepared by name. Where no connection is open yet, who asks is told in the same roundtrip.
    /// </summary>
    public static async Task<T> TogetherAsync<T>(
        this PortalDbContext db, IEnumerable<NpgsqlBatchCommand> commands, Func<NpgsqlDataReader, Task<T>> read, CancellationToken cancellation)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var isMine = connection.State == ConnectionState.Closed;
        // Not through EF, which would send the settings before and alone.
        if (isMine)
            await connection.OpenAsync(cancellation);
        try
        {
            await using var batch = new NpgsqlBatch(connection);
            batch.BatchCommands.Add(isMine ? SessionSettings.WithPlanOnce(db) : new NpgsqlBatchCommand(SessionSettings.PlanOnce));
            foreach (var command in commands)
                batch.BatchCommands.Add(command);
            await batch.PrepareAsync(cancellation);
            await using var reader = await batch.ExecuteReaderAsync(cancellation);
            await reader.NextResultAsync(cancellation);
            return await read(reader);
        }
        finally
        {
            if (isMine)
                await connection.CloseAsync();
        }
    }

    /// <summary>One question that comes in many shapes: what is prepared stays with the connection, so this is not.</summary>
    public static async Task<T> OnceAsync<T>(this PortalDbContext db, NpgsqlBatchCommand command, Func<NpgsqlDataReader, Task<T>> read, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            await using var batch = new NpgsqlBatch((NpgsqlConnection)db.Database.GetDbConnection()) { BatchCommands = { command } };
            await using var reader = await batch.ExecuteReaderAsync(cancellation);
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
