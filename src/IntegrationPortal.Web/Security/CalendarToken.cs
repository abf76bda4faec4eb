using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace IntegrationPortal.Web.Security;

/// <summary>The secret in the address of somebody's calendar: 256 random bits, which nobody types. Of it the portal keeps a hash alone.</summary>
public static class CalendarToken
{
    public const int Bytes = 32;
    private const int Length = 43;

    public static string Of(ReadOnlySpan<byte> random) => WebEncoders.Base64UrlEncode(random);

    /// <summary>All that is kept of it; null for what can be no token.</summary>
    public static byte[]? Hash(string? token) =>
        token is { Length: Length } && token.All(l => char.IsAsciiLetterOrDigit(l) || l is '-' or '_') ? SHA256.HashData(Encoding.ASCII.GetBytes(token)) : null;
}
