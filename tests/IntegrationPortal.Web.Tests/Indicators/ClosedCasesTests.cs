using IntegrationPortal.Web.Data.Demo;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Indicators;

/// <summary>A case that is closed is no open case any more, and closing hides no delay.</summary>
public sealed class ClosedCasesTests(PortalHost host)
{
    [Fact]
    public async Task The_stay_ends_with_the_last_day_and_a_step_left_open_counts_where_it_was_late_already()
    {
        await using var room = await CountingRoom.OpenAsync(host, "closed");
        var now = new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);
        await DemoData.LoadAsync(room.Database.Owner, new Microsoft.Extensions.Time.Testing.FakeTimeProvider(now), new DemoSize(60, 0, 0), TestContext.Current.CancellationToken);
        var town = room.Towns.Single(t => t.Key == "05114000").Id;
        await room.RefreshAsync(town, now);
        // A running case with a step in work.
        var path = (await room.ListAsync("""
            select c.id from case_path c where c.tenant_id = $1 and c.closed_on is null and exists (select from case_step s
                where s.tenant_id = c.tenant_id and s.case_id = c.id and s.state in ('Active', 'Blocked') and s.started_on is not null) order by c.id limit 1
            """, r => r.GetGuid(0), town))[0];
        var (late, early) = (new DateOnly(2026, 11, 10), new DateOnly(2026, 11, 25));
        Assert.Equal(1, await OpenAsync(null));
        foreach (var (due, counts) in new[] { (late, 1), (early, 0) })
        {
            await room.RunAsync("update case_step set due_on = $2 where case_id = $1 and state in ('Active', 'Blocked')", path, due);
            await ChangeAsync("closed_on = '2026-11-18'", "CaseClosed");
            Assert.Equal(1, await OpenAsync(new DateOnly(2026, 11, 18)));
            Assert.Equal(counts > 0, await StepsAsync(due) > 0);
            await ChangeAsync("closed_on = null", "CaseReopened");
            Assert.Equal(1, await OpenAsync(null));
            Assert.True(await StepsAsync(due) > 0);
        }

        async Task ChangeAsync(string change, string kind)
        {
            await room.RunAsync($"update case_path set {change} where id = $1", path);
            await room.RunAsync("""
                insert into case_event (tenant_id, case_id, id, category, kind, happened_at, recorded_at) values ($1, $2, gen_random_uuid(), 0, $3, $4, $4)
                """, town, path, kind, now);
            await room.RefreshAsync(town, now);
        }

        async Task<int> OpenAsync(DateOnly? until) => (await room.ListAsync(
            "select count(*)::int from indicator_raw.fact where tenant_id = $1 and subject_id = $2 and fact = 'open' and until is not distinct from $3::date", r => r.GetInt32(0), town, path, (object?)until ?? DBNull.Value))[0];

        async Task<int> StepsAsync(DateOnly due) => (await room.ListAsync(
            "select count(*)::int from indicator_raw.fact where tenant_id = $1 and subject_id = $2 and fact = 'step' and day = $3", r => r.GetInt32(0), town, path, due))[0];
    }
}
