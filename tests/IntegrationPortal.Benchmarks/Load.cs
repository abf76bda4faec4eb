using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace IntegrationPortal.Benchmarks;

/// <summary>What one page did under load.</summary>
/// <param name="PortalMilliseconds">Processor time of the portal for one request.</param>
/// <param name="DatabaseMilliseconds">Processor time of PostgreSQL for one request.</param>
internal sealed record Figures(double RequestsPerSecond, double P99Milliseconds, double PortalMilliseconds, double DatabaseMilliseconds)
{
    public double Cost => PortalMilliseconds + DatabaseMilliseconds;
}

/// <summary>Sixteen connections against one page, by wrk.</summary>
internal static partial class Load
{
    /// <summary>Until the compiler has seen the page often enough to compile it well, as in a portal that has run for a day.</summary>
    public static Task WarmUpAsync(Uri page, string? cookies) => RunAsync(page, cookies, 15, null);

    /// <summary>Several pages in turn, so that a machine whose speed drifts treats all alike; of each the median of the rounds.</summary>
    public static async Task<Figures[]> InTurnAsync(Uri[] pages, string? cookies, int rounds, int seconds, ProcessorTime? time = null)
    {
        var figures = pages.Select(_ => new List<Figures>()).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < pages.Length; i++)
                figures[i].Add(await RunAsync(pages[i], cookies, seconds, time));
        }

        return [.. figures.Select(Median)];
    }

    private static Figures Median(List<Figures> rounds)
    {
        double Of(Func<Figures, double> figure) => rounds.Select(figure).Order().ElementAt(rounds.Count / 2);
        return new(Of(r => r.RequestsPerSecond), Of(r => r.P99Milliseconds), Of(r => r.PortalMilliseconds), Of(r => r.DatabaseMilliseconds));
    }

    private static async Task<Figures> RunAsync(Uri page, string? cookies, int seconds, ProcessorTime? time)
    {
        var before = time?.Now() ?? default;
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
        var after = time?.Now() ?? default;
        double Number(Regex figure) => double.Parse(figure.Match(text).Groups[1].Value, CultureInfo.InvariantCulture);
        var requests = Number(Total());
        return new Figures(Number(Rate()), value, (after.Portal - before.Portal) / requests, (after.Database - before.Database) / requests);
    }

    [GeneratedRegex(@"(\d+) requests in")]
    private static partial Regex Total();

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Rate();

    [GeneratedRegex(@"99%\s+([\d.]+)(us|ms|s)")]
    private static partial Regex P99();
}
