using System.Diagnostics;
using System.Net;
using System.Reflection;
using IntegrationPortal.Benchmarks;
using IntegrationPortal.Web.Data.Tenancy;
using Microsoft.AspNetCore.Mvc.ApplicationParts;

[assembly: HostingStartup(typeof(BareEndpoints))]

namespace IntegrationPortal.Benchmarks;

/// <summary>Adds the bare endpoints to the portal's own process.</summary>
public sealed class BareEndpoints : IHostingStartup
{
    public void Configure(IWebHostBuilder builder) => builder.ConfigureServices(services =>
        services.AddControllersWithViews().ConfigureApplicationPartManager(parts =>
        {
            parts.ApplicationParts.Add(new AssemblyPart(typeof(BareEndpoints).Assembly));
            parts.ApplicationParts.Add(new CompiledRazorAssemblyPart(typeof(BareEndpoints).Assembly));
        }));
}

/// <summary>The real portal as a process of its own, in production settings but for https, with the bare endpoints beside its pages.</summary>
internal sealed class ServedPortal : IAsyncDisposable
{
    private readonly Process _process;

    private ServedPortal(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public int ProcessId => _process.Id;

    /// <summary>One that nobody listens on now: a portal left by a killed run would answer for the new one.</summary>
    public static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>What runs in the child: the portal's own entry point.</summary>
    public static async Task<int> EntryAsync(string[] args)
    {
        var result = Assembly.Load("IntegrationPortal.Web").EntryPoint!.Invoke(null, [args]);
        return result is Task<int> task ? await task : (int)(result ?? 0);
    }

    public static async Task<ServedPortal> StartAsync(PortalDatabase database, int port)
    {
        var address = new Uri($"http://127.0.0.1:{port}");
        var info = new ProcessStartInfo(Environment.ProcessPath!, ["portal", "--urls", address.ToString(), "--applicationName", "IntegrationPortal.Web", "--contentRoot", AppContext.BaseDirectory])
        {
            RedirectStandardOutput = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["ASPNETCORE_HOSTINGSTARTUPASSEMBLIES"] = "IntegrationPortal.Benchmarks",
                ["ConnectionStrings__Portal"] = database.Application,
                ["ConnectionStrings__Aggregate"] = database.Aggregate,
                ["Portal__Demo"] = "true",
                ["Serilog__MinimumLevel__Default"] = "Warning",
                ["Logging__LogLevel__Default"] = "Warning",
            },
        };
        var process = Process.Start(info)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        using var http = new HttpClient();
        for (var i = 0; i < 1500; i++)
        {
            if (process.HasExited)
                throw new InvalidOperationException($"The portal ended with {process.ExitCode}.");
            try
            {
                if ((await http.GetAsync(new Uri(address, "/health/ready"))).StatusCode == HttpStatusCode.OK)
                    return new ServedPortal(process, address);
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(200);
        }

        throw new InvalidOperationException("The portal did not become ready.");
    }

    /// <summary>Resident memory now and at its highest, in MB, as the kernel counts it.</summary>
    public (int Now, int Peak) Memory()
    {
        var lines = File.ReadAllLines($"/proc/{_process.Id}/status");
        int Of(string name) => int.Parse(lines.Single(l => l.StartsWith(name, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], null) / 1024;
        return (Of("VmRSS:"), Of("VmHWM:"));
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
