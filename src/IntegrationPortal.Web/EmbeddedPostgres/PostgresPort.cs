using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace IntegrationPortal.Web.EmbeddedPostgres;

/// <summary>The loopback port of one embedded server: the one of the last start, or a free one when that is taken.</summary>
internal static class PostgresPort
{
    public static int Choose(string rememberedIn)
    {
        var last = File.Exists(rememberedIn) && int.TryParse(File.ReadAllText(rememberedIn), out var known) ? known : 0;
        var port = Take(last) ?? Take(0) ?? throw new SocketException((int)SocketError.AddressAlreadyInUse);
        if (port != last)
            File.WriteAllText(rememberedIn, port.ToString(CultureInfo.InvariantCulture));
        return port;
    }

    private static int? Take(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        catch (SocketException)
        {
            return null;
        }
    }
}
