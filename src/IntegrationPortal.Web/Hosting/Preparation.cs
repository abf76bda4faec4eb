using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Accounts;
using IntegrationPortal.Web.Data.Demo;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IntegrationPortal.Web.Hosting;

/// <summary>Brings the database to this version of the program, with the role that owns it.</summary>
internal static class Preparation
{
    /// <summary>The same program needs to do nothing twice; every build has an id of its own.</summary>
    private static readonly string Build = typeof(Preparation).Module.ModuleVersionId.ToString();

    /// <param name="always">Also when this build has done it before: what somebody has changed by hand since is put back.</param>
    public static async Task RunAsync(IConfiguration configuration, bool withDemo, bool always, CancellationToken cancellation)
    {
        try
        {
            await PrepareAsync(configuration, withDemo, always, cancellation);
        }
        catch (Exception failure) when (failure is NpgsqlException or DbUpdateException)
        {
            throw new CannotStartException(
                $"The database could not be brought to this version ({failure.GetBaseException().Message}): docs/operations.md says what to do; the embedded one is made anew after deleting its folder (.postgres).", failure);
        }
    }

    private static async Task PrepareAsync(IConfiguration configuration, bool withDemo, bool always, CancellationToken cancellation)
    {
        if (configuration.GetConnectionString("Owner") is not { Length: > 0 } owner)
        {
            throw new CannotStartException(
                "The role that owns the database is needed for this: set ConnectionStrings__Owner to the same database with the role portal_owner.");
        }

        await DatabaseServer.InspectAsync("Owner", owner, async connection =>
        {
            await WaitForOthersAsync(connection, cancellation);
            var done = await DoneAsync(connection, cancellation);
            if (always || !done.Contains($"schema {Build}") || !await Walls.StandAsync(connection, cancellation))
            {
                Console.WriteLine("Bringing the database to this version …");
                await Migrator.MigrateAsync(owner, cancellation);
                await LoadReferenceAsync(owner, cancellation);
                await HangfireSchema.InstallAsync(owner, cancellation);
                await NoteAsync(owner, "schema", cancellation);
            }

            if (withDemo && !done.Contains("demo"))
                await LoadDemoAsync(owner, cancellation);
        }, cancellation);
        if (configuration["Portal:Administrator"] is { Length: > 0 } address
            && await FirstAdministrator.CreateAsync(owner, address, TimeProvider.System, cancellation))
            Console.WriteLine($"{address} may now operate the portal: set the password with \"Passwort vergessen?\" on the sign-in page.");
    }

    // Of two who change the same function or policy at once PostgreSQL refuses one, and a large town is not done in seconds. Held until the
    // connection closes.
    private static async Task WaitForOthersAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select pg_advisory_lock(hashtext('portal preparation'))", connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task LoadReferenceAsync(string owner, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(owner);
        await connection.OpenAsync(cancellation);
        await ReferenceLoader.LoadAsync(connection, cancellation);
    }

    private static async Task LoadDemoAsync(string owner, CancellationToken cancellation)
    {
        Console.WriteLine("Drawing the demo: 23 municipalities, more than a thousand synthetic people. This takes some seconds, once …");
        await DemoData.LoadAsync(owner, TimeProvider.System, cancellation: cancellation);
        await NoteAsync(owner, "demo", cancellation);
        // Drawing takes more memory than serving ever does; it is given back before the first request.
        NpgsqlConnection.ClearAllPools();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
    }

    private static async Task<HashSet<string>> DoneAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var done = new HashSet<string>();
        await using var exists = new NpgsqlCommand("select to_regclass('app.prepared') is not null", connection);
        if (!(bool)(await exists.ExecuteScalarAsync(cancellation))!)
            return done;

        await using var command = new NpgsqlCommand("select unnest(array[part, part || ' ' || build]) from app.prepared", connection);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
            done.Add(rows.GetString(0));
        return done;
    }

    private static async Task NoteAsync(string owner, string part, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(owner);
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand("""
            create table if not exists app.prepared (part text primary key, build text not null, at timestamptz not null default now());
            """, connection);
        await command.ExecuteNonQueryAsync(cancellation);
        command.CommandText = "insert into app.prepared (part, build) values ($1, $2) on conflict (part) do update set build = excluded.build, at = now()";
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = part });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Build });
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
