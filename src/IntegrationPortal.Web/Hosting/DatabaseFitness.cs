using System.Reflection;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Tenancy;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace IntegrationPortal.Web.Hosting;

/// <summary>What must be true of the database before the portal serves it; each "no" is one sentence.</summary>
internal static class DatabaseFitness
{
    /// <summary>The newest migration of this program. Asked of the assembly and not of EF, which would build its whole model for the answer.</summary>
    private static readonly string LastMigration = typeof(PortalDbContext).Assembly.GetTypes()
        .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id).Max(StringComparer.Ordinal)!;

    public static async Task CheckAsync(IConfiguration configuration, CancellationToken cancellation)
    {
        if (configuration.GetConnectionString("Portal") is not { Length: > 0 } text)
        {
            throw new CannotStartException(
                "ConnectionStrings__Owner is set but ConnectionStrings__Portal is not: set it to the same database with the role portal_app.");
        }

        await DatabaseServer.InspectAsync("Portal", text, async connection =>
        {
            await MustBeBoundByPoliciesAsync(connection, cancellation);
            await MustBeMigratedAsync(connection, cancellation);
            if (!configuration.Flag("Portal:Demo"))
                await MustHoldNoDemoAsync(connection, cancellation);
        }, cancellation);

        if (configuration.GetConnectionString("Aggregate") is not { Length: > 0 } aggregate)
        {
            throw new CannotStartException(
                "ConnectionStrings__Aggregate is missing: set it to the same database with the role portal_aggregate, which reads published numbers and nothing else.");
        }

        await DatabaseServer.InspectAsync("Aggregate", aggregate, connection => MustReadNothingElseAsync(connection, cancellation), cancellation);
    }

    /// <summary>
    /// Whether the last migration this program knows has been applied. A portal that serves goes on asking only this: it stays ready while a newer
    /// program has migrated and not replaced it yet.
    /// </summary>
    public static async Task<bool> IsMigratedAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var exists = new NpgsqlCommand("""select to_regclass('public."__EFMigrationsHistory"') is not null""", connection);
        if (!(bool)(await exists.ExecuteScalarAsync(cancellation))!)
            return false;
        await using var command = new NpgsqlCommand("""select exists (select from public."__EFMigrationsHistory" where migration_id = $1)""", connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = LastMigration });
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    public static async Task MustBeMigratedAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        if (!await IsMigratedAsync(connection, cancellation))
        {
            throw new CannotStartException(
                "The database is not at the version of this portal: run it once with the verb 'migrate' and ConnectionStrings__Owner.");
        }

        if (!await Walls.StandAsync(connection, cancellation))
        {
            throw new CannotStartException(
                "The database holds the policies and functions of another version of this portal: run this one once with the verb 'migrate' and ConnectionStrings__Owner.");
        }
    }

    // Their password stands in the documentation.
    private static async Task MustHoldNoDemoAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select exists (select from portal_user where is_demo)", connection);
        if ((bool)(await command.ExecuteScalarAsync(cancellation))!)
        {
            throw new CannotStartException(
                "The database holds demo accounts, whose password everybody knows: use another database, or serve it as a demo with Portal__Demo=true.");
        }
    }

    // Pages of the foundation ask this role and no other, so that no mistake of a page can show a person (R-DP 24).
    private static async Task MustReadNothingElseAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("""
            select case
                when rolsuper then 'is a superuser'
                when rolbypassrls then 'has BYPASSRLS'
                when exists (select from pg_auth_members where member = pg_roles.oid) then 'is a member of another role'
                else (
                    select format('may use %s.%s', nspname, relname) from pg_class join pg_namespace on pg_namespace.oid = relnamespace
                    where relkind in ('r', 'p', 'v', 'm', 'f') and nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and has_schema_privilege(nspname, 'usage')
                      and (has_table_privilege(pg_class.oid, 'insert, update, delete, truncate') or has_any_column_privilege(pg_class.oid, 'insert, update')
                        or (nspname <> 'indicator' and relname not in ('municipality', 'municipal_association', 'district', 'federal_state')
                            and has_any_column_privilege(pg_class.oid, 'select')))
                      -- What belongs to an extension holds nothing of the portal, and whoever watches a database wants pg_stat_statements.
                      and not exists (select from pg_depend where classid = 'pg_class'::regclass and objid = pg_class.oid and deptype = 'e')
                    limit 1)
                end
            from pg_roles where rolname = current_user
            """, connection);
        if (await command.ExecuteScalarAsync(cancellation) is string why)
        {
            var role = new NpgsqlConnectionStringBuilder(connection.ConnectionString).Username;
            throw new CannotStartException(
                $"The database role '{role}' {why}, so it could read more than published numbers: let ConnectionStrings__Aggregate use portal_aggregate, which roles.sql creates.");
        }
    }

    // Row-level security does not bind these roles, so the portal would show everything to everybody.
    private static async Task MustBeBoundByPoliciesAsync(NpgsqlConnection connection, CancellationToken cancellation)
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
