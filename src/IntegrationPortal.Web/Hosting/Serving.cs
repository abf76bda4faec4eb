using Microsoft.AspNetCore.Connections;

namespace IntegrationPortal.Web.Hosting;

internal static class Serving
{
    /// <summary>Answers requests until Ctrl-C, SIGTERM or the platform says stop.</summary>
    public static async Task ServeAsync(this WebApplication app)
    {
        // Read before: a start that failed has taken the configuration down with it.
        var address = ListeningAddress.InWords(app.Configuration);
        try
        {
            await app.RunAsync();
        }
        catch (IOException failure) when (failure.InnerException is AddressInUseException)
        {
            throw ListeningAddress.Busy(address, failure);
        }
    }
}
