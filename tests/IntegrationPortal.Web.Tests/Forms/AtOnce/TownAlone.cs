using IntegrationPortal.Web.Tests.Testing;
using IntegrationPortal.Web.Tests.Walls;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Forms.AtOnce;

/// <summary>Classes that share one such town run one after the other.</summary>
[CollectionDefinition]
public sealed class FirstHalf : ICollectionFixture<TownAlone>;

[CollectionDefinition]
public sealed class SecondHalf : ICollectionFixture<TownAlone>;

/// <summary>The town of all forms in a database where nobody else writes, so that what a sending has written can be counted.</summary>
public sealed class TownAlone(PortalHost host) : FormsTown(host)
{
    private RunningPortal? portal;

    /// <summary>Beyond all walls.</summary>
    public NpgsqlDataSource Database { get; private set; } = null!;

    public override async ValueTask DisposeAsync()
    {
        if (portal is not null)
            await portal.DisposeAsync();
        await Database.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override async Task<FullTown> BuildAsync(PortalHost of)
    {
        var name = $"alone-{Guid.NewGuid():N}";
        // What PostgreSQL refuses to the slower ones is what is wanted here, and nothing to read.
        portal = of.Start(database: await of.NewDatabaseAsync(name), settings: new Dictionary<string, string> { ["Serilog:MinimumLevel:Default"] = "Fatal" });
        var superuser = new NpgsqlConnectionStringBuilder(of.Superuser) { Database = name }.ConnectionString;
        Database = NpgsqlDataSource.Create(superuser);
        return await FullTown.BuildAsync(await Town.CreateAsync(portal, "Formstadt"), superuser);
    }
}
