using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.EmbeddedPostgres;
using IntegrationPortal.Web.Jobs;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Identity;
using Npgsql;

namespace IntegrationPortal.Benchmarks;

/// <summary>A database with one municipality of so many cases, on a server of its own.</summary>
internal sealed class BenchTown
{
    public const string Email = "last@portal.example";
    public const string Password = "Ankommen-2026!";

    private static readonly string[] Kinds = [Actor.Coordination, "jobcenter", "mbe", "language_course_provider", Actor.ImmigrationAuthority, "jobcenter", "language_course_provider"];

    public required PortalDatabase Database { get; init; }

    public required string Superuser { get; init; }

    public required Guid TenantId { get; init; }

    public required Guid[] BareRows { get; init; }

    public static async Task<BenchTown> FillAsync(EmbeddedPostgresServer server, int cases)
    {
        var name = $"bench_{cases}";
        var database = await DatabaseRoles.CreateAsync(server.ConnectionString, name);
        await Migrator.MigrateAsync(database.Owner);
        await HangfireSchema.InstallAsync(database.Owner, CancellationToken.None);
        await using (var owner = new NpgsqlConnection(database.Owner))
        {
            await owner.OpenAsync();
            await ReferenceLoader.LoadAsync(owner);
        }

        var tenant = TenantIds.Of("05114000");
        var (user, actors, bare) = await SettleAsync(database, tenant);
        var superuser = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = name, CommandTimeout = 0 }.ConnectionString;
        await RunAsync(superuser, Script(cases, tenant, user, actors));
        // Twice: what a worker of PostgreSQL was looking at meanwhile is not seen as settled by the first.
        await RunAsync(superuser, "vacuum analyze");
        await RunAsync(superuser, "vacuum");
        return new BenchTown { Database = database, Superuser = superuser, TenantId = tenant, BareRows = bare };
    }

    private static async Task<(Guid User, Guid[] Actors, Guid[] Bare)> SettleAsync(PortalDatabase database, Guid tenant)
    {
        var services = new ServiceCollection().AddSingleton(TimeProvider.System);
        services.AddPortalData(database.Application, database.Aggregate);
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Session>().EnterAsClock(tenant);
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var now = TimeProvider.System.GetUtcNow();
        var actors = Kinds.Select((kind, i) => Actor.Add(tenant, Guid.CreateVersion7(), kind, new ActorDetails($"Stelle {i + 1}"))).ToArray();
        db.AddRange(actors);
        await db.SaveChangesAsync();
        var user = Account(Email, now);
        user.PasswordHash = new PasswordHasher<PortalUser>().HashPassword(user, Password);
        db.Add(user);
        db.Add(Membership.Begin(user.Id, Role.CaseWorker, tenant, actors[1].Id, now.AddDays(-1)));
        // Somebody at the actor that sends, who gets a mail about each acceptance.
        var sender = Account("sender@portal.example", now);
        db.Add(sender);
        db.Add(Membership.Begin(sender.Id, Role.Coordinator, tenant, actors[0].Id, now.AddDays(-1)));
        var bare = Enumerable.Range(1, 2000).Select(i => Account($"bare{i}@portal.example", now)).ToArray();
        db.AddRange(bare);
        await db.SaveChangesAsync();
        return (user.Id, [.. actors.Select(a => a.Id)], [.. bare.Select(b => b.Id)]);
    }

    private static PortalUser Account(string email, DateTimeOffset now)
    {
        var user = PortalUser.Create(email, "Last", "de", now);
        user.NormalizedEmail = user.NormalizedUserName = email.ToUpperInvariant();
        user.SecurityStamp = user.Id.ToString("N");
        return user;
    }

    private static string Script(int cases, Guid tenant, Guid user, Guid[] actors)
    {
        using var sql = new StreamReader(typeof(BenchTown).Assembly.GetManifestResourceStream("Filling.sql")!);
        var places = new Dictionary<string, string>
        {
            ["{N}"] = cases.ToString(null, null), ["{TENANT}"] = $"'{tenant}'::uuid", ["{USER}"] = $"'{user}'::uuid", ["{COORD}"] = $"'{actors[0]}'::uuid",
            ["{JOBCENTER2}"] = $"'{actors[5]}'", ["{SCHOOL2}"] = $"'{actors[6]}'", ["{JOBCENTER}"] = $"'{actors[1]}'", ["{MBE}"] = $"'{actors[2]}'",
            ["{SCHOOL}"] = $"'{actors[3]}'", ["{ABH}"] = $"'{actors[4]}'",
        };
        return places.Aggregate(sql.ReadToEnd(), (text, place) => text.Replace(place.Key, place.Value, StringComparison.Ordinal));
    }

    private static async Task RunAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }
}
