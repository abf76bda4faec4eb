using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IntegrationPortal.Web.Data;
using Microsoft.AspNetCore.DataProtection;

namespace IntegrationPortal.Web.Operations;

/// <summary>
/// The keys that seal cookies, forms and links lie in the database, so that any number of instances shares them and a restart
/// signs nobody out. With <c>Portal:Keys:CertificateFile</c> they lie there encrypted.
/// </summary>
internal static class SharedKeys
{
    public static void AddSharedKeys(this WebApplicationBuilder builder)
    {
        var protection = builder.Services.AddDataProtection()
            .SetApplicationName("integration-portal")
            .PersistKeysToDbContext<PortalDbContext>();
        if (builder.Configuration["Portal:Keys:CertificateFile"] is { Length: > 0 } file)
            protection.ProtectKeysWithCertificate(Read(file, builder.Configuration["Portal:Keys:CertificatePassword"]));
        if (builder.Configuration["Portal:Keys:EarlierCertificateFile"] is { Length: > 0 } earlier)
            protection.UnprotectKeysWithAnyCertificate(Read(earlier, builder.Configuration["Portal:Keys:EarlierCertificatePassword"]));
    }

    private static X509Certificate2 Read(string file, string? password)
    {
        try
        {
            return X509CertificateLoader.LoadPkcs12FromFile(file, password);
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException(
                $"The certificate {file} of Portal__Keys cannot be read ({unreadable.Message}): give a PKCS #12 file and its password.", unreadable);
        }
    }
}
