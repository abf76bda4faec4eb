using System.Globalization;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Demo;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Indicators;

/// <summary>A small town in which tests write facts and have them counted.</summary>
public sealed class TownOfFacts(PortalHost host) : IAsyncLifetime
{
    public static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    internal CountingRoom Room { get; private set; } = null!;

    internal Guid Town { get; private set; }

    internal List<Guid> Cases { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        Room = await CountingRoom.OpenAsync(host, "coded_facts");
        await DemoData.LoadAsync(Room.Database.Owner, new FixedClock(), new DemoSize(60, 0, 0));
        Town = Room.Towns.Single(t => t.Key == "05114000").Id;
        Cases = await Room.ListAsync("select id from case_path where tenant_id = $1 order by id", r => r.GetGuid(0), Town);
    }

    public ValueTask DisposeAsync() => Room.DisposeAsync();

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}

/// <summary>What facts with a code of a list count as: entitlements as the domain says, days without benefits, work after a year.</summary>
public sealed class CodedFactsTests(TownOfFacts facts) : IClassFixture<TownOfFacts>
{
    private readonly CountingRoom room = facts.Room;
    private readonly Guid town = facts.Town;
    private readonly List<Guid> cases = facts.Cases;

    [Fact]
    public async Task Days_without_any_benefit_are_counted_and_a_transfer_whose_end_nobody_wrote_down_is_not()
    {
        List<string> found =
        [
            await TransferAsync("asylblg_basic 2025-01-01 2025-12-31", "sgb2 2026-01-01"),
            await TransferAsync("asylblg_basic 2025-01-01 2025-12-31", "sgb2 2026-01-15"),
            // Other benefits and own income fill days, an open one until the next begins.
            await TransferAsync("asylblg_basic 2025-01-01 2025-12-31", "sgb12 2026-01-05 2026-01-09", "sgb2 2026-01-15"),
            await TransferAsync("asylblg_analogous 2025-01-01 2025-12-31", "own_income 2026-01-03", "sgb2 2026-01-15"),
            await TransferAsync("asylblg_basic 2025-01-01 2026-01-31", "sgb2 2026-01-15", "sgb2 2026-06-01"),
            // The end is known from the day on which there was nothing; otherwise it is not known.
            await TransferAsync("asylblg_basic 2025-01-01", "none 2026-01-01", "sgb2 2026-01-15"),
            await TransferAsync("asylblg_basic 2025-01-01", "sgb2 2026-01-15"),
            await TransferAsync("sgb2 2026-01-15"),
            await TransferAsync("sgb2 2026-01-15", "asylblg_basic 2026-02-01 2026-03-01"),
            await TransferAsync("- 2025-01-01 2025-12-31", "sgb2 2026-01-15"),
            // The later entry for the same first day corrects the earlier.
            await TransferAsync("asylblg_basic 2025-01-01 2025-11-30", "asylblg_basic 2025-01-01 2025-12-31", "sgb2 2026-01-02"),
        ];
        Assert.Equal(["0 True", "14 False", "9 False", "2 False", "0 True", "14 False", "", "", "", "", "1 False"], found);
    }

    [Fact]
    public async Task Work_and_training_are_what_holds_on_the_day_for_everybody_of_working_age()
    {
        Assert.Equal("work12 insured, work24 insured, work36 insured", await WorkAsync("1990", "insured 2023-06-01"));
        Assert.Equal("work12 -, work24 mini_job, work36 training", await WorkAsync("1990-05", "none 2023-01-10", "mini_job 2024-06-01", "training 2025-06-01"));
        // What has ended is no work; an internship is none either, nor what is only written in words.
        Assert.Equal("work12 -, work24 -, work36 -", await WorkAsync("2007-12-31", "insured 2023-06-01 2023-12-31", "internship 2024-05-01", "- 2024-06-01"));
        // What began later and has ended, or does not count, takes nothing from the job beside it; of two that count the later says which.
        Assert.Equal("work12 insured, work24 insured, work36 insured", await WorkAsync("1990", "insured 2023-06-01", "mini_job 2024-02-01 2024-06-30"));
        Assert.Equal("work12 insured, work24 insured, work36 insured", await WorkAsync("1990", "insured 2023-06-01", "internship 2023-12-01"));
        Assert.Equal("work12 insured, work24 mini_job, work36 insured", await WorkAsync("1990", "insured 2023-06-01", "mini_job 2024-06-01 2025-06-30"));
        // With nothing at all it is over, and so it is with the newest entry of its own kind.
        Assert.Equal("work12 insured, work24 -, work36 mini_job", await WorkAsync("1990", "insured 2023-06-01", "none 2024-05-01", "mini_job 2025-05-01"));
        Assert.Equal("work12 insured, work24 -, work36 -", await WorkAsync("1990", "insured 2023-06-01", "insured 2024-02-01 2024-06-30"));
        // Where nothing is known, nobody is taken to be in work.
        Assert.Equal("work12 -, work24 -, work36 -", await WorkAsync("1957"));
        Assert.Equal("", await WorkAsync("2010", "training 2023-06-01"));
        Assert.Equal("", await WorkAsync("1950", "insured 2023-06-01"));
        Assert.Equal("", await WorkAsync(null, "insured 2023-06-01"));
    }

    [Fact]
    public async Task What_was_withdrawn_counts_as_if_nobody_had_written_it_down()
    {
        Assert.Equal("9 False", await TransferAsync("asylblg_basic 2025-01-01 2025-12-31", "sgb12 2026-01-05 2026-01-09", "sgb2 2026-01-15"));
        await WithdrawAsync("Benefit", "sgb12");
        Assert.Equal("14 False", await TransferOfAsync(cases[0]));
        await WithdrawAsync("Benefit", "sgb2");
        Assert.Equal("", await TransferOfAsync(cases[0]));

        Assert.Equal("work12 insured, work24 insured, work36 training", await WorkAsync("1990", "insured 2023-06-01", "training 2025-06-01"));
        await WithdrawAsync("Employment", "training");
        Assert.Equal("work12 insured, work24 insured, work36 insured", await WorkOfAsync(cases[0]));
        await WithdrawAsync("Employment", "insured");
        Assert.Equal("work12 -, work24 -, work36 -", await WorkOfAsync(cases[0]));

        await OnlyAsync("CourseStart", ["vocational_course 2026-02-01"]);
        await OnlyAsync("CourseEntitlement", ["vocational_course 2026-01-01 2026-03-31"]);
        Assert.Equal(["2026-03-31 False"], await EntitlementsAsync());
        // Without the beginning of the course it lapsed, and without itself it is none.
        await WithdrawAsync("CourseStart", "vocational_course");
        Assert.Equal(["2026-03-31 True"], await EntitlementsAsync());
        await WithdrawAsync("CourseEntitlement", "vocational_course");
        Assert.Equal([], await EntitlementsAsync());

        const string Status = "select distinct status_group from indicator_raw.fact where subject_id = $1 and fact = 'work36'";
        await OnlyAsync("ResidenceStatus", ["toleration 2020-01-01", "refugee 2025-01-01"]);
        var before = await room.ListAsync(Status, r => r.GetString(0), cases[0]);
        await WithdrawAsync("ResidenceStatus", "refugee");
        Assert.NotEqual(before, await room.ListAsync(Status, r => r.GetString(0), cases[0]));
    }

    [Fact]
    public async Task Sex_counts_as_male_female_or_neither()
    {
        foreach (var (sex, part) in new[] { ("Male", "m"), ("Female", "w"), ("Diverse", "other"), ("NotStated", "other"), (null, "other") })
        {
            await room.RunAsync("update person set sex = $2 where case_id = $1", cases[0], (object?)sex ?? DBNull.Value);
            await CountAsync(cases[0]);
            Assert.Equal([part], await room.ListAsync("select distinct sex from indicator_raw.fact where subject_id = $1 and fact = 'step'", r => r.GetString(0), cases[0]));
        }
    }

    [Fact]
    public async Task A_database_that_was_counted_without_sex_is_counted_anew()
    {
        await room.RunAsync("delete from indicator_raw.dirty; alter table indicator_raw.fact drop sex; alter table indicator_raw.fresh drop sex");
        await Migrator.MigrateAsync(facts.Room.Database.Owner, TestContext.Current.CancellationToken);
        Assert.Equal(cases.Count, (await room.ListAsync("select distinct subject_id from indicator_raw.dirty where tenant_id = $1", r => r.GetGuid(0), town)).Intersect(cases).Count());
        await room.RefreshAsync(town, TownOfFacts.Now);
        Assert.Equal([0], await room.ListAsync("select count(*)::int from indicator_raw.fact where fact = 'step' and sex is null", r => r.GetInt32(0)));
    }

    [Fact]
    public async Task Entitlements_lapse_in_the_database_as_they_do_in_the_domain()
    {
        var random = new Random(11);
        string[] codes = ["integration_course", "vocational_course"];
        foreach (var id in cases)
        {
            for (var i = 0; i < 6; i++)
            {
                var from = new DateOnly(2025, 1, 1).AddDays(random.Next(0, 12) * 20);
                await WriteAsync(id, random.Next(3) == 0 ? "CourseStart" : "CourseEntitlement", codes[random.Next(2)], from, random.Next(4) == 0 ? null : from.AddDays(random.Next(0, 5) * 25), i);
            }
        }

        // Some of each was wrong.
        Assert.True(await room.RunAsync("""
            update person_fact set withdrawn_at = $2, withdrawn_by_user_id = id, withdrawn_by_actor_id = id, withdrawal_reason = 'x'
            where tenant_id = $1 and kind in ('CourseEntitlement', 'CourseStart') and withdrawn_at is null and (valid_from - date '2025-01-01') % 3 = 0
            """, town, TownOfFacts.Now) > 20);
        await CountAsync([.. cases]);
        var written = await room.ListAsync(
            "select case_id, kind, code, valid_from, valid_until from person_fact where kind in ('CourseEntitlement', 'CourseStart') and code is not null and withdrawn_at is null and tenant_id = $1 order by recorded_at, id",
            r => (Case: r.GetGuid(0), Kind: r.GetString(1), Code: r.GetString(2), From: r.GetFieldValue<DateOnly>(3), Until: r.IsDBNull(4) ? null : (DateOnly?)r.GetFieldValue<DateOnly>(4)), town);
        var steps = await room.ListAsync("""
            select s.case_id, c.code, case when c.begun_when_done then s.ended_on else s.started_on end from case_step s join fact_code c on c.begun_by_step = s.template_key
            where s.tenant_id = $1 and case when c.begun_when_done then s.state = 'Done' else s.started_on is not null end
            """, r => (Case: r.GetGuid(0), Code: r.GetString(1), Day: r.GetFieldValue<DateOnly>(2)), town);
        var byDomain = cases.SelectMany(id => Entitlement.Of(
                written.Where(f => f.Case == id && f.Kind == "CourseEntitlement").Select(f => (f.Code, f.From, f.Until)),
                [.. written.Where(f => f.Case == id && f.Kind == "CourseStart").Select(f => (f.Code, f.From)), .. steps.Where(s => s.Case == id).Select(s => (s.Code, s.Day))])
            .Where(e => e.Until is not null).Select(e => $"{id} {e.Until:O} {e.LapsedBy(DateOnly.MaxValue)}")).Order(StringComparer.Ordinal).ToList();
        var byDatabase = await room.ListAsync(
            "select subject_id, day, hits[1] from indicator_raw.fact where fact = 'entitlement' and tenant_id = $1",
            r => $"{r.GetGuid(0)} {r.GetFieldValue<DateOnly>(1):O} {r.GetBoolean(2)}", town);
        Assert.Equal(byDomain, byDatabase.Order(StringComparer.Ordinal));
        int[] told = [steps.Count, byDomain.Count(e => e.EndsWith("True", StringComparison.Ordinal)), byDomain.Count(e => e.EndsWith("False", StringComparison.Ordinal))];
        Assert.True(told[0] > 0 && told[1] > 50 && told[2] > 20, string.Join(' ', told));
    }

    private async Task<string> TransferAsync(params string[] benefits)
    {
        await OnlyAsync("Benefit", benefits);
        return await TransferOfAsync(cases[0]);
    }

    private async Task<string> TransferOfAsync(Guid id) =>
        (await room.ListAsync("select amount, hits[1] from indicator_raw.fact where subject_id = $1 and fact = 'transfer'",
            r => string.Create(CultureInfo.InvariantCulture, $"{r.GetDecimal(0)} {r.GetBoolean(1)}"), id)).SingleOrDefault() ?? "";

    private async Task<string> WorkAsync(string? born, params string[] work)
    {
        await room.RunAsync("update case_path set opened_at = '2023-01-05 12:00Z' where id = $1", cases[0]);
        await room.RunAsync("update person set born = $2 where case_id = $1", cases[0], (object?)born ?? DBNull.Value);
        await OnlyAsync("Employment", work);
        return await WorkOfAsync(cases[0]);
    }

    private async Task<string> WorkOfAsync(Guid id) =>
        string.Join(", ", await room.ListAsync(
            "select fact, coalesce(reason, '-'), hits[1] = (reason is not null) and day = '2023-01-05'::date + make_interval(months => right(fact, 2)::int) from indicator_raw.fact where subject_id = $1 and fact like 'work%' order by 1",
            r => $"{r.GetString(0)} {(r.GetBoolean(2) ? r.GetString(1) : "?")}", id));

    private Task<List<string>> EntitlementsAsync() => room.ListAsync(
        "select day, hits[1] from indicator_raw.fact where subject_id = $1 and fact = 'entitlement' order by 1", r => $"{r.GetFieldValue<DateOnly>(0):O} {r.GetBoolean(1)}", cases[0]);

    /// <summary>As the deed does it: the row and its event, which has the case counted anew.</summary>
    private async Task WithdrawAsync(string kind, string code)
    {
        Assert.Equal(1, await room.RunAsync("""
            update person_fact set withdrawn_at = $4, withdrawn_by_user_id = gen_random_uuid(), withdrawn_by_actor_id = gen_random_uuid(), withdrawal_reason = 'x'
            where case_id = $1 and kind = $2 and code = $3
            """, cases[0], kind, code, TownOfFacts.Now));
        await room.RunAsync("""
            insert into case_event (tenant_id, case_id, id, category, kind, happened_at, recorded_at)
            select tenant_id, id, gen_random_uuid(), 4, 'FactWithdrawn', $2, $2 from case_path where id = $1
            """, cases[0], TownOfFacts.Now);
        await room.RefreshAsync(town, TownOfFacts.Now);
    }

    /// <summary>These facts of a kind and no others: "code first last", "-" for words without a code.</summary>
    private async Task OnlyAsync(string kind, string[] facts)
    {
        await room.RunAsync("delete from person_fact where case_id = $1 and kind = $2", cases[0], kind);
        foreach (var (fact, turn) in facts.Select((fact, turn) => (fact.Split(' '), turn)))
            await WriteAsync(cases[0], kind, fact[0] == "-" ? null : fact[0], DateOnly.Parse(fact[1], CultureInfo.InvariantCulture), fact.Length > 2 ? DateOnly.Parse(fact[2], CultureInfo.InvariantCulture) : null, turn);
        await CountAsync(cases[0]);
    }

    private Task<int> WriteAsync(Guid id, string kind, string? code, DateOnly from, DateOnly? until, int turn) => room.RunAsync("""
        insert into person_fact (tenant_id, case_id, id, person_id, category, kind, code, value, valid_from, valid_until, source, recorded_at, recorded_by_user_id, recorded_by_actor_id)
        select p.tenant_id, p.case_id, gen_random_uuid(), p.id, 4, $2, $3::text, '', $4, $5::date, '', $6, gen_random_uuid(), gen_random_uuid() from person p where p.case_id = $1
        """, id, kind, (object?)code ?? DBNull.Value, from, (object?)until ?? DBNull.Value, TownOfFacts.Now.AddMinutes(turn));

    private async Task CountAsync(params Guid[] ids)
    {
        await room.RunAsync("insert into indicator_raw.dirty select $1, unnest($2)", town, ids);
        await room.RefreshAsync(town, TownOfFacts.Now);
    }
}
