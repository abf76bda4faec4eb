using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Walls;

/// <summary>At the database: the clock forgets what is over, a batch at a time, and nobody else forgets anything.</summary>
public sealed class ForgettingWallTests(PortalHost host)
{
    private const string Reading = "insert into access_entry (tenant_id, id, case_id, user_id, kind, at) select $1, gen_random_uuid(), $2, $3, 'Read', $4::timestamptz from generate_series(1, 3)";
    private const string Change = "insert into audit_entry (tenant_id, id, at, user_id, \"table\", row_key, change) select $1, gen_random_uuid(), $4::timestamptz, $3, 'person', $2::text, 'Modified' from generate_series(1, 3)";

    [Fact]
    public async Task Of_the_trails_only_what_is_over_goes_and_only_in_the_town_of_the_clock_and_in_batches()
    {
        var (town, other) = (await FullTown.BuildAsync(host), await FullTown.BuildAsync(host, "Anderswo"));
        await using var superuser = new NpgsqlConnection(host.Superuser);
        await superuser.OpenAsync(TestContext.Current.CancellationToken);
        foreach (var of in new[] { town, other })
        {
            foreach (var (trail, months) in new[] { (Reading, 6), (Change, 12) })
            {
                foreach (var at in new[] { of.Town.Now.AddMonths(-months).AddHours(-1), of.Town.Now.AddMonths(-months).AddHours(1) })
                {
                    await using var insert = new NpgsqlCommand(trail, superuser);
                    foreach (var value in new object[] { of.Town.Tenant.Id, of.Case.Id, of.Coordinator.Id, at })
                        insert.Parameters.Add(new NpgsqlParameter { Value = value });
                    await insert.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
                }
            }
        }

        foreach (var officer in new[] { town.Coordinator.Officer, town.As(Role.DataProtectionOfficer), town.As(Role.Administrator) })
        {
            await using var person = await Prompt.OpenAsync(host.Database.Application, officer, town.Town.Now);
            Assert.Equal(0, await person.AskAsync<int>("select reading.forget_trails(1000)"));
        }

        await using var clock = await Prompt.OpenAsync(host.Database.Application, town.Town.Tenant.Id, null, null, "Clock", town.Town.Now);
        await clock.RefusedAsync("delete from access_entry");
        await clock.RefusedAsync("delete from audit_entry");
        foreach (var batch in new[] { 4, 2, 0 })
            Assert.Equal(batch, await clock.AskAsync<int>("select reading.forget_trails(2)"));
        await using var elsewhere = await Prompt.OpenAsync(host.Database.Application, other.Town.Tenant.Id, null, null, "Clock", town.Town.Now);
        Assert.Equal(6, await elsewhere.AskAsync<int>("select reading.forget_trails(1000)"));
    }

    [Fact]
    public async Task Drafts_invitations_and_wishes_are_deleted_by_the_clock_alone_once_they_are_over()
    {
        var town = await FullTown.BuildAsync(host);
        var initiative = town.Initiative;
        var wish = await initiative.RequestAsync("Samir");
        await initiative.AsCoordinatorAsync(async db =>
        {
            (await db.MentoringRequests.AsTracking().SingleAsync(r => r.Id == wish)).Withdraw(initiative.Coordinator.Officer);
            return await db.SaveChangesAsync();
        });
        var later = town.Town.Now.AddMonths(4);
        foreach (var officer in new[] { town.Coordinator.Officer, initiative.Coordinator.Officer, town.As(Role.DataProtectionOfficer) })
        {
            await using var person = await Prompt.OpenAsync(host.Database.Application, officer, later);
            foreach (var table in new[] { "invitation", "portal_invitation", "mentoring_request" })
                await person.InVainAsync($"delete from {table}");
        }

        await using (var tooEarly = await Prompt.OpenAsync(host.Database.Application, town.Town.Tenant.Id, null, null, "Clock", town.Town.Now.AddDays(13)))
            Assert.Equal(0, await tooEarly.RunAsync("delete from unsent_handover"));
        await using (var early = await Prompt.OpenAsync(host.Database.Application, town.Town.Tenant.Id, null, null, "Clock", town.Town.Now.AddMonths(3)))
        {
            Assert.Equal(0, await early.RunAsync("delete from invitation"));
            Assert.Equal(1, await early.RunAsync("delete from unsent_handover"));
        }

        await using var clock = await Prompt.OpenAsync(host.Database.Application, town.Town.Tenant.Id, null, null, "Clock", later);
        Assert.Equal(1, await clock.RunAsync("delete from invitation"));
        Assert.Equal([wish], await clock.ListAsync<Guid>("select id from mentoring_request"));
        Assert.Equal(1, await clock.RunAsync("delete from mentoring_request"));
    }
}
