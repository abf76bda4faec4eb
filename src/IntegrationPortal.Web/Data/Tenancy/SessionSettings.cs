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
        + "set_config('app.role', $4, false), set_config('app.now', $5, false), set_config('app.sheet', $6, false), set_config('app.person_case', $7, false)";

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
        var session = (eventData.Context as PortalDbContext)?.Session;
        var command = new NpgsqlCommand(Sql, (NpgsqlConnection)connection);
        foreach (var value in new[] { Text(session?.TenantId), Text(session?.ActorId), Text(session?.UserId), session?.RoleName ?? "", session?.Now.ToString("O", CultureInfo.InvariantCulture) ?? "", Text(session?.SheetOf), Text(session?.PersonOf) })
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = value });
        return command;
    }

    private static string Text(Guid? id) => id?.ToString() ?? "";
}
