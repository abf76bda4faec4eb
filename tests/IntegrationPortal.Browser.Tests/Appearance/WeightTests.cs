using IntegrationPortal.Browser.Tests.Browsing;

namespace IntegrationPortal.Browser.Tests.Appearance;

/// <summary>How much goes over the line. Bytes, not seconds: the same on every machine.</summary>
public sealed class WeightTests(Chromium chromium, DemoPortal demo)
{
    private const int Most = 150 * 1024;

    [Theory]
    [InlineData("koordination@krefeld.example")]
    [InlineData("jobcenter@krefeld.example")]
    public async Task The_first_visit_of_the_worklist_transfers_at_most_150_KB(string account)
    {
        await using var tab = await demo.TabAsync(chromium, account);
        var transferred = 0L;
        var files = new List<string>();
        var network = await tab.Page.Context.NewCDPSessionAsync(tab.Page);
        await network.SendAsync("Network.enable");
        await network.SendAsync("Network.setCacheDisabled", new() { ["cacheDisabled"] = true });
        var names = new Dictionary<string, string>();
        network.Event("Network.responseReceived").OnEvent += (_, told) =>
            names[told!.Value.GetProperty("requestId").GetString()!] = told.Value.GetProperty("response").GetProperty("url").GetString()!;
        network.Event("Network.loadingFinished").OnEvent += (_, told) =>
        {
            // Headers and body as they came, still compressed.
            var bytes = (long)told!.Value.GetProperty("encodedDataLength").GetDouble();
            transferred += bytes;
            files.Add($"{names.GetValueOrDefault(told.Value.GetProperty("requestId").GetString()!)}: {bytes}");
        };
        await tab.Page.GotoAsync("/worklist", new() { WaitUntil = Microsoft.Playwright.WaitUntilState.NetworkIdle });

        Assert.True(files.Count >= 4, string.Join('\n', files));
        Assert.True(transferred is > 10_000 and <= Most, $"{transferred} bytes:\n{string.Join('\n', files)}");
        TestContext.Current.TestOutputHelper?.WriteLine($"{account}: {transferred} bytes in {files.Count} files");
    }
}
