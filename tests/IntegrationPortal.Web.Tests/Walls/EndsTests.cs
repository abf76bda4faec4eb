using System.Globalization;
using System.Text.RegularExpressions;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Walls;

/// <summary>The day on which something of a case ends next is found by the database, by the rule of the domain, and written by nobody else.</summary>
public sealed partial class EndsTests(PortalHost host, PortalAtNoon noon) : IClassFixture<PortalAtNoon>
{
    private static readonly DateOnly Today = PortalAtNoon.Today;

    [Fact]
    public async Task Nobody_writes_the_day_with_raw_sql_neither_in_a_case_that_is_there_nor_in_a_new_one()
    {
        var town = await FullTown.BuildAsync(await noon.TownAsync(), host.Superuser);
        foreach (var officer in new[] { town.Coordinator.Officer, town.Jobcenter.Officer, town.Authority.Officer })
        {
            await using var prompt = await Prompt.OpenAsync(host.Database.Application, officer);
            await prompt.RefusedAsync("update case_path set next_end_on = current_date where id = $1", town.Case.Id);
            await prompt.RefusedAsync("update case_path set next_end_on = null");
            await prompt.RefusedAsync("update participation set next_end_on = current_date");
            await prompt.RefusedAsync(Open("next_end_on", "current_date"), town.Town.Tenant.Id, officer.ActorId);
            Assert.Equal(1, await prompt.RunAsync(Open("next_due_on", "current_date"), town.Town.Tenant.Id, officer.ActorId));
            // Nor by the functions that do it for others, or for another time.
            await prompt.RefusedAsync("select reading.find_ends()");
            await prompt.RefusedAsync("select reading.next_end($1, $2)", town.Town.Tenant.Id, town.Case.Id);
        }

        await using var clock = await Prompt.OpenAsync(host.Database.Application, town.Town.Tenant.Id, null, null, "Clock");
        await clock.RefusedAsync("update case_path set next_end_on = current_date");
    }

    [Fact]
    public async Task What_ends_is_told_to_an_actor_only_as_far_as_its_categories_reach()
    {
        var town = await FullTown.BuildAsync(await noon.TownAsync(), host.Superuser);
        await town.Case.RecordAsync(town.Coordinator, FactKind.ResidenceStatus, "refugee", Today, Today.AddDays(40));
        await town.Case.RecordAsync(town.Coordinator, FactKind.CourseEntitlement, "integration_course", Today, Today.AddDays(20));
        Assert.Equal(["CourseEntitlement", "ResidenceStatus"], await EndsAsync(town.Coordinator.Officer));
        Assert.Equal(["ResidenceStatus"], await EndsAsync(town.Jobcenter.Officer));
        Assert.Empty(await EndsAsync(town.Authority.Officer));

        async Task<List<string>> EndsAsync(Officer officer)
        {
            await using var prompt = await Prompt.OpenAsync(host.Database.Application, officer);
            return await prompt.ListAsync<string>("select kind from app.ends_of(app.tenant(), $1) order by kind", town.Case.Id);
        }
    }

    /// <summary>Facts as kind, code, first and last day, counted from today ("-" for none), and the day that ends next.</summary>
    public static TheoryData<string[], int?> Recorded => new()
    {
        { ["ResidenceStatus refugee -100 40"], 40 },
        { ["ResidenceStatus refugee -100 -1"], null },
        // Of most kinds the newest replaces those before it.
        { ["ResidenceStatus refugee -100 40", "ResidenceStatus refugee -10 90"], 90 },
        { ["ResidenceStatus refugee -100 40", "ResidenceStatus subsidiary -10 -"], null },
        // Benefits hold side by side, and so does work: each code has its own end.
        { ["Benefit sgb2 -100 32", "Benefit other -10 -"], 32 },
        { ["Benefit other -10 -", "Benefit sgb2 -100 32"], 32 },
        { ["Benefit sgb2 -100 32", "Benefit sgb2 -10 -"], null },
        { ["Benefit sgb2 -100 32", "Benefit sgb12 -10 60", "Benefit other -5 20"], 20 },
        { ["Employment insured -200 50", "Employment mini_job -100 -20"], 50 },
        { ["Employment insured -200 50", "Employment training -100 20"], 20 },
        // Nothing at all ends what began before; what had ended by then has ended on its own day.
        { ["Benefit sgb2 -100 32", "Benefit none -1 -"], null },
        { ["Benefit sgb2 -100 32", "Benefit none 32 -"], null },
        { ["Benefit sgb2 -100 32", "Benefit none 33 -"], 32 },
        { ["Benefit none -200 -", "Benefit sgb2 -100 32"], 32 },
        { ["Benefit sgb2 -100 32", "Employment none -1 -"], 32 },
        // An entitlement matters until a course of its code begins while it holds.
        { ["CourseEntitlement integration_course -40 20"], 20 },
        { ["CourseEntitlement integration_course -40 20", "CourseStart integration_course -10 -"], null },
        { ["CourseEntitlement integration_course -40 20", "CourseStart vocational_course -10 -"], 20 },
        { ["CourseEntitlement integration_course -40 20", "CourseStart integration_course -41 -"], 20 },
        { ["CourseEntitlement integration_course -40 20", "CourseEntitlement vocational_course -30 15"], 15 },
        { ["CourseEntitlement integration_course -40 20", "CourseEntitlement integration_course -10 60"], 60 },
        { ["CourseEntitlement integration_course -40 20", "CourseEntitlement integration_course -40 30"], 30 },
        // Where nobody gave an end the law does, as far as there is one.
        { ["CourseEntitlement vocational_course 0 -"], Today.AddMonths(3).DayNumber - Today.DayNumber },
        { ["CourseEntitlement integration_course 0 -"], Today.AddYears(1).DayNumber - Today.DayNumber },
        { ["CourseEntitlement other -40 -"], null },
    };

    [Theory]
    [MemberData(nameof(Recorded))]
    public async Task What_ends_next_stands_in_the_path_and_on_the_page_of_the_case(string[] facts, int? next)
    {
        var town = await noon.TownAsync();
        var brandt = await town.CoordinatorAsync();
        var path = await town.CaseAsync(brandt);
        foreach (var fact in facts.Select(f => f.Split(' ')))
            await path.RecordAsync(brandt, Enum.Parse<FactKind>(fact[0]), fact[1], Day(fact[2]), fact[3] == "-" ? null : Day(fact[3]));
        var expected = next is { } days ? Today.AddDays(days) : (DateOnly?)null;
        Assert.Equal(expected, await StoredAsync(path.Id));

        using var visitor = noon.Portal.VisitAs(brandt);
        var page = await visitor.GetAsync(path.Address);
        var told = EndsOnThePage().Matches(page.Document.QuerySelector("#entitlements")?.TextContent ?? "")
            .Select(m => DateOnly.ParseExact(m.Groups[1].Value, "dd.MM.yyyy", CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(expected, told.Cast<DateOnly?>().Min());

        static DateOnly Day(string fromToday) => Today.AddDays(int.Parse(fromToday, CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task What_stands_is_the_same_in_the_database_and_in_the_domain_whatever_is_recorded()
    {
        var random = new Random(7);
        string[] benefits = ["sgb2", "sgb12", "other", "none"];
        var town = await noon.TownAsync();
        var brandt = await town.CoordinatorAsync();
        var (standing, replaced) = (0, 0);
        for (var turn = 0; turn < 12; turn++)
        {
            var path = await town.CaseAsync(brandt);
            for (var i = 0; i < 7; i++)
            {
                var (kind, code) = random.Next(4) switch
                {
                    0 => (FactKind.ResidenceStatus, "refugee"),
                    1 => (FactKind.Employment, random.Next(2) == 0 ? "insured" : "none"),
                    _ => (FactKind.Benefit, benefits[random.Next(4)]),
                };
                var from = Today.AddDays(10 * random.Next(-6, 3));
                await path.RecordAsync(brandt, kind, code, from, random.Next(3) == 0 ? null : from.AddDays(10 * random.Next(0, 6)));
            }

            var facts = await town.Portal.AsAsync(brandt.Officer, db => db.PersonFacts.AsNoTracking().Where(f => f.CaseId == path.Id)
                .OrderByDescending(f => f.ValidFrom).ThenByDescending(f => f.RecordedAt).ThenByDescending(f => f.Id).ToListAsync());
            var expected = StandingFacts.Of(facts, f => (f.Kind, f.Code, f.ValidFrom, f.ValidUntil)).Select(f => f.Id).Order().ToList();
            await using var prompt = await Prompt.OpenAsync(host.Database.Application, brandt.Officer);
            Assert.Equal(expected, (await prompt.ListAsync<Guid>("select id from app.standing_facts(app.tenant(), $1, null)", path.Id)).Order());
            (standing, replaced) = (standing + expected.Count, replaced + facts.Count - expected.Count);
        }

        Assert.True(standing > 20 && replaced > 20, $"{standing} {replaced}");
    }

    [Fact]
    public async Task A_portal_that_knew_no_ends_yet_knows_them_in_every_municipality_after_its_migration()
    {
        var database = await host.NewDatabaseAsync("ends");
        await using var portal = host.Start(services => services.Use(PortalAtNoon.Clock), database: database);
        var paths = new List<(Guid Ending, Guid Silent)>();
        foreach (var name in new[] { "Erststadt", "Zweitstadt", "Drittstadt" })
        {
            var town = await Town.CreateAsync(portal, name);
            var brandt = await town.CoordinatorAsync();
            paths.Add((
                (await town.CaseAsync(brandt, c => c.Ending(FactKind.ResidenceStatus, "refugee", Today.AddDays(40)))).Id,
                (await town.CaseAsync(brandt, c => c.With(FactKind.LanguageLevel, "B1"))).Id));
        }

        await using var superuser = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(host.Superuser) { Database = "ends" });
        // As the release left it that read the list from the paths, before the last two migrations.
        await using (var forget = superuser.CreateCommand("""
            update case_path set next_end_on = null;
            create index ix_case_path_ending on case_path (tenant_id, lead_actor_id, next_end_on);
            alter table participation drop column next_end_on cascade;
            alter table entry_version drop column writer_user_ids;
            alter table entry_comment drop column language;
            alter table fact_code drop column lapses_after, drop column lapses_unit, drop column lapses_source, drop column lapses_valid_from, drop column lapses_valid_to;
            delete from "__EFMigrationsHistory" where migration_id like '%Writers' or migration_id like '%LapsesByLaw'
            """))
            await forget.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        await Migrator.MigrateAsync(database.Owner, TestContext.Current.CancellationToken);
        foreach (var (ending, silent) in paths)
            Assert.Equal((Today.AddDays(40), null), (await StoredAsync(ending, superuser), await StoredAsync(silent, superuser)));
        await using var left = superuser.CreateCommand("select to_regclass('ix_case_path_ending') is null and to_regclass('ix_participation_ending') is not null");
        Assert.Equal(true, await left.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>What ends from today on, as the case says it; what the steps of its path are due for is told in other words.</summary>
    [GeneratedRegex(@"(?:endet am|noch \d+ Tage?, bis) (\d{2}\.\d{2}\.\d{4})")]
    private static partial Regex EndsOnThePage();

    private static string Open(string column, string value) => $"""
        insert into case_path (tenant_id, id, number, template_key, template_version, lead_actor_id, lead_since, opened_by_actor_id, opened_at, last_activity_at, {column})
        values ($1, uuidv7(), 'X-' || left(uuidv4()::text, 12), 'T2-RKW', 1, $2, current_date, $2, now(), now(), {value})
        """;

    private async Task<DateOnly?> StoredAsync(Guid id)
    {
        await using var superuser = NpgsqlDataSource.Create(host.Superuser);
        return await StoredAsync(id, superuser);
    }

    /// <summary>The day in the path, and the same in the participation of the one that leads, and in no other.</summary>
    private static async Task<DateOnly?> StoredAsync(Guid id, NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand("""
            select c.next_end_on, p.next_end_on, p.actor_id = c.lead_actor_id
            from case_path c join participation p on p.tenant_id = c.tenant_id and p.case_id = c.id where c.id = $1
            """);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        DateOnly? stored = null;
        var leads = 0;
        while (await rows.ReadAsync(TestContext.Current.CancellationToken))
        {
            stored = Day(0);
            Assert.Equal(rows.GetBoolean(2) ? stored : null, Day(1));
            leads += rows.GetBoolean(2) ? 1 : 0;
        }

        Assert.Equal(1, leads);
        return stored;

        DateOnly? Day(int column) => rows.IsDBNull(column) ? null : rows.GetFieldValue<DateOnly>(column);
    }
}
