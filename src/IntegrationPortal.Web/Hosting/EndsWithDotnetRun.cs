namespace IntegrationPortal.Web.Hosting;

/// <summary>
/// Stops the portal when the <c>dotnet run</c> that started it was killed: that cannot pass its own end on, and a portal left
/// behind would keep the port and the database from the next start.
/// </summary>
internal sealed class EndsWithDotnetRun(IHostApplicationLifetime lifetime) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(250);

    /// <summary>Only dotnet run sets the variable; a portal started by hand may well outlive its shell.</summary>
    public static bool IsNeeded => OperatingSystem.IsLinux() && Environment.GetEnvironmentVariable("DOTNET_LAUNCH_PROFILE") is not null;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var parent = Parent();
        using var timer = new PeriodicTimer(Beat);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (Parent() == parent)
                continue;
            lifetime.StopApplication();
            return;
        }
    }

    // The name of the program stands in brackets before and may hold spaces; behind it come the state and the parent's id.
    private static string Parent()
    {
        var text = File.ReadAllText("/proc/self/stat");
        return text[(text.LastIndexOf(')') + 2)..].Split(' ')[1];
    }
}
