using System.Diagnostics;
using System.Globalization;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.EmbeddedPostgres;
using Npgsql;

namespace IntegrationPortal.Benchmarks;

/// <summary>Counting indicators from many events of 23 municipalities over 24 months: all at once, and after one more event.</summary>
internal static class IndicatorsRun
{
    /// <summary>Of each case: five handovers of three events and five steps of one.</summary>
    private const int EventsOfACase = 20;

    /// <summary>Where the time went, function by function without what they call.</summary>
    private const string MostTime =
        "select coalesce(string_agg(funcname || ' ' || round(self_time / 1000) || ' s', ', ' order by self_time desc), '') from (select * from pg_stat_user_functions where schemaname = 'counting' order by self_time desc limit 7) f";

    public static async Task<int> RunAsync(int events)
    {
        var folder = Path.Combine(Path.GetTempPath(), "integration-portal-bench-indicators");
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        await using var server = await EmbeddedPostgresServer.StartAsync(folder, new EmbeddedPostgresOptions
        {
            Throwaway = true,
            Settings = new Dictionary<string, string> { ["shared_buffers"] = "1GB", ["max_wal_size"] = "8GB", ["work_mem"] = "64MB", ["track_functions"] = "pl" },
        });
        var database = await DatabaseRoles.CreateAsync(server.ConnectionString, "portal");
        await Migrator.MigrateAsync(database.Owner);
        await using var superuser = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = "portal", CommandTimeout = 0 }.ConnectionString);
        await superuser.OpenAsync();
        Console.WriteLine($"Filling 23 municipalities with {events:N0} events …");
        var watch = Stopwatch.StartNew();
        await RunAsync(superuser, Filling(events / EventsOfACase));
        var filled = await AskAsync<long>(superuser, "select count(*) from case_event");
        Console.WriteLine($"filled in {watch.Elapsed.TotalSeconds:N0} s");

        // Counted as the job does it, by the role that serves; its timeouts are for pages.
        await using var app = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.Application) { CommandTimeout = 0 }.ConnectionString);
        await app.OpenAsync();
        await RunAsync(app, "set statement_timeout = 0; set idle_in_transaction_session_timeout = 0");
        var towns = await TownsAsync(superuser);
        watch.Restart();
        var peak = 0L;
        foreach (var town in towns)
        {
            await AskAsync<int>(app, $"select counting.refresh('{town}')");
            peak = Math.Max(peak, Resident(app.ProcessID));
        }

        var all = watch.Elapsed;
        Console.WriteLine($"{filled:N0} events counted in {all.TotalSeconds:N1} s: {filled / all.TotalSeconds:N0} rows per second");
        Console.WriteLine($"resident memory: PostgreSQL at most {peak} MB (with what it shares), portal {Process.GetCurrentProcess().WorkingSet64 >> 20} MB");

        Console.WriteLine($"of it in: {await AskAsync<string>(superuser, MostTime)}");

        var turns = new List<double>();
        for (var i = 0; i < 20; i++)
        {
            var town = towns[i % towns.Count];
            await RunAsync(superuser, $"""
                insert into case_event (tenant_id, case_id, id, category, kind, happened_at, recorded_at, handover_id)
                select tenant_id, case_id, uuidv7(), 0, 'ClarificationRequested', happened_at + interval '1 hour', now(), handover_id
                from case_event where tenant_id = '{town}' and kind = 'HandoverSent' order by case_id, id offset {i} limit 1
                """);
            watch.Restart();
            await AskAsync<int>(app, $"select counting.refresh('{town}')");
            turns.Add(watch.Elapsed.TotalMilliseconds);
        }

        turns.Sort();
        Console.WriteLine($"after one more event: {turns[10]:N0} ms in the middle, {turns[^1]:N0} ms at most");
        Console.WriteLine($"facts {await AskAsync<long>(superuser, "select count(*) from indicator_raw.fact"):N0}, counts {await AskAsync<long>(superuser, "select count(*) from indicator_raw.count"):N0}, published {await AskAsync<long>(superuser, "select count(*) from indicator.cell"):N0}, shown {await AskAsync<long>(superuser, "select count(*) from indicator.cell where basis = 'shown'"):N0}");
        return 0;
    }

    private static string Filling(int cases) =>
        $$"""
        -- No handover is filled in, only what its events tell: nothing else is counted.
        alter table case_event drop constraint fk_case_event_handover_tenant_id_handover_id;
        set session_replication_role = replica;
        set synchronous_commit = off;
        insert into actor (tenant_id, id, kind, name, is_open) select t.id, gen_random_uuid(), 'jobcenter', 'Stelle ' || i, true from tenant t cross join generate_series(1, 8) i;
        create temp table place as select t.id as tenant_id, row_number() over (order by key) - 1 as n, (select array_agg(a.id) from actor a where a.tenant_id = t.id) as actors from tenant t;
        create temp table f as
        select c.n, p.tenant_id, p.actors, gen_random_uuid() as case_id, now() - ((c.n::bigint * 7919) % 700) * interval '1 day' - interval '25 days' as opened_at
        from generate_series(1, {{cases}}) c (n) join place p on p.n = c.n % 23;
        insert into case_path (tenant_id, id, number, template_key, template_version, lead_actor_id, lead_since, opened_by_actor_id, opened_at, last_activity_at)
        select tenant_id, case_id, 'B-' || n, 'T2-RKW', 1, actors[1 + n % 8], opened_at::date, actors[1 + n % 8], opened_at, opened_at from f;
        insert into person (tenant_id, case_id, id, official_name, called_name, short_name, search_form, born, sex, languages, needs_interpreter)
        select tenant_id, case_id, gen_random_uuid(), 'B', 'B', 'B', 'B', (1955 + n % 65)::text, (array['Male', 'Female', null])[1 + n % 3], '{}', false from f;
        insert into person_fact (tenant_id, case_id, id, person_id, category, kind, code, value, valid_from, source, recorded_at, recorded_by_user_id, recorded_by_actor_id)
        select tenant_id, case_id, gen_random_uuid(), case_id, 2, 'ResidenceStatus', (array['refugee', 'asylum_permission', 'temporary_protection', 'toleration', 'settlement'])[1 + n % 5], 'x', opened_at::date, 'x', opened_at, case_id, actors[1] from f;
        insert into person_fact (tenant_id, case_id, id, person_id, category, kind, code, value, valid_from, valid_until, source, recorded_at, recorded_by_user_id, recorded_by_actor_id)
        select tenant_id, case_id, gen_random_uuid(), case_id, 4, e.kind, e.code, '', opened_at::date + e.after, opened_at::date + e.until, 'x', opened_at, case_id, actors[1]
        from f cross join lateral (values ('Benefit', 'asylblg_basic', 0, 40), ('Benefit', 'sgb2', 41 + (n % 3) * 10, null), ('CourseEntitlement', 'integration_course', 10, 375),
            (case when n % 3 > 0 then 'CourseStart' end, 'integration_course', 60, null), (case when n % 2 = 0 then 'Employment' end, 'insured', 100 + n % 300, null)) e (kind, code, after, until)
        where e.kind is not null;
        insert into case_step (tenant_id, case_id, id, position, template_key, stage_de, title_de, responsible_kind, responsible_actor_id, stands_in, expected_working_days, deadline_kind, state, is_current, started_on, due_on, ended_on)
        select tenant_id, case_id, gen_random_uuid(), p, 'T' || (2 + n % 3) || '.' || p, 'S', 'Schritt', 'jobcenter', actors[1 + (n + p) % 8], false, 10, 'Target', case when p < 5 then 'Done' else 'Active' end, false,
            opened_at::date + p * 5, opened_at::date + p * 5 + 10, case when p < 5 then opened_at::date + p * 5 + (n * 7 + p) % 16 end
        from f cross join generate_series(1, 5) p;
        insert into case_event (tenant_id, case_id, id, category, kind, happened_at, recorded_at, actor_id)
        select tenant_id, case_id, gen_random_uuid(), 0, 'StepFinished', opened_at + p * interval '5 days', opened_at + p * interval '5 days', actors[1 + n % 8] from f cross join generate_series(1, 5) p;
        create temp table h as select f.*, p, gen_random_uuid() as handover_id, opened_at + p * interval '4 days' as sent_at from f cross join generate_series(1, 5) p;
        insert into case_event (tenant_id, case_id, id, category, kind, happened_at, recorded_at, actor_id, other_actor_id, handover_id, reason)
        select tenant_id, case_id, gen_random_uuid(), 0, e.kind, sent_at + e.after, sent_at + e.after, actors[1 + n % 8], actors[1 + (n + p) % 8], handover_id, e.reason
        from h cross join lateral (values ('HandoverSent', interval '0', null), ('ClarificationRequested', interval '1 day', null),
            (case when (n + p) % 7 = 0 then 'HandoverDeclined' else 'HandoverAccepted' end, make_interval(days => 1 + (n * 3 + p) % 9), case when (n + p) % 7 = 0 then 'NoCapacity' end)) e (kind, after, reason);
        set session_replication_role = default;
        insert into indicator_raw.dirty select tenant_id, case_id from f;
        drop table h; drop table f;
        vacuum analyze;
        """;

    private static async Task<List<Guid>> TownsAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand("select id from tenant order by key", connection);
        await using var rows = await command.ExecuteReaderAsync();
        var towns = new List<Guid>();
        while (await rows.ReadAsync())
            towns.Add(rows.GetGuid(0));
        return towns;
    }

    // What the kernel says of the process that served this connection; only on Linux.
    private static long Resident(int process)
    {
        var status = $"/proc/{process}/status";
        return !File.Exists(status) ? 0 : long.Parse(File.ReadLines(status).First(l => l.StartsWith("VmHWM", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) >> 10;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        // One statement at a time: vacuum wants to be alone.
        foreach (var statement in sql.Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    private static async Task<T> AskAsync<T>(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
