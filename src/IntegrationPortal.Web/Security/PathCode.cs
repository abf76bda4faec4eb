using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IntegrationPortal.Domain.PersonLinks;

namespace IntegrationPortal.Web.Security;

/// <summary>The digits that are told beside a person's sheet.</summary>
public static class PathCode
{
    public static string Of(uint random) =>
        (random % (uint)Math.Pow(10, PersonLink.CodeLength)).ToString(CultureInfo.InvariantCulture).PadLeft(PersonLink.CodeLength, '0');

    /// <summary>As the portal writes it, with the digits of any script; null for what can be none.</summary>
    public static string? Read(string? typed)
    {
        if (typed is null || typed.Length > 40)
            return null;
        var code = new StringBuilder(PersonLink.CodeLength);
        foreach (var letter in typed.Where(l => !char.IsWhiteSpace(l) && l != '-'))
        {
            if (CharUnicodeInfo.GetDecimalDigitValue(letter) is var digit && digit < 0)
                return null;
            code.Append((char)('0' + digit));
        }

        return code.Length == PersonLink.CodeLength ? code.ToString() : null;
    }

    /// <summary>With the token, which is kept nowhere: of the six digits alone somebody who reads the database would soon have tried all.</summary>
    public static byte[] Hash(string token, string code) => SHA256.HashData(Encoding.ASCII.GetBytes($"{token} {code}"));
}
