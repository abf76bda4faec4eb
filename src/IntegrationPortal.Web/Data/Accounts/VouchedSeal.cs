using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using IntegrationPortal.Web.Security.SignIn;
using Microsoft.AspNetCore.DataProtection;

namespace IntegrationPortal.Web.Data.Accounts;

/// <summary>Seals what a form is about to link into that form, for one account: the cookie is gone with the first answer, and the form may be sent twice.</summary>
public sealed class VouchedSeal(IDataProtectionProvider protection)
{
    public string ForForm(Guid userId, VouchedIdentity identity) => Of(userId).Protect(JsonSerializer.Serialize(identity), VouchedIdentity.Validity);

    /// <summary>Null for what was not sealed for this account, or too long ago.</summary>
    public VouchedIdentity? FromForm(Guid userId, string? token)
    {
        if (string.IsNullOrEmpty(token) || token.Length > 4000)
            return null;
        try
        {
            return JsonSerializer.Deserialize<VouchedIdentity>(Of(userId).Unprotect(token));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private ITimeLimitedDataProtector Of(Guid userId) =>
        protection.CreateProtector("portal.vouched.v1", userId.ToString("D", CultureInfo.InvariantCulture)).ToTimeLimitedDataProtector();
}
