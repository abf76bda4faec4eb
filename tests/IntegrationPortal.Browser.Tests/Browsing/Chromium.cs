using System.Diagnostics;
using IntegrationPortal.Browser.Tests.Browsing;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace IntegrationPortal.Browser.Tests.Browsing;

/// <summary>The one browser of all tests: an installed one, else one that Playwright downloads, else Debian's.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>It visits nothing but the portal on this machine, so the sandbox that root cannot have is not missed.</summary>
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--font-render-hinting=none",
    ];

    private readonly List<string> _attempts = [];
    private IPlaywright _playwright = null!;

    public IBrowser Browser { get; private set; } = null!;

    /// <summary>The program that was started, for tools that start a browser of their own.</summary>
    public string Program { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        // A machine that does much at once is slow, which is no fault of the page.
        Assertions.SetDefaultExpectTimeout(15_000);
        Browser = await InstalledAsync() ?? await DownloadedAsync() ?? await FromDebianAsync() ?? throw new InvalidOperationException(
            "The browser tests need Chromium, Chrome or Edge: install one (on Debian: apt-get install chromium) or point CHROME_PATH at it. Tried: "
            + string.Join("; ", _attempts));
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null)
            await Browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>A browser of its own that keeps what it has in this folder, to be closed and started again.</summary>
    public Task<IBrowserContext> WithProfileAsync(string folder, Uri portal) => _playwright.Chromium.LaunchPersistentContextAsync(folder, new()
    {
        ExecutablePath = Program, Args = Flags, Headless = true, BaseURL = portal.ToString(), ViewportSize = new() { Width = Look.Phone, Height = 900 },
    });

    private async Task<IBrowser?> InstalledAsync()
    {
        foreach (var program in InstalledBrowsers.All())
        {
            if (await StartAsync(program) is { } browser)
                return browser;
        }

        return null;
    }

    private async Task<IBrowser?> DownloadedAsync()
    {
        // An earlier run may have brought it already.
        if (await StartAsync(null) is { } earlier)
            return earlier;
        // The driver's installer writes to the console and ends by itself; 0 means that the browser is there.
        return Microsoft.Playwright.Program.Main(["install", "--only-shell", "chromium"]) == 0 ? await StartAsync(null) : null;
    }

    private async Task<IBrowser?> FromDebianAsync()
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root" || !File.Exists("/usr/bin/apt-get"))
            return null;
        await RunAsync("apt-get", "update", "-q");
        await RunAsync("apt-get", "install", "-y", "-q", "--no-install-recommends", "chromium");
        return await InstalledAsync();
    }

    private async Task<IBrowser?> StartAsync(string? program)
    {
        try
        {
            var browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = Flags, Headless = true, Timeout = 30_000 });
            Program = program ?? _playwright.Chromium.ExecutablePath;
            return browser;
        }
        catch (PlaywrightException failure)
        {
            _attempts.Add($"{program ?? "Playwright's own"}: {failure.Message.Split('\n')[0]}");
            return null;
        }
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { Environment = { ["DEBIAN_FRONTEND"] = "noninteractive" } })!;
        await process.WaitForExitAsync();
    }
}
