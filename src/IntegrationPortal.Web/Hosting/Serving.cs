namespace IntegrationPortal.Web.Hosting;

internal static class Serving
{
    /// <summary>Answers requests until Ctrl-C, SIGTERM or the platform says stop.</summary>
    public static async Task ServeAsync(this WebApplication app)
    {
        app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine($"The portal answers at {string.Join(" and ", app.Urls)} (Ctrl-C stops it)."));
        try
        {
            await app.RunAsync();
        }
        catch (IOException failure) when (ListeningAddress.WhenBusy(failure, app.Configuration) is { } busy)
        {
            throw busy;
        }
    }
}
