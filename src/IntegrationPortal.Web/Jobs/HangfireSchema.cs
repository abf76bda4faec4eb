using Hangfire.PostgreSql;
using Npgsql;

namespace IntegrationPortal.Web.Jobs;

/// <summary>Hangfire's tables, created by the role that migrates; the serving role may only use them.</summary>
public static class HangfireSchema
{
    public const string Name = "hangfire";

    /// <summary>Idempotent. Part of <c>migrate</c>.</summary>
    public static async Task InstallAsync(string ownerConnectionString, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(ownerConnectionString);
        await connection.OpenAsync(cancellation);
        PostgreSqlObjectsInstaller.Install(connection, Name);

        await using var grants = connection.CreateCommand();
        grants.CommandText = """
            grant usage on schema hangfire to portal_app;
            grant select, insert, update, delete on all tables in schema hangfire to portal_app;
            grant usage, select, update on all sequences in schema hangfire to portal_app;
            """;
        await grants.ExecuteNonQueryAsync(cancellation);
    }
}
