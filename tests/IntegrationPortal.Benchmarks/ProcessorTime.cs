using Npgsql;

namespace IntegrationPortal.Benchmarks;

/// <summary>
/// How much processor time the portal and its PostgreSQL have used, as the kernel counts it. What a page costs, other programs that run
/// beside it hardly change; how many pages a second there are, they do.
/// </summary>
internal sealed class ProcessorTime
{
    // Linux tells processes this unit whatever the kernel's own is (man 5 proc).
    private const double MillisecondsOfATick = 10;

    private readonly int _portal;
    private readonly int _postmaster;

    private ProcessorTime(int portal, int postmaster) => (_portal, _postmaster) = (portal, postmaster);

    public static async Task<ProcessorTime> OfAsync(int portal, string superuser)
    {
        await using var source = NpgsqlDataSource.Create(superuser);
        await using var command = source.CreateCommand("select pg_backend_pid()");
        var backend = (int)(await command.ExecuteScalarAsync())!;
        return new ProcessorTime(portal, (int)Read(backend)![1]);
    }

    /// <summary>Milliseconds since they were started, of the portal and of the server with all its sessions, also those that have ended.</summary>
    public (double Portal, double Database) Now()
    {
        var server = Ticks(_postmaster, 11, 12, 13, 14);
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), out var process) && Read(process) is { } numbers && numbers[1] == _postmaster)
                server += numbers[11] + numbers[12];
        }

        return (Ticks(_portal, 11, 12) * MillisecondsOfATick, server * MillisecondsOfATick);
    }

    private static long Ticks(int process, params int[] fields) => Read(process) is { } numbers ? fields.Sum(f => numbers[f]) : 0;

    // Everything behind the name, which may hold spaces: state, parent, … user time, system time, and both of ended children.
    private static long[]? Read(int process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            return [.. text[(text.LastIndexOf(')') + 2)..].Split(' ').Select(f => long.TryParse(f, out var number) ? number : 0)];
        }
        catch (IOException)
        {
            // It has ended meanwhile.
            return null;
        }
    }
}
