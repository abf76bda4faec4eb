using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Tests.Testing;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Data.Reference;

/// <summary>What comes with the portal is loaded once, brought up to date by a release, and gives way to what somebody wrote.</summary>
public sealed class HandbookLoaderTests(PortalHost host)
{
    [Fact]
    public async Task A_release_that_says_something_else_is_a_new_version_and_what_somebody_wrote_stays()
    {
        var database = await host.NewDatabaseAsync("handbook_loader");
        await using var owner = new NpgsqlConnection(database.Owner);
        await owner.OpenAsync();
        await RunAsync(owner, "update entry_text set title = 'Wie es früher hieß' where language = 'De' and title = 'Akteurskarte'");
        await RunAsync(owner, "update entry_text set title = 'Von der Stiftung' where language = 'De' and title = 'Bilanzworkshop'");
        await RunAsync(owner, "update entry_version set author_user_id = gen_random_uuid() where entry_id = (select id from handbook_entry where slug = 'bilanzworkshop')");

        await Migrator.MigrateAsync(database.Owner);
        Assert.Equal(0L, await AskAsync(owner, "select count(*) from entry_version where number > 1"));

        await RunAsync(owner, "update reference_state set hash = 'older' where seed = 'handbook'");
        await Migrator.MigrateAsync(database.Owner);
        Assert.Equal("1 Superseded, 2 Published", await AskAsync(owner,
            "select string_agg(v.number || ' ' || v.state, ', ' order by v.number) from entry_version v join handbook_entry e on e.id = v.entry_id where e.slug = 'akteurskarte'"));
        Assert.Equal("Akteurskarte", await AskAsync(owner, "select title from published_page where slug = 'akteurskarte' and language = 'De'"));
        Assert.Equal("Von der Stiftung", await AskAsync(owner, "select title from published_page where slug = 'bilanzworkshop' and language = 'De'"));
        Assert.Equal(1L, await AskAsync(owner, "select count(*) from entry_version where number > 1"));
        // Nobody did it, so the trail names nobody; the version itself says that it came with the portal.
        Assert.Equal(0L, await AskAsync(owner, "select count(*) from entry_version where number > 1 and author_user_id is not null"));
    }

    [Fact]
    public async Task Every_entry_is_written_in_German_and_English_and_has_a_summary_in_plain_German()
    {
        await using var owner = new NpgsqlConnection(host.Database.Owner);
        await owner.OpenAsync();
        Assert.Equal(0L, await AskAsync(owner, """
            select count(*) from handbook_entry e join entry_version v on v.entry_id = e.id and v.number = 1 and v.author_user_id is null
            where (select count(*) from entry_text t where t.entry_id = e.id and t.number = 1) <> 3
            """));
        Assert.Equal(0L, await AskAsync(owner, """
            select count(*) from entry_text d join entry_text n on n.entry_id = d.entry_id and n.number = d.number and n.language = 'En'
            join entry_version v on v.entry_id = d.entry_id and v.number = d.number and v.author_user_id is null
            where d.language = 'De' and ((select array_agg(k order by k) from jsonb_object_keys(d.fields) k) is distinct from (select array_agg(k order by k) from jsonb_object_keys(n.fields) k)
              or jsonb_path_query_array(d.agenda, '$[*].minutes') <> jsonb_path_query_array(n.agenda, '$[*].minutes'))
            """));
        Assert.Equal(0L, await AskAsync(owner, "select count(*) from entry_version where author_user_id is null and source is null"));
    }

    private static async Task RunAsync(NpgsqlConnection owner, string sql)
    {
        await using var command = new NpgsqlCommand(sql, owner);
        Assert.NotEqual(0, await command.ExecuteNonQueryAsync());
    }

    private static async Task<object?> AskAsync(NpgsqlConnection owner, string sql)
    {
        await using var command = new NpgsqlCommand(sql, owner);
        return await command.ExecuteScalarAsync();
    }
}
