using IntegrationPortal.Domain.Indicators;
using IntegrationPortal.Web.Data.Indicators;
using IntegrationPortal.Web.Tests.Testing;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Indicators;

/// <summary>Published numbers do not change behind anybody's back: not by a new definition, not by forgetting.</summary>
public sealed class StandingNumbersTests(PortalHost host)
{
    private static readonly DateOnly First = new(2025, 3, 1);

    [Fact]
    public async Task A_changed_definition_is_a_second_line_and_forgetting_changes_no_number_older_than_a_year()
    {
        await using var room = await CountingRoom.OpenAsync(host, "standing_numbers");
        await using var aggregate = new AggregateDatabase(room.Database.Aggregate);
        var reader = new IndicatorReader(aggregate);
        var town = room.Towns[0];
        await MeetAsync(room, town.Id, First);
        await MeetAsync(room, town.Id, First.AddMonths(1));
        await room.RunAsync("insert into indicator_raw.touched values ($1, 'meeting', $2), ($1, 'meeting', $3)", town.Id, First, First.AddMonths(1));
        await PublishAsync(room, town, First.AddMonths(3));
        var meant = (await reader.DefinitionsAsync(TestContext.Current.CancellationToken)).Single(d => d.Code == "V1H");

        // What a published number means cannot be changed; a new version begins a line of its own.
        var refused = await Assert.ThrowsAsync<PostgresException>(() => room.RunAsync("update indicator.definition set meaning_de = 'Stunden mit Weg' where code = 'V1H'"));
        Assert.Contains("give the change a new version", refused.MessageText, StringComparison.Ordinal);
        await room.RunAsync("""
            insert into indicator.definition (code, version, valid_from, name_de, name_en, meaning_de, meaning_en, formula, unit, kind, direction, source, supply, dimensions)
            select code, 2, $1, name_de, name_en, 'Stunden mit Weg', meaning_en, formula, unit, kind, direction, source, supply, dimensions from indicator.definition where code = 'V1H'
            """, First.AddMonths(3));
        await MeetAsync(room, town.Id, First.AddMonths(3));
        await room.RunAsync("insert into indicator_raw.touched values ($1, 'meeting', $2)", town.Id, First.AddMonths(3));
        await PublishAsync(room, town, First.AddMonths(6));
        var lines = (await reader.CellsAsync(new CellQuestion(["V1H"], [town.Key]), TestContext.Current.CancellationToken)).Where(c => c.Basis == CellBasis.Shown).ToList();
        Assert.Equal([(1, First), (1, First.AddMonths(1)), (2, First.AddMonths(3))], lines.Select(c => (c.Version, c.Month)));
        Assert.Equal(meant.Hash, (await reader.DefinitionsAsync(TestContext.Current.CancellationToken)).First(d => d.Code == "V1H").Hash);

        // All meetings are forgotten: numbers of the last year follow by a group, older ones stand.
        await room.RunAsync("delete from indicator_raw.fact where tenant_id = $1", town.Id);
        await room.RunAsync("insert into indicator_raw.touched values ($1, 'meeting', $2)", town.Id, First);
        await PublishAsync(room, town, First.AddMonths(20));
        Assert.Equal(lines, (await reader.CellsAsync(new CellQuestion(["V1H"], [town.Key]), TestContext.Current.CancellationToken)).Where(c => c.Basis == CellBasis.Shown));
    }

    private static async Task MeetAsync(CountingRoom room, Guid town, DateOnly month) => await room.RunAsync("""
        insert into indicator_raw.fact (tenant_id, subject_id, fact, day, counts_from, actor_id, amount)
        select $1, gen_random_uuid(), 'meeting', $2, $2, gen_random_uuid(), 1.5 from generate_series(1, 8)
        """, town, month);

    private static Task PublishAsync(CountingRoom room, (Guid Id, string Key) town, DateOnly today) =>
        room.PublishAsync(town, First, today, new DateTimeOffset(today, TimeOnly.MinValue, TimeSpan.Zero));
}
