using IntegrationPortal.Web.Hosting;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace IntegrationPortal.Web.Operations;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: and its database does too, with the tables of this program.</summary>
internal static class PortalHealth
{
    private const string Ready = "ready";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static void AddPortalHealth(this WebApplicationBuilder builder) =>
        builder.Services.AddSingleton<Database>().AddHealthChecks().AddCheck<Database>("database", tags: [Ready]);

    public static void MapPortalHealth(this WebApplication app)
    {
        // Asked by machines, often with nothing else working: before sign-in, which needs the database.
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous().ShortCircuit();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) }).AllowAnonymous().ShortCircuit();
    }

    /// <summary>Anybody may ask, as often as they like: whoever asks while the database is being asked gets the same answer.</summary>
    private sealed class Database(IConfiguration configuration) : IHealthCheck
    {
        private readonly string _connectionString =
            new NpgsqlConnectionStringBuilder(configuration.GetConnectionString("Portal")) { MaxPoolSize = 1 }.ConnectionString;

        private readonly Lock _turn = new();

        private Task<HealthCheckResult> _asked = Task.FromResult(HealthCheckResult.Healthy());

        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            lock (_turn)
            {
                if (_asked.IsCompleted)
                    _asked = AskAsync();
                return _asked.WaitAsync(cancellationToken);
            }
        }

        private async Task<HealthCheckResult> AskAsync()
        {
            using var limit = new CancellationTokenSource(Patience);
            try
            {
                await using var connection = new NpgsqlConnection(_connectionString);
                await connection.OpenAsync(limit.Token);
                return await DatabaseFitness.IsMigratedAsync(connection, limit.Token)
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
