using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace IntegrationPortal.Web.Jobs.Mail;

/// <summary>
/// Where people reach the portal, for links in mails: the setting <c>Portal:PublicUrl</c>, else the address it listens on. Never
/// taken from a request, whose host name anybody may forge.
/// </summary>
public sealed class PortalAddress(IConfiguration configuration, IServer server)
{
    private const string Setting = "Portal:PublicUrl";

    /// <summary>Said at the start; otherwise each mail with a link would fail until it is given up.</summary>
    public static void MustBeUsable(IConfiguration configuration)
    {
        if (Set(configuration) is { } text && !(Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
            throw new CannotStartException($"Portal__PublicUrl is '{text}', which is no address of a page: write it as https://portal.example.");
    }

    public Uri Of(string pathAndQuery)
    {
        var root = Set(configuration)
            ?? server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
            ?? "http://localhost:5080";
        return new Uri(new Uri(root.Replace("[::]", "localhost", StringComparison.Ordinal)
            .Replace("0.0.0.0", "localhost", StringComparison.Ordinal).TrimEnd('/') + "/"), pathAndQuery.TrimStart('/'));
    }

    private static string? Set(IConfiguration configuration) => configuration[Setting] is { Length: > 0 } text ? text : null;
}
