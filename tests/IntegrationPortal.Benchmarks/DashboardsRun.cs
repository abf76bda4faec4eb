using System.Diagnostics;
using System.Net;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.EmbeddedPostgres;
using IntegrationPortal.Web.Jobs;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IntegrationPortal.Benchmarks;

/// <summary>
/// Dashboards over the published numbers of all 10,754 municipalities, 60 indicators and 24 months: how long each page takes, one request
/// after the other and with four at once.
/// </summary>
internal static class DashboardsRun
{
    private const int Requests = 300;

    private static readonly string[] Pages =
    [
        "/programme/indicators", "/programme/indicators?code=P1&state=HE", "/programme/indicators/P2", "/programme/indicators/P2?dimension=age_band",
        "/programme/indicators/pilots/05114000", "/programme/regions/NW", "/programme/indicators/P2.csv",
    ];

    /// <param name="places">Of so many municipalities beside the pilots.</param>
    public static async Task<int> RunAsync(int places)
    {
        var folder = Path.Combine(Path.GetTempPath(), "integration-portal-bench-dashboards");
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        await using var server = await EmbeddedPostgresServer.StartAsync(folder, new EmbeddedPostgresOptions
        {
            Throwaway = true,
            Settings = new Dictionary<string, string> { ["shared_buffers"] = "1GB", ["max_wal_size"] = "8GB", ["maintenance_work_mem"] = "512MB" },
        });
        var database = await DatabaseRoles.CreateAsync(server.ConnectionString, "portal");
        await Migrator.MigrateAsync(database.Owner);
        await HangfireSchema.InstallAsync(database.Owner, CancellationToken.None);
        await FillAsync(new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = "portal", CommandTimeout = 0 }.ConnectionString, places);
        await AccountAsync(database.Owner);
        await using var portal = await ServedPortal.StartAsync(database, 5192);
        using var visitor = new Visitor(portal.Address);
        await visitor.SignInAsync(BenchTown.Email, BenchTown.Password);
        using var http = new HttpClient { BaseAddress = portal.Address, Timeout = TimeSpan.FromMinutes(2) };
        http.DefaultRequestHeaders.Add("Cookie", visitor.CookieHeader);
        Console.WriteLine($"{"page",-44} {"median ms",10} {"p99 ms",10} | {"4 at once",10} {"p99 ms",10}");
        foreach (var page in Pages)
        {
            await TimesAsync(http, page, 30, 1);
            var (alone, together) = (await TimesAsync(http, page, Requests, 1), await TimesAsync(http, page, Requests, 4));
            Console.WriteLine($"{page,-44} {At(alone, 50),10:N1} {At(alone, 99),10:N1} | {At(together, 50),10:N1} {At(together, 99),10:N1}");
        }

        var (now, peak) = portal.Memory();
        Console.WriteLine($"resident memory of the portal: {now} MB, at most {peak} MB");
        return 0;
    }

    private static async Task FillAsync(string superuser, int places)
    {
        await using var owner = new NpgsqlConnection(superuser);
        await owner.OpenAsync();
        var watch = Stopwatch.StartNew();
        await using var fill = new NpgsqlCommand($$"""
            insert into indicator.definition (code, version, valid_from, name_de, name_en, meaning_de, meaning_en, formula, unit, kind, direction, source, supply, dimensions)
            select 'Z' || i, 1, '2024-01-01', 'Kennzahl ' || i, 'Indicator ' || i, 'x', 'x', 'x', 'share', 'share', 'up', 'portal', 'computed', '{}' from generate_series(1, 60 - (select count(*)::int from indicator.definition)) i;
            insert into indicator.cell (code, version, municipality_key, month, amount, denominator, basis, as_of, published_at)
            select d.code, d.version, m.key, month::date, case when hidden then null else 10 + n % 30 end, case when hidden or d.kind <> 'share' then null else 50 end, case when hidden then 'hidden' else 'shown' end, month::date, now()
            from (select key, row_number() over (order by key) n from (select key from (select key from municipality order by key limit {{places}}) nearest union select key from tenant where phase is not null) k) m
            cross join indicator.definition d
            cross join generate_series(date_trunc('month', now()) - interval '23 months', date_trunc('month', now()), interval '1 month') month
            cross join lateral (select (m.n + extract(month from month)::int) % 7 = 0 as hidden) h;
            insert into indicator.cell (code, version, municipality_key, month, dimension, part, amount, denominator, basis, as_of, published_at)
            select c.code, c.version, c.municipality_key, c.month, p.dimension, p.part, c.amount, c.denominator, c.basis, c.as_of, c.published_at
            from indicator.cell c join indicator.part p on p.dimension = 'age_band' where c.code = 'P2' and c.municipality_key in (select key from tenant);
            """, owner);
        await fill.ExecuteNonQueryAsync();
        await using var analyse = new NpgsqlCommand("vacuum analyze indicator.cell", owner);
        await analyse.ExecuteNonQueryAsync();
        await using var count = new NpgsqlCommand("select count(*) from indicator.cell", owner);
        var rows = (long)(await count.ExecuteScalarAsync())!;
        await using var size = new NpgsqlCommand("select pg_size_pretty(pg_table_size('indicator.cell')) || ' and ' || pg_size_pretty(pg_indexes_size('indicator.cell')) || ' of indexes'", owner);
        Console.WriteLine($"{rows:N0} numbers published in {watch.Elapsed.TotalSeconds:N0} s: {await size.ExecuteScalarAsync()}");
    }

    private static async Task AccountAsync(string owner)
    {
        await using var db = new PortalDbContext(new DbContextOptionsBuilder<PortalDbContext>().UseNpgsql(owner).UseSnakeCaseNamingConvention().Options);
        var user = PortalUser.Create(BenchTown.Email, "E. Muster", "de", DateTimeOffset.UnixEpoch.AddYears(54));
        (user.NormalizedEmail, user.NormalizedUserName, user.SecurityStamp) = (user.Email!.ToUpperInvariant(), user.UserName!.ToUpperInvariant(), Guid.NewGuid().ToString("N"));
        user.PasswordHash = new PasswordHasher<PortalUser>().HashPassword(user, BenchTown.Password);
        db.AddRange(user, Membership.Begin(user.Id, Role.FoundationStaff, null, null, DateTimeOffset.UnixEpoch.AddYears(54)));
        await db.SaveChangesAsync();
    }

    private static async Task<List<double>> TimesAsync(HttpClient http, string page, int requests, int atOnce)
    {
        var times = new List<double>();
        await Parallel.ForEachAsync(Enumerable.Range(0, requests), new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (_, cancellation) =>
        {
            var watch = Stopwatch.StartNew();
            using var answer = await http.GetAsync(new Uri(page, UriKind.Relative), cancellation);
            if (answer.StatusCode != HttpStatusCode.OK)
                throw new InvalidOperationException($"{page} answered {(int)answer.StatusCode}.");
            lock (times)
                times.Add(watch.Elapsed.TotalMilliseconds);
        });
        times.Sort();
        return times;
    }

    private static double At(List<double> sorted, int percent) => sorted[Math.Min(sorted.Count - 1, sorted.Count * percent / 100)];
}
