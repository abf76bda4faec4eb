using System.Diagnostics;
using System.Globalization;
using System.Net;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.EmbeddedPostgres;
using IntegrationPortal.Web.Jobs;
using Npgsql;

namespace IntegrationPortal.Benchmarks;

/// <summary>
/// The handbook with 20,000 entries: how long a search takes over HTTP, and how many requests a second its pages answer against the bare
/// page of the same process.
/// </summary>
internal static class HandbookRun
{
    public const int Many = 20_000;

    private const string AnyCookie = "portal-language=de";

    private const int Searches = 2_000;

    // Stems, beginnings, mistyped words, synonyms of the glossary, several words, operators.
    private static readonly string[] Questions =
    [
        "Übergabe", "Wohnung", "Jobcenter Sprache", "Ehrenamt", "Akteurskarte", "Akterskarte", "stakeholder map", "Prozesswerkst", "Kinderbetreuung vor dem Kurs",
        "SGB II", "Rechtkreiswechsel", "Mentoring", "Anerkennung Zeugnis", "Bericht", "Koordination", "\"runder Tisch\"", "Lotse -Wohnung",
    ];

    /// <param name="entries">So many; fewer than 20,000 to see whether the run itself works.</param>
    public static async Task<int> RunAsync(int entries)
    {
        var folder = Path.Combine(Path.GetTempPath(), "integration-portal-bench-handbook");
        // What a killed run has left is no beginning for another.
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        await using var server = await EmbeddedPostgresServer.StartAsync(folder, new EmbeddedPostgresOptions
        {
            Throwaway = true,
            Settings = new Dictionary<string, string> { ["shared_buffers"] = "1GB", ["max_wal_size"] = "4GB", ["work_mem"] = "64MB", ["maintenance_work_mem"] = "512MB" },
        });
        var database = await DatabaseRoles.CreateAsync(server.ConnectionString, "portal");
        await Migrator.MigrateAsync(database.Owner);
        // Without it the portal never says that it is ready.
        await HangfireSchema.InstallAsync(database.Owner, CancellationToken.None);
        var superuser = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = "portal", CommandTimeout = 0 }.ConnectionString;
        var words = await FillAsync(superuser, entries);
        await using var portal = await ServedPortal.StartAsync(database, ServedPortal.FreePort());
        await SearchesAsync(portal.Address, [.. Questions, .. words, string.Join(' ', words)]);
        await PagesAsync(portal.Address);
        return 0;
    }

    /// <returns>A word that stands in most entries and one that stands in a single one.</returns>
    private static async Task<string[]> FillAsync(string superuser, int entries)
    {
        using var script = new StreamReader(typeof(HandbookRun).Assembly.GetManifestResourceStream("FillingHandbook.sql")!);
        await using var owner = new NpgsqlConnection(superuser);
        await owner.OpenAsync();
        var watch = Stopwatch.StartNew();
        foreach (var part in (await script.ReadToEndAsync()).Replace("{N}", entries.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal).Split("-- then "))
        {
            await using var fill = new NpgsqlCommand("-- " + part, owner);
            await fill.ExecuteNonQueryAsync();
            Console.WriteLine($"    {watch.Elapsed.TotalSeconds,5:N1} s {part.Split('\n')[0].TrimStart('-', ' ')}");
        }

        Console.WriteLine($"{entries:N0} entries shelved in {watch.Elapsed.TotalSeconds:N0} s");
        await using var frequent = new NpgsqlCommand("select word from word where length(word) > 6 order by n limit 1", owner);
        await using var rare = new NpgsqlCommand("select rare[1] from said where length(rare[1]) < 30 order by i limit 1", owner);
        return [(string)(await frequent.ExecuteScalarAsync())!, (string)(await rare.ExecuteScalarAsync())!];
    }

    private static async Task SearchesAsync(Uri address, string[] questions)
    {
        using var http = new HttpClient { BaseAddress = address };
        // With any cookie the answer is none that was kept: this is the search itself.
        http.DefaultRequestHeaders.Add("Cookie", AnyCookie);
        var times = new List<double>();
        for (var i = -200; i < Searches; i++)
        {
            var watch = Stopwatch.StartNew();
            using var answer = await http.GetAsync(new Uri($"/handbook/search?q={WebUtility.UrlEncode(questions[(i + 200) % questions.Length])}", UriKind.Relative));
            if (answer.StatusCode != HttpStatusCode.OK)
                throw new InvalidOperationException($"The search answered {(int)answer.StatusCode}.");
            if (i >= 0)
                times.Add(watch.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        Console.WriteLine($"search, one after the other: median {times[times.Count / 2]:N1} ms, p95 {times[times.Count * 95 / 100]:N1} ms, p99 {times[times.Count * 99 / 100]:N1} ms");
        foreach (var question in questions)
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
        Console.WriteLine($"{"page",-48} {"req/s",8} {"p99 ms",8} | {"bare",8} {"to bare",8}");
        var bare = new Uri(address, "/bench/open");
        await Load.WarmUpAsync(bare, null);
        foreach (var page in new[] { "/handbook", "/handbook/processes/T2-RKW", "/handbook/good-practice/laufmappe", "/handbook/good-practice", "/handbook/search?q=Akteurskarte" })
        {
            // A search drawn anew is what a visitor waits for whose words nobody asked in this minute.
            foreach (var cookies in page.Contains('?', StringComparison.Ordinal) ? new[] { null, AnyCookie } : [null])
            {
                Uri[] turns = [new(address, page), bare];
                await Load.WarmUpAsync(turns[0], cookies);
                var figures = await Load.InTurnAsync(turns, cookies, 3, 4);
                Console.WriteLine(
                    $"{page + (cookies is null ? "" : ", drawn anew"),-48} {figures[0].RequestsPerSecond,8:N0} {figures[0].P99Milliseconds,8:N1} | {figures[1].RequestsPerSecond,8:N0} {figures[0].RequestsPerSecond / figures[1].RequestsPerSecond,8:N2}");
            }
        }
    }
}
