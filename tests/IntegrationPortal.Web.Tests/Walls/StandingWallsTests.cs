using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using WallsOfData = IntegrationPortal.Web.Data.Tenancy.Walls;

namespace IntegrationPortal.Web.Tests.Walls;

/// <summary>The walls stand in the database itself, and whoever takes one down is noticed.</summary>
public sealed class StandingWallsTests(PortalHost host)
{
    [Fact]
    public async Task Every_table_of_a_municipality_has_its_locks()
    {
        var (tenantTables, caseTables) = await TablesAsync();
        Assert.InRange(tenantTables.Count, 15, 1000);
        Assert.InRange(caseTables.Count, 10, 1000);
        Assert.Empty(await WallInspection.GapsAsync(host.Database.Owner, tenantTables, caseTables));
    }

    /// <summary>The checker itself is checked: each of these must be found.</summary>
    private static readonly (string Sabotage, string Gap)[] Sabotages =
    [
        ("drop policy tenant_lock on person", "person: has no tenant lock"),
        ("alter table handover no force row level security", "handover: row-level security does not bind the owner"),
        ("alter table case_event disable row level security", "case_event: row-level security is not on"),
        ("create policy easy on consent using (true)", "consent: has a policy that opens it to every role"),
        ("create policy easy on person_fact to portal_app using (true)", "person_fact: holds data of a case and is open to the whole municipality"),
        ("create table note (tenant_id uuid)", "note: row-level security is not on"),
        ("drop policy seen_by_guest on participation; drop policy moved_by_person on participation; drop policy joined_by_sheet on participation; drop policy moved_by_sheet on participation; drop policy seen on participation; drop policy joined on participation; drop policy moved on participation", "participation: has no policy for the application role"),
        ("create function app.easy() returns boolean language sql as $$ select exists (select from person) $$", "app.easy(): finds its tables wherever the session has some"),
        ("create function app.easier() returns boolean language plpgsql as $$ begin return true; end $$", "app.easier(): finds its tables wherever the session has some"),
        ("grant temporary on database broken_walls to public", "database: the application role makes tables of its own"),
    ];

    [Fact]
    public async Task A_broken_wall_is_noticed_and_put_back_by_the_next_migration()
    {
        var (tenantTables, caseTables) = await TablesAsync();
        var scratch = await host.NewDatabaseAsync("broken_walls");
        await using var owner = new NpgsqlConnection(scratch.Owner);
        await owner.OpenAsync();
        Assert.Empty(await WallInspection.GapsAsync(scratch.Owner, tenantTables, caseTables));
        foreach (var (sabotage, _) in Sabotages)
        {
            await using var saboteur = new NpgsqlCommand(sabotage, owner);
            await saboteur.ExecuteNonQueryAsync();
        }

        var gaps = await WallInspection.GapsAsync(scratch.Owner, tenantTables, caseTables);
        Assert.All(Sabotages, s => Assert.Contains(s.Gap, gaps));

        await using (var undo = new NpgsqlCommand("drop table note; drop function app.easy(); drop function app.easier()", owner))
            await undo.ExecuteNonQueryAsync();
        await IntegrationPortal.Web.Data.Migrator.MigrateAsync(scratch.Owner);
        Assert.Empty(await WallInspection.GapsAsync(scratch.Owner, tenantTables, caseTables));
    }

    [Fact]
    public async Task Keys_between_tables_of_a_municipality_carry_the_municipality()
    {
        await using var owner = new NpgsqlConnection(host.Database.Owner);
        await owner.OpenAsync();
        // Foreign keys ignore row-level security, so a key without the tenant could point across the wall.
        await using var command = new NpgsqlCommand("""
            select k.conrelid::regclass || '.' || k.conname, exists (
                select from unnest(k.conkey, k.confkey) as pair (own, other)
                join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.own and a.attname = 'tenant_id'
                join pg_attribute b on b.attrelid = k.confrelid and b.attnum = pair.other and b.attname = 'tenant_id')
            from pg_constraint k
            where k.contype = 'f'
              and exists (select from pg_attribute a where a.attrelid = k.conrelid and a.attname = 'tenant_id')
              and exists (select from pg_attribute a where a.attrelid = k.confrelid and a.attname = 'tenant_id')
            """, owner);
        await using var reader = await command.ExecuteReaderAsync();
        var keys = new List<(string Name, bool CarriesTenant)>();
        while (await reader.ReadAsync())
            keys.Add((reader.GetString(0), reader.GetBoolean(1)));
        Assert.InRange(keys.Count, 15, 1000);
        Assert.Empty(keys.Where(k => !k.CarriesTenant).Select(k => k.Name));
    }

    [Fact]
    public async Task Functions_with_definer_rights_belong_to_a_role_that_owns_nothing_else_and_signs_in_nowhere()
    {
        await using var owner = new NpgsqlConnection(host.Database.Owner);
        await owner.OpenAsync();
        Assert.True(await AskAsync<long>(owner, "select count(*) from pg_proc where prosecdef and pronamespace = 'reading'::regnamespace") > 3);
        Assert.Equal(0L, await AskAsync<long>(owner, """
            select count(*) from pg_proc p where p.prosecdef and pronamespace in ('reading'::regnamespace, 'app'::regnamespace, 'public'::regnamespace)
              and (proowner <> 'portal_reader'::regrole or not 'search_path=public, pg_temp' = any (proconfig)
                or has_function_privilege('public', p.oid, 'execute'))
            """));
        // One view, which tries no condition of a reader on a row before its own.
        Assert.Equal("case_line security_barrier=true", await AskAsync<string>(
            owner, "select string_agg(relname || ' ' || array_to_string(reloptions, ','), ' ') from pg_class where relowner = 'portal_reader'::regrole and relkind = 'v'"));
        // And four tables, the words of names and where leads were moved to and which sheet opens what, of which nobody else may know even how many rows there are.
        Assert.Equal("lead_turn name_key person_token sheet_token", await AskAsync<string>(
            owner, "select string_agg(relname, ' ' order by relname) from pg_class where relowner = 'portal_reader'::regrole and relkind = 'r'"));
        Assert.Equal(0L, await AskAsync<long>(owner, """
            select count(*) from pg_class c, aclexplode(c.relacl) a where c.relowner = 'portal_reader'::regrole and c.relkind = 'r' and a.grantee <> 'portal_reader'::regrole
            """));
        Assert.False(await AskAsync<bool>(owner, "select rolcanlogin or rolsuper or rolbypassrls from pg_roles where rolname = 'portal_reader'"));
        // The reader is held by the tenant lock: without a tenant it sees nothing either.
        await using var superuser = new NpgsqlConnection(host.Superuser);
        await superuser.OpenAsync();
        Assert.Equal(0L, await AskAsync<long>(superuser, "set role portal_reader; select count(*) from actor"));
    }

    [Fact]
    public async Task The_application_role_owns_nothing_and_is_nobody_else()
    {
        await using var owner = new NpgsqlConnection(host.Database.Owner);
        await owner.OpenAsync();
        Assert.False(await AskAsync<bool>(owner, "select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication from pg_roles where rolname = 'portal_app'"));
        Assert.Equal(0L, await AskAsync<long>(owner, "select count(*) from pg_auth_members where member = 'portal_app'::regrole"));
        Assert.Equal(0L, await AskAsync<long>(owner, """
            select (select count(*) from pg_class where relowner = 'portal_app'::regrole) + (select count(*) from pg_proc where proowner = 'portal_app'::regrole)
            """));
        Assert.Equal(0L, await AskAsync<long>(owner, """
            select count(*) from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
              and (has_table_privilege('portal_app', c.oid, 'truncate') or has_table_privilege('portal_app', c.oid, 'trigger') or has_table_privilege('portal_app', c.oid, 'references'))
            """));
        Assert.False(await AskAsync<bool>(owner, "select has_schema_privilege('portal_app', 'public', 'create') or has_schema_privilege('portal_app', 'app', 'create') or has_schema_privilege('portal_app', 'reading', 'create')"));
    }

    /// <summary>Every start of a portal migrates: then all functions are there before the first grant.</summary>
    [Fact]
    public async Task A_second_migration_gives_the_application_role_no_more_than_the_first()
    {
        const string rights = """
            select string_agg(what, E'\n' order by what) from (
                select 'execute ' || p.oid::regprocedure as what from pg_proc p where has_function_privilege('portal_app', p.oid, 'execute')
                union all select c.oid::regclass || ' ' || coalesce(c.relacl::text, '') from pg_class c where c.relnamespace = any (array['public', 'reading', 'indicator', 'programme']::regnamespace[])
                union all select a.attrelid::regclass || '.' || a.attname || ' ' || a.attacl::text from pg_attribute a where a.attacl is not null) r
            """;
        var scratch = await host.NewDatabaseAsync("migrated_twice");
        await using var owner = new NpgsqlConnection(scratch.Owner);
        await owner.OpenAsync();
        var first = (await AskAsync<string>(owner, rights)).Split('\n');
        await IntegrationPortal.Web.Data.Migrator.MigrateAsync(scratch.Owner);
        var second = (await AskAsync<string>(owner, rights)).Split('\n');
        Assert.Empty(second.Except(first));
        Assert.Empty(first.Except(second));
        Assert.Contains("execute reading.participates(uuid)", second);
        Assert.DoesNotContain("execute reading.find_ends()", second);
    }

    private async Task<(IReadOnlyCollection<string> Tenant, IReadOnlyCollection<string> Case)> TablesAsync() =>
        await host.Portal.AsNobodyAsync(db =>
        {
            var tables = WallsOfData.TenantTables(db.Model).ToList();
            return Task.FromResult<(IReadOnlyCollection<string>, IReadOnlyCollection<string>)>((
                [.. tables.Select(t => t.GetTableName()!)],
                [.. tables.Where(t => typeof(IBelongsToCase).IsAssignableFrom(t.ClrType)).Select(t => t.GetTableName()!)]));
        });

    private static async Task<T> AskAsync<T>(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
