using System.Diagnostics;

namespace IntegrationPortal.Web.EmbeddedPostgres;

/// <summary>The running postgres process and the last lines it wrote.</summary>
internal sealed class ServerProcess
{
    private readonly Queue<string> _lines = new();
    private readonly TaskCompletionSource _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess()
    {
    }

    public Task Exited => _exited.Task;

    public string LastLines
    {
        get
        {
            lock (_lines)
                return string.Join(" | ", _lines);
        }
    }

    /// <summary>
    /// Starts the server on a thread that lives as long as it: Linux sends the parent-death signal when the
    /// <em>thread</em> that started the child ends, and a thread of the pool ends when it is idle.
    /// </summary>
    public static async Task<ServerProcess> StartAsync(IEnumerable<string> line)
    {
        var server = new ServerProcess();
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var info = Command.Prepare(line);
        new Thread(() => server.Watch(info, started)) { IsBackground = true, Name = "embedded PostgreSQL" }.Start();
        await started.Task;
        return server;
    }

    private void Watch(ProcessStartInfo info, TaskCompletionSource started)
    {
        try
        {
            using var process = Process.Start(info)!;
            process.OutputDataReceived += (_, line) => Remember(line.Data);
            process.ErrorDataReceived += (_, line) => Remember(line.Data);
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            process.StandardInput.Close();
            started.SetResult();
            process.WaitForExit();
            _exited.SetResult();
        }
        catch (Exception failure) when (started.TrySetException(failure))
        {
            _exited.TrySetResult();
        }
    }

    private void Remember(string? line)
    {
        if (line is null)
            return;
        lock (_lines)
        {
            _lines.Enqueue(line);
            if (_lines.Count > 20)
                _lines.Dequeue();
        }
    }
}
