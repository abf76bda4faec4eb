namespace IntegrationPortal.Web.Hosting;

internal static class Serving
{
    /// <summary>Answers requests until Ctrl-C, SIGTERM or the platform says stop.</summary>
    public static async Task ServeAsync(this WebApplication app)
    {
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
