using System.Diagnostics;
using IntegrationPortal.Web.Tests.Testing;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Forms.AtOnce;

/// <summary>
/// Lets several sendings begin before the first of them is saved, every time and on any machine: nothing can be written until all of them
/// have come as far as that, or have answered.
/// </summary>
internal static class Gate
{
    // Below the ten seconds after which the portal gives up waiting for a lock.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    public static async Task<IReadOnlyList<Page>> SendAsync(NpgsqlDataSource database, int times, Func<Task<Page>> send)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var shut = await connection.BeginTransactionAsync();
        // What was read is written down before anything is decided.
        var tables = (string[])(await AskAsync(connection, Tables))!;
        await AskAsync(connection, $"lock table {string.Join(", ", tables)} in exclusive mode");
        var sent = Enumerable.Range(0, times).Select(_ => send()).ToList();
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < Longest && sent.Count(s => s.IsCompleted) + await WaitingAsync(connection) < times)
            await Task.Delay(10);
        await shut.RollbackAsync();
        return await Task.WhenAll(sent);
    }

    private const string Tables = $"""
        select array_agg(format('%I.%I', n.nspname, c.relname)) from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where {Rows.OfThePortal} and c.relname <> 'access_entry'
        """;

    private static async Task<long> WaitingAsync(NpgsqlConnection connection) =>
        (long)(await AskAsync(connection, "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"))!;

    private static async Task<object?> AskAsync(NpgsqlConnection connection, string question)
    {
        await using var command = new NpgsqlCommand(question, connection);
        return await command.ExecuteScalarAsync();
    }
}
