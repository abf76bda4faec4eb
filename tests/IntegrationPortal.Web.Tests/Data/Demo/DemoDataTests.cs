using IntegrationPortal.Domain.Handovers;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Demo;
using IntegrationPortal.Web.Tests.Testing;
using IntegrationPortal.Web.Tests.Walls;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Data.Demo;

/// <summary>The whole demo, as the first start draws it.</summary>
public sealed class DemoDataTests(PortalHost host)
{
    [Fact]
    public async Task The_demo_is_what_product_md_promises_and_breaks_no_rule_of_the_walls()
    {
        var database = await host.NewDatabaseAsync("whole_demo");
        Assert.Equal(1047, await DemoData.LoadAsync(database.Owner, TimeProvider.System));
        Assert.Equal(0, await DemoData.LoadAsync(database.Owner, TimeProvider.System));

        await using var all = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(host.Superuser) { Database = "whole_demo" });
        Assert.Equal(1047, await CountAsync(all, "select count(*) from person"));
        Assert.Equal(23, await CountAsync(all, "select count(distinct tenant_id) from case_path"));
        Assert.Equal(Enum.GetNames<HandoverState>().Order(), await WordsAsync(all, "select distinct state from handover"));
        Assert.Equal(0, await CountAsync(all, "select count(*) from case_event where happened_at > now()"));
        Assert.InRange(await CountAsync(all, "select extract(day from now() - min(opened_at))::int from case_path"), 650, 760);

        // What the guards ask of users is asked of the copied rows here: nobody sees more than was collected or handed over.
        Assert.Equal(0, await CountAsync(all, """
            select count(*) from participation p
            join case_path c on c.tenant_id = p.tenant_id and c.id = p.case_id
            join actor o on o.tenant_id = c.tenant_id and o.id = c.opened_by_actor_id
            where p.is_active and p.categories & ~(
                case when p.actor_id = o.id then case o.kind when 'immigration_authority' then 255 else 511 end else 0 end
                | coalesce((select bit_or(g.covers & h.categories) from handover h
                    join handover_ground g on g.tenant_id = h.tenant_id and g.handover_id = h.id
                    where h.tenant_id = p.tenant_id and h.case_id = p.case_id and h.to_actor_id = p.actor_id
                      and h.state in ('Accepted', 'Arrived', 'Completed')), 0)) <> 0
            """));
        Assert.Equal(0, await CountAsync(all, "select count(*) from handover h where not exists (select from audit_entry a where a.\"table\" = 'handover' and a.row_key = h.id::text and a.change = 'Added')"));

        // A step that has results was finished with one of them, as its event says, and no other step was; all results occur.
        Assert.Equal(0, await CountAsync(all, """
            select count(*) from case_step s left join step_result r on r.step_key = s.template_key and r.code = s.result
            where (s.state = 'Done' and r.code is null and exists (select from step_result x where x.step_key = s.template_key)) or (s.result is not null and r.code is null)
               or (s.state = 'Done' and not exists (select from case_event e where e.tenant_id = s.tenant_id and e.case_id = s.case_id and e.step_id = s.id and e.kind = 'StepFinished' and e.reason is not distinct from s.result))
            """));
        Assert.Equal(["full", "measure", "negative", "partial"], await WordsAsync(all, "select distinct result from case_step where template_key = 'T4.6' and result is not null"));
        Assert.Equal(["Reached"], await WordsAsync(all, "select distinct unnest(goal_results) from tandem where state = 'Ended'"));

        // What the demo writes for the handbook is in all states but public, but for one piece of news; of what it adopted one is released, and says that it is an example.
        Assert.Equal(["Draft", "InReview", "Submitted"], await WordsAsync(all, "select distinct open_state from handbook_entry where slug like 'demo-%' and public_version is null"));
        Assert.Equal(0, await CountAsync(all, "select count(*) from published_page where slug like 'demo-%' and kind <> 'News'"));
        Assert.Equal(3, await CountAsync(all, "select count(*) from published_page where kind = 'News' and title like 'Demo: %' and summary like 'Beispiel der Demo%'"));
        Assert.Equal(["Answered", "Passed", "Waiting"], await WordsAsync(all, "select distinct state from reader_question where text like 'Beispiel der Demo%'"));
        Assert.Equal((3, 1), (await CountAsync(all, "select count(*) from adoption where adaptation like 'Beispiel der Demo%'"), await CountAsync(all, "select count(*) from released_adoption")));

        // What facts with a code of a list are counted for is there, with both answers.
        Assert.Equal(["entitlement False", "entitlement True", "transfer False", "transfer True", "work12 False", "work12 True", "work24 False", "work24 True"],
            await WordsAsync(all, "select fact || ' ' || initcap(hits[1]::text) from indicator_raw.fact where fact in ('entitlement', 'transfer', 'work12', 'work24') group by 1 having count(*) >= 5"));
        Assert.Equal(["Diverse", "Female", "Male", "none"], await WordsAsync(all, "select distinct coalesce(sex, 'none') from person"));

        // Pilots that let the programme see their self-assessment have one, so that there is a number to be seen.
        Assert.Equal(0, await CountAsync(all, "select count(*) from pilot p where shares_assessment <> exists (select from self_assessment s where s.tenant_id = p.pilot_id and s.completed_at is not null)"));
        await using (var foundation = await Prompt.OpenAsync(database.Application, null, null, Guid.CreateVersion7(), nameof(Role.FoundationStaff)))
            Assert.InRange(await foundation.AskAsync<long>("select count(*) from pilot p, reading.pilot_baseline(p.pilot_id) b where b.assessed between 1 and 99"), 2, 23);

        // The owner was let in for the copying only.
        Assert.Equal(0, await CountAsync(all, "select count(*) from pg_class where relrowsecurity and not relforcerowsecurity"));
    }

    [Fact]
    public async Task The_same_day_gives_the_same_demo_and_another_day_another()
    {
        var today = new DateTimeOffset(2026, 6, 30, 10, 0, 0, TimeSpan.Zero);
        Assert.Equal(await DrawnAsync("demo_one", today), await DrawnAsync("demo_two", today));
        Assert.NotEqual(await DrawnAsync("demo_three", today), await DrawnAsync("demo_four", today.AddDays(1)));
    }

    [Fact]
    public async Task A_case_was_last_active_when_something_was_last_done()
    {
        var database = await host.NewDatabaseAsync("demo_activity");
        await DemoData.LoadAsync(database.Owner, TimeProvider.System, new DemoSize(InKrefeld: 20, InViersen: 10, Elsewhere: 0));
        await using var all = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(host.Superuser) { Database = "demo_activity" });
        foreach (var (table, id) in new[] { ("case_path", "id"), ("participation", "case_id") })
        {
            Assert.Equal(0, await CountAsync(all, $"""
                select count(*) from {table} c where c.last_activity_at is distinct from (select max(e.happened_at) from case_event e
                    where e.tenant_id = c.tenant_id and e.case_id = c.{id} and e.kind not in ('HandoverReminded', 'HandoverEscalated'))
                """));
        }
    }

    private async Task<IEnumerable<string>> DrawnAsync(string name, DateTimeOffset now)
    {
        var database = await host.NewDatabaseAsync(name);
        await DemoData.LoadAsync(database.Owner, new FakeTimeProvider(now), new DemoSize(InKrefeld: 8, InViersen: 4, Elsewhere: 0));
        await using var all = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(host.Superuser) { Database = name });
        return await WordsAsync(all, """
            select c.number || n.official_name || coalesce(n.sex, '') || e.kind || e.happened_at || (select coalesce(string_agg(f.kind || coalesce(f.code, '') || f.valid_from, ' ' order by f.kind, f.valid_from, f.code), '')
                from person_fact f where f.case_id = c.id) from case_event e
            join case_path c on c.tenant_id = e.tenant_id and c.id = e.case_id
            join person n on n.tenant_id = c.tenant_id and n.case_id = c.id
            """);
    }

    private static async Task<int> CountAsync(NpgsqlDataSource all, string sql)
    {
        await using var command = all.CreateCommand(sql);
        return Convert.ToInt32(await command.ExecuteScalarAsync(), null);
    }

    private static async Task<IReadOnlyList<string>> WordsAsync(NpgsqlDataSource all, string sql)
    {
        await using var command = all.CreateCommand(sql);
        await using var rows = await command.ExecuteReaderAsync();
        var words = new List<string>();
        while (await rows.ReadAsync())
            words.Add(rows.GetString(0));
        return [.. words.Order(StringComparer.Ordinal)];
    }
}
