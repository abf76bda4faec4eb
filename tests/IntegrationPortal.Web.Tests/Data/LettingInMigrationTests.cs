using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Tests.Testing;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Data;

/// <summary>A portal that was in use when somebody could still coordinate a municipality and watch over it.</summary>
public sealed class LettingInMigrationTests(PortalHost host)
{
    [Fact]
    public async Task Whoever_held_both_sides_of_a_town_keeps_the_coordination()
    {
        var database = await host.NewDatabaseAsync("before_letting_in");
        var superuser = new NpgsqlConnectionStringBuilder(host.Superuser) { Database = "before_letting_in" };
        await using var db = NpgsqlDataSource.Create(superuser.ConnectionString);
        // As it was the release before.
        await RunAsync(db, "alter table membership drop constraint ex_membership_not_both_sides");
        await RunAsync(db, "drop table portal_invitation");
        await RunAsync(db, "drop index ix_actor_one_coordination");
        await RunAsync(db, """delete from "__EFMigrationsHistory" where migration_id like '%LettingIn'""");
        await RunAsync(db, """
            insert into tenant (id, key, key_kind, name, state_code) select gen_random_uuid(), k, 'Municipality', k, 'NW' from unnest(array['99000001', '99000002']) k;
            insert into actor (tenant_id, id, kind, name, is_open) select id, gen_random_uuid(), 'municipal_coordination', name, true from tenant where key like '9900000%';
            insert into portal_user (id, display_name, language, is_demo, created_at, email_confirmed, two_factor_enabled, lockout_enabled, access_failed_count)
                select gen_random_uuid(), n, 'de', false, now(), true, false, true, 0 from unnest(array['both', 'watches']) n;
            insert into membership (id, user_id, tenant_id, actor_id, role, valid_from)
                select gen_random_uuid(), u.id, t.id, a.id, r, now() from portal_user u, tenant t join actor a on a.tenant_id = t.id, unnest(array['Coordinator', 'DataProtectionOfficer']) r
                where t.key = '99000001' and (u.display_name = 'both' or r <> 'Coordinator');
            insert into membership (id, user_id, tenant_id, actor_id, role, valid_from)
                select gen_random_uuid(), u.id, t.id, a.id, 'DataProtectionOfficer', now() from portal_user u, tenant t join actor a on a.tenant_id = t.id
                where t.key = '99000002' and u.display_name = 'both';
            """);

        await Migrator.MigrateAsync(database.Owner, TestContext.Current.CancellationToken);
        await using var left = db.CreateCommand("""
            select u.display_name || ' ' || t.key || ' ' || m.role from membership m join portal_user u on u.id = m.user_id join tenant t on t.id = m.tenant_id
            where m.ended_at is null order by 1
            """);
        await using var rows = await left.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var held = new List<string>();
        while (await rows.ReadAsync(TestContext.Current.CancellationToken))
            held.Add(rows.GetString(0));
        Assert.Equal(["both 99000001 Coordinator", "both 99000002 DataProtectionOfficer", "watches 99000001 DataProtectionOfficer"], held);
    }

    private static async Task RunAsync(NpgsqlDataSource db, string sql)
    {
        await using var command = db.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
