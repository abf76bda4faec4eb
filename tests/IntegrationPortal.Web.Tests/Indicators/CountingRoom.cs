using System.Globalization;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Tests.Testing;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Indicators;

/// <summary>A database of its own in which tests count as the role that counts, and read as the role that reads what is published.</summary>
public sealed class CountingRoom : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;

    private CountingRoom(PortalDatabase database, NpgsqlConnection connection) => (Database, this.connection) = (database, connection);

    public PortalDatabase Database { get; }

    public IReadOnlyList<(Guid Id, string Key)> Towns { get; private set; } = [];

    public static async Task<CountingRoom> OpenAsync(PortalHost host, string name)
    {
        var database = await host.NewDatabaseAsync(name);
        var superuser = new NpgsqlConnectionStringBuilder(host.Superuser) { Database = name };
        var connection = new NpgsqlConnection(superuser.ConnectionString);
        await connection.OpenAsync();
        var room = new CountingRoom(database, connection);
        room.Towns = await room.ListAsync("select id, key from tenant order by key", row => (row.GetGuid(0), row.GetString(1)));
        return room;
    }

    /// <summary>Counts the touched tables of a town and publishes them, as counting.refresh does after reading the facts.</summary>
    public async Task PublishAsync((Guid Id, string Key) town, DateOnly first, DateOnly today, DateTimeOffset at)
    {
        await RunAsync("set role portal_counter");
        await RunAsync("select set_config('app.tenant', $1, false)", town.Id.ToString());
        await RunAsync("call counting.recount($1, $2)", town.Id, today);
        await RunAsync("select counting.fill($1, $2, $3, $4, $5)", town.Id, town.Key, first, today, at);
        await RunAsync("call counting.publish($1, $2, $3, $4)", town.Id, town.Key, today, at);
        await RunAsync("reset role");
    }

    /// <summary>Has the database count what was written, as the job does at that moment.</summary>
    public async Task<int> RefreshAsync(Guid town, DateTimeOffset now)
    {
        await RunAsync("select set_config('app.now', $1, false)", now.ToString("O", CultureInfo.InvariantCulture));
        return (await ListAsync("select counting.refresh($1)", row => row.GetInt32(0), town))[0];
    }

    public async Task<int> RunAsync(string sql, params object[] values)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteNonQueryAsync();
    }

    public async Task<List<T>> ListAsync<T>(string sql, Func<NpgsqlDataReader, T> read, params object[] values)
    {
        await using var command = Command(sql, values);
        await using var rows = await command.ExecuteReaderAsync();
        var found = new List<T>();
        while (await rows.ReadAsync())
            found.Add(read(rows));
        return found;
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private NpgsqlCommand Command(string sql, object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
