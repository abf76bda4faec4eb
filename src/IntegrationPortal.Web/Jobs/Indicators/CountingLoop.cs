using System.Diagnostics;

namespace IntegrationPortal.Web.Jobs.Indicators;

/// <summary>
/// In every portal that works on jobs: Hangfire's clock is too slow for figures that are at most five seconds behind. Every two seconds,
/// and while much is written less often, so that counting takes about a tenth of a processor and leaves the rest to those who write.
/// Of several portals one counts a municipality and the others find nothing to do.
/// </summary>
public sealed class CountingLoop(IServiceScopeFactory scopes, ILogger<CountingLoop> log) : BackgroundService
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(4);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Shortest);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var watch = Stopwatch.StartNew();
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

            timer.Period = TimeSpan.FromSeconds(Math.Clamp(10 * watch.Elapsed.TotalSeconds, Shortest.TotalSeconds, Longest.TotalSeconds));
        }
    }
}
