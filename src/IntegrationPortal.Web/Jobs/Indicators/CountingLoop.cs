namespace IntegrationPortal.Web.Jobs.Indicators;

/// <summary>
/// Every two seconds, in every portal that works on jobs: Hangfire's clock is too slow for figures that are at most five seconds behind.
/// Of several portals one counts a municipality and the others find nothing to do.
/// </summary>
public sealed class CountingLoop(IServiceScopeFactory scopes, ILogger<CountingLoop> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<CountIndicators>().RunAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The database may be gone for a while; what was written stays marked, and the next turn finds it.
                log.LogError(failure, "Indicators were not counted");
            }
        }
    }
}
