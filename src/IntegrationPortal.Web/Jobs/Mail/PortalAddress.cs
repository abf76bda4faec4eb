using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace IntegrationPortal.Web.Jobs.Mail;

/// <summary>
/// Where people reach the portal, for links in mails: the setting <c>Portal:PublicUrl</c>, else the address it listens on. Never
/// taken from a request, whose host name anybody may forge.
/// </summary>
public sealed class PortalAddress(IConfiguration configuration, IServer server)
{
    public Uri Of(string pathAndQuery)
    {
        var root = configuration["Portal:PublicUrl"]
            ?? server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
            ?? "http://localhost:5000";
        return new Uri(new Uri(root.Replace("[::]", "localhost", StringComparison.Ordinal)
            .Replace("0.0.0.0", "localhost", StringComparison.Ordinal).TrimEnd('/') + "/"), pathAndQuery.TrimStart('/'));
    }
}
