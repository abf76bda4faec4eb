using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace IntegrationPortal.Web.Data.Accounts;

/// <summary>
/// Seals keys with the portal's own keys, for one account each: the row alone is no key. What a form sets up is sealed into the form until it is
/// confirmed, key and recovery codes together, so that nothing is stored of what nobody confirms, and a form sent twice sets up the same.
/// </summary>
public sealed class SecondFactorSeal(IDataProtectionProvider protection)
{
    private static readonly TimeSpan FormValidity = TimeSpan.FromMinutes(30);

    public byte[] Seal(Guid userId, byte[] key) => Keys(userId).Protect(key);

    /// <summary>Null when the portal's key for it is gone (a certificate that was lost).</summary>
    public byte[]? Open(SecondFactor factor)
    {
        ArgumentNullException.ThrowIfNull(factor);
        try
        {
            return Keys(factor.UserId).Unprotect(factor.SealedKey);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public string ForForm(Guid userId, FactorSetup setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
        return Forms(userId).Protect(string.Join(' ', [Convert.ToBase64String(setup.Key), .. setup.Codes.Codes]), FormValidity);
    }

    /// <summary>Null for what was not sealed for this account, or too long ago.</summary>
    public FactorSetup? FromForm(Guid userId, string? token)
    {
        if (string.IsNullOrEmpty(token) || token.Length > 2000)
            return null;
        try
        {
            var parts = Forms(userId).Unprotect(token).Split(' ');
            return new FactorSetup(Convert.FromBase64String(parts[0]), new RecoveryCodes(parts[1..]));
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private IDataProtector Keys(Guid userId) => protection.CreateProtector("portal.second-factor.v1", userId.ToString());

    private ITimeLimitedDataProtector Forms(Guid userId) =>
        protection.CreateProtector("portal.second-factor-form.v1", userId.ToString()).ToTimeLimitedDataProtector();
}

/// <summary>What a form is about to set up.</summary>
public sealed record FactorSetup(byte[] Key, RecoveryCodes Codes);
