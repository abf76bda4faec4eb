using IntegrationPortal.Web.Data.Reference;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Data.Reference;

public sealed class ReferenceLoaderTests(ReferenceDatabase database) : IClassFixture<ReferenceDatabase>
{
    [Theory]
    [InlineData("municipality", 10_754)]
    [InlineData("district", 400)]
    [InlineData("municipal_association", 1_203)]
    [InlineData("federal_state", 16)]
    [InlineData("tenant", 23)]
    [InlineData("actor_kind", 37)]
    [InlineData("residence_status", 16)]
    [InlineData("fact_code", 22)]
    [InlineData("country", 213)]
    [InlineData("language", 72)]
    [InlineData("process_template", 14)]
    [InlineData("template_step", 101)]
    [InlineData("step_result", 7)]
    [InlineData("restriction_ground", 4)]
    [InlineData("holiday_rule", 26)]
    [InlineData("deadline_rule", 30)]
    [InlineData("statutory_basis", 18)]
    [InlineData("glossary_term", 146)]
    [InlineData("handbook_entry", 33)]
    public async Task Every_row_of_a_seed_is_in_the_database(string table, int rows) =>
        Assert.Equal((long)rows, await AskAsync($"select count(*) from {table}"));

    [Theory]
    [InlineData("residence_status", "code")]
    [InlineData("deadline_rule", "key")]
    [InlineData("indicator.threshold", "key")]
    [InlineData("process_template", "key")]
    public async Task Rows_of_one_key_follow_each_other_without_a_gap_and_never_hold_on_the_same_day_and_say_their_source(string table, string key)
    {
        Assert.Equal(0L, await AskAsync($"""
            select count(*) from (select valid_to, lead(valid_from) over (partition by {key} order by valid_from) as next from {table}) r
            where next is not null and next is distinct from valid_to + 1
            """));
        Assert.Equal(0L, await AskAsync($"select count(*) from {table} where coalesce(source, '') = '' or valid_to < valid_from"));
    }

    [Fact]
    public async Task Only_the_notice_of_family_reunification_is_lost_for_good_with_its_deadline()
    {
        // T2.3: what is lost is lost at the end of a month, not with the portal's five days. T3.8: the entitlement lapses, not the right to it.
        Assert.Equal("T11.1", await AskAsync("select string_agg(distinct key, ', ') from template_step where is_irrevocable"));
        Assert.Equal(0L, await AskAsync("select count(*) from template_step where is_irrevocable <> (irrevocable_source is not null)"));
    }

    [Fact]
    public async Task What_the_law_counts_in_days_weeks_or_months_is_told_so_with_its_source()
    {
        Assert.Equal(
            "T1.2 5 Day, T1.5 21 Day, T1.10 6 Month, T3.5 6 Week, T4.5 1 Month, T4.6 3 Month, T5.8 2 Week, T11.1 3 Month, T12.4 2 Week",
            await AskAsync("""
                select string_agg(concat_ws(' ', s.key, s.law_value, s.law_unit), ', ' order by t.position, s.position)
                from template_step s join process_template t on (t.key, t.version) = (s.template_key, s.template_version) where s.law_unit is not null and t.version = 1
                """));
        Assert.Equal(0L, await AskAsync("select count(*) from template_step where num_nulls(law_value, law_unit, law_source) not in (0, 3)"));
        Assert.Equal(0L, await AskAsync("select count(*) from template_step where law_unit is not null and (deadline_kind <> 'Statutory' or legal_basis is null)"));
        // About as long in working days: a week is 5, a month 21.
        Assert.Equal(0L, await AskAsync("""
            select count(*) from template_step where abs(expected_working_days - law_value * case law_unit when 'Week' then 5 when 'Month' then 21 else 5 / 7.0 end) > 1.5
            """));
    }

    [Fact]
    public async Task What_is_counted_by_result_is_a_result_of_that_step_and_has_a_name()
    {
        Assert.Equal(0L, await AskAsync("select count(*) from indicator_raw.result_rule r where step is not null and not exists (select from step_result s where s.step_key = r.step and s.code = r.hit)"));
        Assert.Equal(0L, await AskAsync("""
            select count(*) from (select code, name_de, name_en from step_result where step_key = 'T4.6') s
            full join (select part, name_de, name_en from indicator.part where dimension = 'recognition_result') p on (s.code, s.name_de, s.name_en) = (p.part, p.name_de, p.name_en)
            where s.code is null or p.part is null
            """));
    }

    [Fact]
    public async Task Nobody_got_lost_on_the_way()
    {
        // The official total of 31.12.2023, and the same once more through districts.
        Assert.Equal(84_669_326L, await AskAsync("select sum(population) from municipality"));
        Assert.Equal(84_669_326L, await AskAsync("select sum(population) from district"));
        Assert.Equal(0L, await AskAsync("select count(*) from municipality where key !~ '^[0-9]{8}$' or regional_key !~ '^[0-9]{12}$' or postcode !~ '^[0-9]{5}$'"));
        Assert.Equal(0L, await AskAsync("select count(*) from municipality where left(regional_key, 5) <> district_key or left(key, 5) <> district_key"));
        Assert.Equal(0L, await AskAsync("select count(*) from municipality where association_key is not null and left(regional_key, 9) <> association_key"));
        Assert.Equal(0L, await AskAsync("select count(*) from municipality where latitude not between 47 and 56 or longitude not between 5 and 16"));
    }

    [Fact]
    public async Task Pilots_are_municipalities_districts_and_an_association_of_the_official_list()
    {
        Assert.Equal(0L, await AskAsync(
            """
            select count(*) from tenant t
            where not case key_kind
                when 'Municipality' then exists (select from municipality m where m.key = t.key and m.state_code = t.state_code)
                when 'District' then exists (select from district d where d.key = t.key and d.state_code = t.state_code)
                else exists (select from municipal_association a where a.key = t.key and a.state_code = t.state_code) end
            """));
        Assert.Equal(13L, await AskAsync("select count(*) from tenant where phase = 1"));
        Assert.Equal(14L, await AskAsync("select count(*) from tenant where track = 'labour_market'"));
        Assert.Equal(TenantIds.Of("05114000"), await AskAsync("select id from tenant where name = 'Krefeld'"));
    }

    [Fact]
    public async Task The_id_of_every_pilot_follows_from_its_key()
    {
        await using var connection = await database.OwnerAsync();
        await using var command = new NpgsqlCommand("select key, id from tenant", connection);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            Assert.Equal(TenantIds.Of(reader.GetString(0)), reader.GetGuid(1));
    }

    [Fact]
    public async Task A_second_load_finds_nothing_to_do()
    {
        var before = await AskAsync("select max(loaded_at) from reference_state");
        await using var owner = await database.OwnerAsync();
        Assert.Empty(await ReferenceLoader.LoadAsync(owner, TestContext.Current.CancellationToken));
        Assert.Equal(before, await AskAsync("select max(loaded_at) from reference_state"));
    }

    [Fact]
    public async Task A_changed_seed_mends_its_table_and_no_other()
    {
        await using var owner = await database.OwnerAsync();
        await RunAsync(owner, "update language set name_en = 'Klingon' where code = 'de'; delete from holiday_rule where key = 'german-unity'");
        Assert.Equal(0L, await AskAsync("select count(*) from holiday_rule where key = 'german-unity'"));
        await RunAsync(owner, "insert into holiday_rule select 'wrong', name_de, name_en, '07-14', states, municipalities, valid_from, valid_to, source from holiday_rule where key = 'labour-day'");
        await RunAsync(owner, "update tenant set name = 'Krefeld am Rhein' where key = '05114000'");
        await RunAsync(owner, "update reference_state set hash = 'older' where seed in ('language', 'holiday_rule', 'tenant')");

        var loaded = await ReferenceLoader.LoadAsync(owner, TestContext.Current.CancellationToken);

        Assert.Equal(["holiday_rule", "language", "tenant"], loaded.Keys.Order());
        Assert.Equal("German", await AskAsync("select name_en from language where code = 'de'"));
        Assert.Equal(0L, await AskAsync("select count(*) from holiday_rule where key = 'wrong'"));
        Assert.Equal(1L, await AskAsync("select count(*) from holiday_rule where key = 'german-unity'"));
        Assert.Equal("Krefeld am Rhein", await AskAsync("select name from tenant where key = '05114000'"));
        await RunAsync(owner, "update tenant set name = 'Krefeld' where key = '05114000'");
    }

    [Fact]
    public async Task Two_instances_that_start_together_load_once()
    {
        await using var one = await database.OwnerAsync();
        await using var other = await database.OwnerAsync();
        await RunAsync(one, "update reference_state set hash = 'older' where seed = 'country'");
        var loads = await Task.WhenAll(
            ReferenceLoader.LoadAsync(one, TestContext.Current.CancellationToken),
            ReferenceLoader.LoadAsync(other, TestContext.Current.CancellationToken));
        Assert.Single(loads.SelectMany(l => l));
    }

    [Theory]
    [InlineData("update language set name_en = 'x'")]
    [InlineData("delete from process_template")]
    [InlineData("insert into actor_kind (code) values ('x')")]
    [InlineData("update statutory_basis set categories = 511")]
    [InlineData("update reference_state set hash = ''")]
    public async Task The_serving_role_cannot_change_reference_data(string sql)
    {
        await using var application = await database.ApplicationAsync();
        var refused = await Assert.ThrowsAsync<PostgresException>(() => RunAsync(application, sql));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    private async Task<object?> AskAsync(string sql)
    {
        await using var connection = await database.OwnerAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
