using IntegrationPortal.Web.Data.Indicators;
using IntegrationPortal.Web.Tests.Testing;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Indicators;

/// <summary>Roles of the programme read published numbers and nothing else, held by a role of the database (R-DP 24).</summary>
public sealed class AggregateRoleTests(PortalHost host)
{
    private static readonly string[] Open =
    [
        "indicator.cell", "indicator.definition", "indicator.part", "indicator.process_cell", "indicator.process_run", "indicator.successor", "indicator.target", "indicator.threshold",
        "public.district", "public.federal_state", "public.municipal_association", "public.municipality",
    ];

    [Fact]
    public async Task The_reading_role_can_read_published_numbers_and_nothing_else_at_all()
    {
        var tables = await TablesAsync();
        Assert.True(tables.Count > 80);
        await using var reading = new NpgsqlConnection(host.Database.Aggregate);
        await reading.OpenAsync();
        foreach (var table in tables)
            Assert.True(Open.Contains(table) == await MayAsync(reading, $"select 1 from {table} limit 1"), table);
        foreach (var table in Open)
            Assert.False(await MayAsync(reading, $"delete from {table}"), table);
        // No function of ours, definer rights or not, beyond the two that hash a definition.
        Assert.Empty((await ListAsync(reading, """
            select p.oid::regprocedure::text from pg_proc p where pronamespace in (select oid from pg_namespace where nspname in ('app', 'counting', 'reading', 'indicator_raw', 'hangfire'))
              and has_function_privilege(p.oid, 'execute') and has_schema_privilege(pronamespace, 'usage')
            """)));
        Assert.False(await MayAsync(reading, "create table note (id int)"));
        Assert.False(await MayAsync(reading, "create temp table note (id int)"));
        Assert.False(await MayAsync(reading, "set role portal_counter"));
    }

    [Fact]
    public async Task The_serving_role_sees_neither_counts_nor_facts_and_may_only_ask_to_have_it_counted()
    {
        await using var app = new NpgsqlConnection(host.Database.Application);
        await app.OpenAsync();
        foreach (var table in (await TablesAsync()).Where(t => t.StartsWith("indicator_raw.", StringComparison.Ordinal) || (t.StartsWith("indicator.", StringComparison.Ordinal) && t != "indicator.target")))
            Assert.False(await MayAsync(app, $"select 1 from {table} limit 1"), table);
        // And may tell the working days of a municipality that has none yet.
        Assert.Equal(["counting.count_process(uuid)", "counting.learn_days(uuid,date,boolean[])", "counting.processes_waiting()", "counting.refresh(uuid)", "counting.refresh_entries()", "counting.waiting()", "counting.without_days()"], await ListAsync(app, """
            select p.oid::regprocedure::text from pg_proc p where pronamespace = 'counting'::regnamespace and has_function_privilege(p.oid, 'execute') order by 1
            """));
        Assert.False(await MayAsync(app, "set role portal_counter"));
    }

    [Fact]
    public async Task The_role_that_counts_signs_in_nowhere_owns_no_table_and_is_bound_by_the_tenant_wall()
    {
        await using var superuser = new NpgsqlConnection(host.Superuser);
        await superuser.OpenAsync();
        Assert.Empty(await ListAsync(superuser, """
            select rolname::text from pg_roles where rolname = 'portal_counter' and (rolcanlogin or rolsuper or rolbypassrls)
            union all select relname from pg_class where relowner = 'portal_counter'::regrole
            union all select p.oid::regprocedure::text from pg_proc p where p.prosecdef and p.pronamespace = 'counting'::regnamespace
              and (p.proowner <> 'portal_counter'::regrole or not 'search_path=public, pg_temp' = any (p.proconfig) or has_function_privilege('public', p.oid, 'execute'))
            """));
        await host.TownAsync();
        Assert.Equal(["0"], await ListAsync(superuser, "set role portal_counter; select count(*)::text from actor"));
    }

    [Fact]
    public async Task Every_definition_hashes_in_the_domain_as_in_the_database_and_none_is_missing()
    {
        await using var aggregate = new AggregateDatabase(host.Database.Aggregate);
        var definitions = await new IndicatorReader(aggregate).DefinitionsAsync(TestContext.Current.CancellationToken);
        Assert.All(definitions, d => Assert.Equal(d.Hash, d.ComputeHash()));
        string[] research = [.. "P1 P2 P3 P4 P5 P6 P7 P8 P9 B1 B2 L1 L2 L3 L4 R1 R2 W1 W2 H1 K1 K2 V1 V2 V3 G1 G2 C1 C2 C3 X1 X2 X3 X4 X5 X6".Split(' ')];
        Assert.Empty(research.Except(definitions.Select(d => d.Code)));
        Assert.All(definitions.Where(d => d.Supply == Domain.Indicators.IndicatorSupply.Missing), d => Assert.NotNull(d.SourceNote));
    }

    private async Task<List<string>> TablesAsync()
    {
        await using var superuser = new NpgsqlConnection(host.Superuser);
        await superuser.OpenAsync();
        return await ListAsync(superuser, """
            select format('%s.%s', nspname, quote_ident(relname)) from pg_class join pg_namespace on pg_namespace.oid = relnamespace
            where relkind in ('r', 'p', 'v', 'm') and nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and nspname not like 'pg_temp%' order by 1
            """);
    }

    private static async Task<bool> MayAsync(NpgsqlConnection connection, string sql)
    {
        try
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
            return true;
        }
        catch (PostgresException refused) when (refused.SqlState is PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.ReadOnlySqlTransaction)
        {
            return false;
        }
    }

    private static async Task<List<string>> ListAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var rows = await command.ExecuteReaderAsync();
        var found = new List<string>();
        while (await rows.ReadAsync())
            found.Add(rows.GetString(0));
        return found;
    }
}
