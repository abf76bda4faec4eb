using IntegrationPortal.Web.Hosting;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace IntegrationPortal.Web.Operations;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: and its database does too, with the tables of this program.</summary>
internal static class PortalHealth
{
    private const string Ready = "ready";

    public static void AddPortalHealth(this WebApplicationBuilder builder) =>
        builder.Services.AddSingleton<Database>().AddHealthChecks().AddCheck<Database>("database", tags: [Ready], timeout: TimeSpan.FromSeconds(3));

    public static void MapPortalHealth(this WebApplication app)
    {
        // Asked by machines, often with nothing else working: before sign-in, which needs the database.
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous().ShortCircuit();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) }).AllowAnonymous().ShortCircuit();
    }

    private sealed class Database(IConfiguration configuration) : IHealthCheck
    {
        private readonly string _connectionString = configuration.GetConnectionString("Portal")!;

        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                await using var connection = new NpgsqlConnection(_connectionString);
                await connection.OpenAsync(cancellationToken);
                return await DatabaseFitness.IsMigratedAsync(connection, cancellationToken)
                    ? HealthCheckResult.Healthy()
                    : HealthCheckResult.Unhealthy("The database is not at the version of this portal.");
            }
            catch (Exception away) when (away is NpgsqlException or TimeoutException or OperationCanceledException)
            {
                return HealthCheckResult.Unhealthy("The database does not answer.", away);
            }
        }
    }
}
