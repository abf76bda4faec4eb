using System.Security.Cryptography;
using System.Text;

namespace IntegrationPortal.Web.Security;

/// <summary>
/// The token of a printed sheet: 128 random bits in letters that are read over the phone and typed by hand without being mistaken for others
/// (Crockford's Base32). What is typed may have blanks, dashes, small letters, and O or I for the digits.
/// </summary>
public static class SheetToken
{
    public const int Bytes = 16;
    private const int Length = 26;
    private const int Group = 4;
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string Of(ReadOnlySpan<byte> random)
    {
        var token = new StringBuilder(Length);
        var (held, bits) = (0, 0);
        foreach (var part in random)
        {
            (held, bits) = ((held << 8) | part, bits + 8);
            for (; bits >= 5; bits -= 5)
                token.Append(Letters[(held >> (bits - 5)) & 31]);
            held &= (1 << bits) - 1;
        }

        return token.Append(Letters[(held << (5 - bits)) & 31]).ToString();
    }

    /// <summary>In groups, as it is printed.</summary>
    public static string InGroups(string token) => string.Join('-', token.Chunk(Group).Select(g => new string(g)));

    /// <summary>As the portal writes it; null for what can be no token.</summary>
    public static string? Read(string? typed)
    {
        if (typed is null || typed.Length > 100)
            return null;
        var token = new StringBuilder(Length);
        foreach (var letter in typed.Where(l => l is not ('-' or ' ')))
        {
            var read = char.ToUpperInvariant(letter) switch { 'O' => '0', 'I' or 'L' => '1', var other => other };
            if (!Letters.Contains(read, StringComparison.Ordinal))
                return null;
            token.Append(read);
        }

        return token.Length == Length ? token.ToString() : null;
    }

    /// <summary>All that is kept of it. It is random, so nothing has to be added to it.</summary>
    public static byte[] Hash(string token) => SHA256.HashData(Encoding.ASCII.GetBytes(token));
}
