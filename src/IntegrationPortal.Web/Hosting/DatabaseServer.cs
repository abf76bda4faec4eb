using System.Net.Sockets;
using Npgsql;

namespace IntegrationPortal.Web.Hosting;

/// <summary>What must be true of the server and the role before the portal starts on it; each "no" is one sentence.</summary>
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

    /// <summary>Refuses a role that row-level security would not bind.</summary>
    public static async Task MustBeBoundByPoliciesAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("""
            select case
                when rolsuper then 'is a superuser'
                when rolbypassrls then 'has BYPASSRLS'
                when exists (
                    select from pg_class join pg_namespace on pg_namespace.oid = relnamespace
                    where relkind in ('r', 'p') and nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
                      and pg_has_role(current_user, relowner, 'member')) then 'owns tables'
                end
            from pg_roles where rolname = current_user
            """, connection);
        if (await command.ExecuteScalarAsync(cancellation) is string why)
        {
            var role = new NpgsqlConnectionStringBuilder(connection.ConnectionString).Username;
            throw new CannotStartException(
                $"The database role '{role}' {why}, so row-level security would not bind it: let ConnectionStrings__Portal use portal_app, which roles.sql creates.");
        }
    }
}
