using System.Globalization;
using IntegrationPortal.Web.Data.Demo;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Indicators;

/// <summary>Erasing cases takes the rows that were counted and changes no number that had settled; all others are those of a full count of what is left.</summary>
public sealed class ErasedCasesTests(PortalHost host)
{
    /// <summary>What stands there after erasing, and nothing more.</summary>
    private const string Standing = "select (c.*)::text from indicator_raw.count c join indicator_raw.rule r on r.code = c.code join indicator_raw.standing s on s.tenant_id = c.tenant_id and s.fact = r.fact and s.month = c.month where c.tenant_id = $1 order by 1";

    private const string Others = "select (c.*)::text from indicator_raw.count c join indicator_raw.rule r on r.code = c.code where c.tenant_id = $1 and not exists (select from indicator_raw.standing s where s.tenant_id = c.tenant_id and s.fact = r.fact and s.month = c.month) order by 1";

    private const string Published = "select c.code || c.month || c.dimension || c.part || coalesce(c.amount, -1) || coalesce(c.denominator, -1) || c.basis from indicator.cell c join tenant t on t.key = c.municipality_key where t.id = $1 order by 1";

    [Fact]
    public async Task Settled_numbers_stand_and_the_rest_is_what_a_full_count_gives()
    {
        await using var room = await CountingRoom.OpenAsync(host, "erased");
        var now = new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);
        await DemoData.LoadAsync(room.Database.Owner, new Microsoft.Extensions.Time.Testing.FakeTimeProvider(now), new DemoSize(120, 0, 0), TestContext.Current.CancellationToken);
        var town = room.Towns.Single(t => t.Key == "05114000").Id;
        await room.RefreshAsync(town, now);
        // Closed lately and due today, which no period of years would give: so that numbers of the last months would change.
        var due = await room.ListAsync("update case_path set erase_on = '2026-11-20' where tenant_id = $1 and closed_on is not null returning id", r => r.GetGuid(0), town);
        Assert.True(due.Count > 15, $"{due.Count} closed cases");
        var (counts, published) = (await room.ListAsync("select (c.*)::text from indicator_raw.count c where tenant_id = $1 order by 1", r => r.GetString(0), town), await PublishedAsync());
        Assert.Contains(published, c => c.EndsWith("shown", StringComparison.Ordinal));

        await EraseAsync(room, town, due, now);
        Assert.Equal([0], await room.ListAsync("select count(*)::int from indicator_raw.fact where tenant_id = $1 and subject_id = any ($2)", r => r.GetInt32(0), town, due.ToArray()));
        await room.RefreshAsync(town, now);
        await room.RefreshAsync(town, now.AddDays(1));
        var stood = await room.ListAsync(Standing, r => r.GetString(0), town);
        Assert.True(stood.Count > 100, $"{stood.Count} counts stand");
        Assert.Subset(counts.ToHashSet(), stood.ToHashSet());
        Assert.Equal(published.Where(IsSettled), (await PublishedAsync()).Where(IsSettled));

        // Counted anew from nothing but what is left: the same where nothing settled was erased, and the standing ones would be others.
        var others = await room.ListAsync(Others, r => r.GetString(0), town);
        Assert.NotEmpty(others);
        await room.RunAsync("delete from indicator_raw.fact where tenant_id = $1", town);
        await room.RunAsync("delete from indicator_raw.count c where c.tenant_id = $1 and not exists (select from indicator_raw.standing s join indicator_raw.rule r on r.fact = s.fact where s.tenant_id = c.tenant_id and r.code = c.code and s.month = c.month)", town);
        await room.RunAsync("insert into indicator_raw.dirty select tenant_id, id from case_path where tenant_id = $1 union all select tenant_id, id from tandem where tenant_id = $1", town);
        await room.RefreshAsync(town, now.AddDays(1));
        Assert.Equal(others, await room.ListAsync(Others, r => r.GetString(0), town));
        Assert.Equal(stood, await room.ListAsync(Standing, r => r.GetString(0), town));
        await room.RunAsync("insert into indicator_raw.touched select tenant_id, fact, month from indicator_raw.standing where tenant_id = $1", town);
        await room.RunAsync("create table kept as select * from indicator_raw.standing");
        await room.RunAsync("delete from indicator_raw.standing");
        await room.RunAsync("set role portal_counter");
        await room.RunAsync("select set_config('app.tenant', $1, false)", town.ToString());
        await room.RunAsync("call counting.recount($1, $2)", town, new DateOnly(2026, 11, 21));
        await room.RunAsync("reset role");
        await room.RunAsync("insert into indicator_raw.standing select * from kept");
        Assert.NotEqual(stood, await room.ListAsync(Standing, r => r.GetString(0), town));

        Task<List<string>> PublishedAsync() => room.ListAsync(Published, r => r.GetString(0), town);

        // October ended more than fifteen days ago; November has not.
        static bool IsSettled(string cell) => !cell.Contains("2026-11-01", StringComparison.Ordinal);
    }

    private static async Task EraseAsync(CountingRoom room, Guid town, List<Guid> due, DateTimeOffset now)
    {
        await room.RunAsync("set role portal_app");
        await room.RunAsync("select set_config('app.tenant', $1, false), set_config('app.role', 'Clock', false), set_config('app.now', $2, false)",
            town.ToString(), now.ToString("O", CultureInfo.InvariantCulture));
        foreach (var id in due)
            Assert.Equal([true], await room.ListAsync("select reading.erase_case($1)", r => r.GetBoolean(0), id));
        await room.RunAsync("reset role");
        await room.RunAsync("select set_config('app.role', '', false)");
    }
}
