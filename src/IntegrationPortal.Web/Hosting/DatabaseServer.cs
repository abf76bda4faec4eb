using System.Net.Sockets;
using Npgsql;

namespace IntegrationPortal.Web.Hosting;

/// <summary>The first connection to a server; each reason why it fails is one sentence.</summary>
internal static class DatabaseServer
{
    private static readonly Version Oldest = new(18, 0);

    /// <summary>
    /// Runs the inspection on a connection of its own. Refuses a server that cannot be reached, does not let the role in, or is
    /// older than PostgreSQL 18.
    /// </summary>
    public static async Task InspectAsync(
        string name, string connectionString, Func<NpgsqlConnection, Task> inspection, CancellationToken cancellation)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, Timeout = 10 };
        // Without type loading, since a server that is too old may not answer its queries either.
        await using var source = new NpgsqlDataSourceBuilder(settings.ConnectionString)
            .ConfigureTypeLoading(types => types.EnableTypeLoading(false))
            .Build();
        await using var connection = await OpenAsync(name, source, settings, cancellation);
        await inspection(connection);
    }

    private static async Task<NpgsqlConnection> OpenAsync(
        string name, NpgsqlDataSource source, NpgsqlConnectionStringBuilder settings, CancellationToken cancellation)
    {
        var where = $"{settings.Host}:{settings.Port}";
        var connection = source.CreateConnection();
        try
        {
            await connection.OpenAsync(cancellation);
        }
        catch (PostgresException refused)
        {
            throw new CannotStartException(
                $"The PostgreSQL server {where} does not let '{settings.Username}' into the database '{settings.Database}' ({refused.MessageText}): correct ConnectionStrings__{name}, or create role and database as docs/operations.md says.", refused);
        }
        catch (Exception unreachable) when (unreachable is NpgsqlException or SocketException or TimeoutException)
        {
            throw new CannotStartException(
                $"The PostgreSQL server {where} cannot be reached ({unreachable.GetBaseException().Message}): start it, or correct ConnectionStrings__{name}.", unreachable);
        }

        if (connection.PostgreSqlVersion >= Oldest)
            return connection;
        var found = connection.PostgreSqlVersion;
        await connection.DisposeAsync();
        throw new CannotStartException(
            $"The PostgreSQL server {where} is version {found}, but the portal needs 18 or newer: upgrade it, or set ConnectionStrings__{name} to another server.");
    }
}
