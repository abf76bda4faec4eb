using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.EmbeddedPostgres;

namespace IntegrationPortal.Web.Hosting;

/// <summary>The server this start works with: the configured one, or an embedded one that lives as long as the portal and holds the demo.</summary>
internal sealed class DatabaseOfThisStart : IAsyncDisposable
{
    private readonly EmbeddedPostgresServer? _embedded;

    private DatabaseOfThisStart(EmbeddedPostgresServer? embedded) => _embedded = embedded;

    public bool IsEmbedded => _embedded is not null;

    /// <summary>Leaves the connection strings in the configuration, where everybody finds them.</summary>
    public static async Task<DatabaseOfThisStart> OpenAsync(ConfigurationManager configuration, Verb verb, CancellationToken cancellation)
    {
        foreach (var name in new[] { "Portal", "Owner", "Aggregate" })
        {
            if (configuration.GetConnectionString(name) is { Length: > 0 } configured)
                configuration[$"ConnectionStrings:{name}"] = SecretFiles.ConnectionStringOf(name, configured);
        }

        if (configuration.GetConnectionString("Portal") is { Length: > 0 } || configuration.GetConnectionString("Owner") is { Length: > 0 })
            return new DatabaseOfThisStart(null);

        if (verb == Verb.Serve)
            ListeningAddress.MustBeFree(configuration);
        var server = await EmbeddedPostgresServer.StartAsync(
            configuration["Portal:EmbeddedPostgres:Folder"] ?? EmbeddedPostgresServer.DefaultFolder(), cancellation: cancellation);
        try
        {
            var database = await DatabaseRoles.CreateAsync(server.ConnectionString, "portal", cancellation);
            configuration["ConnectionStrings:Portal"] = database.Application;
            configuration["ConnectionStrings:Owner"] = database.Owner;
            configuration["ConnectionStrings:Aggregate"] = database.Aggregate;
            configuration["Portal:Demo"] ??= "true";
            return new DatabaseOfThisStart(server);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _embedded?.DisposeAsync() ?? ValueTask.CompletedTask;
}
