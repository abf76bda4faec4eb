namespace IntegrationPortal.Browser.Tests.Browsing;

/// <summary>Where a Chromium, Chrome or Edge may already be: CHROME_PATH, the search path, the usual places.</summary>
internal static class InstalledBrowsers
{
    private static readonly string[] Names =
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "microsoft-edge-stable", "msedge"];

    private static readonly string[] UnderProgramFiles =
        [@"Google\Chrome\Application\chrome.exe", @"Chromium\Application\chrome.exe", @"Microsoft\Edge\Application\msedge.exe"];

    private static readonly string[] UsualPlaces =
    [
        "/usr/lib/chromium/chromium",
        "/opt/google/chrome/chrome",
        "/opt/microsoft/msedge/msedge",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ];

    /// <summary>Existing programs, the best first. That one exists does not mean that it starts: Ubuntu's is a pointer to a snap.</summary>
    public static IEnumerable<string> All() => Candidates().Where(File.Exists).Distinct();

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("CHROME_PATH") is { Length: > 0 } given)
            yield return given;

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var ending = OperatingSystem.IsWindows() ? ".exe" : "";
        foreach (var name in Names)
        {
            foreach (var folder in folders)
                yield return Path.Combine(folder, name + ending);
        }

        foreach (var place in UsualPlaces)
            yield return place;

        foreach (var root in new[] { "ProgramFiles", "ProgramFiles(x86)", "LocalAppData" })
        {
            if (Environment.GetEnvironmentVariable(root) is { Length: > 0 } programs)
            {
                foreach (var place in UnderProgramFiles)
                    yield return Path.Combine(programs, place);
            }
        }
    }
}
