using System.Diagnostics;
using IntegrationPortal.Web.Tests.Presentation;

namespace IntegrationPortal.Web.Tests.Hosting;

/// <summary>The dotnet command line, as somebody who builds the portal uses it.</summary>
internal static class Sdk
{
    public static string PortalProject => Path.Combine(SourceTree.Root, "src", "IntegrationPortal.Web", "IntegrationPortal.Web.csproj");

    /// <param name="path">Where programs are found; null as here.</param>
    public static async Task<(int ExitCode, string Output)> RunAsync(string? path, params string[] arguments)
    {
        var info = new ProcessStartInfo("dotnet", [.. arguments, "-nodeReuse:false"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        // Left by the "dotnet test" that runs this, and meant for it.
        foreach (var inherited in info.Environment.Keys.Where(key => key.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
            info.Environment.Remove(inherited);
        if (path is not null)
            info.Environment["PATH"] = path;
        using var sdk = Process.Start(info)!;
        var output = sdk.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = sdk.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await sdk.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (sdk.ExitCode, await output + await errors);
    }
}
