using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPortal.Web.Tests.Operations;

/// <summary>The keys that seal cookies and links lie encrypted in the database when a certificate is given, and outlive its renewal.</summary>
public sealed class SharedKeysTests(PortalHost host) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("portal-keys-");

    [Fact]
    public async Task What_was_sealed_before_a_change_of_certificate_is_read_after_it_when_the_earlier_one_is_named()
    {
        var database = await host.NewDatabaseAsync("sealed_keys");
        var (earlier, renewed) = (Certificate("earlier"), Certificate("renewed"));
        string secret;
        await using (var before = Start(("CertificateFile", earlier)))
            secret = Protector(before).Protect("Geheimnis");

        await using (var alone = Start(("CertificateFile", renewed)))
            Assert.Throws<CryptographicException>(() => Protector(alone).Unprotect(secret));
        await using var both = Start(("CertificateFile", renewed), ("EarlierCertificateFile", earlier));
        Assert.Equal("Geheimnis", Protector(both).Unprotect(secret));

        RunningPortal Start(params (string Name, string File)[] files)
        {
            var settings = files.ToDictionary(f => $"Portal:Keys:{f.Name}", f => f.File);
            settings["ConnectionStrings:Portal"] = database.Application;
            return host.Start(settings: settings);
        }
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static IDataProtector Protector(RunningPortal portal) => portal.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");

    private string Certificate(string name)
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        var file = Path.Combine(folder.FullName, name + ".p12");
        File.WriteAllBytes(file, certificate.Export(X509ContentType.Pkcs12));
        return file;
    }
}
