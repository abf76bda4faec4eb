using System.Security.Cryptography;
using System.Text;
using IntegrationPortal.Web.Security.SignIn;

namespace IntegrationPortal.Web.Data.Accounts;

/// <summary>
/// Ten codes for the day on which the phone is gone, each for once. With 80 random bits a fast hash is enough: nobody can try them all, as they
/// could a password. The hash holds the account too, so that a row copied to another one opens nothing.
/// </summary>
public sealed record RecoveryCodes(IReadOnlyList<string> Codes)
{
    public const int Count = 10;

    private const int Bytes = 10;

    public static RecoveryCodes New() => new([.. Enumerable.Range(0, Count).Select(_ => Base32.Of(RandomNumberGenerator.GetBytes(Bytes)))]);

    /// <summary>As people read them.</summary>
    public IEnumerable<string> InGroups => Codes.Select(Base32.InGroups);

    public string[] HashesFor(Guid userId) => [.. Codes.Select(code => HashOf(userId, code))];

    public static string HashOf(Guid userId, string code) =>
        Convert.ToBase64String(SHA256.HashData([.. userId.ToByteArray(), .. Encoding.UTF8.GetBytes(code)]));
}
