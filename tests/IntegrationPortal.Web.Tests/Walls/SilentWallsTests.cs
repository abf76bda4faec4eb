using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using WallsOfData = IntegrationPortal.Web.Data.Tenancy.Walls;

namespace IntegrationPortal.Web.Tests.Walls;

/// <summary>With raw SQL as the application role: whoever does not belong somewhere sees nothing and changes nothing there.</summary>
public sealed class SilentWallsTests(PortalHost host)
{
    [Fact]
    public async Task Nobody_and_other_towns_see_no_row_of_any_table_and_change_none()
    {
        var town = await FullTown.BuildAsync(host);
        var other = await FullTown.BuildAsync(host, "Anderswo");
        var tables = await TenantTablesAsync();
        await using var superuser = new NpgsqlConnection(host.Superuser);
        await superuser.OpenAsync();
        await using var nobody = await Prompt.OpenAsync(host.Database.Application);
        await using var stranger = await Prompt.OpenAsync(host.Database.Application, other.Coordinator.Officer);
        await using var clock = await Prompt.OpenAsync(host.Database.Application, other.Town.Tenant.Id, null, null, "Clock");
        foreach (var table in tables)
        {
            await using var there = new NpgsqlCommand($"select count(*) from {table} where tenant_id = $1", superuser);
            there.Parameters.Add(new NpgsqlParameter { Value = town.Town.Tenant.Id });
            Assert.True((long)(await there.ExecuteScalarAsync())! > 0, $"Nothing stands in {table}; let FullTown put something there, or this test proves nothing for it.");

            Assert.True(await nobody.AskAsync<long>($"select count(*) from {table}") == 0, $"nobody sees {table}");
            foreach (var prompt in new[] { stranger, clock })
            {
                Assert.True(await prompt.AskAsync<long>($"select count(*) from {table} where tenant_id = $1", town.Town.Tenant.Id) == 0, $"a stranger sees {table}");
                foreach (var column in await WritableColumnsAsync(prompt, table))
                    await prompt.InVainAsync($"update {table} set {column} = {column} where tenant_id = $1", town.Town.Tenant.Id);
                await prompt.InVainAsync($"delete from {table} where tenant_id = $1", town.Town.Tenant.Id);
            }

            foreach (var column in await WritableColumnsAsync(nobody, table))
                await nobody.InVainAsync($"update {table} set {column} = {column}");
        }

        // A row taken along to the own town, or put into another.
        await stranger.RefusedAsync("insert into actor (tenant_id, id, kind, name, is_open) values ($1, gen_random_uuid(), 'jobcenter', 'Mein Jobcenter', true)", town.Town.Tenant.Id);
        await stranger.RefusedAsync("update actor set tenant_id = $1", town.Town.Tenant.Id);
    }

    [Fact]
    public async Task Who_takes_no_part_sees_nothing_of_a_case_and_changes_nothing()
    {
        var town = await FullTown.BuildAsync(host);
        var caseTables = await CaseTablesAsync();
        Assert.True(caseTables.Count > 8);
        var outsiders = new List<Officer> { town.Authority.Officer };
        outsiders.AddRange(Enum.GetValues<Role>().Where(r => !r.HoldsCases()).Select(town.As));
        foreach (var officer in outsiders)
        {
            await using var prompt = await Prompt.OpenAsync(host.Database.Application, officer);
            foreach (var table in caseTables)
            {
                Assert.True(await prompt.AskAsync<long>($"select count(*) from {table} where case_id = $1", town.Case.Id) == 0, $"{officer.Role} sees {table}");
                foreach (var column in await WritableColumnsAsync(prompt, table))
                    await prompt.InVainAsync($"update {table} set {column} = {column} where case_id = $1", town.Case.Id);
            }

            Assert.Equal(0L, await prompt.AskAsync<long>("select count(*) from case_path where id = $1", town.Case.Id));
            await prompt.InVainAsync("update case_path set lead_actor_id = lead_actor_id where id = $1", town.Case.Id);
        }
    }

    [Fact]
    public async Task Who_is_asked_sees_the_handover_and_nothing_of_the_case()
    {
        var town = await FullTown.BuildAsync(host);
        await using var prompt = await Prompt.OpenAsync(host.Database.Application, town.Counselling.Officer);
        string[] open = ["handover", "handover_step", "handover_ground", "handover_content", "handover_message", "handover_sheet"];
        foreach (var table in open)
            Assert.True(await prompt.AskAsync<long>($"select count(*) from {table} where case_id = $1", town.Case.Id) > 0, table);
        foreach (var table in (await CaseTablesAsync()).Except(open))
            Assert.True(await prompt.AskAsync<long>($"select count(*) from {table} where case_id = $1", town.Case.Id) == 0, table);
        Assert.Equal(0L, await prompt.AskAsync<long>("select count(*) from case_path"));
        Assert.Equal(1L, await prompt.AskAsync<long>("select count(*) from handover"));
    }

    [Fact]
    public async Task Who_takes_part_sees_only_the_categories_that_were_shared()
    {
        var town = await FullTown.BuildAsync(host);
        await using var prompt = await Prompt.OpenAsync(host.Database.Application, town.Jobcenter.Officer);
        Assert.Equal(1L, await prompt.AskAsync<long>("select count(*) from person"));
        Assert.Equal(["Status"], (await prompt.ListAsync<int>("select category from person_fact")).Select(c => ((IntegrationPortal.Domain.Persons.DataCategory)c).ToString()));
        Assert.Equal(0L, await prompt.AskAsync<long>("select count(*) from case_event where category in (8, 256)"));
        await prompt.RefusedAsync("""
            insert into person_fact (tenant_id, case_id, id, person_id, category, kind, value, valid_from, source, recorded_at, recorded_by_user_id, recorded_by_actor_id)
            select tenant_id, case_id, gen_random_uuid(), id, 256, 'CounsellingNote', 'x', '2026-01-01', 'x', now(), $1, $2 from person
            """, town.Jobcenter.Id, town.Jobcenter.Actor!.Id);
    }

    private Task<List<string>> TenantTablesAsync() => host.Portal.AsNobodyAsync(db =>
        Task.FromResult(WallsOfData.TenantTables(db.Model).Select(t => t.GetTableName()!).ToList()));

    private Task<List<string>> CaseTablesAsync() => host.Portal.AsNobodyAsync(db => Task.FromResult(WallsOfData.TenantTables(db.Model)
        .Where(t => typeof(IBelongsToCase).IsAssignableFrom(t.ClrType)).Select(t => t.GetTableName()!).ToList()));

    private static Task<List<string>> WritableColumnsAsync(Prompt prompt, string table) => prompt.ListAsync<string>("""
        select attname::text from pg_attribute where attrelid = $1::text::regclass and attnum > 0 and not attisdropped and attgenerated = ''
          and attname not in ('id', 'tenant_id', 'case_id') and has_column_privilege(attrelid, attnum, 'update')
        """, table);
}
