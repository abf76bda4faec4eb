using System.Diagnostics;
using Npgsql;

namespace IntegrationPortal.Benchmarks;

/// <summary>Sixteen at once accept handovers, each another one, against sixteen that change one row each.</summary>
internal static class Accepting
{
    private const int Most = 2_000;

    private const int WarmUps = 4;

    public static async Task<(Figures Accepts, Figures Updates)> RunAsync(BenchTown town, Visitor visitor, ProcessorTime time)
    {
        var open = await OpenHandoversAsync(town);
        var acceptToken = await visitor.TokenAsync($"/handovers/{open[0]}");
        var updateToken = await visitor.TokenAsync("/bench/form");
        Task<HttpResponseMessage> Accept(int i) => visitor.PostAsync($"/handovers/{open[i]}/accept", acceptToken);
        Task<HttpResponseMessage> Update(int i) =>
            visitor.PostAsync("/bench/update", updateToken, ("id", town.BareRows[i % town.BareRows.Length].ToString()), ("seq", i.ToString(null, null)));
        // Until the compiler has seen both often enough, as in a portal that has run for a day.
        for (var i = 0; i < WarmUps; i++)
        {
            await RateAsync(Accept, open.Count, time);
            await RateAsync(Update, open.Count, time);
            await TakeBackAsync(town, open);
        }

        return (await RateAsync(Accept, open.Count, time), await RateAsync(Update, open.Count, time));
    }

    /// <summary>As if nobody had answered yet, so that the same ones can be accepted once more.</summary>
    private static async Task TakeBackAsync(BenchTown town, List<Guid> handovers)
    {
        await using var source = NpgsqlDataSource.Create(town.Superuser);
        await using var command = source.CreateCommand("update handover set state = 'Sent', accepted_at = null, changed_at = sent_at where id = any ($1)");
        command.Parameters.Add(new NpgsqlParameter<List<Guid>> { TypedValue = handovers });
        await command.ExecuteNonQueryAsync();
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
