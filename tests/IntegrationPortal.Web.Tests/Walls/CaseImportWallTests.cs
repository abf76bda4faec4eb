using System.Net;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Jobs;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Walls;

/// <summary>A table that somebody brings along is seen by their actor alone, started in the own name, and forgotten by the clock.</summary>
public sealed class CaseImportWallTests(PortalHost host)
{
    [Fact]
    public async Task Nobody_but_the_actor_sees_a_row_or_changes_one()
    {
        var town = await FullTown.BuildAsync(host);
        var manager = await town.Town.UserAsync(Role.ActorManager, town.Jobcenter.Actor, "M. Leitung");
        var (office, worker) = (await town.Town.CoordinatorAsync("K. Kollegin"), await town.Town.UserAsync(Role.CaseWorker, town.Town.Coordination, "F. Fachkraft"));
        foreach (var other in new[] { manager.Officer, worker.Officer, town.Jobcenter.Officer, town.As(Role.DataProtectionOfficer), town.As(Role.Administrator), town.As(Role.VolunteerCoordinator) })
        {
            await using var prompt = await Prompt.OpenAsync(host.Database.Application, other);
            foreach (var table in new[] { "case_import", "case_import_row" })
            {
                Assert.True(await prompt.AskAsync<long>($"select count(*) from {table}") == 0, $"{other.Role} sees {table}");
                await prompt.InVainAsync($"delete from {table}");
                await prompt.InVainAsync($"update {table} set state = state");
            }
        }

        await using (var colleague = await Prompt.OpenAsync(host.Database.Application, office.Officer))
            Assert.Equal(2L, await colleague.AskAsync<long>("select count(*) from case_import_row"));
        await using var clock = await Prompt.OpenAsync(host.Database.Application, town.Town.Tenant.Id, null, null, "Clock", town.Town.Now);
        Assert.Equal(0L, await clock.AskAsync<long>("select count(*) from case_import"));
        Assert.Equal(0L, await clock.AskAsync<long>("select count(*) from case_import_row"));
        await clock.InVainAsync("delete from case_import_row");
    }

    [Fact]
    public async Task Nothing_is_brought_in_or_started_in_the_name_of_another_and_no_cell_is_written_anew()
    {
        var town = await FullTown.BuildAsync(host);
        await using var prompt = await Prompt.OpenAsync(host.Database.Application, town.Coordinator.Officer);
        const string Insert = """
            insert into case_import (tenant_id, id, actor_id, uploaded_by_user_id, uploaded_at, headers, field_names, left_out, template_key, state)
            values (app.tenant(), gen_random_uuid(), $1, $2, now(), '{}', '{}', '{}', 'T2-RKW', 'Waiting')
            """;
        await prompt.RefusedAsync(Insert, town.Jobcenter.Actor!.Id, town.Coordinator.Id);
        await prompt.RefusedAsync(Insert, town.Coordinator.Actor!.Id, town.Jobcenter.Id);
        await prompt.RefusedAsync("update case_import set state = 'Running', started_by_user_id = $1, started_as = 'Coordinator'", town.Jobcenter.Id);
        await prompt.RefusedAsync("update case_import set actor_id = $1", town.Jobcenter.Actor.Id);
        await prompt.RefusedAsync("update case_import_row set case_id = gen_random_uuid()");
        await prompt.RefusedAsync("update case_import_row set cells = '{x}' where state = 'Opened'");
    }

    [Fact]
    public async Task Over_the_pages_the_table_of_another_is_not_there_and_what_was_sealed_for_another_is_not_opened()
    {
        var town = await FullTown.BuildAsync(host);
        var id = await host.Portal.AsAsync(town.Coordinator.Officer, db => db.CaseImports.Select(i => i.Id).SingleAsync());
        var elsewhere = await (await host.TownAsync("Anderswo")).CoordinatorAsync();
        var manager = await town.Town.UserAsync(Role.ActorManager, town.Jobcenter.Actor, "M. Leitung");
        foreach (var user in new[] { manager, elsewhere })
        {
            using var visitor = host.Portal.VisitAs(user);
            var token = (await visitor.GetAsync("/account")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            foreach (var page in new[] { "", "/left" })
                Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/cases/import/{id}{page}")).Status);
            foreach (var deed in new[] { "/open", "/discard" })
                Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync($"/cases/import/{id}{deed}", ("__RequestVerificationToken", token))).Status);
        }

        using var mine = host.Portal.VisitAs(town.Coordinator);
        var columns = await (await mine.GetAsync("/cases/import")).Form("form[action='/cases/import']").SendFileAsync("Form.File", "Name\nAmina Rahimi\n"u8.ToArray(), "a.csv", "text/csv");
        var form = columns.Form("form[action='/cases/import/columns']").Fill("Form.Template", TestCases.Template);
        using var other = host.Portal.VisitAs(manager);
        var form2 = (await (await other.GetAsync("/cases/import")).Form("form[action='/cases/import']").SendFileAsync("Form.File", "Name\nX\n"u8.ToArray(), "a.csv", "text/csv"))
            .Form("form[action='/cases/import/columns']").Fill("Form.Template", TestCases.Template);
        // Not to be told from one that has lapsed, and answered as that: the file is asked for again, and nothing of it is shown or stored.
        var refused = await form2.Force("table", form.Fields.Single(f => f.Key == "table").Value).SendAsync();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, true), (refused.Status, refused.Has("form[action='/cases/import']")));
        Assert.DoesNotContain("Amina", refused.Body, StringComparison.Ordinal);
        Assert.Equal(0, await host.Portal.AsAsync(manager.Officer, db => db.CaseImports.CountAsync()));
        Assert.Equal(HttpStatusCode.BadRequest, (await form.Force("Form.Id", Guid.Empty.ToString()).SendAsync()).Status);
    }

    [Fact]
    public async Task After_its_days_it_is_forgotten_with_every_row_and_not_before()
    {
        var town = await FullTown.BuildAsync(host);
        Assert.Equal((1, 2), await AfterAsync(13));
        Assert.Equal((0, 0), await AfterAsync(15));

        async Task<(int, int)> AfterAsync(int days)
        {
            await using var connection = new NpgsqlConnection(host.Superuser);
            await connection.OpenAsync();
            await using (var age = new NpgsqlCommand("update case_import set uploaded_at = now() - make_interval(days => $2) where tenant_id = $1", connection) { Parameters = { new() { Value = town.Town.Tenant.Id }, new() { Value = days } } })
                await age.ExecuteNonQueryAsync();
            await host.Portal.RunAsync<TidyUp>(job => job.RunAsync(TestContext.Current.CancellationToken));
            return await host.Portal.AsAsync(town.Coordinator.Officer, async db => (await db.CaseImports.CountAsync(), await db.CaseImportRows.CountAsync()));
        }
    }
}
