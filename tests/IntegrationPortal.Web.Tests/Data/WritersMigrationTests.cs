using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Tests.Testing;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Data;

/// <summary>A portal that was in use before it was kept who writes.</summary>
public sealed class WritersMigrationTests(PortalHost host)
{
    [Fact]
    public async Task Whoever_began_a_version_has_written_on_it_and_what_was_said_was_about_German()
    {
        var database = await host.NewDatabaseAsync("before_writers");
        var superuser = new NpgsqlConnectionStringBuilder(host.Superuser) { Database = "before_writers" };
        await using var db = NpgsqlDataSource.Create(superuser.ConnectionString);
        // As it was the release before.
        await RunAsync(db, "alter table entry_version drop column writer_user_ids", -1);
        await RunAsync(db, "alter table entry_comment drop column language", -1);
        await RunAsync(db, """delete from "__EFMigrationsHistory" where migration_id like '%Writers'""");
        const string Entry = "(select id from handbook_entry where slug = 'akteurskarte')";
        await RunAsync(db, $"update entry_version set author_user_id = '{Guid.Empty}' where entry_id = {Entry}");
        await RunAsync(db, $"insert into entry_comment (id, entry_id, number, field, paragraph, text, user_id, office, at) select gen_random_uuid(), {Entry}, 1, 'summary', 1, 'x', gen_random_uuid(), 'y', now()");

        await Migrator.MigrateAsync(database.Owner, TestContext.Current.CancellationToken);
        Assert.Equal(1L, await AskAsync(db, $"select count(*) from entry_version where writer_user_ids = array['{Guid.Empty}'::uuid]"));
        Assert.Equal(0L, await AskAsync(db, "select count(*) from entry_version where author_user_id is null and writer_user_ids <> '{}'"));
        Assert.Equal("De", await AskAsync(db, "select language from entry_comment"));
    }

    private static async Task RunAsync(NpgsqlDataSource db, string sql, int rows = 1)
    {
        await using var command = db.CreateCommand(sql);
        Assert.Equal(rows, await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<object?> AskAsync(NpgsqlDataSource db, string sql)
    {
        await using var command = db.CreateCommand(sql);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
