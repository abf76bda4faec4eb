using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace IntegrationPortal.Benchmarks;

/// <summary>What one page did under load.</summary>
internal sealed record Figures(double RequestsPerSecond, double P99Milliseconds);

/// <summary>Sixteen connections against one page, by wrk.</summary>
internal static partial class Load
{
    /// <summary>Until the compiler has seen the page often enough to compile it well.</summary>
    public static Task WarmUpAsync(Uri page, string? cookies) => RunAsync(page, cookies, 8);

    /// <summary>Several pages in turn, so that a machine whose speed drifts treats all alike; of each the median of the rounds.</summary>
    public static async Task<Figures[]> InTurnAsync(Uri[] pages, string? cookies, int rounds, int seconds)
    {
        var figures = pages.Select(_ => new List<Figures>()).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < pages.Length; i++)
                figures[i].Add(await RunAsync(pages[i], cookies, seconds));
        }

        return [.. figures.Select(Median)];
    }

    private static Figures Median(List<Figures> rounds) => new(
        rounds.Select(r => r.RequestsPerSecond).Order().ElementAt(rounds.Count / 2),
        rounds.Select(r => r.P99Milliseconds).Order().ElementAt(rounds.Count / 2));

    private static async Task<Figures> RunAsync(Uri page, string? cookies, int seconds)
    {
        using var wrk = Process.Start(new ProcessStartInfo("wrk", ["-t2", "-c16", $"-d{seconds}s", "--latency", .. cookies is null ? Array.Empty<string>() : ["-H", $"Cookie: {cookies}"], page.ToString()])
        {
            RedirectStandardOutput = true,
        }) ?? throw new InvalidOperationException("wrk is not installed (Debian package wrk).");
        var text = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        if (text.Contains("Non-2xx", StringComparison.Ordinal))
            throw new InvalidOperationException($"{page} answered with errors under load:\n{text}");
        var p99 = P99().Match(text);
        var value = double.Parse(p99.Groups[1].Value, CultureInfo.InvariantCulture) * (p99.Groups[2].Value switch { "us" => 0.001, "s" => 1000, _ => 1 });
        return new Figures(double.Parse(Rate().Match(text).Groups[1].Value, CultureInfo.InvariantCulture), value);
    }

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Rate();

    [GeneratedRegex(@"99%\s+([\d.]+)(us|ms|s)")]
    private static partial Regex P99();
}
