using System.Net;
using System.Net.NetworkInformation;
using Microsoft.AspNetCore.Connections;

namespace IntegrationPortal.Web.Hosting;

/// <summary>Where the portal listens, and the sentence for when somebody else already does.</summary>
internal static class ListeningAddress
{
    private const string Default = "http://localhost:5080";
    private static readonly string[] Settings = ["urls", "http_ports", "https_ports"];

    /// <summary>Only when nothing else says where: neither --urls, nor a port (as in containers), nor Kestrel's own section.</summary>
    public static void ListenOnDefaultAddress(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        var isSaid = Settings.Any(key => !string.IsNullOrEmpty(configuration[key]))
            || configuration.GetSection("Kestrel:Endpoints").GetChildren().Any();
        if (!isSaid)
            builder.WebHost.UseUrls(Default);
    }

    /// <summary>Asked before the slow parts of a start, so that the answer comes at once.</summary>
    public static void MustBeFree(IConfiguration configuration)
    {
        var taken = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners();
        var urls = (configuration["urls"] ?? Default).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var url in urls)
        {
            var address = BindingAddress.Parse(url);
            if (address.Port != 0 && taken.Any(other => other.Port == address.Port && Overlap(other.Address, address.Host)))
                throw Busy(url, null);
        }
    }

    /// <summary>The same answer when the port was taken in between.</summary>
    public static CannotStartException? WhenBusy(Exception failure, IConfiguration configuration) =>
        failure is IOException { InnerException: AddressInUseException } ? Busy(configuration["urls"] ?? Default, failure) : null;

    private static CannotStartException Busy(string url, Exception? cause) =>
        new($"The address {url} is in use by another program: stop that one, or choose another port, for example with --urls http://localhost:5081.", cause);

    private static bool Overlap(IPAddress other, string host)
    {
        if (IsAny(other))
            return true;
        if (host == "localhost")
            return IPAddress.IsLoopback(other);
        return !IPAddress.TryParse(host, out var own) || IsAny(own) || own.Equals(other);
    }

    private static bool IsAny(IPAddress address) => address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any);
}
