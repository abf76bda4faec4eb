using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Walls;

/// <summary>The day on which something of a case ends next is found by the database, by the rule of the domain, and written by nobody else.</summary>
public sealed class EndsTests(PortalHost host)
{
    private static readonly DateOnly Today = GermanTime.DayOf(TimeProvider.System.GetUtcNow());

    [Fact]
    public async Task Nobody_writes_the_day_with_raw_sql_neither_in_a_case_that_is_there_nor_in_a_new_one()
    {
        var town = await FullTown.BuildAsync(host);
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
        var town = await FullTown.BuildAsync(host);
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

    [Fact]
    public async Task Whatever_is_recorded_the_database_finds_the_same_day_as_the_page_of_the_case()
    {
        var random = new Random(7);
        string[] courses = ["integration_course", "vocational_course"];
        var town = await host.TownAsync();
        var brandt = await town.CoordinatorAsync();
        var known = 0;
        for (var turn = 0; turn < 20; turn++)
        {
            var path = await town.CaseAsync(brandt);
            for (var i = 0; i < 5; i++)
            {
                var (kind, code) = random.Next(4) switch
                {
                    0 => (FactKind.ResidenceStatus, (string?)"refugee"),
                    1 => (FactKind.CourseStart, courses[random.Next(2)]),
                    _ => (FactKind.CourseEntitlement, random.Next(8) == 0 ? null : courses[random.Next(2)]),
                };
                var from = Today.AddDays(10 * random.Next(-4, 2));
                await path.RecordAsync(brandt, kind, code, from, random.Next(5) == 0 ? null : from.AddDays(10 * random.Next(0, 9)));
            }

            var expected = await town.Portal.AsAsync(brandt.Officer, async db =>
                EndsOf(await db.PersonFacts.AsNoTracking().Where(f => f.CaseId == path.Id).ToListAsync()).Where(day => day >= Today).Cast<DateOnly?>().Min());
            Assert.Equal(expected, await StoredAsync(path.Id));
            known += expected is null ? 0 : 1;
        }

        Assert.InRange(known, 5, 19);
    }

    [Fact]
    public async Task A_portal_that_knew_no_ends_yet_knows_them_in_every_municipality_after_its_migration()
    {
        var database = await host.NewDatabaseAsync("ends");
        await using var portal = host.Start(database: database);
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
        // As the release left it that read the list from the paths, before the last migration.
        await using (var forget = superuser.CreateCommand("""
            update case_path set next_end_on = null;
            create index ix_case_path_ending on case_path (tenant_id, lead_actor_id, next_end_on);
            alter table participation drop column next_end_on cascade;
            alter table entry_version drop column writer_user_ids;
            alter table entry_comment drop column language;
            delete from "__EFMigrationsHistory" where migration_id like '%Writers'
            """))
            await forget.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        await Migrator.MigrateAsync(database.Owner, TestContext.Current.CancellationToken);
        foreach (var (ending, silent) in paths)
            Assert.Equal((Today.AddDays(40), null), (await StoredAsync(ending, superuser), await StoredAsync(silent, superuser)));
        await using var left = superuser.CreateCommand("select to_regclass('ix_case_path_ending') is null and to_regclass('ix_participation_ending') is not null");
        Assert.Equal(true, await left.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>As Features/Cases/DrawEntitlements.cs shows them.</summary>
    private static IEnumerable<DateOnly> EndsOf(List<PersonFact> facts)
    {
        var recorded = facts.OrderBy(f => f.RecordedAt).ThenBy(f => f.Id).ToList();
        var courses = Entitlement.Of(
            recorded.Where(f => f.Kind == FactKind.CourseEntitlement && f.Code is not null).Select(f => (f.Code!, f.ValidFrom, f.ValidUntil)),
            [.. recorded.Where(f => f.Kind == FactKind.CourseStart).Select(f => (f.Code!, f.ValidFrom))]);
        return facts.GroupBy(f => f.Kind).Select(g => g.OrderByDescending(f => f.ValidFrom).ThenByDescending(f => f.Id).First())
            .Where(f => f.ValidUntil is not null && !(f.Kind == FactKind.CourseEntitlement && f.Code is not null)).Select(f => f.ValidUntil!.Value)
            .Concat(courses.GroupBy(e => e.Code).Select(g => g.Last()).Where(e => e is { Until: not null, BegunOn: null }).Select(e => e.Until!.Value));
    }

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
