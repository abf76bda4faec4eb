using System.Net;
using System.Net.Sockets;

namespace IntegrationPortal.Web.Operations;

/// <summary>Which connection a request came over, for limits of one each.</summary>
public static class Connection
{
    /// <summary>An address of IPv4, however it is written; of IPv6 the 64 bits that a connection is given, since whoever has one address there has them all.</summary>
    public static byte[] Of(IPAddress? from) => from switch
    {
        null => [],
        { IsIPv4MappedToIPv6: true } => from.MapToIPv4().GetAddressBytes(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => from.GetAddressBytes()[..8],
        _ => from.GetAddressBytes(),
    };
}
