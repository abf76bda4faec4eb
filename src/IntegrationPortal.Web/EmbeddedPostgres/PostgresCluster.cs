using System.Globalization;
using System.Net;
using System.Security.Cryptography;

namespace IntegrationPortal.Web.EmbeddedPostgres;

/// <summary>The data folder of one embedded server and the programs that create, run and stop it.</summary>
internal sealed record PostgresCluster(PostgresPackage Package, PostgresHome Home, ServerUser User)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private string PidFile => Path.Combine(Home.Data, "postmaster.pid");

    public async Task CreateWhenMissingAsync(CancellationToken cancellation)
    {
        if (Directory.Exists(Home.Data))
            return;

        await File.WriteAllTextAsync(Home.PasswordFile, RandomNumberGenerator.GetHexString(40, lowercase: true), cancellation);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Home.PasswordFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await User.OwnAsync(Home.PasswordFile, cancellation);

        // Renamed when complete, so that an interrupted start leaves nothing that looks like a database.
        var half = Home.Data + ".new";
        if (Directory.Exists(half))
            Directory.Delete(half, recursive: true);
        Directory.CreateDirectory(half);
        await User.OwnAsync(half, cancellation);
        await Command.MustRunAsync(User.Run(
            Package.Program("initdb"), "-D", half, "-U", "postgres", "--pwfile", Home.PasswordFile, "--auth=scram-sha-256",
            "--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-sync", "--no-instructions"), cancellation);
        Directory.Move(half, Home.Data);
    }

    public async Task<ServerProcess> StartAsync(int port, EmbeddedPostgresOptions options, CancellationToken cancellation)
    {
        var process = await ServerProcess.StartAsync(
            User.RunForAsLongAsThePortal([Package.Program("postgres"), "-D", Home.Data, .. Settings(port, options)]));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(15));
        try
        {
            while (!IsReady())
            {
                if (process.Exited.IsCompleted)
                    throw new CannotStartException($"The embedded PostgreSQL did not start; its last words: {process.LastLines}");
                await tick.WaitForNextTickAsync(limit.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new CannotStartException(
                $"The embedded PostgreSQL is not ready after {Patience.TotalSeconds:0} seconds (it may be mending itself after a crash): start again; its last words: {process.LastLines}");
        }

        return process;
    }

    /// <summary>Stops whatever server runs on the data folder: the own one, or the orphan of a portal that was killed.</summary>
    public async Task StopAsync(CancellationToken cancellation)
    {
        foreach (var mode in new[] { "fast", "immediate" })
        {
            // pg_ctl compares the recorded process with the living ones; a stale file is only that.
            var (exitCode, _) = await Command.RunAsync(User.Run(Package.Program("pg_ctl"), "stop", "-D", Home.Data, "-m", mode, "-w", "-t", "20"), cancellation);
            if (exitCode == 0 || !File.Exists(PidFile))
                return;
        }
    }

    public async Task StopOrphanAsync(CancellationToken cancellation)
    {
        if (File.Exists(PidFile))
            await StopAsync(cancellation);
    }

    // The eighth line of the file is the state of the server.
    private bool IsReady() => File.Exists(PidFile) && File.ReadAllLines(PidFile).ElementAtOrDefault(7)?.Trim() == "ready";

    private static IEnumerable<string> Settings(int port, EmbeddedPostgresOptions options)
    {
        var settings = new Dictionary<string, string>
        {
            ["port"] = port.ToString(CultureInfo.InvariantCulture),
            ["listen_addresses"] = IPAddress.Loopback.ToString(),
            ["unix_socket_directories"] = "",
            // Development and demo: if the whole machine goes down, the last second may be missing, never half a transaction.
            ["synchronous_commit"] = "off",
            ["wal_level"] = "minimal",
            ["max_wal_senders"] = "0",
            ["timezone"] = "UTC",
            ["log_timezone"] = "UTC",
        };
        if (options.Throwaway)
        {
            settings["fsync"] = "off";
            settings["full_page_writes"] = "off";
        }

        foreach (var (name, value) in options.Settings)
            settings[name] = value;
        return settings.SelectMany(setting => new[] { "-c", $"{setting.Key}={setting.Value}" });
    }
}
