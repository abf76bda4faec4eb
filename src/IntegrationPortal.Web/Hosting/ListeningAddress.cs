using System.Net;
using System.Net.NetworkInformation;

namespace IntegrationPortal.Web.Hosting;

/// <summary>Where the portal listens, and the sentence for when somebody else already does.</summary>
internal static class ListeningAddress
{
    private const string Default = "http://localhost:5080";

    /// <summary>Only when nothing else says where: neither --urls, nor a port (as in containers), nor Kestrel's own section.</summary>
    public static void ListenOnDefaultAddress(this WebApplicationBuilder builder)
    {
        if (Said(builder.Configuration).Length == 0)
            builder.WebHost.UseUrls(Default);
    }

    /// <summary>Asked before the slow parts of a start, so that the answer comes at once.</summary>
    public static void MustBeFree(IConfiguration configuration)
    {
        var taken = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners();
        foreach (var url in Said(configuration))
        {
            var address = BindingAddress.Parse(url);
            if (address.Port != 0 && taken.Any(other => other.Port == address.Port && Overlap(other.Address, address.Host)))
                throw Busy(url, null);
        }
    }

    /// <summary>Every address the portal was told to listen on, in words.</summary>
    public static string InWords(IConfiguration configuration) => string.Join(" or ", Said(configuration));

    public static CannotStartException Busy(string url, Exception? cause) =>
        new($"The address {url} is in use by another program: stop that one, or choose another port, for example with --urls http://localhost:5081.", cause);

    /// <summary>As ASP.NET Core reads it: Kestrel's section before addresses, and these before mere ports.</summary>
    private static string[] Said(IConfiguration configuration)
    {
        string[] endpoints = [.. configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(e => e["Url"]).OfType<string>()];
        if (endpoints.Length > 0)
            return endpoints;
        var urls = Parts(configuration["urls"]);
        return urls.Length > 0
            ? urls
            : [.. Parts(configuration["http_ports"]).Select(port => $"http://*:{port}"), .. Parts(configuration["https_ports"]).Select(port => $"https://*:{port}")];
    }

    private static string[] Parts(string? list) =>
        list?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

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
