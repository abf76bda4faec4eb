using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace IntegrationPortal.Web.Features.CaseImports;

/// <summary>
/// A table between its upload and the moment at which somebody has said what its columns mean. Until then the portal stores nothing of it: it travels in the form,
/// packed and sealed for one user and a working day, so that a column nobody needs never comes to lie in a database.
/// </summary>
public sealed class SealedTable(IDataProtectionProvider protection)
{
    /// <summary>What a field of a form may hold (FormOptions.ValueLengthLimit is 4 MB). Packed, ten thousand rows of a list take a fifth of it.</summary>
    public const int Longest = 4_000_000;

    private static readonly TimeSpan WorkingDay = TimeSpan.FromHours(10);

    public string Seal(UploadedTable table, Guid userId)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            JsonSerializer.Serialize(brotli, table);
        return WebEncoders.Base64UrlEncode(For(userId).Protect(packed.ToArray(), WorkingDay));
    }

    /// <summary>Null for anything that was not sealed for this user, or too long ago.</summary>
    public UploadedTable? Open(string? token, Guid userId)
    {
        if (string.IsNullOrEmpty(token) || token.Length > Longest)
            return null;
        try
        {
            using var brotli = new BrotliStream(new MemoryStream(For(userId).Unprotect(WebEncoders.Base64UrlDecode(token))), CompressionMode.Decompress);
            return JsonSerializer.Deserialize<UploadedTable>(brotli);
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private ITimeLimitedDataProtector For(Guid userId) =>
        protection.CreateProtector("portal.case-import.v1", userId.ToString()).ToTimeLimitedDataProtector();
}
