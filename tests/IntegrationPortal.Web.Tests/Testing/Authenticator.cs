using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPortal.Web.Tests.Testing;

/// <summary>An authenticator app of somebody, which reckons as RFC 6238 says and not as the portal does.</summary>
public sealed class Authenticator(RunningPortal portal, string key)
{
    /// <summary>Shown once when it was set up.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    /// <summary>What it shows now, or so many steps later.</summary>
    public string Code(int steps = 0)
    {
        var now = portal.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, (now.ToUnixTimeSeconds() / 30) + steps);
#pragma warning disable CA5350 // What the apps use.
        var hash = HMACSHA1.HashData(Bytes(key), counter);
#pragma warning restore CA5350
        var offset = hash[19] & 0xf;
        var binary = ((hash[offset] & 0x7f) << 24) | (hash[offset + 1] << 16) | (hash[offset + 2] << 8) | hash[offset + 3];
        return (binary % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    public string KeyInHex => Convert.ToHexString(Bytes(key));

    /// <summary>A code that this app does not show in these minutes.</summary>
    public string WrongCode()
    {
        string[] near = [.. Enumerable.Range(-3, 7).Select(Code)];
        return Enumerable.Range(0, 10).Select(i => i.ToString("000000", CultureInfo.InvariantCulture)).First(c => !near.Contains(c));
    }

    public static Authenticator Scan(RunningPortal portal, Page page) =>
        new(portal, page.Document.QuerySelector(".portal-key")!.TextContent.Replace(" ", "", StringComparison.Ordinal));

    /// <summary>Sets it up through the page, as the person would.</summary>
    public static async Task<Authenticator> SetUpAsync(RunningPortal portal, Visitor visitor)
    {
        var page = await visitor.GetAsync("/account/second-factor");
        var app = Scan(portal, page);
        var done = await page.Form().Fill("Form.CurrentPassword", TestUser.UsualPassword).Fill("Form.Code", app.Code()).SubmitAsync();
        app.RecoveryCodes = ReadCodes(done);
        Assert.Equal(10, app.RecoveryCodes.Count);
        return app;
    }

    public void Keep(IReadOnlyList<string> codes) => RecoveryCodes = codes;

    public static List<string> ReadCodes(Page page) => [.. page.Document.QuerySelectorAll(".portal-codes li").Select(li => li.TextContent)];

    private static byte[] Bytes(string base32)
    {
        var bits = string.Concat(base32.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2))];
    }
}
