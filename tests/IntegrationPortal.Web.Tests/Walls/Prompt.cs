using IntegrationPortal.Domain.Tenancy;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Walls;

/// <summary>The application role at an SQL prompt: all that a hole in the portal could ever do. Everything is undone at the end.</summary>
public sealed class Prompt : IAsyncDisposable
{
    private const string Settings =
        "select set_config('app.tenant', $1, false), set_config('app.actor', $2, false), set_config('app.user', $3, false), set_config('app.role', $4, false), set_config('app.now', $5, false), set_config('app.sheet', $6, false), set_config('app.person_case', $7, false)";

    private readonly NpgsqlConnection connection;
    private readonly NpgsqlTransaction transaction;

    private Prompt(NpgsqlConnection connection, NpgsqlTransaction transaction) => (this.connection, this.transaction) = (connection, transaction);

    /// <summary>As somebody, with the settings the portal would send for them; as nobody when no officer is given.</summary>
    public static async Task<Prompt> OpenAsync(string application, Officer? officer = null, DateTimeOffset? now = null)
    {
        var holds = officer?.Role.HoldsCases() ?? false;
        return await OpenAsync(application, officer?.TenantId, holds ? officer?.ActorId : null, officer?.UserId, officer?.Role.ToString() ?? "", now);
    }

    /// <summary>As whoever answers a handover from its printed sheet.</summary>
    public static Task<Prompt> OpenSheetAsync(string application, Guid tenant, Guid handover) => OpenAsync(application, tenant, null, null, "", sheet: handover);

    /// <summary>As the person of a case, on their own page.</summary>
    public static Task<Prompt> OpenPersonAsync(string application, Guid tenant, Guid of) => OpenAsync(application, tenant, null, null, "", person: of);

    public static async Task<Prompt> OpenAsync(
        string application, Guid? tenant, Guid? actor, Guid? user, string role, DateTimeOffset? now = null, Guid? sheet = null, Guid? person = null)
    {
        var connection = new NpgsqlConnection(application);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(Settings, connection);
        foreach (var value in new[] { tenant?.ToString(), actor?.ToString(), user?.ToString(), role, now?.ToString("O"), sheet?.ToString(), person?.ToString() })
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = value ?? "" });
        await command.ExecuteNonQueryAsync();
        return new Prompt(connection, await connection.BeginTransactionAsync());
    }

    public async Task<T> AskAsync<T>(string sql, params object[] values)
    {
        await using var command = Command(sql, values);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task<List<T>> ListAsync<T>(string sql, params object[] values)
    {
        await using var command = Command(sql, values);
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<T>();
        while (await reader.ReadAsync())
            found.Add(reader.GetFieldValue<T>(0));
        return found;
    }

    /// <summary>The number of rows changed; a refusal of the database is thrown and undone.</summary>
    public async Task<int> RunAsync(string sql, params object[] values)
    {
        await transaction.SaveAsync("before");
        try
        {
            await using var command = Command(sql, values);
            var changed = await command.ExecuteNonQueryAsync();
            // What is only checked at the commit is checked now.
            await using var check = Command("set constraints all immediate", []);
            await check.ExecuteNonQueryAsync();
            return changed;
        }
        catch (PostgresException)
        {
            await transaction.RollbackAsync("before");
            throw;
        }
    }

    /// <summary>The database says no: by a policy, a grant, a guard (42501) or a key (23503).</summary>
    public async Task RefusedAsync(string sql, params object[] values)
    {
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => RunAsync(sql, values));
        Assert.True(refusal.SqlState is "42501" or "23503", $"{refusal.SqlState} {refusal.MessageText} for {sql}");
    }

    /// <summary>Refused, or nothing there to be changed.</summary>
    public async Task InVainAsync(string sql, params object[] values)
    {
        try
        {
            Assert.Equal(0, await RunAsync(sql, values));
        }
        catch (PostgresException refusal) when (refusal.SqlState is "42501" or "23503")
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    private NpgsqlCommand Command(string sql, object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
