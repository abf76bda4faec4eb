using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace IntegrationPortal.Web.Data.Tenancy;

/// <summary>Tells PostgreSQL who is asking, on every logical connection open, always, with empty values for nobody.</summary>
public sealed class SessionSettings : DbConnectionInterceptor
{
    private const string Sql =
        "select set_config('app.tenant', $1, false), set_config('app.actor', $2, false), set_config('app.user', $3, false), "
        + "set_config('app.role', $4, false), set_config('app.now', $5, false)";

    private const string PlanCache = "set_config('plan_cache_mode', 'force_generic_plan', true)";

    /// <summary>
    /// Until the end of this roundtrip: one plan for all values, made once per physical connection. By itself PostgreSQL holds a plan
    /// for the values at hand for cheaper and makes it anew at every request, which behind the walls takes longer than the query.
    /// </summary>
    internal const string PlanOnce = "select " + PlanCache;

    /// <summary>Both, for the beginning of a roundtrip over a connection that was just opened.</summary>
    internal static NpgsqlBatchCommand WithPlanOnce(PortalDbContext db)
    {
        var command = new NpgsqlBatchCommand(Sql + ", " + PlanCache);
        Fill(command.Parameters, db.Session);
        return command;
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = Command(connection, eventData);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = Command(connection, eventData);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static NpgsqlCommand Command(DbConnection connection, ConnectionEndEventData eventData)
    {
        var command = new NpgsqlCommand(Sql, (NpgsqlConnection)connection);
        Fill(command.Parameters, (eventData.Context as PortalDbContext)?.Session);
        return command;
    }

    private static void Fill(NpgsqlParameterCollection parameters, Session? session)
    {
        foreach (var value in new[] { Text(session?.TenantId), Text(session?.ActorId), Text(session?.UserId), session?.RoleName ?? "", session?.Now.ToString("O", CultureInfo.InvariantCulture) ?? "" })
            parameters.Add(new NpgsqlParameter<string> { TypedValue = value });
    }

    private static string Text(Guid? id) => id?.ToString() ?? "";
}
