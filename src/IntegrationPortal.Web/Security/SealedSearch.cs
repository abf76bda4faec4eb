using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace IntegrationPortal.Web.Security;

/// <summary>
/// The words of a search as they may stand in an address: sealed, for one user, for a working day. An address never shows a name,
/// neither in the browser's history nor in a log.
/// </summary>
public sealed class SealedSearch(IDataProtectionProvider protection)
{
    public const int MaxLength = 200;

    private static readonly TimeSpan WorkingDay = TimeSpan.FromHours(10);

    public string Seal(string words, Guid userId) => For(userId).Protect(words, WorkingDay);

    /// <summary>Null for anything that was not sealed for this user, or too long ago.</summary>
    public string? Open(string? token, Guid userId)
    {
        if (string.IsNullOrEmpty(token) || token.Length > 4000)
            return null;
        try
        {
            return For(userId).Unprotect(token);
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private ITimeLimitedDataProtector For(Guid userId) =>
        protection.CreateProtector("portal.case-search.v1", userId.ToString()).ToTimeLimitedDataProtector();
}
