using System.Security.Cryptography;
using System.Text;

namespace IntegrationPortal.Web.Data.Reference;

/// <summary>The id of a municipality in the portal follows from its official key, so that every installation gives the same one.</summary>
public static class TenantIds
{
    /// <param name="key">Eight, five or nine digits.</param>
    /// <returns>A UUID of version 8: the first bytes of the SHA-256 of the name (RFC 9562, 5.8).</returns>
    public static Guid Of(string key)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes("urn:integration-portal:tenant:" + key)).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
