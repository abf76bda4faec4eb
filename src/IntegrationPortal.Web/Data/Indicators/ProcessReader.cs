using IntegrationPortal.Domain.Analysis;
using Npgsql;

namespace IntegrationPortal.Web.Data.Indicators;

/// <summary>The months that were counted last in a municipality, from the first day to the last.</summary>
public sealed record ProcessRun(DateOnly Since, DateOnly Until);

/// <summary>
/// Reads what is published about the real process of a municipality, through the role that reads published numbers and nothing else
/// (ADR 14, 23). Whose municipality somebody may see is asked by the page.
/// </summary>
public sealed class ProcessReader(AggregateDatabase database)
{
    /// <summary>Null for a municipality that was never counted.</summary>
    public async Task<ProcessRun?> RunAsync(string place, CancellationToken cancellation = default) => (await ReadAsync(
        "select since, until from indicator.process_run where municipality_key = $1", [place],
        row => new ProcessRun(row.GetFieldValue<DateOnly>(0), row.GetFieldValue<DateOnly>(1)), cancellation)).SingleOrDefault();

    /// <summary>The processes of which something may be told, the one with most cases first.</summary>
    public Task<List<string>> ProcessesAsync(string place, CancellationToken cancellation = default) => ReadAsync(
        "select template_key from indicator.process_cell where municipality_key = $1 group by template_key order by coalesce(sum(n) filter (where kind = 'step'), 0) desc, template_key",
        [place], row => row.GetString(0), cancellation);

    /// <summary>All that may be told about one process.</summary>
    public async Task<ProcessFigures> FiguresAsync(string place, string process, CancellationToken cancellation = default) => new(await ReadAsync("""
        select kind, a, b, basis, n, share, days, most, since, until from indicator.process_cell where municipality_key = $1 and template_key = $2 order by kind, a, b
        """, [place, process], row => new ProcessCell(
            Enum.Parse<ProcessKind>(row.GetString(0), ignoreCase: true), row.GetString(1), row.GetString(2),
            row.GetString(3) switch { "few_hits" => ProcessBasis.FewHits, "few_misses" => ProcessBasis.FewMisses, _ => ProcessBasis.Shown },
            row.IsDBNull(4) ? null : row.GetInt32(4), row.IsDBNull(5) ? null : row.GetInt32(5), row.IsDBNull(6) ? null : row.GetDecimal(6), row.IsDBNull(7) ? null : row.GetDecimal(7),
            row.GetFieldValue<DateOnly>(8), row.GetFieldValue<DateOnly>(9)), cancellation));

    private async Task<List<T>> ReadAsync<T>(string sql, string[] values, Func<NpgsqlDataReader, T> read, CancellationToken cancellation)
    {
        await using var command = database.Command(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = value });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var found = new List<T>();
        while (await rows.ReadAsync(cancellation))
            found.Add(read(rows));
        return found;
    }
}
