using Npgsql;

namespace IntegrationPortal.Web.Data.Reference;

/// <summary>Brings the reference data of this program into the database. Needs the owner role, after the migration.</summary>
public static class ReferenceLoader
{
    /// <summary>What rests on a norm in any municipality ends when the norm does (Data/Tenancy/Sql/grounds.sql).</summary>
    public const string CarryNorms = """
        do $$
        declare town uuid;
        begin
            for town in select id from tenant loop
                perform set_config('app.tenant', town::text, true), reading.carry_norms();
            end loop;
            perform set_config('app.tenant', '', true);
        end $$
        """;

    /// <summary>Loads the seeds whose content differs from what the database holds, all or none.</summary>
    /// <returns>Rows per seed that was loaded; empty when there was nothing to do.</returns>
    public static async Task<IReadOnlyDictionary<string, int>> LoadAsync(NpgsqlConnection owner, CancellationToken cancellation = default)
    {
        await using var transaction = await owner.BeginTransactionAsync(cancellation);
        // Two instances that start together load one after the other; the second finds nothing to do.
        await RunAsync(owner, "lock table reference_state in share row exclusive mode", cancellation);
        var known = await KnownAsync(owner, cancellation);
        var loaded = new Dictionary<string, int>();
        foreach (var seed in ReferenceSeed.All)
        {
            var hash = seed.Hash();
            if (known.GetValueOrDefault(seed.Table) != hash)
                loaded[seed.Table] = await LoadAsync(owner, seed, hash, cancellation);
        }

        if (loaded.ContainsKey("statutory_basis"))
            await RunAsync(owner, CarryNorms, cancellation);
        await transaction.CommitAsync(cancellation);
        return loaded;
    }

    private static async Task<int> LoadAsync(NpgsqlConnection owner, ReferenceSeed seed, string hash, CancellationToken cancellation)
    {
        var columns = seed.Columns();
        var list = string.Join(", ", columns);
        var key = string.Join(", ", seed.Key);
        await RunAsync(owner, $"create temp table seed (like {seed.Table}) on commit drop", cancellation);
        if (seed.Words is { } words)
            await RunAsync(owner, $"alter table seed alter {words} type text[] using null", cancellation);

        await using (var copy = await owner.BeginTextImportAsync($"copy seed ({list}) from stdin (format csv, header match)", cancellation))
        using (var reader = new StreamReader(seed.Open()))
            await copy.WriteAsync((await reader.ReadToEndAsync(cancellation)).AsMemory(), cancellation);

        var rows = Convert.ToInt32(await ScalarAsync(owner, "select count(*) from seed", cancellation), null);
        if (seed.Removes)
            await RunAsync(owner, $"delete from {seed.Table} where ({key}) not in (select {key} from seed)", cancellation);
        var others = columns.Except(seed.Key).Select(c => $"{c} = excluded.{c}");
        var conflict = seed.Keeps ? "do nothing" : $"({key}) do update set {string.Join(", ", others)}";
        await RunAsync(
            owner,
            $"insert into {seed.Table} ({list}) select {string.Join(", ", columns.Select(seed.Expression))} from seed on conflict {conflict}",
            cancellation);
        await RunAsync(owner, "drop table seed", cancellation);
        await RememberAsync(owner, seed, hash, rows, cancellation);
        return rows;
    }

    private static async Task<Dictionary<string, string>> KnownAsync(NpgsqlConnection owner, CancellationToken cancellation)
    {
        var known = new Dictionary<string, string>();
        await using var command = new NpgsqlCommand("select seed, hash from reference_state", owner);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            known[reader.GetString(0)] = reader.GetString(1);
        return known;
    }

    private static async Task RememberAsync(NpgsqlConnection owner, ReferenceSeed seed, string hash, int rows, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            insert into reference_state (seed, hash, rows, loaded_at) values ($1, $2, $3, now())
            on conflict (seed) do update set hash = excluded.hash, rows = excluded.rows, loaded_at = excluded.loaded_at
            """,
            owner);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = seed.Table });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = hash });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = rows });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task RunAsync(NpgsqlConnection owner, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, owner);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection owner, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, owner);
        return await command.ExecuteScalarAsync(cancellation);
    }
}
