using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Tests.Testing;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Data;

/// <summary>A portal that was in use when a residence status had one row without a day or a source.</summary>
public sealed class LawOfStatusesMigrationTests(PortalHost host)
{
    [Fact]
    public async Task Statuses_without_validity_make_room_for_the_rows_of_the_law()
    {
        var database = await host.NewDatabaseAsync("before_law_of_statuses");
        await using var db = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(host.Superuser) { Database = "before_law_of_statuses" }.ConnectionString);
        // As it was the release before.
        await RunAsync(db, """
            delete from residence_status where valid_from > '2027-01-01';
            alter table residence_status drop constraint pk_residence_status;
            alter table residence_status drop column valid_from, drop column valid_to, drop column source;
            alter table residence_status add constraint pk_residence_status primary key (code);
            update reference_state set hash = 'older' where seed = 'residence_status';
            delete from "__EFMigrationsHistory" where migration_id like '%LawOfStatuses'
            """);

        await Migrator.MigrateAsync(database.Owner, TestContext.Current.CancellationToken);

        await using var rows = db.CreateCommand("select count(*) || ' ' || count(distinct code) || ' ' || min(valid_from) || ' ' || bool_and(source <> '') from residence_status");
        Assert.Equal("16 15 2005-01-01 true", await rows.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    private static async Task RunAsync(NpgsqlDataSource db, string sql)
    {
        await using var command = db.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
