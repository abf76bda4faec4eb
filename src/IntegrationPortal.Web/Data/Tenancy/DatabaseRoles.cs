using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace IntegrationPortal.Web.Data.Tenancy;

/// <summary>The connection strings of a portal database: of the role that migrates it, of the one that serves it, and of the one that reads published numbers.</summary>
public sealed record PortalDatabase(string Owner, string Application, string Aggregate);

/// <summary>Creates the roles and the database on a server the portal administers itself (embedded, tests). Elsewhere an administrator runs roles.sql.</summary>
public static class DatabaseRoles
{
    /// <summary>The text of <c>Sql/roles.sql</c>.</summary>
    public static string Script()
    {
        using var sql = new StreamReader(typeof(DatabaseRoles).Assembly.GetManifestResourceStream("roles.sql")!);
        return sql.ReadToEnd();
    }

    /// <summary>Idempotent. The passwords follow from the superuser's, so that every start of the same server gives the same ones.</summary>
    public static async Task<PortalDatabase> CreateAsync(string superuser, string database, CancellationToken cancellation = default)
    {
        var settings = new NpgsqlConnectionStringBuilder(superuser);
        string As(string role) => new NpgsqlConnectionStringBuilder(superuser)
        {
            Database = database,
            Username = role,
            Password = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(settings.Password!), Encoding.UTF8.GetBytes(role))),
        }.ConnectionString;
        var created = new PortalDatabase(As("portal_owner"), As("portal_app"), As("portal_aggregate"));

        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(superuser) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellation);
        // Roles belong to the whole server: of two who change them at once PostgreSQL would refuse one. Held until the connection closes.
        await RunAsync(connection, "select pg_advisory_lock(hashtext('portal roles'))", cancellation);
        var exists = await AskAsync(connection, "select exists (select from pg_database where datname = $1)", database, cancellation);
        var complete = exists && await AskAsync(connection, "select exists (select from pg_roles where rolname = $1)", "portal_aggregate", cancellation);
        // Each time: a later version may ask more of the roles of a server that is there already.
        await RunAsync(connection, Script(), cancellation);
        if (complete)
            return created;

        foreach (var login in new[] { created.Owner, created.Application, created.Aggregate })
        {
            var role = new NpgsqlConnectionStringBuilder(login);
            await RunAsync(connection, $"alter role {role.Username} password '{role.Password}'", cancellation);
        }

        if (exists)
            return created;
        var name = new NpgsqlCommandBuilder().QuoteIdentifier(database);
        await RunAsync(connection, $"create database {name} owner portal_owner", cancellation);
        return created;
    }

    private static async Task<bool> AskAsync(NpgsqlConnection connection, string question, string name, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(question, connection);
        command.Parameters.Add(new NpgsqlParameter { Value = name });
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
