using System.Diagnostics;
using System.Net;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.EmbeddedPostgres;
using Npgsql;

namespace IntegrationPortal.Benchmarks;

/// <summary>
/// The handbook with 20,000 entries: how long a search takes over HTTP, and how many requests a second its pages answer against the bare
/// page of the same process.
/// </summary>
internal static class HandbookRun
{
    private const int Many = 20_000;
    private const int Searches = 2_000;

    private static readonly string[] Questions =
    [
        "Übergabe", "Wohnung", "Jobcenter Sprache", "Ehrenamt", "Akteurskarte", "Akterskarte", "stakeholder map", "Prozesswerkst", "Kinderbetreuung vor dem Kurs",
        "SGB II", "Rechtkreiswechsel", "Mentoring", "Anerkennung Zeugnis", "Bericht", "Koordination", "\"runder Tisch\"", "Lotse -Wohnung",
    ];

    public static async Task<int> RunAsync()
    {
        var folder = Path.Combine(Path.GetTempPath(), "integration-portal-bench-handbook");
        await using var server = await EmbeddedPostgresServer.StartAsync(folder, new EmbeddedPostgresOptions
        {
            Throwaway = true,
            Settings = new Dictionary<string, string> { ["shared_buffers"] = "1GB", ["max_wal_size"] = "4GB" },
        });
        var database = await DatabaseRoles.CreateAsync(server.ConnectionString, "portal");
        await Migrator.MigrateAsync(database.Owner);
        await FillAsync(new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = "portal", CommandTimeout = 0 }.ConnectionString);
        await using var portal = await ServedPortal.StartAsync(database, 5191);
        await SearchesAsync(portal.Address);
        await PagesAsync(portal.Address);
        return 0;
    }

    // Texts as long as those that come with the portal, of words that stand in many entries and of some that stand in few.
    private static async Task FillAsync(string superuser)
    {
        await using var owner = new NpgsqlConnection(superuser);
        await owner.OpenAsync();
        var watch = Stopwatch.StartNew();
        var sql =
            $$"""
            set session_replication_role = replica;
            create temp table word as select row_number() over () as n, word from (select distinct word from handbook_word where language = 'De' order by word) w;
            create unique index on word (n);
            analyze word;
            create temp table filled as select gen_random_uuid() as id, i from generate_series(1, {{Many}}) i;
            insert into handbook_entry (id, kind, slug, public_version, begun_at)
            select id, (array['GoodPractice', 'Format', 'Lesson'])[1 + i % 3], 'eintrag-' || i, 1, now() from filled;
            insert into entry_version (entry_id, number, state, author_office, field, phase, places, is_proposal, criteria, begun_at, published_at, reviewed_on)
            select id, 1, 'Published', 'Koordination', 'Across', 'Goals', '{}', false, '{}', now(), now() - make_interval(hours => i), current_date from filled;
            insert into entry_text (entry_id, number, language, title, summary, fields, agenda)
            select f.id, 1, 'De', initcap(t.words[1] || ' ' || t.words[2] || ' ' || f.i), array_to_string(t.words[3:20], ' '),
                jsonb_build_object('approach', array_to_string(t.words[21:220], ' ')), '[]'
            from filled f cross join lateral (
                select array_agg(w.word) as words from generate_series(1, 220) s
                join word w on w.n = 1 + ((f.i::bigint * 7919 + s * 104729 + (s * f.i) % 613) % (select count(*) from word))) t;
            set session_replication_role = origin;
            -- What reading.shelve would write, all at once: the words in German, and the same row for each language.
            insert into published_page (kind, slug, language, entry_id, title, summary, field, phase, is_proposal, places, position, published_at, reviewed_on, words)
            select e.kind, e.slug, l.language, e.id, t.title, t.summary, v.field, v.phase, false, '{}', 0, v.published_at, v.reviewed_on, w.words
            from filled f join handbook_entry e on e.id = f.id join entry_version v on v.entry_id = e.id join entry_text t on t.entry_id = e.id
            cross join lateral (select setweight(to_tsvector('german', t.title), 'A') || setweight(to_tsvector('german', t.summary), 'B')
                || setweight(to_tsvector('german', t.fields ->> 'approach'), 'C') as words offset 0) w
            cross join (values ('De'), ('En'), ('Plain')) l (language);
            """;
        await using (var fill = new NpgsqlCommand(sql, owner))
            await fill.ExecuteNonQueryAsync();
        await using var analyse = new NpgsqlCommand("analyze", owner);
        await analyse.ExecuteNonQueryAsync();
        Console.WriteLine($"{Many:N0} entries shelved in {watch.Elapsed.TotalSeconds:N0} s");
    }

    private static async Task SearchesAsync(Uri address)
    {
        using var http = new HttpClient { BaseAddress = address };
        var times = new List<double>();
        for (var i = -200; i < Searches; i++)
        {
            var watch = Stopwatch.StartNew();
            using var answer = await http.GetAsync(new Uri($"/handbook/search?q={WebUtility.UrlEncode(Questions[(i + 200) % Questions.Length])}", UriKind.Relative));
            if (answer.StatusCode != HttpStatusCode.OK)
                throw new InvalidOperationException($"The search answered {(int)answer.StatusCode}.");
            if (i >= 0)
                times.Add(watch.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        Console.WriteLine($"search, one after the other: median {times[times.Count / 2]:N1} ms, p95 {times[times.Count * 95 / 100]:N1} ms, p99 {times[times.Count * 99 / 100]:N1} ms");
        foreach (var question in Questions)
        {
            var watch = Stopwatch.StartNew();
            for (var i = 0; i < 5; i++)
                using (await http.GetAsync(new Uri($"/handbook/search?q={WebUtility.UrlEncode(question)}", UriKind.Relative)))
                {
                }

            Console.WriteLine($"    {question,-32} {watch.Elapsed.TotalMilliseconds / 5,8:N1} ms");
        }
    }

    private static async Task PagesAsync(Uri address)
    {
        // The same fifty rows as in the other runs, for visitors without cookies.
        Console.WriteLine($"{"page",-36} {"req/s",8} {"p99 ms",8} | {"bare",8} {"to bare",8}");
        var bare = new Uri(address, "/bench/open");
        await Load.WarmUpAsync(bare, null);
        foreach (var page in new[] { "/handbook", "/handbook/processes/T2-RKW", "/handbook/formats/prozesswerkstatt", "/handbook/good-practice" })
        {
            Uri[] turns = [new(address, page), bare];
            await Load.WarmUpAsync(turns[0], null);
            var figures = await Load.InTurnAsync(turns, null, 3, 4);
            Console.WriteLine($"{page,-36} {figures[0].RequestsPerSecond,8:N0} {figures[0].P99Milliseconds,8:N1} | {figures[1].RequestsPerSecond,8:N0} {figures[0].RequestsPerSecond / figures[1].RequestsPerSecond,8:N2}");
        }
    }
}
