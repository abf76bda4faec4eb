using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using IntegrationPortal.Web.Operations;
using Microsoft.AspNetCore.DataProtection;

namespace IntegrationPortal.Web.Features.Questions;

/// <summary>
/// Keeps machines from asking, without asking anybody else and without knowing who asks: a sealed time says that somebody took a moment to
/// write, and over one connection only so many come in an hour. Addresses are kept as a hash with a key of this process, in memory, for an hour.
/// </summary>
public sealed class AskGuard(IDataProtectionProvider protection, TimeProvider clock, IConfiguration configuration)
{
    /// <summary>A person reads the page and writes a sentence; in seconds.</summary>
    private readonly int least = configuration.GetValue("Portal:Questions:LeastSeconds", 4);

    private readonly int mostInAnHour = configuration.GetValue("Portal:Questions:PerAddressAndHour", 5);

    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private readonly IDataProtector seal = protection.CreateProtector("reader-question");
    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);
    private readonly ConcurrentDictionary<string, (DateTimeOffset Since, int Count)> asked = [];

    /// <summary>For the form: when it was opened.</summary>
    public string Now() => seal.Protect(clock.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture));

    /// <summary>
    /// A person took their time: null, or the words of what was wrong. A time that the portal has not sealed did not come from the page;
    /// one of yesterday is not taken for ever, but whoever left the page open sends once more.
    /// </summary>
    public string? WhyNot(string? sealedTime)
    {
        try
        {
            var opened = new DateTimeOffset(long.Parse(seal.Unprotect(sealedTime ?? ""), CultureInfo.InvariantCulture), TimeSpan.Zero);
            var since = clock.GetUtcNow() - opened;
            return since < TimeSpan.FromSeconds(least) ? "too-quick" : since < Longest ? null : "too-long-open";
        }
        catch (Exception no) when (no is CryptographicException or FormatException or ArgumentException)
        {
            return "too-quick";
        }
    }

    /// <summary>One more from this address, if there is room in this hour.</summary>
    public bool MayAsk(IPAddress? from)
    {
        var now = clock.GetUtcNow();
        if (asked.Count > 10_000)
        {
            foreach (var old in asked.Where(a => now - a.Value.Since > TimeSpan.FromHours(1)).ToList())
                asked.TryRemove(old.Key, out _);
        }

        var who = Convert.ToHexString(HMACSHA256.HashData(key, Connection.Of(from)));
        var (_, count) = asked.AddOrUpdate(who, _ => (now, 1), (_, was) => now - was.Since > TimeSpan.FromHours(1) ? (now, 1) : (was.Since, was.Count + 1));
        return count <= mostInAnHour;
    }
}
