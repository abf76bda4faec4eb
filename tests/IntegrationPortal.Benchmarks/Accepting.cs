using System.Collections.Concurrent;
using System.Diagnostics;
using Npgsql;

namespace IntegrationPortal.Benchmarks;

/// <summary>Sixteen at once accept handovers, each another one, against sixteen that change one row each.</summary>
internal static class Accepting
{
    private const int Most = 2_800;

    public static async Task<(Figures Accepts, Figures Updates)> RunAsync(BenchTown town, Visitor visitor, ProcessorTime time)
    {
        var open = new ConcurrentQueue<Guid>(await OpenHandoversAsync(town));
        // Until the compiler has seen it often enough, as in a portal that has run for a day: three quarters of what there is.
        var warmUp = open.Count * 3 / 4;
        var number = open.Count - warmUp;
        var page = $"/handovers/{open.First()}";
        var acceptToken = await visitor.TokenAsync(page);
        var updateToken = await visitor.TokenAsync("/bench/form");
        Task<HttpResponseMessage> Accept(int _) => open.TryDequeue(out var id)
            ? visitor.PostAsync($"/handovers/{id}/accept", acceptToken)
            : throw new InvalidOperationException("No handover is left.");
        Task<HttpResponseMessage> Update(int i) =>
            visitor.PostAsync("/bench/update", updateToken, ("id", town.BareRows[i % town.BareRows.Length].ToString()), ("seq", i.ToString(null, null)));
        await RateAsync(Accept, warmUp, time);
        await RateAsync(Update, warmUp, time);
        return (await RateAsync(Accept, number, time), await RateAsync(Update, number, time));
    }

    private static async Task<List<Guid>> OpenHandoversAsync(BenchTown town)
    {
        await using var source = NpgsqlDataSource.Create(town.Superuser);
        await using var command = source.CreateCommand(
            "select h.id from handover h join membership m on m.actor_id = h.to_actor_id where h.state = 'Sent' order by h.id limit $1");
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = Most });
        await using var rows = await command.ExecuteReaderAsync();
        var ids = new List<Guid>();
        while (await rows.ReadAsync())
            ids.Add(rows.GetGuid(0));
        return ids;
    }

    private static async Task<Figures> RateAsync(Func<int, Task<HttpResponseMessage>> post, int number, ProcessorTime time)
    {
        var before = time.Now();
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(Enumerable.Range(0, number), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, _) =>
        {
            using var answer = await post(i);
            if ((int)answer.StatusCode != 303)
                throw new InvalidOperationException($"A post was answered with {(int)answer.StatusCode}.");
        });
        var rate = number / watch.Elapsed.TotalSeconds;
        var after = time.Now();
        return new Figures(rate, 0, (after.Portal - before.Portal) / number, (after.Database - before.Database) / number);
    }
}
