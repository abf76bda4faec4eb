using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace IntegrationPortal.Web.Security.SignIn;

/// <summary>
/// Codes of an authenticator app (RFC 6238 with the values every app knows: HMAC-SHA-1, 30 seconds, six digits). Identity's own check asks the clock
/// of the machine and takes a code as often as it is sent; this one is given the time and the step that was used last.
/// </summary>
public static class Totp
{
    public const int KeyLength = 20;

    public const int Digits = 6;

    /// <summary>The clock of a phone may be off by so many steps.</summary>
    private const int Drift = 1;

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyLength);

    public static long StepOf(DateTimeOffset now) => now.ToUnixTimeSeconds() / (long)Step.TotalSeconds;

    [SuppressMessage("Security", "CA5350", Justification = "What RFC 6238 and the apps use; HMAC does not rest on what SHA-1 lost.")]
    public static string Code(ReadOnlySpan<byte> key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(key, counter, hash);
        var part = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 15)..]) & int.MaxValue;
        return (part % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step of a right code that is later than the one used last; null for a wrong code, and for one that was used.</summary>
    public static long? Find(ReadOnlySpan<byte> key, string code, DateTimeOffset now, long after)
    {
        var typed = System.Text.Encoding.UTF8.GetBytes(code);
        long? found = null;
        for (var step = StepOf(now) - Drift; step <= StepOf(now) + Drift; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(typed, System.Text.Encoding.UTF8.GetBytes(Code(key, step))) && step > after)
                found ??= step;
        }

        return found;
    }
}
