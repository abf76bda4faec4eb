using Npgsql;

namespace IntegrationPortal.Web.Tests.Forms.AtOnce;

/// <summary>How many rows stand in every table of the portal: what a sending has added, whatever it was.</summary>
internal static class Rows
{
    internal const string OfThePortal = "c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'hangfire')";

    /// <summary>Each reading is written down, also that of the page on which somebody is told; and a word is kept once, whoever used it first.</summary>
    private static readonly string[] NotCounted = ["public.access_entry", "public.handbook_word"];

    private const string Tables = $"""
        select string_agg(format('select %L, (select count(*) from %I.%I)', n.nspname || '.' || c.relname, n.nspname, c.relname), ' union all ')
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where {OfThePortal}
        """;

    public static async Task<Dictionary<string, long>> CountAsync(NpgsqlDataSource database)
    {
        await using var tables = database.CreateCommand(Tables);
        await using var count = database.CreateCommand((string)(await tables.ExecuteScalarAsync())!);
        await using var reader = await count.ExecuteReaderAsync();
        var rows = new Dictionary<string, long>();
        while (await reader.ReadAsync())
            rows[reader.GetString(0)] = reader.GetInt64(1);
        return rows;
    }

    /// <summary>Each table that has more or fewer rows than before.</summary>
    public static string Difference(Dictionary<string, long> before, Dictionary<string, long> after) =>
        string.Join(", ", from table in after
                          where table.Value != before[table.Key] && !NotCounted.Contains(table.Key)
                          orderby table.Key
                          select $"{table.Key} {table.Value - before[table.Key]:+0;-0}");
}
