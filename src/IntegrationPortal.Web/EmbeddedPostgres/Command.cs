using System.ComponentModel;
using System.Diagnostics;

namespace IntegrationPortal.Web.EmbeddedPostgres;

/// <summary>One short-lived program of the operating system or of PostgreSQL.</summary>
internal static class Command
{
    public static ProcessStartInfo Prepare(IEnumerable<string> line)
    {
        var words = line.ToArray();
        var info = new ProcessStartInfo(words[0], words[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            // The folder the portal was started from may be closed to the user that PostgreSQL runs as.
            WorkingDirectory = Path.GetPathRoot(AppContext.BaseDirectory),
        };
        info.Environment["LC_ALL"] = "C";
        return info;
    }

    public static async Task<(int ExitCode, string Output)> RunAsync(IEnumerable<string> line, CancellationToken cancellation)
    {
        try
        {
            using var process = Process.Start(Prepare(line))!;
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var errors = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return (process.ExitCode, (await output + await errors).Trim());
        }
        catch (Win32Exception missing)
        {
            return (127, missing.Message);
        }
    }

    public static async Task MustRunAsync(IEnumerable<string> line, CancellationToken cancellation)
    {
        var words = line.ToArray();
        var (exitCode, output) = await RunAsync(words, cancellation);
        if (exitCode != 0)
            throw new CannotStartException($"The embedded PostgreSQL could not be prepared ('{string.Join(' ', words)}' ended with {exitCode}): {output}");
    }
}
