using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Threading.Channels;
using IntegrationPortal.Web.Tests.Presentation;
using MimeKit;

namespace IntegrationPortal.Web.Tests.Testing;

/// <summary>A mail as the server took it.</summary>
public sealed record ReceivedMail(IReadOnlyList<string> To, string Raw)
{
    public MimeMessage Message { get; } = MimeMessage.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Raw)));
}

/// <summary>A real mail server in a process of its own (npm smtp-server).</summary>
public sealed class SmtpServer : IDisposable
{
    private readonly Process process;
    private bool stopped;
    private readonly Channel<ReceivedMail?> mails = Channel.CreateUnbounded<ReceivedMail?>();

    private SmtpServer(Process process, int port) => (this.process, Port) = (process, port);

    public int Port { get; }

    /// <summary>Settings of a portal that sends through this server.</summary>
    public Dictionary<string, string> Settings => new()
    {
        ["Mail:Host"] = "127.0.0.1",
        ["Mail:Port"] = Port.ToString(CultureInfo.InvariantCulture),
        ["Mail:Security"] = "None",
        ["Mail:From"] = "Integrationsportal Krefeld <portal@krefeld.example>",
        ["Portal:PublicUrl"] = "https://portal.krefeld.example",
    };

    public static async Task<SmtpServer> StartAsync(int port = 0, string password = "")
    {
        var script = Path.Combine(SourceTree.Root, "tests", "IntegrationPortal.Web.Tests", "Testing", "smtp-server.mjs");
        var package = Path.Combine(SourceTree.Root, "src", "IntegrationPortal.Web", "package.json");
        var process = Process.Start(new ProcessStartInfo("node", [script, package, port.ToString(CultureInfo.InvariantCulture), password])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var first = await process.StandardOutput.ReadLineAsync();
        var server = new SmtpServer(process, JsonDocument.Parse(first!).RootElement.GetProperty("port").GetInt32());
        _ = server.ListenAsync();
        return server;
    }

    /// <summary>The next mail; fails after a while without one.</summary>
    public async Task<ReceivedMail> NextAsync() =>
        await ReadAsync() ?? throw new InvalidOperationException("One test asks its mail server one thing at a time.");

    /// <summary>All mails the server has taken and nobody has read: the server says itself that no more are on the way here.</summary>
    public async Task<IReadOnlyList<ReceivedMail>> RestAsync()
    {
        await process.StandardInput.WriteLineAsync("all?");
        var rest = new List<ReceivedMail>();
        while (await ReadAsync() is { } mail)
            rest.Add(mail);
        return rest;
    }

    /// <summary>Stops the server at once; may be called twice.</summary>
    public void Dispose()
    {
        if (stopped)
            return;
        stopped = true;
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private async Task<ReceivedMail?> ReadAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(45));
        return await mails.Reader.ReadAsync(patience.Token);
    }

    private async Task ListenAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            var said = JsonDocument.Parse(line).RootElement;
            mails.Writer.TryWrite(said.TryGetProperty("raw", out var raw)
                ? new ReceivedMail([.. said.GetProperty("to").EnumerateArray().Select(t => t.GetString()!)], raw.GetString()!)
                : null);
        }
    }
}
