using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Walls;

/// <summary>At the database: a case that is due goes wholly, by the clock alone, and nothing else goes.</summary>
public sealed class ErasureWallTests(PortalHost host)
{
    /// <summary>What names an erased case and stays, with the reason. A new table that keeps something of a case is here, or in app.tables_of_case().</summary>
    private static readonly Dictionary<string, string> Stays = new()
    {
        ["public.access_entry"] = "who opened it: ids only, for six months (forgetting.sql)",
        ["public.audit_entry"] = "who changed what: ids and names of columns, for twelve months (forgetting.sql)",
        ["public.outbox_mail"] = "that a mail was sent about an id, for six months (Jobs/Mail/ForgetMails.cs)",
    };

    /// <summary>What only the count in hand writes and empties; nothing stands there between two counts.</summary>
    private static readonly string[] InHand = ["indicator_raw.working", "indicator_raw.fresh"];

    [Fact]
    public async Task Of_an_erased_case_no_id_and_no_name_is_left_in_any_table_but_where_it_is_said_why()
    {
        var town = await FullTown.BuildAsync(host);
        var mentored = await MentoredAsync(town);
        await town.Case.WithdrawAsync(town.Coordinator, town.Jobcenter);
        await using var all = await BeyondAsync();
        // What FullTown does not do: a transfer that moved the lead, a count, a mail, a wish that nobody has taken up yet.
        await RunAsync(all, "insert into reading.lead_turn select tenant_id, id, lead_actor_id, lead_actor_id from case_path where id = $1 on conflict do nothing", town.Case.Id);
        await RunAsync(all, "insert into indicator_raw.fact (tenant_id, subject_id, fact, day, counts_from) select tenant_id, id, 'open', current_date, current_date from case_path where id = $1", town.Case.Id);
        await RunAsync(all, "insert into outbox_mail (id, tenant_id, template, about_id, to_address, language, created_at, not_before, attempts) select gen_random_uuid(), tenant_id, 'CaseClosed', id, 'a@test.example', 'de', now(), now(), 0 from case_path where id = $1", town.Case.Id);
        var waiting = await town.Initiative.RequestAsync("Samira", of: mentored);
        var cases = new[] { town.Case, mentored };
        var marks = (await Task.WhenAll(cases.Select(c => MarksAsync(c.Id)))).SelectMany(m => m).Append(waiting.ToString()).Distinct().ToArray();
        Assert.True(marks.Length > 60, $"{marks.Length} ids");

        var before = await FindAsync(all, town.Town.Tenant.Id, marks);
        // Every table that can name a case does; or this test would say nothing about it.
        var could = await ListAsync<string>(all, """
            with recursive carries (t) as (select 'public.case_path'::regclass::oid
                union select c.conrelid from pg_constraint c join carries on c.confrelid = carries.t where c.contype = 'f')
            select t::regclass::text from carries where t::regclass::text not like '%.%'
            union select c.table_schema || '.' || c.table_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
            where c.column_name in ('case_id', 'subject_id') and t.table_type = 'BASE TABLE'
            """);
        var tables = could.Select(t => t.Contains('.', StringComparison.Ordinal) ? t : $"public.{t}").Except(InHand).Except(OfMentoring).ToHashSet();
        Assert.True(tables.Count > 20, $"{tables.Count} tables");
        Assert.Equal([], tables.Except(before.Keys).Order());

        foreach (var path in cases)
        {
            await path.DueAsync(host.Superuser, GermanTime.DayOf(town.Town.Now));
            Assert.True(await path.EraseAsync());
        }

        var after = await FindAsync(all, town.Town.Tenant.Id, marks);
        Assert.Equal([], after.Keys.Except(Stays.Keys).Order());
        Assert.Equal([], (await FindAsync(all, town.Town.Tenant.Id, ["Rahimi", "RAHIMI", "Samira"])).Keys.Order());
        // The tandem goes on, with the wish that it took up, which no longer says where it came from.
        Assert.Equal([true], await ListAsync<bool>(all, "select case_id is null from mentoring_request where id = $1", town.RequestId));
        Assert.Equal([0L], await ListAsync<long>(all, "select count(*) from mentoring_request where id = $1", waiting));
        Assert.Equal([1L], await ListAsync<long>(all, "select count(*) from tandem where id = $1", town.TandemId));

        async Task<List<string>> MarksAsync(Guid id) => await BeyondOnceAsync(connection => ListAsync<string>(connection, $"""
            select $1::text
            {string.Concat(new[] { "person", "person_fact", "handover", "consent", "case_event", "case_step", "handover_message", "participation_ground", "unsent_handover", "meeting_share", "erasure_hold" }
                .Select(t => $" union select id::text from {t} where case_id = $1"))}
            """, id));
    }

    [Fact]
    public async Task Before_its_day_open_held_by_anybody_but_the_clock_and_from_elsewhere_nothing_goes()
    {
        var (town, other) = (await FullTown.BuildAsync(host), await FullTown.BuildAsync(host, "Anderswo"));
        await using var all = await BeyondAsync();
        var today = GermanTime.DayOf(town.Town.Now);
        var stood = await RowsAsync(all, town.Case.Id);
        Assert.True(stood > 50, $"{stood} rows");

        Assert.False(await town.Case.EraseAsync());
        await town.Case.DueAsync(host.Superuser, today.AddDays(1));
        Assert.False(await town.Case.EraseAsync());
        await town.Case.DueAsync(host.Superuser, today);
        foreach (var officer in new[] { town.Coordinator.Officer, town.As(Role.DataProtectionOfficer), town.As(Role.Administrator) })
        {
            await using var person = await Prompt.OpenAsync(host.Database.Application, officer, town.Town.Now);
            await person.RefusedAsync("select reading.erase_case($1)", town.Case.Id);
            await person.InVainAsync("delete from person where case_id = $1", town.Case.Id);
            await person.RefusedAsync("insert into erased_case (tenant_id, id, erased_at, due_on, rule, rows) values (app.tenant(), gen_random_uuid(), now(), current_date, 'x', '{}')");
        }

        await using (var elsewhere = await Prompt.OpenAsync(host.Database.Application, other.Town.Tenant.Id, null, null, "Clock", town.Town.Now))
            Assert.False(await elsewhere.AskAsync<bool>("select reading.erase_case($1)", town.Case.Id));
        await using (var clock = await Prompt.OpenAsync(host.Database.Application, town.Town.Tenant.Id, null, null, "Clock", town.Town.Now))
        {
            foreach (var table in await clock.ListAsync<string>("select unnest(app.tables_of_case())"))
                await clock.InVainAsync($"delete from {table} where case_id = $1", town.Case.Id);
            await clock.RefusedAsync("delete from case_path where id = $1", town.Case.Id);
        }

        await town.Case.HoldAsync(town.As(Role.DataProtectionOfficer));
        Assert.False(await town.Case.EraseAsync());
        Assert.Equal(stood + 1, await RowsAsync(all, town.Case.Id));
        // Lifted, it goes, and what the other town has stays.
        await RunAsync(all, "update erasure_hold set lifted_at = now(), lifted_by_user_id = held_by_user_id where case_id = $1", town.Case.Id);
        var theirs = await RowsAsync(all, other.Case.Id);
        Assert.True(await town.Case.EraseAsync());
        Assert.Equal((0L, theirs), (await RowsAsync(all, town.Case.Id), await RowsAsync(all, other.Case.Id)));
        Assert.False(await town.Case.EraseAsync());
    }

    [Fact]
    public async Task Interrupted_before_the_end_nothing_has_gone()
    {
        var town = await FullTown.BuildAsync(host);
        await town.Case.DueAsync(host.Superuser, GermanTime.DayOf(town.Town.Now));
        await using var all = await BeyondAsync();
        var stood = await RowsAsync(all, town.Case.Id);
        await using (var clock = await Prompt.OpenAsync(host.Database.Application, town.Town.Tenant.Id, null, null, "Clock", town.Town.Now))
        {
            Assert.True(await clock.AskAsync<bool>("select reading.erase_case($1)", town.Case.Id));
            Assert.Equal(0L, await clock.AskAsync<long>("select count(*) from case_path where id = $1", town.Case.Id));
        }

        Assert.Equal(stood, await RowsAsync(all, town.Case.Id));
        Assert.True(await town.Case.EraseAsync());
        Assert.Equal(0L, await RowsAsync(all, town.Case.Id));
    }

    [Fact]
    public async Task What_stays_says_when_by_which_rule_and_how_much_and_not_whose()
    {
        var town = await FullTown.BuildAsync(host);
        var day = GermanTime.DayOf(town.Town.Now);
        await town.Case.DueAsync(host.Superuser, day);
        await using var all = await BeyondAsync();
        var events = (await ListAsync<long>(all, "select count(*) from case_event where case_id = $1", town.Case.Id))[0];
        Assert.True(await town.Case.EraseAsync());
        const string Proof = "select id, due_on || ' ' || rule || ' ' || (rows ->> 'person') || ' ' || (rows ->> 'case_event') from erased_case where due_on = $1";
        await using var officer = await Prompt.OpenAsync(host.Database.Application, town.As(Role.DataProtectionOfficer), town.Town.Now);
        Assert.Equal([$"{day:O} closed-case 1 {events}"], await officer.ListAsync<string>($"select * from ({Proof.Replace("select id, ", "select ", StringComparison.Ordinal)}) p", day));
        Assert.DoesNotContain(town.Case.Id, await officer.ListAsync<Guid>(Proof, day));
        foreach (var change in new[] { "update erased_case set rows = '{}'", "delete from erased_case" })
            await officer.RefusedAsync(change);
        await using var coordinator = await Prompt.OpenAsync(host.Database.Application, town.Coordinator.Officer);
        Assert.Equal(0L, await coordinator.AskAsync<long>("select count(*) from erased_case"));
    }

    [Fact]
    public async Task A_hold_is_set_and_lifted_by_the_officer_in_the_own_name_and_seen_by_nobody_else()
    {
        var town = await FullTown.BuildAsync(host);
        const string Hold = "insert into erasure_hold (tenant_id, id, case_id, reason, held_at, held_by_user_id) values (app.tenant(), gen_random_uuid(), $1, 'Klage', app.now(), app.current_user_id())";
        foreach (var someone in new[] { town.Coordinator.Officer, town.Jobcenter.Officer, town.As(Role.Administrator) })
        {
            await using var prompt = await Prompt.OpenAsync(host.Database.Application, someone);
            await prompt.RefusedAsync(Hold, town.Case.Id);
            Assert.Equal(0L, await prompt.AskAsync<long>("select count(*) from erasure_hold"));
        }

        await using var officer = await Prompt.OpenAsync(host.Database.Application, town.As(Role.DataProtectionOfficer));
        await officer.RefusedAsync(Hold.Replace("app.current_user_id()", "gen_random_uuid()", StringComparison.Ordinal), town.Case.Id);
        Assert.Equal(1, await officer.RunAsync(Hold, town.Case.Id));
        Assert.Equal("23505", (await Assert.ThrowsAsync<PostgresException>(() => officer.RunAsync(Hold, town.Case.Id))).SqlState);
        await officer.RefusedAsync("update erasure_hold set reason = 'x' where case_id = $1", town.Case.Id);
        await officer.RefusedAsync("update erasure_hold set lifted_at = app.now(), lifted_by_user_id = gen_random_uuid() where lifted_at is null");
        Assert.Equal(1, await officer.RunAsync("update erasure_hold set lifted_at = app.now(), lifted_by_user_id = app.current_user_id() where lifted_at is null"));
        await officer.RefusedAsync("delete from erasure_hold");
    }

    /// <summary>Tables that refer to a case only through a tandem, which is kept by a period of its own (leaving.sql, LeavingTests).</summary>
    private static readonly string[] OfMentoring = ["public.tandem_mentee"];

    private static async Task<TownCase> MentoredAsync(FullTown town)
    {
        var id = await town.Initiative.AsCoordinatorAsync(db => Task.FromResult(db.MentoringRequests.Single(r => r.Id == town.RequestId).CaseId!.Value));
        return new TownCase(town.Town, id, "", town.Initiative.Coordinator);
    }

    /// <summary>Tables with a row in whose text one of these words stands, whatever its columns are called: of the town, and where no town stands.</summary>
    private static async Task<Dictionary<string, long>> FindAsync(NpgsqlConnection all, Guid town, string[] words)
    {
        var found = new Dictionary<string, long>();
        foreach (var (table, ofTowns) in await ListAsync(all, """
            select t.table_schema || '.' || quote_ident(t.table_name), exists (select from information_schema.columns c
                where c.table_schema = t.table_schema and c.table_name = t.table_name and c.column_name = 'tenant_id')
            from information_schema.tables t where t.table_type = 'BASE TABLE' and t.table_schema not in ('pg_catalog', 'information_schema')
            """, r => (r.GetString(0), r.GetBoolean(1))))
        {
            // A key or name is a word of the row; asked for one by one, all together would be looked for at every letter.
            var rows = (await ListAsync(all, $"""
                select count(*) from {table} x where {(ofTowns ? "(x.tenant_id = $2 or x.tenant_id is null)" : "$2::uuid is not null")}
                  and regexp_split_to_array(x::text, '[^0-9A-Za-z-]+') && $1
                """, r => r.GetInt64(0), words, town))[0];
            if (rows > 0)
                found[table] = rows;
        }

        return found;
    }

    /// <summary>Rows of all tables that carry this case.</summary>
    private static async Task<long> RowsAsync(NpgsqlConnection all, Guid id)
    {
        var tables = await ListAsync<string>(all, "select unnest(app.tables_of_case())");
        return (await ListAsync<long>(all, string.Join(" + ", tables.Select(t => $"(select count(*) from {t} where case_id = $1)")).Insert(0, "select (select count(*) from case_path where id = $1) + "), id))[0];
    }

    private async Task<NpgsqlConnection> BeyondAsync()
    {
        var connection = new NpgsqlConnection(host.Superuser);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    private async Task<T> BeyondOnceAsync<T>(Func<NpgsqlConnection, Task<T>> work)
    {
        await using var connection = await BeyondAsync();
        return await work(connection);
    }

    private static async Task RunAsync(NpgsqlConnection all, string sql, Guid id)
    {
        await using var command = new NpgsqlCommand(sql, all);
        command.Parameters.Add(new NpgsqlParameter { Value = id });
        Assert.True(await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken) > 0, sql);
    }

    private static Task<List<T>> ListAsync<T>(NpgsqlConnection all, string sql, params object[] values) => ListAsync(all, sql, r => r.GetFieldValue<T>(0), values);

    private static async Task<List<T>> ListAsync<T>(NpgsqlConnection all, string sql, Func<NpgsqlDataReader, T> read, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, all);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var found = new List<T>();
        while (await rows.ReadAsync(TestContext.Current.CancellationToken))
            found.Add(read(rows));
        return found;
    }
}
