using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IntegrationPortal.Web.Tests.Hosting;

/// <summary>Speaks as much of PostgreSQL's protocol as a client needs to learn that the server is version 15.</summary>
internal sealed class OldPostgres : IDisposable
{
    private const int SslRequest = 80877103;
    private const int GssRequest = 80877104;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public OldPostgres()
    {
        _listener.Start();
        _ = Task.Run(AnswerAsync);
    }

    public string ConnectionString => $"Host=127.0.0.1;Port={((IPEndPoint)_listener.LocalEndpoint).Port};Username=portal_app;Database=portal";

    public void Dispose() => _listener.Dispose();

    private async Task AnswerAsync()
    {
        while (true)
        {
            using var client = await _listener.AcceptTcpClientAsync();
            var stream = client.GetStream();
            while (await ReadStartupAsync(stream) is SslRequest or GssRequest)
                await stream.WriteAsync("N"u8.ToArray());
            await stream.WriteAsync(Message('R', new byte[4]));
            await stream.WriteAsync(Message('S', Encoding.ASCII.GetBytes("server_version\015.18\0")));
            await stream.WriteAsync(Message('S', Encoding.ASCII.GetBytes("client_encoding\0UTF8\0")));
            await stream.WriteAsync(Message('K', new byte[8]));
            await stream.WriteAsync(Message('Z', "I"u8.ToArray()));
            _ = await stream.ReadAsync(new byte[1024]);
        }
    }

    private static async Task<int> ReadStartupAsync(NetworkStream stream)
    {
        var length = new byte[4];
        await stream.ReadExactlyAsync(length);
        var body = new byte[BinaryPrimitives.ReadInt32BigEndian(length) - 4];
        await stream.ReadExactlyAsync(body);
        return BinaryPrimitives.ReadInt32BigEndian(body);
    }

    private static byte[] Message(char kind, byte[] body)
    {
        var message = new byte[body.Length + 5];
        message[0] = (byte)kind;
        BinaryPrimitives.WriteInt32BigEndian(message.AsSpan(1), body.Length + 4);
        body.CopyTo(message, 5);
        return message;
    }
}
