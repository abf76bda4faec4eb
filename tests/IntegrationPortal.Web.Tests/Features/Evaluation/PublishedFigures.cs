using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Features.Evaluation;

/// <summary>A portal on a database of its own, in which two years of two indicators are published for all pilots.</summary>
public sealed class PublishedFigures(PortalHost host) : IAsyncLifetime
{
    public const string Krefeld = "05114000";
    public const string Viersen = "05166";

    public PortalDatabase Database { get; private set; } = null!;

    public RunningPortal Portal { get; private set; } = null!;

    /// <summary>Beyond all walls.</summary>
    public string Superuser => new NpgsqlConnectionStringBuilder(host.Superuser) { Database = new NpgsqlConnectionStringBuilder(Database.Owner).Database }.ConnectionString;

    public async ValueTask InitializeAsync()
    {
        Database = await host.NewDatabaseAsync($"figures_{Guid.NewGuid():N}");
        await PublishAsync(Database.Owner);
        Portal = host.Start(database: Database);
    }

    public ValueTask DisposeAsync() => Portal.DisposeAsync();

    /// <summary>P2 grows from a half to nearly all, P1 falls; in one town both are hidden, in another nothing was supplied.</summary>
    public static async Task PublishAsync(string owner)
    {
        await using var connection = new NpgsqlConnection(owner);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("""
            insert into indicator.cell (code, version, municipality_key, month, dimension, part, amount, denominator, basis, as_of, published_at)
            select 'P2', 1, t.key, m::date, d.dimension, d.part, case when basis = 'shown' then round((12 + n * 0.4 + i * 0.5) * share) end, case when basis = 'shown' then 40 * share end, basis, m, m + interval '45 days'
            from (select key, row_number() over (order by name, key) as n from tenant where phase is not null) t
            cross join generate_series(date_trunc('month', now()) - interval '25 months', date_trunc('month', now()), interval '1 month') with ordinality as month (m, i)
            cross join (values ('', '', 1.0), ('age_band', '18-24', 0.5), ('age_band', '25-34', 0.5)) d (dimension, part, share)
            cross join lateral (select case when t.key = '05166' then 'hidden' when t.key = '06631' then 'none' else 'shown' end) b (basis);
            insert into indicator.cell (code, version, municipality_key, month, amount, basis, as_of, published_at)
            select 'P1', 1, t.key, m::date, case when t.key = '05166' then null else 12 - i / 4 end, case when t.key = '05166' then 'hidden' else 'shown' end, m, m + interval '45 days'
            from tenant t cross join generate_series(date_trunc('month', now()) - interval '25 months', date_trunc('month', now()), interval '1 month') with ordinality as month (m, i)
            where t.phase is not null;
            """, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Somebody of the programme.</summary>
    public Visitor As(TestUser user) => Portal.VisitAs(user);

    public async Task<Visitor> AsAsync(Role role) => Portal.VisitAs(await TestUser.CreateAsync(Portal, role));

    /// <summary>The coordination of a pilot.</summary>
    public async Task<TestUser> CoordinatorAsync(string key)
    {
        var tenant = await Portal.AsNobodyAsync(db => db.Tenants.AsNoTracking().SingleAsync(t => t.Key == key));
        var actor = await Portal.InMunicipalityAsync(tenant.Id, async db =>
        {
            if (await db.Actors.AsNoTracking().SingleOrDefaultAsync(a => a.Kind == Actor.Coordination) is { } there)
                return there;
            var added = Actor.Add(tenant.Id, Guid.CreateVersion7(), Actor.Coordination, new ActorDetails("Koordination " + tenant.Name));
            db.Add(added);
            await db.SaveChangesAsync();
            return added;
        });
        return await TestUser.CreateAsync(Portal, Role.Coordinator, tenant, actor);
    }

    /// <summary>What the audit trail says that somebody did with this row, without the municipality they did not act for.</summary>
    public async Task<IReadOnlyList<string>> TrailAsync(string table, string key)
    {
        await using var source = NpgsqlDataSource.Create(Superuser + ";Pooling=false");
        await using var command = source.CreateCommand("""
            select trim(change || ' ' || coalesce(columns, '')) from audit_entry
            where "table" = $1 and row_key = $2 and user_id is not null and tenant_id is null order by at, id
            """);
        command.Parameters.AddWithValue(table);
        command.Parameters.AddWithValue(key);
        await using var rows = await command.ExecuteReaderAsync();
        var said = new List<string>();
        while (await rows.ReadAsync())
            said.Add(rows.GetString(0));
        return said;
    }

    public static async Task<int> RunAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteNonQueryAsync();
    }
}
