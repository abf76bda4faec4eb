using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Jobs.Mentoring;
using IntegrationPortal.Web.Jobs.Trails;
using IntegrationPortal.Web.Tests.Testing;
using IntegrationPortal.Web.Tests.Walls;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Jobs;

/// <summary>Who has left is forgotten after the period of reference data: tandems that ended, volunteers who stopped, accounts that were closed.</summary>
public sealed class LeavingTests(PortalHost host)
{
    [Fact]
    public async Task A_tandem_and_its_volunteer_go_after_the_year_that_follows_and_not_before_their_meetings_and_concerns_are_settled()
    {
        var town = await FullTown.BuildAsync(host);
        var initiative = town.Initiative;
        var staying = await initiative.VolunteerAsync();
        var wish = await initiative.RequestAsync("Samir");
        await using var all = await BeyondAsync(host.Superuser);
        // The year after is not over on any day of 2026.
        await EndAsync(new DateOnly(2025, 1, 1));
        await RunAsync("delete from session_version where session_id = $1", town.SessionId);
        await RunAsync("delete from session_answer where session_id = $1", town.SessionId);
        await RunAsync("delete from mentoring_session where id = $1", town.SessionId);
        await RunAsync("update concern set answered_at = now(), answer = 'Erledigt', answered_by_user_id = for_user_id where id = $1", town.ConcernId);
        await NightAsync();
        Assert.Equal(1L, await CountAsync("tandem where id = $1", town.TandemId));

        await EndAsync(new DateOnly(2024, 12, 31));
        await RunAsync("update concern set answered_at = null, answer = null, answered_by_user_id = null where id = $1", town.ConcernId);
        await NightAsync();
        Assert.Equal((1L, 1L), (await CountAsync("tandem where id = $1", town.TandemId), await CountAsync("volunteer where id = $1", initiative.VolunteerId)));

        await RunAsync("update concern set answered_at = now(), answer = 'Erledigt', answered_by_user_id = for_user_id where id = $1", town.ConcernId);
        foreach (var officer in new[] { initiative.Coordinator.Officer, town.As(Role.DataProtectionOfficer) })
        {
            await using var person = await Prompt.OpenAsync(host.Database.Application, officer, town.Town.Now);
            Assert.Equal(0, await person.AskAsync<int>("select reading.forget_tandems(100)"));
            await person.InVainAsync("delete from tandem where id = $1", town.TandemId);
        }

        await NightAsync();
        foreach (var table in new[] { "tandem where id = $1", "tandem_mentor where tandem_id = $1", "tandem_mentee where tandem_id = $1", "tandem_event where tandem_id = $1", "tandem_review where tandem_id = $1", "concern where tandem_id = $1", "meeting_share where tandem_id = $1" })
            Assert.True(await CountAsync(table, town.TandemId) == 0, table);
        Assert.Equal((0L, 0L, 0L), (await CountAsync("mentoring_request where id = $1", town.RequestId), await CountAsync("volunteer where id = $1", initiative.VolunteerId),
            await CountAsync("engagement_year where volunteer_id = $1", initiative.VolunteerId)));
        Assert.Equal((1L, 1L), (await CountAsync("volunteer where id = $1", staying), await CountAsync("mentoring_request where id = $1", wish)));

        Task NightAsync() => initiative.AtNightAsync<ForgetVolunteers>(j => j.RunHereAsync(TestContext.Current.CancellationToken));

        async Task EndAsync(DateOnly day)
        {
            await RunAsync($"update tandem set state = 'Ended', ended_on = '{day:O}', end_reason = 'GoalReached' where id = $1", town.TandemId);
            await RunAsync("update mentoring_request set state = 'Closed' where id = $1", town.RequestId);
            await RunAsync($"update volunteer set state = 'Left', left_on = '{day:O}' where id = $1", initiative.VolunteerId);
        }

        async Task RunAsync(string sql, Guid id)
        {
            await using var command = Command(all, sql, id);
            Assert.True(await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken) > 0, sql);
        }

        async Task<long> CountAsync(string what, Guid id)
        {
            await using var command = Command(all, $"select count(*) from {what}", id);
            return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
        }
    }

    [Fact]
    public async Task A_closed_account_loses_name_and_address_after_three_years_and_keeps_its_id()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
        await using var portal = host.Start(services => services.Use(clock), database: await host.NewDatabaseAsync("left_accounts"));
        var town = await Town.CreateAsync(portal);
        var brandt = await town.CoordinatorAsync();
        var office = await town.ActorAsync("jobcenter", "Jobcenter");
        var (gone, staying) = (await TestUser.CreateAsync(portal, null, name: "S. Gegangen"), await TestUser.CreateAsync(portal, null, name: "B. Bleibt"));
        var invitation = Guid.CreateVersion7();
        await portal.AsAsync(brandt.Officer, db =>
        {
            db.Add(Invitation.Send(invitation, brandt.Officer, office.Id, office.Kind, gone.Email, Role.CaseWorker, "de", clock.GetUtcNow()));
            return db.SaveChangesAsync();
        });
        await portal.InScopeAsync(s => s.EnterMunicipality(town.Tenant.Id, gone.Id), async db =>
        {
            db.Add((await db.Invitations.AsTracking().SingleAsync(i => i.Id == invitation)).Accept(gone.Id, [], clock.GetUtcNow()));
            return await db.SaveChangesAsync();
        });
        await portal.AsNobodyAsync(async db =>
        {
            (await db.Users.AsTracking().SingleAsync(u => u.Id == gone.Id)).ClosedAt = clock.GetUtcNow();
            return await db.SaveChangesAsync();
        });

        Assert.Equal((gone.Name, gone.Email, gone.Email), await NightAsync(new(2029, 11, 23, 7, 0, 0, TimeSpan.Zero)));
        var nobody = $"{gone.Id}@geloescht.invalid";
        Assert.Equal(("Gelöschtes Konto", nobody, nobody), await NightAsync(new(2029, 11, 23, 9, 0, 0, TimeSpan.Zero)));
        Assert.Equal((staying.Name, staying.Email), await portal.AsNobodyAsync(db => db.Users.Where(u => u.Id == staying.Id).Select(u => new ValueTuple<string, string>(u.DisplayName, u.Email!)).SingleAsync()));
        var capitals = nobody.ToUpperInvariant();
        Assert.True(await portal.AsNobodyAsync(db => db.Users.AnyAsync(u => u.NormalizedEmail == capitals && u.NormalizedUserName == capitals)));

        async Task<(string Name, string Email, string Invited)> NightAsync(DateTimeOffset night)
        {
            clock.SetUtcNow(night);
            await portal.RunAsync<ForgetAccounts>(job => job.RunAsync(TestContext.Current.CancellationToken));
            var user = await portal.AsNobodyAsync(db => db.Users.SingleAsync(u => u.Id == gone.Id));
            return (user.DisplayName, user.Email!, await portal.InMunicipalityAsync(town.Tenant.Id, db => db.Invitations.Where(i => i.Id == invitation).Select(i => i.Address).SingleAsync()));
        }
    }

    private static async Task<NpgsqlConnection> BeyondAsync(string superuser)
    {
        var connection = new NpgsqlConnection(superuser);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    private static NpgsqlCommand Command(NpgsqlConnection all, string sql, Guid id)
    {
        var command = new NpgsqlCommand(sql, all);
        command.Parameters.Add(new NpgsqlParameter { Value = id });
        return command;
    }
}
