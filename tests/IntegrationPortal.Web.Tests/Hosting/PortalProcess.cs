using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace IntegrationPortal.Web.Tests.Hosting;

/// <summary>The built portal as a process of its own, as an operator runs it.</summary>
public sealed class PortalProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly SemaphoreSlim _written = new(0);

    private PortalProcess(ProcessStartInfo info)
    {
        _process = new Process { StartInfo = info };
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Output => string.Join('\n', _lines);

    public static PortalProcess Start(IReadOnlyDictionary<string, string>? settings, params string[] arguments) =>
        StartIn(AppContext.BaseDirectory, settings, arguments);

    /// <summary>The portal whose program lies in this folder.</summary>
    public static PortalProcess StartIn(string folder, IReadOnlyDictionary<string, string>? settings, params string[] arguments)
    {
        var info = new ProcessStartInfo("dotnet", [Path.Combine(folder, typeof(Program).Assembly.GetName().Name + ".dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        foreach (var inherited in info.Environment.Keys.Where(key => key.StartsWith("ASPNETCORE_", StringComparison.Ordinal) || key.Contains("__", StringComparison.Ordinal)).ToArray())
            info.Environment.Remove(inherited);
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
            info.Environment[name] = value;
        return new PortalProcess(info);
    }

    /// <summary>Runs to the end; for starts that are refused.</summary>
    public static Task<(int ExitCode, string Output)> RunAsync(IReadOnlyDictionary<string, string>? settings, params string[] arguments) =>
        RunInAsync(AppContext.BaseDirectory, settings, arguments);

    public static async Task<(int ExitCode, string Output)> RunInAsync(string folder, IReadOnlyDictionary<string, string>? settings, params string[] arguments)
    {
        await using var portal = StartIn(folder, settings, arguments);
        return (await portal.ExitAsync(), portal.Output);
    }

    /// <summary>
    /// Below the ports that systems give out by themselves: one of those could be given to a connection or to another test before the
    /// portal listens.
    /// </summary>
    public static int FreePort()
    {
        while (true)
        {
            var port = Random.Shared.Next(20_000, 32_000);
            using var listener = new TcpListener(IPAddress.Any, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody has it: another.
            }
        }
    }

    public async Task SeeAsync(string words)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            while (!Output.Contains(words, StringComparison.Ordinal))
                await _written.WaitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"The portal never said '{words}', but:\n{Output}");
        }
    }

    public async Task<int> ExitAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    public async Task<int> SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        return await ExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await SignalAsync("TERM");
        _process.Dispose();
        _written.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is not null)
            _lines.Enqueue(line);
        _written.Release();
    }
}
