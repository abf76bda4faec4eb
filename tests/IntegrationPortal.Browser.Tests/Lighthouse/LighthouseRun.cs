using System.Diagnostics;
using System.Text.Json;
using IntegrationPortal.Browser.Tests.Lighthouse;

[assembly: AssemblyFixture(typeof(LighthouseProgram))]

namespace IntegrationPortal.Browser.Tests.Lighthouse;

/// <summary>Lighthouse as its own program, installed from npm beside this file when it is not there yet.</summary>
internal static class LighthouseRun
{
    /// <summary>What Lighthouse says when it missed the beginning of a page: it has recorded nothing that could be judged.</summary>
    private const string NothingRecorded = "(NO_NAVSTART)";

    private const int Recordings = 5;

    /// <summary>The folder it lies in, once it does.</summary>
    internal static readonly Lazy<Task<string>> Installed = new(InstallAsync);

    /// <returns>The whole report.</returns>
    public static async Task<JsonElement> OfAsync(Uri page, string cookies, string browser, string categories = "performance,accessibility,best-practices")
    {
        var folder = await Installed.Value;
        var work = Directory.CreateTempSubdirectory("lighthouse-");
        try
        {
            var (headers, report) = (Path.Combine(work.FullName, "headers.json"), Path.Combine(work.FullName, "report.json"));
            // Who comes without cookies is answered from the output cache.
            await File.WriteAllTextAsync(headers, cookies.Length == 0 ? "{}" : JsonSerializer.Serialize(new { Cookie = cookies }));
            await RecordAsync(
                folder,
                [
                    "node_modules/lighthouse/cli/index.js", page.ToString(), $"--only-categories={categories}", "--output=json",
                    $"--output-path={report}", "--quiet", $"--extra-headers={headers}", "--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage",
                ],
                browser);
            return JsonDocument.Parse(await File.ReadAllTextAsync(report)).RootElement;
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private static async Task<string> InstallAsync()
    {
        var folder = Folder();
        if (!File.Exists(Path.Combine(folder, "node_modules", ".package-lock.json")))
            await RunAsync(folder, OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
        return folder;
    }

    private static async Task RecordAsync(string folder, string[] arguments, string browser)
    {
        for (var recording = 1; ; recording++)
        {
            var complaints = await ComplaintsAsync(folder, "node", arguments, ("CHROME_PATH", browser));
            if (complaints is null)
                return;
            Assert.True(recording < Recordings && complaints.Contains(NothingRecorded, StringComparison.Ordinal), complaints);
        }
    }

    private static async Task RunAsync(string folder, string program, string[] arguments) => Assert.Null(await ComplaintsAsync(folder, program, arguments));

    /// <returns>Null when it ended well.</returns>
    private static async Task<string?> ComplaintsAsync(string folder, string program, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var complaints = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? null : $"{program} {arguments[0]} ended with {process.ExitCode}: {complaints}";
    }

    /// <summary>This folder of the checkout that the tests were built from.</summary>
    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "IntegrationPortal.sln")))
            folder = folder.Parent;
        Assert.NotNull(folder);
        return Path.Combine(folder.FullName, "tests", "IntegrationPortal.Browser.Tests", "Lighthouse");
    }
}

/// <summary>Begins to fetch it when the run begins, so that nothing waits for it when its turn comes: it measures alone, at the end.</summary>
public sealed class LighthouseProgram : IAsyncLifetime
{
    public ValueTask InitializeAsync()
    {
        _ = LighthouseRun.Installed.Value;
        return ValueTask.CompletedTask;
    }

    /// <summary>A run of other tests does not end in the middle of it; whether it succeeded is asked by those who need it.</summary>
    public async ValueTask DisposeAsync() => await Task.WhenAny(LighthouseRun.Installed.Value);
}
