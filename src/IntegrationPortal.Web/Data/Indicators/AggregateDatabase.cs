using Npgsql;

namespace IntegrationPortal.Web.Data.Indicators;

/// <summary>The database as the role portal_aggregate sees it: published numbers and nothing else (Data/Indicators/Sql).</summary>
public sealed class AggregateDatabase(string connectionString) : IAsyncDisposable
{
    private readonly NpgsqlDataSource _source = new NpgsqlDataSourceBuilder(
        new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "portal-aggregate", MaxPoolSize = 20, MaxAutoPrepare = 50, AutoPrepareMinUsages = 2 }.ConnectionString).Build();

    public NpgsqlCommand Command(string sql) => _source.CreateCommand(sql);

    public ValueTask DisposeAsync() => _source.DisposeAsync();
}
