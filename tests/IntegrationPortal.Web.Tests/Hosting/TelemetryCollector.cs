using System.Net;
using System.Text;

namespace IntegrationPortal.Web.Tests.Hosting;

/// <summary>Takes what OpenTelemetry sends.</summary>
internal sealed class TelemetryCollector : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly SemaphoreSlim _arrived = new(0);
    private readonly StringBuilder _text = new();

    public TelemetryCollector()
    {
        Address = $"http://127.0.0.1:{PortalProcess.FreePort()}";
        _listener.Prefixes.Add(Address + "/");
        _listener.Start();
        _ = Task.Run(TakeAsync);
    }

    public string Address { get; }

    public string Text
    {
        get
        {
            lock (_text)
                return _text.ToString();
        }
    }

    public async Task SeeAsync(params string[] paths)
    {
        while (!paths.All(path => Text.Contains(path, StringComparison.Ordinal)))
            Assert.True(await _arrived.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken), $"Only these arrived: {Text}");
    }

    public void Dispose()
    {
        _listener.Close();
        _arrived.Dispose();
    }

    private async Task TakeAsync()
    {
        while (_listener.IsListening)
        {
            var context = await _listener.GetContextAsync();
            using var body = new StreamReader(context.Request.InputStream, Encoding.Latin1);
            var content = await body.ReadToEndAsync();
            lock (_text)
                _text.Append(context.Request.Url!.AbsolutePath).Append(' ').Append(content).Append('\n');
            context.Response.Close();
            _arrived.Release();
        }
    }
}
