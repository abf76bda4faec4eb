using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Tests.Testing;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Data;

/// <summary>A portal with running cases from before deadlines were told as the law states them.</summary>
public sealed class DeadlinesMigrationTests(PortalHost host)
{
    [Fact]
    public async Task Running_cases_get_the_deadlines_of_the_law_from_the_day_they_were_begun()
    {
        var database = await host.NewDatabaseAsync("before_deadlines");
        var superuser = new NpgsqlConnectionStringBuilder(host.Superuser) { Database = "before_deadlines" };
        await using var db = NpgsqlDataSource.Create(superuser.ConnectionString);
        // As it was the release before; the cases around these steps do not matter.
        await RunAsync(db, """
            alter table case_step drop column law_value cascade, drop column law_unit cascade, drop column is_irrevocable cascade, drop column event_on cascade;
            alter table template_step drop column law_value, drop column law_unit, drop column law_source, drop column is_irrevocable, drop column irrevocable_source;
            alter table handover_step drop column runs_from_event;
            delete from "__EFMigrationsHistory" where migration_id like '%DeadlinesOfTheLaw';
            delete from reference_state where seed = 'template_step';
            set session_replication_role = replica;
            insert into case_step (tenant_id, case_id, id, position, template_key, stage_de, title_de, responsible_kind, responsible_actor_id, stands_in,
                expected_working_days, deadline_kind, state, is_current, started_on)
            select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 1, k, 's', 't', 'mbe', gen_random_uuid(), false, 63, 'Statutory',
                case when started is null then 'Planned' else 'Active' end, true, started::date
            from (select distinct key, '2026-02-19' from template_step union all values ('T11.1', null), (null, '2026-02-19')) v (k, started)
            """);

        await Migrator.MigrateAsync(database.Owner, TestContext.Current.CancellationToken);
        await using var command = db.CreateCommand(
            "select string_agg(concat_ws(' ', template_key, law_value, law_unit, is_irrevocable, event_on), '; ' order by template_key, event_on) from case_step where template_key is null or template_key in ('T11.1', 'T2.3')");
        Assert.Equal("T11.1 3 Month t 2026-02-19; T11.1 3 Month t; T2.3 f; f", await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
        // The same as the templates say, so that a case opened today is no other.
        await using var same = db.CreateCommand("""
            select count(*) from case_step s join template_step t on t.key = s.template_key
            where (s.law_value, s.law_unit, s.is_irrevocable) is distinct from (t.law_value, t.law_unit, t.is_irrevocable)
            """);
        Assert.Equal(0L, await same.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    private static async Task RunAsync(NpgsqlDataSource db, string sql)
    {
        await using var command = db.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
