using Npgsql;

namespace IntegrationPortal.Web.Tests.Hosting;

/// <summary>A mend of the walls may come without a change of a table: the walls too must be those of the program that serves.</summary>
public sealed class WallsOfThisVersionTests
{
    /// <summary>What stands after a release with other walls, and after a migration that ended between tables and walls.</summary>
    private const string OtherWalls = "drop policy tenant_lock on person; comment on schema app is 'of another version'";

    [Fact]
    public async Task A_portal_does_not_serve_with_walls_of_another_version_and_the_same_program_puts_up_its_own_again()
    {
        await using var installation = await Installation.CreateAsync(migrated: true);
        // What a hand took away is back after the next migration by the same program, though nobody could notice.
        await installation.AsSuperuserAsync("drop policy tenant_lock on person");
        await installation.MigrateAsync();
        Assert.True(await HasTenantLockAsync(installation.Superuser));

        await installation.AsSuperuserAsync(OtherWalls);
        var (exitCode, output) = await PortalProcess.RunAsync(installation.Serving());
        Assert.NotEqual(0, exitCode);
        Assert.Contains("another version of this portal: run this one once with the verb 'migrate'", Assert.Single(output.Trim().Split('\n')), StringComparison.Ordinal);

        await installation.MigrateAsync();
        Assert.True(await HasTenantLockAsync(installation.Superuser));
        await using var portal = PortalProcess.Start(installation.Serving());
        await portal.SeeAsync("Application started");
    }

    [Fact]
    public async Task Two_who_migrate_at_once_wait_for_each_other()
    {
        await using var installation = await Installation.CreateAsync(migrated: false);
        var settings = installation.Migrating();
        var both = await Task.WhenAll(PortalProcess.RunAsync(settings, "migrate"), PortalProcess.RunAsync(settings, "migrate"));
        Assert.All(both, one => Assert.True(one.ExitCode == 0, one.Output));
    }

    [Fact]
    public async Task An_embedded_database_gets_the_walls_of_this_program_at_the_start()
    {
        var folder = Directory.CreateTempSubdirectory("portal-test-").FullName;
        try
        {
            await using (var first = StartEmbedded(folder))
            {
                await first.SeeAsync("The portal answers at");
                await RunAsync(Superuser(folder), OtherWalls);
                Assert.Equal(0, await first.SignalAsync("TERM"));
            }

            await using var second = StartEmbedded(folder);
            await second.SeeAsync("The portal answers at");
            Assert.True(await HasTenantLockAsync(Superuser(folder)));
            Assert.Equal(0, await second.SignalAsync("TERM"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static PortalProcess StartEmbedded(string folder) => PortalProcess.Start(
        new Dictionary<string, string> { ["Portal__EmbeddedPostgres__Folder"] = folder, ["Portal__Demo"] = "false" },
        "--urls", $"http://127.0.0.1:{PortalProcess.FreePort()}");

    private static string Superuser(string folder) =>
        $"Host=127.0.0.1;Port={File.ReadAllText(Path.Combine(folder, "port")).Trim()};Username=postgres;Password={File.ReadAllText(Path.Combine(folder, "superuser.password")).Trim()};Database=portal;Pooling=false";

    private static async Task<bool> HasTenantLockAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("select exists (select from pg_policies where policyname = 'tenant_lock' and tablename = 'person')", connection);
        return (bool)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private static async Task RunAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
